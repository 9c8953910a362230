/**
 * What people do in Planning: a value or two of a record, now and then a new one (reference E.1).
 */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { formatIsoDate } from '../../workfront/dates.ts';
import type { Random } from '../../core/random.ts';
import { asMicros, plus } from '../../core/units.ts';
import { planningId } from '../tenant/ids.ts';
import { idOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { SaveOptions, Tenant } from '../tenant/tenant.ts';
import { CAMPAIGNS, COMMENTS } from './names.ts';

const DAY = 86_400_000_000;

export class RecordEditor {
  readonly #tenant: Tenant;
  readonly #random: Random;
  readonly #ids: string[];

  constructor(tenant: Tenant, random: Random) {
    this.#tenant = tenant;
    this.#random = random;
    this.#ids = [...tenant.store.rows('RECORD')].map(idOf);
  }

  /** The id of a new record, if one was made. */
  edit(by: SaveOptions): string | null {
    const { store } = this.#tenant;
    if (this.#ids.length === 0) return null;
    const row = store.get('RECORD', this.#random.pick(this.#ids));
    if (row === null) return null;
    const recordTypeId = fieldText(row, 'recordTypeId');
    const fields = [...store.rows('FIELD')].filter(
      (field) => fieldText(field, 'recordTypeId') === recordTypeId,
    );
    if (this.#random.chance(0.1)) return this.#create(recordTypeId, fields, by);
    this.#change(row, fields, by);
    return null;
  }

  know(id: string): void {
    this.#ids.push(id);
  }

  #change(row: ObjectRow, fields: readonly ObjectRow[], by: SaveOptions): void {
    const data = isJsonObject(row['data']) ? { ...row['data'] } : {};
    Object.assign(data, this.#someValues(fields, this.#random.int(1, 2)));
    this.#tenant.update('RECORD', idOf(row), { data }, by);
  }

  #create(recordTypeId: string | null, fields: readonly ObjectRow[], by: SaveOptions): string {
    const id = this.#newID();
    const data = this.#someValues(fields, fields.length);
    this.#tenant.create('RECORD', { id, recordTypeId, data }, by);
    return id;
  }

  /** A second workload of one seed draws what the first drew. */
  #newID(): string {
    const { store, history } = this.#tenant;
    for (;;) {
      const id = planningId('Rc', this.#random);
      const isNew = history.entries('RECORD', id).length === 0;
      if (isNew && store.get('RECORD', id) === null) return id;
    }
  }

  #someValues(fields: readonly ObjectRow[], count: number): Record<string, JsonValue> {
    const values: Record<string, JsonValue> = {};
    for (let n = 0; n < count; n += 1) {
      const field = count === fields.length ? fields[n] : this.#random.pick(fields);
      const value = field === undefined ? undefined : this.#valueOf(field);
      if (field !== undefined && value !== undefined) values[idOf(field)] = value;
    }
    return values;
  }

  /** Undefined for fields that nobody types into. */
  #valueOf(field: ObjectRow): JsonValue | undefined {
    const random = this.#random;
    switch (fieldText(field, 'type') ?? '') {
      case 'text':
        return `${random.pick(CAMPAIGNS)} ${random.hex(3)}`;
      case 'long-text':
        return random.chance(0.2) ? null : random.pick(COMMENTS);
      case 'number':
      case 'currency':
        return random.int(1, 500) * 100;
      case 'boolean':
        return random.chance(0.5);
      case 'date':
        return formatIsoDate(plus(this.#tenant.now(), asMicros(random.int(-90, 90) * DAY)));
      case 'single-select':
        return this.#option(field);
      case 'multi-select': {
        const picked = [this.#option(field), this.#option(field)];
        return [...new Set(picked)].filter((name) => name !== null);
      }
      default:
        return undefined;
    }
  }

  #option(field: ObjectRow): string | null {
    const options = isList(field['options']) ? field['options'] : [];
    if (options.length === 0) return null;
    const option = this.#random.pick(options);
    return isJsonObject(option) ? fieldText(option, 'name') : null;
  }
}
