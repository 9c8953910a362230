/**
 * The fold of all claims about one object into its versions: the definition (docs/architecture.md,
 * "The fold"). Any order, repetition and batching of the same claims gives the same versions
 * (Law 5). Pure.
 */
import { appendSettled, begin } from './append.ts';
import { instantsOf, saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import { mergeRepeat } from './repeats.ts';
import { foldCrowd } from './crowd.ts';
import { SETTLED_MICROS } from './same-save.ts';
import type { Folded, Tail, Version } from './version.ts';

export function fold(claims: readonly Claim[]): Folded {
  return foldFrom(null, claims);
}

/**
 * Claims between which nothing was told for `SETTLED_MICROS` do not touch each other: they are
 * folded crowd by crowd, each from what was known before. So the fold can be taken up at any such
 * place, and its cost is linear.
 *
 * @param base the tail of all claims before, or null where there are none
 * @returns the versions from the base's own on
 */
export function foldFrom(base: Tail | null, claims: readonly Claim[]): Folded {
  const versions: Version[] = base === null ? [] : [versionOf(base)];
  let tail = base;
  for (const crowd of crowdsOf(mergeRepeats(claims))) {
    const [only] = crowd;
    if (tail?.deleted !== true && crowd.length === 1 && only !== undefined) {
      const { version, tail: next } = tail === null ? begin(only) : appendSettled(tail, only);
      if (version !== null) versions.push(version);
      tail = next;
      continue;
    }
    const folded: Folded = foldCrowd(tail, crowd);
    if (tail !== null) versions.pop();
    for (const version of folded.versions) versions.push(version);
    tail = folded.tail;
  }
  return { versions, tail };
}

function versionOf({ entryDate, deleted, state, observedAt }: Tail): Version {
  return { entryDate, deleted, state, observedAt };
}

function mergeRepeats(claims: readonly Claim[]): Claim[] {
  const byID = new Map<string, Claim>();
  for (const claim of claims) {
    const seen = byID.get(claim.eventID);
    byID.set(claim.eventID, seen === undefined ? claim : mergeRepeat(seen, claim));
  }
  return [...byID.values()].filter(saysSomething);
}

/** Those that nothing parts. */
function crowdsOf(claims: readonly Claim[]): Claim[][] {
  const spans = claims.map((claim) => ({ claim, ...instantsOf(claim) }));
  spans.sort((a, b) => a.first - b.first);
  const crowds: Claim[][] = [];
  let crowd: Claim[] = [];
  let last = -Infinity;
  for (const span of spans) {
    if (crowd.length === 0 || span.first > last + SETTLED_MICROS) {
      crowd = [];
      crowds.push(crowd);
    }
    crowd.push(span.claim);
    last = Math.max(last, span.last);
  }
  return crowds;
}
