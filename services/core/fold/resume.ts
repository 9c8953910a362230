/**
 * The fold from a known state on: for claims that all come after it, in whatever order they come
 * among themselves. Pure. Promises the versions and the tail that the fold of all claims has.
 */
import { comesAfterAll } from './append.ts';
import { saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import { foldFrom } from './fold.ts';
import type { Folded, Tail } from './version.ts';

/** Whether the fold can be resumed at `base` when `claim` is among what comes after it. */
export function canResume(base: Tail, claim: Claim): boolean {
  // A late row may change what is known of an object that is gone.
  return !saysSomething(claim) || (!base.deleted && comesAfterAll(base, claim));
}

/**
 * @param base the tail of all other claims, or null where there are none
 * @param claims for each of which `canResume`
 * @returns the versions from the base's own on, which comes first, and the tail
 */
export function resume(base: Tail | null, claims: readonly Claim[]): Folded {
  return foldFrom(base, claims);
}
