/** The tenant's custom fields, as its PARAM rows define them (reference D). */
import { customFieldOf } from '../../workfront/catalogue/custom-field.ts';
import type { CustomField, CustomFields } from '../../workfront/catalogue/custom-field.ts';
import { fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Save } from './change.ts';

export class CustomParameters implements CustomFields {
  readonly #byName = new Map<string, CustomField>();

  find(key: string): CustomField | null {
    return this.#byName.get(key.startsWith('DE:') ? key.slice(3) : key) ?? null;
  }

  names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  learn(row: ObjectRow): void {
    const field = customFieldOf(row);
    if (field !== null) this.#byName.set(field.name, field);
  }

  /** What is learnt and forgotten while it runs is as before when it ends or throws. */
  rehearse(act: () => void): void {
    const known = [...this.#byName];
    try {
      act();
    } finally {
      this.#byName.clear();
      for (const [name, field] of known) this.#byName.set(name, field);
    }
  }

  onChange(change: Save): void {
    if (change.objCode !== 'PARAM') return;
    const old = fieldText(change.before, 'name');
    if (old !== null) this.#byName.delete(old);
    if (change.after !== null) this.learn(change.after);
  }
}
