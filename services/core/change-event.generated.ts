// Generated from schemas/change-event.avsc by `npm run generate`. Do not edit.

/** Microseconds since 1970-01-01T00:00:00Z. */
export type Micros = number;

/** What the source saw. */
export type Operation = 'CREATE' | 'UPDATE' | 'DELETE' | 'SNAPSHOT';

/** A value that is none of the others: an array, an object, or a numeral that a double cannot hold. */
export interface Json {
  /** The value as JSON text. */
  readonly json: string;
}

/** The source's kind. */
export type Path = 'WEBHOOK' | 'JOURNAL' | 'SEARCH' | 'PLANNING';

/** Where the event comes from, in the source's own words. */
export interface Origin {
  /** WEBHOOK: the event subscription. */
  readonly subscriptionID: string | null;
  /** WEBHOOK: version of the event body, 1 or 2. 0 elsewhere. */
  readonly apiVersion: number;
  /** JOURNAL: ID of the journal entry. */
  readonly journalEntryID: string | null;
  /** The Workfront customer (tenant), where sent. */
  readonly customerID: string | null;
  /** Delete by absence: the last instant at which the object was seen, UTC. */
  readonly deletedAfter: Micros | null;
  /** Delete by absence: the first instant at which it was seen to be gone, UTC. */
  readonly deletedBefore: Micros | null;
  /** JSON text of what was sent, as far as the other fields do not hold it. */
  readonly raw: string | null;
}

/** One thing that a source learned about one Workfront object. */
export interface ChangeEvent {
  /** 32 hex digits. */
  readonly eventID: string;
  readonly objCode: string;
  readonly objID: string;
  readonly entryDate: Micros;
  readonly asOf: Micros;
  readonly operation: Operation;
  readonly fields: { readonly [key: string]: null | boolean | number | string | Json };
  readonly clears: readonly string[];
  readonly previous: null | { readonly [key: string]: null | boolean | number | string | Json };
  readonly actorID: string | null;
  readonly path: Path;
  readonly observedAt: Micros;
  readonly origin: Origin;
}
