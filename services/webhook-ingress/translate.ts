/**
 * Turns one delivery into a change event, or says why it must be parked
 * (docs/architecture.md, "The change event").
 * Promises the same event for the same fact, however often and by whichever subscription it came.
 * Must stay pure: no clock, no I/O, neither platform nor npm.
 */
import type { ChangeEvent } from '../core/change-event.generated.ts';
import { eventID } from '../core/event-id.ts';
import { flatten } from '../core/field-value.ts';
import { differencesOf } from '../core/state-before.ts';
import type { FlatState } from '../core/field-value.ts';
import type { JsonValue, ParseJson } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import { EVERY_OBJECT, saysNoID } from '../source/orders/listing-signal.ts';
import { park } from '../source/log/translation.ts';
import type { Translated } from '../source/log/translation.ts';
import { parseClock } from '../workfront/dates.ts';
import {
  isBodyProblem,
  isEmptyState,
  readEventBody,
  filledText,
} from '../workfront/event-bodies.ts';
import type { EventBody, SentState } from '../workfront/event-bodies.ts';
import { flatteningsOf, packEnvelope } from '../workfront/event-envelope.ts';
import type { Carried } from '../workfront/event-envelope.ts';
import { actorOf, customerOf, objCodeOf, objIDOf } from '../workfront/event-subject.ts';

export interface ReceivedDelivery {
  /** Of the URL that it was delivered to. */
  readonly objCode: string;
  readonly body: JsonValue;
  readonly observedAt: Micros;
}

export interface TranslateDeliveryOptions {
  /** The tenant that we serve; null takes every customer's. */
  readonly customerID: string | null;
  readonly parseJson: ParseJson;
}

export function translate(
  delivery: ReceivedDelivery,
  options: TranslateDeliveryOptions,
): Translated {
  const body = readEventBody(delivery.body, options.parseJson);
  if (isBodyProblem(body)) return park(body.code, body.message);
  const states = statesOf(body);
  const customerID = customerOf(body, states.identity);
  if (options.customerID !== null && customerID !== null && customerID !== options.customerID) {
    return park('FOREIGN_CUSTOMER', `the customerID ${customerID} is not WORKFRONT_CUSTOMER_ID`);
  }
  const objCode = objCodeOf(delivery.objCode, states.identity);
  const objID = objIDOf(objCode, states.identity) ?? (saysNoID(objCode) ? EVERY_OBJECT : null);
  if (objID === null) return park('NO_OBJECT_ID', `no usable ID of a ${objCode} in its states`);
  const clocks = clocksOf(body, states.fields);
  if (clocks === null) {
    return park('NO_CHANGE_TIME', 'neither eventTime nor lastUpdateDate nor updatedAt is a time');
  }
  // Of a listing signal nothing is claimed: the whole body travels in `origin.raw`.
  const told = objID === EVERY_OBJECT ? { ...states, fields: null, previous: null } : states;
  const carried = carry(told, objCode);
  if (carried === null) return park('UNDECODABLE', 'two names of a state would become one field');
  const { eventType, eventTime, newState, oldState } = body;
  const [fields, previous] = carried;
  const event: ChangeEvent = {
    eventID: eventID(
      ...(['WEBHOOK', objCode, objID, eventType, eventTime] as const),
      newState?.value ?? null,
      oldState?.value ?? null,
    ),
    objCode,
    objID,
    ...clocks,
    operation: objID === EVERY_OBJECT ? 'UPDATE' : eventType,
    fields: fields?.flat.fields ?? {},
    clears: fields?.flat.clears ?? [],
    ...differencesOf(fields?.flat.fields ?? {}, previous?.flat.fields ?? null),
    actorID: actorOf(body, objCode),
    path: 'WEBHOOK',
    observedAt: delivery.observedAt,
    origin: originOf(body, objCode, customerID, carried),
  };
  return { event };
}

interface States {
  /** The state that the event's fields are made of. */
  readonly fields: SentState | null;
  readonly previous: SentState | null;
  /** Where the object is named, best first. */
  readonly identity: readonly SentState[];
}

// UPDATE: both are full snapshots. CREATE: a hand-made sample has an oldState, which means nothing.
// DELETE: docs talk of the before-state, samples are missing: the first that says something
// (reference B.4).
function statesOf({ eventType, newState, oldState }: EventBody): States {
  if (eventType === 'CREATE') {
    return { fields: newState, previous: null, identity: present(newState) };
  }
  if (eventType === 'UPDATE') {
    return { fields: newState, previous: oldState, identity: present(newState, oldState) };
  }
  const last = isEmptyState(newState) ? (oldState ?? newState) : newState;
  return { fields: last, previous: null, identity: present(last, newState, oldState) };
}

function present(...states: readonly (SentState | null)[]): SentState[] {
  return states.filter((state) => state !== null);
}

// entryDate is the change clock where the type has one; of a DELETE, and where there is none, it is
// asOf (docs/architecture.md, "The change event").
function clocksOf(
  body: EventBody,
  state: SentState | null,
): Pick<ChangeEvent, 'entryDate' | 'asOf'> | null {
  const clock =
    parseClock(filledText(state?.value['lastUpdateDate'])) ??
    parseClock(filledText(state?.value['updatedAt']));
  const asOf = body.eventTimeMicros ?? clock;
  if (asOf === null) return null;
  return { entryDate: body.eventType === 'DELETE' ? asOf : (clock ?? asOf), asOf };
}

/** Null where a state cannot be flattened without loss. */
function carry(states: States, objCode: string): readonly [Carried | null, Carried | null] | null {
  const flattenings = flatteningsOf(objCode);
  const carried: (Carried | null)[] = [];
  for (const as of ['fields', 'previous'] as const) {
    const state = states[as];
    const flat: FlatState | null = state && flatten(state.value, flattenings);
    if (state !== null && flat === null) return null;
    carried.push(state && flat && { state, as, flat });
  }
  return [carried[0] ?? null, carried[1] ?? null];
}

function originOf(
  body: EventBody,
  objCode: string,
  customerID: string | null,
  carried: readonly (Carried | null)[],
): ChangeEvent['origin'] {
  return {
    subscriptionID: body.subscriptionID,
    apiVersion: body.apiVersion,
    journalEntryID: null,
    customerID,
    deletedAfter: null,
    deletedBefore: null,
    raw: packEnvelope(
      body,
      objCode,
      carried.filter((one) => one !== null),
    ),
  };
}
