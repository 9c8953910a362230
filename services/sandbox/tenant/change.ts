/**
 * One save of one object: what the journal, the events, the history and the search view are told.
 */
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';

export type ChangeKind = 'CREATE' | 'UPDATE' | 'DELETE' | 'RESTORE' | 'RECALCULATE';

/** What was saved, and nothing about when. */
export interface Save {
  readonly objCode: ObjCode;
  readonly before: ObjectRow | null;
  readonly after: ObjectRow | null;
}

export interface Change extends Save {
  /** Order of all saves of the tenant, from 1. */
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly objID: ObjID;
  /** The true instant. */
  readonly atMicros: Micros;
  /** By the sandbox's own clock, which no fault makes lag; and when search begins to show it. */
  readonly savedMicros: Micros;
  readonly shownMicros: Micros;
  /**
   * What the event and the journal say instead (reference I.8: the clocks of a save never
   * match).
   */
  readonly eventTimeMicros: Micros;
  readonly journalMicros: Micros;
  readonly actorID: string | null;
  /** False: no event is sent, though subscriptions match. */
  readonly sendsEvent: boolean;
  readonly journaled: boolean;
}
