/**
 * The fold from a known state on: for claims that all come after it, in whatever order they come
 * among themselves. Pure. Promises the versions and the tail that the fold of all claims has.
 */
import type { Micros } from '../change-event.generated.ts';
import { comesAfterAll } from './append.ts';
import { saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import { fold } from './fold.ts';
import type { Folded, Tail } from './fold.ts';

/** Whether the fold can be resumed at `base` when `claim` is among what comes after it. */
export function canResume(base: Tail, claim: Claim): boolean {
  return !saysSomething(claim) || (!base.deleted && comesAfterAll(base, claim));
}

/**
 * @param base the tail of all other claims, or null where there are none
 * @param claims for each of which `canResume`
 * @returns the versions from the base's own on, which comes first, and the tail
 */
export function resume(base: Tail | null, claims: readonly Claim[]): Folded {
  if (base === null) return fold(claims);
  const { versions, tail } = fold([claimOf(base), ...claims]);
  if (tail === null) return { versions, tail };
  return {
    versions,
    tail: {
      ...tail,
      lastClock: later(base.lastClock, tail.lastClock),
      lastJournal: later(base.lastJournal, tail.lastJournal),
    },
  };
}

/** All that was known, as one claim that speaks for everything up to the last instant known of. */
function claimOf({ entryDate, lastUntil, state, observedAt }: Tail): Claim {
  return {
    eventID: '',
    operation: 'UPDATE',
    path: 'SEARCH',
    apiVersion: 0,
    entryDate,
    asOf: lastUntil,
    // Its clocks are behind it: none of them ends it, and it opens no life.
    clocked: false,
    state,
    clears: [],
    observedAt,
  };
}

function later(a: Micros | null, b: Micros | null): Micros | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
