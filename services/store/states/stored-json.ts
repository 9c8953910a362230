/**
 * Fields as one JSON object that jsonb holds and gives back: `other` of a version, the values of a
 * claim, what was before. What jsonb cannot hold (NUL, half a surrogate pair, numbers beyond
 * numeric) is there as the text of its JSON, so nothing is lost (Law 9). Pure.
 */
import { isJson } from '../../core/field-value.ts';
import type { FieldValue, Fields } from '../../core/field-value.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { parseJson } from '../../platform/json.ts';
import { canonicalValue } from './canonical-value.ts';

/**
 * The only member of an object that stands for what jsonb cannot hold: the value's JSON as text.
 */
const WRAPPED = '$json';
/** Before a name that jsonb cannot hold: then comes the name's JSON. */
const NAME_MARK = '\u0001json:';

export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Whether jsonb holds this JSON, in the form that we write, and we would not mistake it. */
export function isStorableJson(json: string): boolean {
  return !UNSTORABLE.test(json);
}

// Escapes of NUL and of half a pair, numerals that numeric may not have, and our own mark. Text
// that only looks like one of these is wrapped too, which does no harm.
const UNSTORABLE = /\\u(?:0000|[dD][89a-fA-F])|[eE][+-]?\d{4}|\d{1001}|"\$json"/;

/** A value's JSON as it is stored. */
export function storedValue(value: FieldValue): string {
  const json = jsonOf(value);
  if (typeof value === 'string' ? isStorableText(value) : isStorableJson(json)) return json;
  return `{"${WRAPPED}":${JSON.stringify(json)}}`;
}

/** Whether it is stored as it is. */
export function isPlainlyStored(value: FieldValue): boolean {
  if (typeof value === 'string') return isStorableText(value);
  return !isJson(value) || isStorableJson(value.json);
}

export function storedName(name: string): string {
  if (isStorableText(name) && !name.startsWith(NAME_MARK)) return name;
  return NAME_MARK + JSON.stringify(name);
}

export function nameOfStored(stored: string): string {
  if (!stored.startsWith(NAME_MARK)) return stored;
  return String(JSON.parse(stored.slice(NAME_MARK.length)));
}

/** All of them as one object. */
export function storedFields(fields: Fields): string {
  const members = Object.entries(fields).map(
    ([name, value]) => `${JSON.stringify(storedName(name))}:${storedValue(value)}`,
  );
  return `{${members.join(',')}}`;
}

/** Back from `storedFields`, or from any object of such members. */
export function entriesOfStored(text: string): [string, FieldValue][] {
  const parsed = parseJson(text);
  if (!isJsonObject(parsed)) return [];
  return Object.entries(parsed).map(([name, value]) => [nameOfStored(name), valueOfStored(value)]);
}

function valueOfStored(value: JsonValue): FieldValue {
  const wrapped = isJsonObject(value) ? value[WRAPPED] : undefined;
  return canonicalValue(typeof wrapped === 'string' ? parseJson(wrapped) : value);
}

function jsonOf(value: FieldValue): string {
  if (isJson(value)) return value.json;
  return JSON.stringify(value);
}
