/**
 * A row of `changes`: a claim, the object that it is about, and where in the log it stands. Pure.
 */
import { mergeRepeat, sameContent } from '../../core/fold/repeats.ts';
import type { Claim } from '../../core/fold/claim.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';
import type { LogPlace } from '../log-place.ts';

export interface ChangeRow extends LogPlace {
  readonly objID: ObjID;
  readonly objCode: ObjCode;
  readonly claim: Claim;
  readonly actorID: string | null;
}

/** Commutative and associative, so that it does not matter in which order repeats come (Law 5). */
export function mergeChangeRows(a: ChangeRow, b: ChangeRow): ChangeRow {
  const place = comparePlaces(a, b) <= 0 ? a : b;
  const { topic, partition, offset } = place;
  return {
    objID: a.objID,
    objCode: a.objCode,
    claim: mergeRepeat(a.claim, b.claim),
    actorID: leastText(a.actorID, b.actorID),
    topic,
    partition,
    offset,
  };
}

/** Whether merging `row` into the row of the same event that is stored would change nothing. */
export function absorbs(stored: ChangeRow, { claim, actorID, ...place }: ChangeRow): boolean {
  return (
    leastText(stored.actorID, actorID) === stored.actorID &&
    comparePlaces(stored, place) <= 0 &&
    sameClaim(stored.claim, mergeRepeat(stored.claim, claim))
  );
}

export function sameChangeRow(a: ChangeRow, b: ChangeRow): boolean {
  return comparePlaces(a, b) === 0 && a.actorID === b.actorID && sameClaim(a.claim, b.claim);
}

function sameClaim(a: Claim, b: Claim): boolean {
  return a.observedAt === b.observedAt && a.apiVersion === b.apiVersion && sameContent(a, b);
}

/** By topic, partition and offset. */
export function comparePlaces(a: LogPlace, b: LogPlace): number {
  if (a.topic !== b.topic) return a.topic < b.topic ? -1 : 1;
  if (a.partition !== b.partition) return a.partition - b.partition;
  return a.offset < b.offset ? -1 : Number(a.offset > b.offset);
}

/** As `least` of SQL, which ignores nulls. */
function leastText(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
