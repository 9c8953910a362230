/**
 * Turns what Planning shows into change events: an object as it stands, an entry of a record's
 * history, an object that is gone (docs/architecture.md, "The change event").
 * Promises that v1 and v2 of one object make the same claims, and that what was not asked for is
 * never read as empty. Must stay pure: no clock, no I/O, neither platform nor npm.
 */
import type { ChangeEvent } from '../core/change-event.generated.ts';
import { eventID } from '../core/event-id.ts';
import { flatten, PLANNING_DATA, setMember, toFieldValue } from '../core/field-value.ts';
import type { Fields, FieldValue } from '../core/field-value.ts';
import { isJsonObject, stringifyJson } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { greatest } from '../core/units.ts';
import type { Micros, ObjID } from '../core/units.ts';
import { park } from '../source/log/translation.ts';
import type { Translated } from '../source/log/translation.ts';
import { parseClock } from '../workfront/dates.ts';
import { filledText } from '../workfront/event-bodies.ts';
import { fieldTypeOf } from '../workfront/planning/field-type.ts';
import type { PlanningKind } from '../workfront/planning/planning-client.ts';

/** A row and what the path says of it. */
export interface SeenObject {
  readonly kind: PlanningKind;
  readonly row: JsonObject;
  /** What it was listed under: `workspaceId` of a type, `recordTypeId` of a field. */
  readonly parent: Readonly<Record<string, string>>;
  /** The latest instant at which the answer surely held. */
  readonly heldAt: Micros;
}

export interface SeenOptions {
  readonly observedAt: Micros;
  readonly customerID: string | null;
  /** Attributes that were asked for (v1); others are null without being empty. Null: all. */
  readonly asked: ReadonlySet<string> | null;
}

/** Objects of their own, or what the caller may do: no fields of this one. */
const APART: ReadonlySet<string> = new Set(['recordTypes', 'fields', 'permission']);
/** People: v1 and events name them, v2 wraps id and name. */
const PEOPLE: ReadonlySet<string> = new Set(['createdBy', 'updatedBy']);

export function translateObject(seen: SeenObject, options: SeenOptions): Translated {
  const objID = filledText(seen.row['id']);
  if (objID === null) return park('NO_OBJECT_ID', `a ${seen.kind} without an id`);
  const claims = planningClaims(seen, options.asked);
  if (claims === null) return park('UNDECODABLE', 'two names of its data would become one');
  const { row, kind } = seen;
  const clock = parseClock(row['updatedAt']) ?? parseClock(row['createdAt']);
  const asOf = greatest(clock ?? seen.heldAt, seen.heldAt);
  const event: ChangeEvent = {
    eventID: eventID('PLANNING', kind, objID, asOf, claims.clears, claims.fields),
    objCode: kind,
    objID,
    entryDate: clock ?? asOf,
    asOf,
    operation: 'SNAPSHOT',
    ...claims,
    previous: null,
    ...UNKNOWN_BEFORE,
    actorID: personOf(row['updatedBy']) ?? personOf(row['createdBy']),
    path: 'PLANNING',
    observedAt: options.observedAt,
    origin: {
      ...ORIGIN,
      customerID: filledText(row['customerId']) ?? options.customerID,
      raw: rest(row),
    },
  };
  return { event };
}

/** What the object is, without when it was seen: equal claims need not be told again. */
export function planningClaims(
  { kind, row, parent }: SeenObject,
  asked: ReadonlySet<string> | null,
): { readonly fields: Fields; readonly clears: readonly string[] } | null {
  const state: Record<string, JsonValue> = { ...parent };
  for (const [name, value] of Object.entries(row)) {
    if (APART.has(name)) continue;
    // Attributes that were not asked for are null (reference E.2): not cleared, only unasked.
    if (value === null && asked !== null && !asked.has(name)) continue;
    setMember(state, name, PEOPLE.has(name) ? personOf(value) : value);
  }
  if (kind === 'FIELD') state['type'] = typeNameOf(row['type'] ?? null);
  return flatten(state, kind === 'RECORD' ? [PLANNING_DATA] : []);
}

/** v2 has no name for url, lookup and the system's own: null there is not known, not empty. */
function typeNameOf(value: JsonValue): JsonValue {
  return typeof value === 'string' ? (fieldTypeOf(value) ?? value) : value;
}

export interface HistoryOptions {
  readonly observedAt: Micros;
  readonly customerID: string | null;
}

/** Kinds whose form in the history is that of the record; of others the entry is a signal only. */
const SAME_FORM: ReadonlySet<string> = new Set(
  'text long-text url number percentage currency date boolean single-select'.split(' '),
);

export function translateHistory(entry: JsonObject, options: HistoryOptions): Translated {
  const entryID = filledText(entry['id']);
  const objID = filledText(entry['recordId']);
  if (entryID === null) return park('UNDECODABLE', 'an entry of a history without an id');
  if (objID === null) return park('NO_OBJECT_ID', 'an entry of a history without a recordId');
  const entryDate = parseClock(entry['createdAt']);
  if (entryDate === null) return park('NO_CHANGE_TIME', 'createdAt is not a time');
  const event: ChangeEvent = {
    eventID: eventID('PLANNING', 'RECORD', objID, entryID),
    objCode: 'RECORD',
    objID,
    entryDate,
    asOf: entryDate,
    operation: 'UPDATE',
    ...changeOf(entry),
    ...UNKNOWN_BEFORE,
    clears: [],
    actorID: personOf(entry['createdBy']),
    path: 'PLANNING',
    observedAt: options.observedAt,
    origin: { ...ORIGIN, customerID: options.customerID, raw: stringifyJson(entry) },
  };
  return { event };
}

function changeOf(entry: JsonObject): Pick<ChangeEvent, 'fields' | 'previous'> {
  const fieldId = filledText(entry['fieldId']);
  const [after, before] = [sideOf(entry['after']), sideOf(entry['before'])];
  const type = fieldTypeOf(after.type ?? before.type ?? '');
  if (fieldId === null || type === null || !SAME_FORM.has(type))
    return { fields: {}, previous: null };
  const key = PLANNING_DATA.prefix + fieldId;
  // Of some kinds the old value is not shown, so that null is no claim (reference E.5).
  const previous = before.value === null ? null : { [key]: before.value };
  return { fields: { [key]: after.value }, previous };
}

function sideOf(side: JsonValue | undefined): { value: FieldValue; type: string | null } {
  if (side === undefined || !isJsonObject(side)) return { value: null, type: null };
  const { fieldSnapshot, value = null } = side;
  const snapshot = fieldSnapshot !== undefined && isJsonObject(fieldSnapshot) ? fieldSnapshot : {};
  return { value: toFieldValue(value), type: filledText(snapshot['type']) };
}

export interface PlanningAbsence {
  readonly kind: PlanningKind;
  readonly objID: ObjID;
  /** When it was seen last, and when it was seen to be gone. */
  readonly deletedAfter: Micros | null;
  readonly deletedBefore: Micros;
  readonly observedAt: Micros;
  readonly customerID: string | null;
  /** What said that it is gone. */
  readonly proof: string;
}

export function translateAbsence(absence: PlanningAbsence): ChangeEvent {
  const { kind, objID, deletedAfter, deletedBefore, customerID, proof } = absence;
  return {
    eventID: eventID('PLANNING', kind, objID, deletedBefore),
    objCode: kind,
    objID,
    entryDate: deletedBefore,
    asOf: deletedBefore,
    operation: 'DELETE',
    fields: {},
    clears: [],
    previous: null,
    ...UNKNOWN_BEFORE,
    actorID: null,
    path: 'PLANNING',
    observedAt: absence.observedAt,
    origin: { ...ORIGIN, customerID, deletedAfter, deletedBefore, raw: stringifyJson({ proof }) },
  };
}

/** Of the state before, nothing but what `previous` says. */
const UNKNOWN_BEFORE = { previousAbsent: [], previousKnown: false } as const;

const ORIGIN: ChangeEvent['origin'] = {
  subscriptionID: null,
  apiVersion: 0,
  journalEntryID: null,
  customerID: null,
  deletedAfter: null,
  deletedBefore: null,
  raw: null,
};

function personOf(value: JsonValue | undefined): string | null {
  return value !== undefined && isJsonObject(value) ? filledText(value['id']) : filledText(value);
}

/** What the fields do not hold as it was sent (Law 9): names of people, v2's names of types. */
function rest(row: JsonObject): string | null {
  const kept = Object.entries(row).filter(
    ([name, value]) =>
      name === 'type' || APART.has(name) || (PEOPLE.has(name) && isJsonObject(value)),
  );
  const own = kept.filter(([name]) => name !== 'recordTypes' && name !== 'fields');
  return own.length === 0 ? null : stringifyJson(Object.fromEntries(own));
}
