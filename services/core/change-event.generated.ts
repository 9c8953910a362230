// Generated from schemas/change-event.avsc by `npm run generate`. Do not edit.

import type { EventID, Micros, ObjCode, ObjID } from './units.ts';

/** What the source saw. */
export type Operation = 'CREATE' | 'UPDATE' | 'DELETE' | 'SNAPSHOT';

/**
 * A value that is none of the others: an array, an object, or a numeral that a double cannot hold.
 */
export type Json = {
  /** The value as JSON text. */
  readonly json: string;
};

/** The source's kind. */
export type Path = 'WEBHOOK' | 'JOURNAL' | 'SEARCH' | 'PLANNING';

/** Where the event comes from, in the source's own words. */
export type Origin = {
  /** WEBHOOK: the event subscription. */
  readonly subscriptionID: null | string;
  /** WEBHOOK: version of the event body, 1 or 2. 0 elsewhere. */
  readonly apiVersion: number;
  /** JOURNAL: ID of the journal entry. */
  readonly journalEntryID: null | string;
  /** The Workfront customer (tenant), where sent. */
  readonly customerID: null | string;
  /** Delete by absence: the last instant at which the object was seen, UTC. */
  readonly deletedAfter: null | Micros;
  /** Delete by absence: the first instant at which it was seen to be gone, UTC. */
  readonly deletedBefore: null | Micros;
  /**
   * JSON text of what was sent, as far as the other fields do not hold it: a whole journal row; a
   * webhook's envelope with its states replaced by references.
   */
  readonly raw: null | string;
};

/**
 * One thing that a source learned about one Workfront object. The only thing that crosses a process
 * boundary.
 */
export type ChangeEvent = {
  /**
   * First 16 bytes of SHA-256 over RFC 8785 JSON of [path, objCode, objID, ...]: the same fact has
   * the same eventID whoever saw it and however often. 32 hex digits.
   */
  readonly eventID: EventID;
  /** Workfront type of the object that the event is about, for example TASK. */
  readonly objCode: ObjCode;
  /** Workfront ID of that object; also the Kafka key. */
  readonly objID: ObjID;
  /** The change clock, UTC: when the change was made. */
  readonly entryDate: Micros;
  /** Latest instant, UTC, at which the source is known to have held these values. */
  readonly asOf: Micros;
  /**
   * What the source saw: a creation, an update, a deletion, or the object as it stands (SNAPSHOT).
   */
  readonly operation: Operation;
  /**
   * Field name to value as sent. Absent: not observed. Null: empty. parameterValues and Planning
   * data are flattened to DE:... and data.... keys. For DELETE the last known state.
   */
  readonly fields: { readonly [key: string]: null | boolean | number | string | Json };
  /**
   * Key prefixes (DE:, data.) that were read whole: a key under one that is not in fields is empty
   * now.
   */
  readonly clears: readonly string[];
  /**
   * What fields were before the change, where the path knows it: those that had another value. See
   * previousAbsent, previousKnown.
   */
  readonly previous: null | { readonly [key: string]: null | boolean | number | string | Json };
  /** Fields that were not there before the change, where previousKnown. */
  readonly previousAbsent: readonly string[];
  /**
   * Whether the whole state before is known: fields without those of previousAbsent, with the
   * values of previous. Events written before this field was there hold false, and the state before
   * whole in previous.
   */
  readonly previousKnown: boolean;
  /** ID of the user who made the change, where known. */
  readonly actorID: null | string;
  /** How the change reached us. */
  readonly path: Path;
  /** When we saw it, UTC. */
  readonly observedAt: Micros;
  /** The path's own ids, and what the other fields cannot carry. */
  readonly origin: Origin;
};
