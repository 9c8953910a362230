/**
 * What Planning itself fills in: lookups of linked records, formulas, the titles of links
 * (reference E.4, E.5). They change with what they are made from, without an event on the record
 * and without moving its updatedAt, and stand in no history.
 */
import { isJsonObject, isList } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { formatIsoDate, parseWorkfrontDate } from '../../../workfront/dates.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { average, flat, numbers, shown } from './formula-functions.ts';
import { FormulaError, parseFormula } from './formula.ts';
import { targetOf } from '../planning/link-index.ts';
import type { PlanningModel } from '../planning/planning-model.ts';
import { dataOf } from '../../../workfront/planning/record.ts';
import type { FieldDefinition } from '../../../workfront/planning/record.ts';

/** The record's data with its computed values, in place of those it had. */
export function withComputed(
  model: PlanningModel,
  recordTypeId: string,
  record: ObjectRow,
): JsonObject {
  return new Computation(model, recordTypeId, record).run();
}

/** True of a formula that cannot be calculated, because it or its fields are not there. */
export function hasFormulaError(model: PlanningModel, field: FieldDefinition): boolean {
  const { type, row } = field;
  if (type !== 'formula') return false;
  const recordTypeId = fieldText(row, 'recordTypeId') ?? '';
  const computation = new Computation(model, recordTypeId, { recordTypeId, data: {} });
  try {
    computation.check(field);
    return false;
  } catch (error) {
    if (error instanceof FormulaError) return true;
    throw error;
  }
}

class Computation {
  readonly #model: PlanningModel;
  readonly #record: ObjectRow;
  readonly #fields: readonly FieldDefinition[];
  readonly #data: Record<string, JsonValue>;
  /** Fields under way: one that needs itself is in error. */
  readonly #open = new Set<string>();

  constructor(model: PlanningModel, recordTypeId: string, record: ObjectRow) {
    this.#model = model;
    this.#record = record;
    this.#fields = model.fieldsOf(recordTypeId);
    this.#data = { ...dataOf(record) };
  }

  run(): JsonObject {
    for (const { id, type } of this.#fields) {
      if (type === 'reference') this.#set(id, this.#titled(this.#data[id] ?? null));
    }
    for (const { id, type, row } of this.#fields) {
      if (type === 'lookup') this.#set(id, this.#lookup(row));
    }
    for (const field of this.#fields) {
      if (field.type === 'formula') this.#set(field.id, this.#calculated(field));
    }
    return this.#data;
  }

  /** Throws FormulaError. */
  check({ id, row }: FieldDefinition): void {
    this.#open.add(id);
    this.#formula(row);
  }

  #formula(field: ObjectRow): JsonValue {
    const options = field['formulaOptions'];
    const text = isJsonObject(options) ? (fieldText(options, 'formula') ?? '') : '';
    const calculate = parseFormula(text);
    const id = fieldText(this.#record, 'id') ?? '';
    const value = calculate({ id, valueOf: (path) => this.#valueOf(path) });
    return typed(value, isJsonObject(options) ? fieldText(options, 'returnType') : null);
  }

  #calculated({ id, row }: FieldDefinition): JsonValue {
    if (this.#open.has(id)) throw new FormulaError(`${id} needs itself`);
    this.#open.add(id);
    try {
      return this.#formula(row);
    } catch (error) {
      if (!(error instanceof FormulaError) || this.#open.size > 1) throw error;
      return null;
    } finally {
      this.#open.delete(id);
    }
  }

  #valueOf([name = '', further]: readonly string[]): JsonValue {
    const field = named(this.#fields, name);
    if (further !== undefined) return this.#linkedValue(field, further);
    if (field.type === 'formula') return this.#calculated(field);
    const value = this.#data[field.id] ?? null;
    return field.type === 'reference' ? flat([value]).map(titleIn) : value;
  }

  #linkedValue(field: FieldDefinition, name: string): JsonValue {
    const options = field.row['referenceOptions'];
    const typeID = isJsonObject(options) ? (fieldText(options, 'recordTypeId') ?? '') : '';
    const { id } = named(this.#model.fieldsOf(typeID), name);
    const values = flat(this.#linked(field.id).map((record) => dataOf(record)[id] ?? null));
    return values.length === 1 ? (values[0] ?? null) : values;
  }

  #linked(fieldID: string): ObjectRow[] {
    const links = flat([this.#data[fieldID] ?? null]);
    const ids = links.map((link) => (isJsonObject(link) ? (fieldText(link, 'id') ?? '') : ''));
    const rows = ids.map((id) => this.#model.tenant.store.get('RECORD', id));
    return rows.filter((row) => row !== null);
  }

  #lookup(field: ObjectRow): JsonValue {
    const options = field['lookupOptions'];
    if (!isJsonObject(options)) return null;
    const source = options['sourceField'];
    const sourceID = isJsonObject(source) ? (fieldText(source, 'id') ?? '') : '';
    const referenceID = fieldText(options, 'referenceFieldId') ?? '';
    const linked = this.#linked(referenceID).map((record) => dataOf(record)[sourceID] ?? null);
    const values = flat(linked);
    const rollup = (fieldText(options, 'rollup') ?? '').toLowerCase();
    if (rollup !== '') return rolledUp(values, rollup);
    const reference = this.#fields.find(({ id }) => id === referenceID)?.row['referenceOptions'];
    const isMultiple = isJsonObject(reference) && reference['multiple'] === true;
    return isMultiple ? values : (values[0] ?? null);
  }

  /** Links show what the other record is called now. */
  #titled(links: JsonValue): JsonValue {
    if (!isList(links)) return links;
    return links.flatMap((link): JsonValue[] => {
      const id = isJsonObject(link) ? targetOf(link) : null;
      if (id === null || !isJsonObject(link)) return [link]; // another system's object
      const other = this.#model.tenant.store.get('RECORD', id);
      if (other !== null) return [{ ...link, value: this.#model.titleOf(other) }];
      return this.#model.keepsDeletedLinks ? [{ ...link, value: null }] : [];
    });
  }

  #set(id: string, value: JsonValue): void {
    if (value === null || (isList(value) && value.length === 0)) delete this.#data[id];
    else this.#data[id] = value;
  }
}

/** A field as a formula writes it: as people see it, or by alias or id. */
function named(fields: readonly FieldDefinition[], name: string): FieldDefinition {
  const found =
    fields.find(({ row }) => fieldText(row, 'displayName') === name) ??
    fields.find(({ row }) => fieldText(row, 'alias') === name) ??
    fields.find(({ id }) => id === name);
  if (found === undefined) throw new FormulaError(`There is no field ${name}`);
  return found;
}

function titleIn(link: JsonValue): JsonValue {
  return isJsonObject(link) ? (link['value'] ?? null) : link;
}

function rolledUp(values: readonly JsonValue[], rollup: string): JsonValue {
  if (rollup === 'count') return values.length;
  if (rollup === 'dist') return [...new Map(values.map((one) => [shown(one), one])).values()];
  const known = numbers(values);
  if (known.length === 0) return null;
  if (rollup === 'sum') return known.reduce((a, b) => a + b, 0);
  if (rollup === 'avg') return average(known);
  if (rollup === 'min') return known.reduce((a, b) => Math.min(a, b));
  return rollup === 'max' ? known.reduce((a, b) => Math.max(a, b)) : null;
}

function typed(value: JsonValue, returnType: string | null): JsonValue {
  switch (returnType ?? '') {
    case 'NUMBER':
    case 'PERCENTAGE':
    case 'CURRENCY':
      return typeof value === 'number' ? value : null;
    case 'TEXT':
      return isList(value)
        ? flat(value).map(shown).join(', ')
        : value === null
          ? null
          : shown(value);
    case 'TEXT_ARRAY':
      return flat([value]).map(shown);
    case 'DATE':
    case 'DATETIME': {
      const micros = typeof value === 'string' ? parseWorkfrontDate(value) : null;
      return micros === null ? null : formatIsoDate(micros);
    }
    default:
      return value;
  }
}
