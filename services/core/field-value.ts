/**
 * The values a change event carries, and the two-way street between a Workfront object and its
 * flat form. Pure; promises that `unflatten(flatten(x))` is x (Law 9).
 */
import type { ChangeEvent, Json } from './change-event.generated.ts';
import { isJsonObject, stringifyJson } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';

export type FieldValue = ChangeEvent['fields'][string];
export type Fields = ChangeEvent['fields'];

/** Containers whose members become keys of their own, and the prefix that such a key bears. */
export type Flattening = { readonly container: string; readonly prefix: string };

/**
 * parameterValues keys are `DE:<name>` already (reference B.4); the prefix is part of the
 * key.
 */
export const PARAMETER_VALUES: Flattening = { container: 'parameterValues', prefix: 'DE:' };
/** Planning `data` is keyed by field id (reference E.2); the prefix is ours. */
export const PLANNING_DATA: Flattening = { container: 'data', prefix: 'data.' };

export function toFieldValue(value: JsonValue): FieldValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  // Avro strings are UTF-8, which has no half of a surrogate pair (a text cut inside an emoji);
  // JSON text escapes it (Law 9).
  if (typeof value === 'string' && value.isWellFormed()) return value;
  return { json: stringifyJson(value) };
}

/** `parseJson` is the lossless parser of `platform/json.ts`, handed in because core has no npm. */
export function fromFieldValue(
  value: FieldValue,
  parseJson: (text: string) => JsonValue,
): JsonValue {
  return typeof value === 'object' && value !== null ? parseJson(value.json) : value;
}

/**
 * The value of a field; undefined where it is absent. Names come from outside, and every plain
 * object inherits a `constructor`: `fields[name]` would find that.
 */
export function valueIn(fields: Fields, name: string): FieldValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function isJson(value: FieldValue | undefined): value is Json {
  return typeof value === 'object' && value !== null;
}

export interface FlatState {
  readonly fields: Fields;
  /** Prefixes of the containers that were present as objects, so read whole. */
  readonly clears: readonly string[];
}

/**
 * Flattens an object's state. A container that is not an object (null, text) stays a field of
 * its own name. Returns null where the state cannot be flattened without loss: a key that would
 * collide.
 */
export function flatten(state: JsonObject, flattenings: readonly Flattening[]): FlatState | null {
  const fields: Record<string, FieldValue> = {};
  const clears: string[] = [];
  for (const name of Object.keys(state)) {
    const value = state[name] ?? null;
    if (name === MARKED_PROTO || !name.isWellFormed()) return null;
    const isObject = isJsonObject(value);
    const flattening = isObject ? flattenings.find((one) => one.container === name) : undefined;
    if (!isObject || flattening === undefined) {
      if (bearsPrefix(name, flattenings)) return null;
      fields[name === PROTO ? MARKED_PROTO : name] = toFieldValue(value);
      continue;
    }
    clears.push(flattening.prefix);
    for (const [member, memberValue] of Object.entries(value)) {
      if (!member.isWellFormed()) return null;
      if (member.startsWith(`DE:${UNPREFIXED}`)) return null;
      fields[flatKey(flattening, member)] = toFieldValue(memberValue);
    }
  }
  return { fields, clears };
}

function bearsPrefix(name: string, flattenings: readonly Flattening[]): boolean {
  for (const { prefix } of flattenings) if (name.startsWith(prefix)) return true;
  return false;
}

/** The state that `flatten` was given. */
export function unflatten(
  flat: FlatState,
  flattenings: readonly Flattening[],
  parseJson: (text: string) => JsonValue,
): JsonObject {
  const state: Record<string, JsonValue> = {};
  const containers = new Map<string, Record<string, JsonValue>>();
  for (const { container, prefix } of flattenings) {
    if (!flat.clears.includes(prefix)) continue;
    const members: Record<string, JsonValue> = {};
    containers.set(prefix, members);
    state[container] = members;
  }
  for (const [key, value] of Object.entries(flat.fields)) {
    const flattening = flattenings.find((one) => key.startsWith(one.prefix));
    const members = flattening && containers.get(flattening.prefix);
    if (flattening && members)
      setMember(members, memberName(flattening, key), fromFieldValue(value, parseJson));
    else setMember(state, key === MARKED_PROTO ? PROTO : key, fromFieldValue(value, parseJson));
  }
  return state;
}

/** Also where an assignment would not make a member but change what the object is. */
export function setMember<Value>(object: Record<string, Value>, name: string, value: Value): void {
  if (name !== PROTO) object[name] = value;
  else Object.defineProperty(object, name, { value, ...ORDINARY });
}

const ORDINARY = { enumerable: true, configurable: true, writable: true };

// A member of parameterValues that lacks DE: (never seen) keeps its name behind a second DE:, so
// that the way back is unambiguous: `x` becomes `DE:\u0001x`. (Not \u0000: Postgres cannot store
// it.)
const UNPREFIXED = '\u0001';

/** The one name that a map of fields cannot hold, and what stands for it there. */
const PROTO = '__proto__';
const MARKED_PROTO = UNPREFIXED + PROTO;

/** The field that a member of a container becomes. */
export function flatKey({ container, prefix }: Flattening, member: string): string {
  if (container !== PARAMETER_VALUES.container) return prefix + member;
  return member.startsWith(prefix) ? member : prefix + UNPREFIXED + member;
}

/** The member that a field with the container's prefix was. */
export function memberName({ container, prefix }: Flattening, key: string): string {
  if (container !== PARAMETER_VALUES.container) return key.slice(prefix.length);
  const rest = key.slice(prefix.length);
  return rest.startsWith(UNPREFIXED) ? rest.slice(1) : key;
}
