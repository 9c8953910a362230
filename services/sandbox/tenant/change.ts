/**
 * One save of one object: what the journal, the events, the history and the search view are told.
 */
import type { ObjectRow } from '../../workfront/object-row.ts';

export type ChangeKind = 'CREATE' | 'UPDATE' | 'DELETE' | 'RESTORE' | 'RECALCULATE';

/** What was saved, and nothing about when. */
export interface Save {
  readonly objCode: string;
  readonly before: ObjectRow | null;
  readonly after: ObjectRow | null;
}

export interface Change extends Save {
  /** Order of all saves of the tenant, from 1. */
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly objID: string;
  /** The true instant. */
  readonly atMicros: number;
  /** By the sandbox's own clock, which no fault makes lag; and when search begins to show it. */
  readonly savedMicros: number;
  readonly shownMicros: number;
  /**
   * What the event and the journal say instead (reference I.8: the clocks of a save never
   * match).
   */
  readonly eventTimeMicros: number;
  readonly journalMicros: number;
  readonly actorID: string | null;
  /** False: no event is sent, though subscriptions match. */
  readonly sendsEvent: boolean;
  readonly journaled: boolean;
}
