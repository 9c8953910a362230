/**
 * What a change event keeps of a delivery beside its fields, and the way back to the whole body
 * (Law 9). Pure. A state that travels in `fields` or `previous` is kept once: `origin.raw` holds
 * a reference in its place, `{"$":"fields","containers":["parameterValues"],"base64":true}`.
 */
import type { ChangeEvent } from '../core/change-event.generated.ts';
import { PARAMETER_VALUES, PLANNING_DATA, unflatten } from '../core/field-value.ts';
import type { FlatState, Flattening } from '../core/field-value.ts';
import { stateBefore } from '../core/state-before.ts';
import { isJsonObject, stringifyJson } from '../core/json.ts';
import type { JsonObject, JsonValue, ParseJson } from '../core/json.ts';
import { STATE_NAMES } from './event-bodies.ts';
import type { EventBody, SentState } from './event-bodies.ts';

/** Where a state travels. */
export interface Carried {
  readonly state: SentState;
  readonly as: 'fields' | 'previous';
  readonly flat: FlatState;
}

/**
 * The containers that a type's states are flattened by (docs/architecture.md, "The change event").
 */
export function flatteningsOf(objCode: string): readonly Flattening[] {
  return objCode === 'RECORD' ? RECORD_FLATTENINGS : FLATTENINGS;
}

const RECORD_FLATTENINGS = [PLANNING_DATA];
const FLATTENINGS = [PARAMETER_VALUES];

/** `origin.raw` of a delivery whose states travel as said. */
export function packEnvelope(
  body: EventBody,
  objCode: string,
  carried: readonly Carried[],
): string {
  const members: Record<string, JsonValue> = { ...body.members };
  for (const name of STATE_NAMES) {
    const carrier = carried.find((one) => one.state.name === name);
    const left = [body.newState, body.oldState].find((state) => state?.name === name);
    const member = members[name];
    if (carrier) members[name] = referenceTo(carrier, objCode);
    else if (left?.base64) members[name] = { $: 'whole', state: left.value, base64: true };
    // A state that bears `$` itself would read as a reference.
    else if (isJsonObject(member) && '$' in member) members[name] = { $: 'whole', state: member };
  }
  return stringifyJson(members);
}

/**
 * The body that the event was made from, states decoded.
 * @param parseJson the lossless parser of `platform/json.ts`
 */
export function rebuildBody(event: ChangeEvent, parseJson: ParseJson): JsonValue {
  const envelope = parseJson(event.origin.raw ?? 'null');
  if (!isJsonObject(envelope)) return envelope;
  const members: Record<string, JsonValue> = { ...envelope };
  for (const name of STATE_NAMES) {
    const member = envelope[name];
    if (isJsonObject(member) && '$' in member) members[name] = resolve(event, member, parseJson);
  }
  return members;
}

function resolve(event: ChangeEvent, reference: JsonObject, parseJson: ParseJson): JsonValue {
  const { $: as, containers, state = null } = reference;
  if (as === 'whole') return state;
  const flattenings = flatteningsOf(event.objCode);
  const names = new Set<unknown>(Array.isArray(containers) ? containers : []);
  const clears = flattenings.flatMap((one) => (names.has(one.container) ? [one.prefix] : []));
  const fields = as === 'fields' ? event.fields : (stateBefore(event) ?? {});
  return unflatten({ fields, clears }, flattenings, parseJson);
}

function referenceTo({ state, as, flat }: Carried, objCode: string): JsonObject {
  const containers = flatteningsOf(objCode)
    .filter(({ prefix }) => flat.clears.includes(prefix))
    .map(({ container }) => container);
  return state.base64 ? { $: as, containers, base64: true } : { $: as, containers };
}
