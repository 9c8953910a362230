/**
 * The body of a delivery: envelope, full snapshots of the listed fields, v1 and v2 (reference B.4).
 */
import { isJsonObject, isList, stringifyJson } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { EventType } from '../../workfront/event-bodies.ts';
import { eventFieldsOf } from '../../workfront/catalogue/catalogue.ts';
import { formatEventDate, formatIsoDate } from '../../workfront/dates.ts';
import { zoneOffsetMinutes } from '../../workfront/time-zone.ts';
import type { Settings } from '../settings.ts';
import type { Change } from '../tenant/change.ts';
import type { CustomParameters } from '../tenant/parameters.ts';
import { parametersOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import { referencesOf, schemaOf } from '../../workfront/catalogue/schema.ts';
import type { Store } from '../tenant/store.ts';
import type { EventStates } from './event-filter.ts';
import type { BodyVersion } from './subscription.ts';
import { asVersionOne } from './version-one.ts';
import type { Told } from './version-one.ts';

export interface BodyParts {
  readonly store: Store;
  readonly parameters: CustomParameters;
  readonly settings: Settings;
  /** Another one once an earlier run is recalled. */
  readonly customerID: () => string;
  /** Whether version 1 shows a null that never was: it did so sometimes (reference B.4). */
  readonly drawFalseNull: () => boolean;
}

/** A message or object above 1 MB is not delivered, and not retried (reference B.2). */
export const BODY_BYTES_MAX = 1_048_576;

export function eventTypeOf(change: Change): EventType {
  switch (change.kind) {
    case 'CREATE':
    case 'RESTORE':
      return 'CREATE';
    case 'DELETE':
      return 'DELETE';
    case 'UPDATE':
    case 'RECALCULATE':
      return 'UPDATE';
    default:
      return unreachable(change.kind);
  }
}

/** What there is to tell of a change, in order; version 1 may have more than one event. */
export function toldStates(
  change: Change,
  version: BodyVersion,
  parts: BodyParts,
): readonly Told[] {
  const states = statesOf(change, version, parts);
  const told = { ...states, eventTimeMicros: change.eventTimeMicros };
  return version === 'v2' ? [told] : asVersionOne(change.objCode, told, parts.drawFalseNull);
}

function statesOf(change: Change, version: BodyVersion, parts: BodyParts): EventStates {
  const eventType = eventTypeOf(change);
  const before =
    change.before === null ? {} : snapshot(change.objCode, change.before, version, parts);
  const after = change.after === null ? {} : snapshot(change.objCode, change.after, version, parts);
  if (eventType === 'CREATE') return { eventType, newState: after, oldState: {} };
  if (eventType === 'UPDATE') return { eventType, newState: after, oldState: before };
  const place = parts.settings.deleteState;
  return {
    eventType,
    newState: place === 'oldState' ? {} : before,
    oldState: place === 'newState' ? {} : before,
  };
}

export interface Addressed {
  readonly subscriptionId: string;
  readonly base64: boolean;
  /** v1 bodies name no versions; during a switch a v2 subscription may send a v1 event. */
  readonly eventVersion: BodyVersion;
  readonly subscriptionVersion: BodyVersion;
}

export function deliveryBody(
  change: Change,
  states: Told,
  to: Addressed,
  parts: BodyParts,
): string {
  const state = (value: JsonObject): JsonValue =>
    to.base64 ? Buffer.from(stringifyJson(value)).toString('base64') : value;
  const { eventType, newState, oldState } = states;
  const { subscriptionId } = to;
  if (parts.settings.eventForm === 'fields') {
    // Of a DELETE there is no sample: whichever state carries the object, as today (reference B.4).
    const carrying = Object.keys(newState).length > 0 ? newState : oldState;
    return stringifyJson({ eventType, subscriptionId, fields: state(carrying) });
  }
  return stringifyJson({
    eventType,
    subscriptionId,
    ...(parts.settings.envelopeActor
      ? { customerId: parts.customerID(), userId: change.actorID }
      : {}),
    eventTime: {
      nano: (states.eventTimeMicros % 1_000_000) * 1000,
      epochSecond: Math.floor(states.eventTimeMicros / 1_000_000),
    },
    ...(to.eventVersion === 'v2'
      ? { eventVersion: to.eventVersion, subscriptionVersion: to.subscriptionVersion }
      : {}),
    newState: state(newState),
    oldState: state(oldState),
  });
}

/** Every listed field, null when it has no value (reference B.4). */
function snapshot(
  objCode: string,
  row: ObjectRow,
  version: BodyVersion,
  parts: BodyParts,
): JsonObject {
  const type = eventFieldsOf(objCode);
  const schema = schemaOf(objCode);
  const state: Record<string, JsonValue> = {};
  for (const [name] of type?.fields ?? []) {
    if (name === 'parameterValues') state[name] = customValues(row, version, parts);
    else if (name.includes(':')) state[name] = dotted(objCode, row, name, parts);
    else state[name] = valueOf(row[name] ?? null, schema.get(name) === 'dateTime', objCode, parts);
  }
  if (parts.settings.eventNulls) return state;
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null));
}

const PLANNING: ReadonlySet<string> = new Set(['RECORD', 'RECORD_TYPE', 'WORKSPACE', 'FIELD']);

function valueOf(value: JsonValue, isDate: boolean, objCode: string, parts: BodyParts): JsonValue {
  if (!isDate || typeof value !== 'number') return value;
  const instant = asMicros(value);
  // Planning writes its own ISO form (reference C.6).
  if (PLANNING.has(objCode)) return formatIsoDate(instant);
  return formatEventDate(instant, zoneOffsetMinutes(parts.settings.zone, instant));
}

/**
 * Only filled custom fields; a multi-select of one value is a bare string in v1 (reference B.4).
 */
function customValues(row: ObjectRow, version: BodyVersion, parts: BodyParts): JsonObject {
  const values: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(parametersOf(row))) {
    if (value === null) continue;
    const isDate = parts.parameters.find(name)?.type === 'dateTime';
    const single = version === 'v1' && isList(value) && value.length === 1 ? value[0] : undefined;
    values[name] = single ?? valueOf(value, isDate, '', parts);
  }
  return values;
}

/** `project:status` stands flat in a task (reference B.4); the value is the project's of now. */
function dotted(objCode: string, row: ObjectRow, name: string, { store }: BodyParts): JsonValue {
  const [relation = '', field = ''] = name.split(':');
  const id = fieldText(row, `${relation}ID`);
  const target = referencesOf(objCode).get(`${relation}ID`);
  const other = id === null || target === undefined ? null : store.get(target, id);
  const value = other?.[field] ?? null;
  return isJsonObject(value) ? null : value;
}
