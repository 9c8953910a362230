/**
 * Turns one journal row into one change event, or says why it must be parked
 * (docs/architecture.md, "The change event").
 * Promises one event for one row for ever: its identity is the row's ID.
 * Must stay pure: no clock, no I/O, neither platform nor npm.
 */
import type { ChangeEvent } from '../core/change-event.generated.ts';
import { eventID } from '../core/event-id.ts';
import { stringifyJson } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import { park } from '../source/log/translation.ts';
import type { Translated } from '../source/log/translation.ts';
import { filledText } from '../workfront/event-bodies.ts';
import type { JournalRow } from '../workfront/journal-row.ts';
import { journalClaims, operationOf, subjectOf } from '../workfront/journal-claims.ts';

export interface TranslateRowOptions {
  readonly observedAt: Micros;
  /** The tenant that we serve; null takes every customer's. */
  readonly customerID: string | null;
}

export function translate(
  { sent, columns: row, ID: rowID, clock: entryDate }: JournalRow,
  options: TranslateRowOptions,
): Translated {
  if (row === null) return park('UNDECODABLE', 'the journal row is not a JSON object');
  if (rowID === null) return park('UNDECODABLE', 'the journal row has no ID');
  const customerID = filledText(row['customerID']);
  if (options.customerID !== null && customerID !== null && customerID !== options.customerID) {
    return park('FOREIGN_CUSTOMER', `the customerID ${customerID} is not WORKFRONT_CUSTOMER_ID`);
  }
  const subject = subjectOf(row);
  if (subject === null) return park('NO_OBJECT_ID', 'neither subObjID nor objID names an object');
  if (entryDate === null) return park('NO_CHANGE_TIME', 'entryDate is not a time');
  const { objCode, objID } = subject;
  const event: ChangeEvent = {
    eventID: eventID('JOURNAL', objCode, objID, rowID),
    objCode,
    objID,
    entryDate,
    asOf: entryDate,
    operation: operationOf(row, subject),
    ...journalClaims(row, subject),
    // Of one field, and of no other.
    previousAbsent: [],
    previousKnown: false,
    clears: [],
    actorID: filledText(row['editedByID']),
    path: 'JOURNAL',
    observedAt: options.observedAt,
    origin: {
      subscriptionID: null,
      apiVersion: 0,
      journalEntryID: rowID,
      customerID,
      deletedAfter: null,
      deletedBefore: null,
      raw: stringifyJson(sent),
    },
  };
  return { event };
}
