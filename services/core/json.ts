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
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof SourceNumber) return value.text;
  if (isJsonObject(value)) return canonicalObject(value);
  return `[${value.map(canonicalJson).join(',')}]`;
}

/** JSON text in the order given; what `platform/json.ts` parses back to the same value. */
export function stringifyJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof SourceNumber) return value.text;
  if (!isJsonObject(value)) return `[${value.map(stringifyJson).join(',')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${stringifyJson(member)}`,
  );
  return `{${members.join(',')}}`;
}

function canonicalObject(value: JsonObject): string {
  const members: string[] = [];
  // The default sort compares UTF-16 code units, which is what RFC 8785 asks for.
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}
