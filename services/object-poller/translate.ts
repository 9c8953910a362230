/**
 * Turns one read of an object into one change event, or says why it must be parked; and an absence
 * that was proved into a DELETE (docs/architecture.md, "The change event").
 * Promises that a read claims its values up to an instant at which the server surely had them.
 * Must stay pure: no clock, no I/O, neither platform nor npm.
 */
import type { ChangeEvent } from '../core/change-event.generated.ts';
import { eventID } from '../core/event-id.ts';
import { SAME_SAVE_MICROS } from '../core/fold/same-save.ts';
import { flatten } from '../core/field-value.ts';
import { stringifyJson } from '../core/json.ts';
import { asMicros, greatest, justBefore, microsOf, minus } from '../core/units.ts';
import type { Micros, Millis, ObjCode, ObjID } from '../core/units.ts';
import { park } from '../source/log/translation.ts';
import type { Translated } from '../source/log/translation.ts';
import { parseClock } from '../workfront/dates.ts';
import { filledText } from '../workfront/event-bodies.ts';
import { flatteningsOf } from '../workfront/event-envelope.ts';
import { isUsableID } from '../workfront/event-subject.ts';
import type { ObjectRead } from './object-read.ts';

/** An answer may be that long in coming, and shows what was made meanwhile. */
const ANSWER_MICROS = 60_000_000;

export interface TranslateOptions {
  readonly objCode: ObjCode;
  readonly observedAt: Micros;
  /** How long a save may stay unseen by the search. */
  readonly searchLagMs: Millis;
  /** The tenant that we serve; null takes every customer's. */
  readonly customerID: string | null;
  /** The instant of a DELETE in the log, after which nothing told that it is there again. */
  readonly goneSince?: Micros | null;
}

export function translate(read: ObjectRead, options: TranslateOptions): Translated {
  const { state, ID: objID } = read;
  if (state === null) return park('UNDECODABLE', 'the row of the search is not a JSON object');
  if (objID === null || !isUsableID(objID)) return park('NO_OBJECT_ID', 'the row has no usable ID');
  const customerID = filledText(state['customerID']);
  if (options.customerID !== null && customerID !== null && customerID !== options.customerID) {
    return park('FOREIGN_CUSTOMER', `the customerID ${customerID} is not WORKFRONT_CUSTOMER_ID`);
  }
  const { objCode } = options;
  const flat = flatten(state, flatteningsOf(objCode));
  if (flat === null) return park('UNDECODABLE', 'two names of a state would become one field');
  const { fields, clears } = flat;
  const asOf = asOfRead(read, options);
  const event: ChangeEvent = {
    eventID: eventID('SEARCH', objCode, objID, asOf, clears, fields),
    objCode,
    objID,
    entryDate: read.clock ?? asOf,
    asOf,
    operation: 'SNAPSHOT',
    fields,
    clears,
    previous: null,
    previousAbsent: [],
    previousKnown: false,
    actorID: read.clock === null ? null : filledText(state['lastUpdatedByID']),
    path: 'SEARCH',
    observedAt: options.observedAt,
    origin: originOf(customerID, null, null),
  };
  return { event };
}

/**
 * A search may show a state that is older than the question, but never older than its clock or than
 * the object. Of one that was deleted it shows the old life for as long as it lags; after that the
 * object is there again, since nobody knows when, but surely when it was asked for. Near the
 * DELETE, which has no change clock, it may be either: such a read speaks for the life that ended.
 */
export function asOfRead(
  read: ObjectRead,
  { searchLagMs, goneSince = null }: Pick<TranslateOptions, 'searchLagMs' | 'goneSince'>,
): Micros {
  const { clock, askedMicros } = read;
  const earliest = clock ?? madeBy(read);
  const asOf = greatest(earliest, minus(askedMicros, microsOf(searchLagMs)));
  if (goneSince === null || asOf < goneSince - SAME_SAVE_MICROS) return asOf;
  if (asOf > goneSince + SAME_SAVE_MICROS) return greatest(asOf, askedMicros);
  return greatest(earliest, justBefore(minus(goneSince, SAME_SAVE_MICROS)));
}

/**
 * When an object without a change clock was made. What lies further ahead of the question than an
 * answer takes is no such instant but a date that somebody entered.
 */
function madeBy({ state, askedMicros }: ObjectRead): Micros {
  const made = parseClock(state?.['entryDate']);
  return made !== null && made <= askedMicros + ANSWER_MICROS ? made : asMicros(0);
}

export interface Absence {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /** The last instant at which it is known to have been there; null where nobody knows one. */
  readonly deletedAfter: Micros | null;
  /** When the server was asked for it by ID, and said that it is not there. */
  readonly deletedBefore: Micros;
  readonly observedAt: Micros;
}

export function translateAbsence(absence: Absence): ChangeEvent {
  const { objCode, objID, deletedAfter, deletedBefore, observedAt } = absence;
  return {
    eventID: eventID('SEARCH', objCode, objID, deletedBefore),
    objCode,
    objID,
    entryDate: deletedBefore,
    asOf: deletedBefore,
    operation: 'DELETE',
    fields: {},
    clears: [],
    previous: null,
    previousAbsent: [],
    previousKnown: false,
    actorID: null,
    path: 'SEARCH',
    observedAt,
    origin: {
      ...originOf(null, deletedAfter, deletedBefore),
      raw: stringifyJson({ proof: `GET of the ${objCode} by its ID: not there` }),
    },
  };
}

function originOf(
  customerID: string | null,
  deletedAfter: Micros | null,
  deletedBefore: Micros | null,
): ChangeEvent['origin'] {
  const none = { subscriptionID: null, apiVersion: 0, journalEntryID: null, raw: null };
  return { ...none, customerID, deletedAfter, deletedBefore };
}
