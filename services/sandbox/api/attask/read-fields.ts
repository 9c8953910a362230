/**
 * Reads the fields of a create or edit by their types (reference C.6); refuses as documented
 * (reference C.5).
 */
import { SourceNumber, isJsonObject, isList } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { unreachable } from '../../../core/unreachable.ts';
import { badRequest, invalidData, unknownField } from '../../../workfront/attask/attask-error.ts';
import { fieldsOf } from '../../../workfront/catalogue/catalogue.ts';
import type { FieldType } from '../../../workfront/catalogue/field-types.generated.ts';
import { parseWorkfrontDate } from '../../../workfront/dates.ts';
import { dayOf } from '../../../workfront/time-zone.ts';
import type { CustomFields } from '../../../workfront/catalogue/custom-field.ts';
import { parametersOf } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { classNameOf, isOpen, schemaOf } from '../../../workfront/catalogue/schema.ts';

export interface FieldContext {
  readonly version: number;
  readonly parameters: CustomFields;
  readonly zone: string;
}

/** Workfront's own; a caller who sends them is refused, except the ID that the path names too. */
const READ_ONLY: ReadonlySet<string> = new Set(
  'customerID lastUpdateDate lastUpdatedByID enteredByID referenceNumber'.split(' '),
);
const ABOUT_THE_REQUEST: ReadonlySet<string> = new Set(['ID', 'objCode', 'sessionID', 'apiKey']);

/** Changes as the store keeps them. `before` null on create. */
export function readFields(
  objCode: string,
  sent: JsonObject,
  before: ObjectRow | null,
  context: FieldContext,
): ObjectRow {
  const changes: Record<string, JsonValue> = {};
  let parameters: Record<string, JsonValue> | null = null;
  for (const [name, value] of Object.entries(sent)) {
    if (ABOUT_THE_REQUEST.has(name)) continue;
    if (name.startsWith('DE:') || name === 'parameterValues') {
      parameters ??= { ...parametersOf(before) };
      const members = name === 'parameterValues' ? value : { [name]: value };
      readParameters(members, parameters, objCode, context);
    } else {
      changes[name] = readField(objCode, name, value, context);
    }
  }
  if (parameters !== null) changes['parameterValues'] = parameters;
  return changes;
}

function readField(
  objCode: string,
  name: string,
  value: JsonValue,
  context: FieldContext,
): JsonValue {
  const type = schemaOf(objCode).get(name);
  if (type === undefined && !isOpen(objCode)) {
    throw unknownField(context.version, name, classNameOf(objCode));
  }
  const readOnly = READ_ONLY.has(name) || (name === 'entryDate' && type === 'dateTime');
  if (readOnly) throw invalidData(`Field ${name} cannot be set`);
  const stored = readValue(name, value, type ?? 'unknown', context);
  const keys = fieldsOf(objCode).get(name)?.values ?? [];
  // Statuses can be custom (CSTEM), so only numbered enums are closed.
  if (type === 'int' && keys.length > 0 && typeof stored === 'number' && !keys.includes(stored)) {
    throw invalidData(`Invalid value ${stored} for field ${name}`);
  }
  return stored;
}

function readParameters(
  members: JsonValue,
  into: Record<string, JsonValue>,
  objCode: string,
  context: FieldContext,
): void {
  if (!isJsonObject(members)) throw invalidData('parameterValues must be an object');
  for (const [key, value] of Object.entries(members)) {
    const name = key.startsWith('DE:') ? key : `DE:${key}`;
    const parameter = context.parameters.find(name);
    if (parameter === null) throw unknownField(context.version, name, classNameOf(objCode));
    if (parameter.calculated) throw invalidData(`Field ${name} is calculated`);
    const stored = readValue(name, value, parameter.type, context);
    // Only filled custom fields exist: clearing one makes its key vanish (reference B.4).
    if (stored === null || stored === '') delete into[name];
    else into[name] = stored;
  }
}

export function readValue(
  name: string,
  value: JsonValue,
  type: FieldType,
  context: { readonly zone: string },
): JsonValue {
  if (value === null) return null;
  switch (type) {
    case 'int':
    case 'double':
      return readNumber(name, value, type === 'int');
    case 'boolean':
      return readBoolean(name, value);
    case 'dateTime':
    case 'date':
      return readDate(name, value, type, context.zone);
    case 'string[]':
      return readTexts(name, value);
    case 'string':
      if (typeof value === 'object') {
        if (value instanceof SourceNumber) return value.text;
        throw invalidData(`Field ${name} takes text`);
      }
      return String(value);
    case 'map':
    case 'unknown':
      return plain(value);
    default:
      return unreachable(type);
  }
}

function readNumber(name: string, value: JsonValue, whole: boolean): number | null {
  if (value === '') return null;
  const text = value instanceof SourceNumber ? value.text : value;
  const number = typeof text === 'number' || typeof text === 'string' ? Number(text) : Number.NaN;
  if (!Number.isFinite(number) || (whole && !Number.isInteger(number))) {
    throw invalidData(`Field ${name} takes a ${whole ? 'whole ' : ''}number`);
  }
  return number;
}

function readBoolean(name: string, value: JsonValue): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalidData(`Field ${name} takes true or false`);
}

function readDate(name: string, value: JsonValue, type: FieldType, zone: string): JsonValue {
  if (value === '') return null;
  const micros = typeof value === 'string' ? parseWorkfrontDate(value) : null;
  if (micros === null) throw badRequest(`Invalid date for field ${name}`);
  if (type === 'dateTime') return micros;
  return typeof value === 'string' && value.length === 10 ? value : dayOf(zone, micros);
}

function readTexts(name: string, value: JsonValue): JsonValue {
  const items: readonly JsonValue[] = isList(value) ? value : [value];
  const texts = items.filter((item) => typeof item === 'string' && item !== '');
  if (items.some((item) => typeof item !== 'string'))
    throw invalidData(`Field ${name} takes texts`);
  return texts.length === 0 ? null : texts;
}

/** Rows hold no source numbers: they are written by JSON.stringify. */
function plain(value: JsonValue): JsonValue {
  if (value instanceof SourceNumber) return Number(value.text);
  if (isList(value)) return value.map(plain);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
