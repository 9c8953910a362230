/**
 * Custom fields: PARAM rows define them, objects carry their values by `DE:<name>` (reference D
 * notes).
 */
import type { FieldType } from '../../workfront/catalogue/field-types.generated.ts';
import type { Save } from './change.ts';
import { textOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';

export interface Parameter {
  readonly name: string;
  readonly type: FieldType;
  /** Calculated fields are never journaled and refuse to be written (reference A.5). */
  readonly calculated: boolean;
  /**
   * More than one value: an array, or in event version 1 a bare string for one value
   * (reference B.4).
   */
  readonly multiple: boolean;
}

const MULTIPLE: ReadonlySet<string> = new Set(['CHCK', 'MULT']);

export class Parameters {
  readonly #byName = new Map<string, Parameter>();

  /** By `DE:<name>` or the bare name. */
  find(key: string): Parameter | null {
    return this.#byName.get(key.startsWith('DE:') ? key.slice(3) : key) ?? null;
  }

  names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  learn(row: ObjectRow): void {
    const parameter = parameterOf(row);
    if (parameter !== null) this.#byName.set(parameter.name, parameter);
  }

  /** What is learnt and forgotten while it runs is as before when it ends or throws. */
  rehearse(act: () => void): void {
    const known = [...this.#byName];
    try {
      act();
    } finally {
      this.#byName.clear();
      for (const [name, parameter] of known) this.#byName.set(name, parameter);
    }
  }

  onChange(change: Save): void {
    if (change.objCode !== 'PARAM') return;
    const old = textOf(change.before, 'name');
    if (old !== null) this.#byName.delete(old);
    if (change.after !== null) this.learn(change.after);
  }
}

function parameterOf(row: ObjectRow): Parameter | null {
  const name = textOf(row, 'name');
  if (name === null) return null;
  const display = textOf(row, 'displayType') ?? 'TEXT';
  const multiple = MULTIPLE.has(display);
  const type = multiple ? 'string[]' : typeOf(textOf(row, 'dataType') ?? 'TEXT');
  return { name, type, calculated: display === 'CALC', multiple };
}

function typeOf(dataType: string): FieldType {
  switch (dataType) {
    case 'NMBR':
    case 'CURC':
      return 'double';
    case 'DATE':
    case 'DTTM':
      return 'dateTime';
    default:
      return 'string';
  }
}
