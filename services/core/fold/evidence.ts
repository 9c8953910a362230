/**
 * Claims on one time line: each gets the span that it can speak for, and its place in the order
 * of belief. docs/architecture.md, "The fold", 1 and 2.
 */
import type { Micros } from '../change-event.generated.ts';
import type { Claim } from './claim.ts';

/**
 * A journal row and the state that its save left bear clocks of their own, up to this far apart.
 * A guess (samples in test/fixtures/event_payloads show 18 to 414 ms, reference B.4 and I.8).
 */
export const SAME_SAVE_MICROS = 500_000;

export interface Evidence {
  readonly claim: Claim;
  /** First instant at which the claim says that its values held. */
  readonly from: Micros;
  /** Last instant for which it can speak. */
  readonly until: Micros;
  readonly rank: number;
}

export function toEvidence(claims: readonly Claim[]): Evidence[] {
  const clocks = changeClocks(claims);
  return claims.map((claim) => ({ claim, rank: rankOf(claim), ...spanOf(claim, clocks) }));
}

/** The order of belief: the last claim on a field is its value. */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    a.until - b.until ||
    a.rank - b.rank ||
    a.from - b.from ||
    // Rows of two quick saves may be taken for one save's: then their own clocks tell their order.
    a.claim.entryDate - b.claim.entryDate ||
    compareText(a.claim.eventID, b.claim.eventID)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * JOURNAL, WEBHOOK v1, WEBHOOK v2, reads; DELETE last: it ends whatever else holds at its
 * instant.
 */
function rankOf({ operation, path, apiVersion }: Claim): number {
  if (operation === 'DELETE') return 4;
  if (path === 'JOURNAL') return 0;
  if (path === 'WEBHOOK') return apiVersion >= 2 ? 2 : 1;
  return 3;
}

function spanOf(claim: Claim, clocks: readonly Micros[]): { from: Micros; until: Micros } {
  const { entryDate, asOf } = claim;
  if (claim.operation === 'DELETE') return { from: asOf, until: asOf };
  if (claim.path === 'JOURNAL') {
    const save = nearestClock(clocks, entryDate) ?? entryDate;
    return { from: save, until: save };
  }
  const until = Math.max(entryDate, asOf);
  if (!claim.clocked) return { from: entryDate, until };
  // A state that shows change clock C cannot have seen a later save.
  const next = clocks[firstAfter(clocks, entryDate)];
  return { from: entryDate, until: next === undefined ? until : Math.min(until, next - 1) };
}

function changeClocks(claims: readonly Claim[]): Micros[] {
  const clocks = new Set<Micros>();
  for (const claim of claims) if (claim.clocked) clocks.add(claim.entryDate);
  return [...clocks].sort((a, b) => a - b);
}

/** Index of the first clock after `instant`. */
function firstAfter(clocks: readonly Micros[], instant: Micros): number {
  let low = 0;
  let high = clocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((clocks[middle] ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The change clock nearest to a journal row, the earlier of two equally near. */
function nearestClock(clocks: readonly Micros[], instant: Micros): Micros | null {
  const index = firstAfter(clocks, instant);
  const before = clocks[index - 1] ?? -Infinity;
  const after = clocks[index] ?? Infinity;
  const nearest = instant - before <= after - instant ? before : after;
  return Math.abs(instant - nearest) <= SAME_SAVE_MICROS ? nearest : null;
}
