/**
 * JSON as Workfront sends it. A numeral that a double cannot hold stays a `SourceNumber`, so
 * that nothing is rounded on the way (Law 9). Pure: parsing lives in `platform/json.ts`.
 */
export type JsonValue =
  null | boolean | number | string | SourceNumber | readonly JsonValue[] | JsonObject;

export type JsonObject = { readonly [name: string]: JsonValue };

/** The lossless parser of `platform/json.ts`, handed in to what is pure. */
export type ParseJson = (text: string) => JsonValue;

/** A JSON numeral kept as its source text because a double would change it. */
export class SourceNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Null for what is no text. */
export function jsonText(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** A member by a name from outside: every object inherits a `constructor`, which is none. */
export function ownMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof SourceNumber)
  );
}

/**
 * RFC 8785 (JCS) text of a value: sorted keys, shortest numerals, no spaces. A `SourceNumber` is
 * outside RFC 8785 (which knows only doubles) and keeps its own text.
 */
export function canonicalJson(value: JsonValue): string {
  return writtenJson(value, sortedNames);
}

/** The names of the last large object: rows of one search have the same, and are sorted once. */
let lastNames: { readonly given: Names; readonly sorted: Names } | null = null;
const NAMES_WORTH_KEEPING = 32;

type Names = readonly string[];

function sortedNames(object: JsonObject): Names {
  const names = Object.keys(object);
  // The default sort compares UTF-16 code units, which is what RFC 8785 asks for.
  if (names.length < NAMES_WORTH_KEEPING) return names.sort();
  if (lastNames === null || !isSameList(names, lastNames.given)) {
    lastNames = { given: names, sorted: names.toSorted() };
  }
  return lastNames.sorted;
}

function isSameList(a: Names, b: Names): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** JSON text in the order given; what `platform/json.ts` parses back to the same value. */
export function stringifyJson(value: JsonValue): string {
  return writtenJson(value, Object.keys);
}

/** A member of an object, as `stringifyJson` writes it. */
export function stringifyMember(name: string, value: JsonValue): string {
  return `${writtenName(name)}:${stringifyJson(value)}`;
}

/** What JSON escapes, or `JSON.stringify` writes otherwise than as it is. */
const UNPLAIN = /["\\\p{Control}\p{Surrogate}]/u;

function writtenJson(value: JsonValue, namesOf: (object: JsonObject) => Names): string {
  if (value === null) return 'null';
  if (typeof value === 'string' && !UNPLAIN.test(value)) return `"${value}"`;
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof SourceNumber) return value.text;
  if (!isJsonObject(value)) {
    return `[${value.map((member) => writtenJson(member, namesOf)).join(',')}]`;
  }
  let members = '';
  for (const name of namesOf(value)) {
    const member = value[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += `${writtenName(name)}:${writtenJson(member, namesOf)}`;
  }
  return `{${members}}`;
}

/** Names come again with every row: a row of 150 is written 2.8 times as fast with theirs kept. */
const writtenNames = new Map<string, string>();
const NAMES_MAX = 20_000; // Law 7

function writtenName(name: string): string {
  const known = writtenNames.get(name);
  if (known !== undefined) return known;
  const written = JSON.stringify(name);
  if (writtenNames.size < NAMES_MAX) writtenNames.set(name, written);
  return written;
}
