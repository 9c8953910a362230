/** Reads the data of a record by the types of its fields (reference E.1, E.4). */
import { SourceNumber, isJsonObject, isList } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { unreachable } from '../../../core/unreachable.ts';
import { parseWorkfrontDate, formatIsoDate } from '../../../workfront/dates.ts';
import { invalid } from '../../../workfront/planning/planning-error.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import { LIMITS } from './planning-model.ts';
import type { PlanningModel } from './planning-model.ts';
import { connectionsExceeded } from './quotas.ts';
import { optionNames } from '../../../workfront/planning/record.ts';
import type { FieldDefinition } from '../../../workfront/planning/record.ts';

const DERIVED: ReadonlySet<string> = new Set(
  'formula lookup created-by created-at updated-by updated-at'.split(' '),
);

/** `before` is kept where `sent` says nothing; null empties a field. Keys are ids or aliases. */
export function readData(
  sent: JsonValue,
  before: JsonObject,
  find: (key: string) => FieldDefinition | null,
  model: PlanningModel,
): JsonObject {
  if (!isJsonObject(sent)) throw invalid('data must be an object', 'data');
  const data: Record<string, JsonValue> = { ...before };
  for (const [key, value] of Object.entries(sent)) {
    if (key === '') throw invalid('Field name cannot be empty', 'data');
    const field = find(key);
    if (field === null) throw invalid(`Field ${key} does not exist`, key);
    if (DERIVED.has(field.type)) throw invalid(`Field ${key} cannot be set`, key);
    const stored = value === null || value === '' ? null : readValue(field, value, model);
    if (stored === null) delete data[field.id];
    else data[field.id] = stored;
  }
  return data;
}

function readValue(field: FieldDefinition, value: JsonValue, model: PlanningModel): JsonValue {
  switch (field.type) {
    case 'text':
    case 'url':
      return readText(field, value, LIMITS.textLength);
    case 'long-text':
      return readText(field, value, LIMITS.paragraphLength);
    case 'number':
    case 'percentage':
    case 'currency':
      return readNumber(field, value);
    case 'date':
      return readDate(field, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(field, 'true or false');
      return value;
    case 'single-select':
      return readOption(field, value);
    case 'multi-select':
      return list(field, value).map((one) => readOption(field, one));
    case 'user':
      return list(field, value).map((one) => ({ id: readID(field, one), idType: 'WF' }));
    case 'reference':
      return list(field, value).map((one) => readLink(field, one, model));
    case 'formula':
    case 'lookup':
    case 'created-at':
    case 'created-by':
    case 'updated-at':
    case 'updated-by':
      throw invalid(`Field ${field.id} cannot be set`, field.id);
    default:
      return unreachable(field.type);
  }
}

function readText(field: FieldDefinition, value: JsonValue, lengthMax: number): string {
  if (typeof value !== 'string') throw wrong(field, 'text');
  if (value.length > lengthMax) throw wrong(field, `at most ${lengthMax} characters`);
  return value;
}

function readNumber(field: FieldDefinition, value: JsonValue): number {
  const number = value instanceof SourceNumber ? Number(value.text) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrong(field, 'a number');
  return number;
}

function readDate(field: FieldDefinition, value: JsonValue): string {
  const micros = typeof value === 'string' ? parseWorkfrontDate(value) : null;
  if (micros === null) throw wrong(field, 'an ISO date');
  return formatIsoDate(micros);
}

function readOption(field: FieldDefinition, value: JsonValue): string {
  const names = optionNames(field.row);
  if (typeof value !== 'string' || !names.includes(value)) {
    throw wrong(field, `one of ${names.join(', ')}`);
  }
  return value;
}

function readID(field: FieldDefinition, value: JsonValue): string {
  const id = isJsonObject(value) ? fieldText(value, 'id') : value;
  if (typeof id !== 'string' || id === '') throw wrong(field, 'ids');
  return id;
}

/**
 * A link shows the other record's id and name; `externalId` is for other systems' objects
 * (reference E.2).
 */
function readLink(field: FieldDefinition, value: JsonValue, model: PlanningModel): JsonValue {
  const id = readID(field, value);
  const other = model.tenant.store.get('RECORD', id);
  if (other === null) throw wrong(field, `records that exist; ${id} does not`);
  return { id, externalId: null, value: model.titleOf(other) };
}

function list(field: FieldDefinition, value: JsonValue): readonly JsonValue[] {
  const items = isList(value) ? value : [value];
  if (items.length > LIMITS.linksPerConnection) {
    if (field.type === 'reference') throw connectionsExceeded();
    throw wrong(field, `at most ${LIMITS.linksPerConnection} values`);
  }
  return items;
}

function wrong({ id }: FieldDefinition, expected: string): Error {
  return invalid(`Field ${id} takes ${expected}`, id);
}
