/**
 * States and DELETEs of an object in the order in which they came about. Change clocks tell it
 * where there are two; an eventTime tells it up to the spread of one save's clocks, within which
 * content does. docs/architecture.md, "The fold", rule 3. Pure.
 */
import { AFTER_ALL, BEFORE_ALL, greatest, justBefore, least, minus } from '../units.ts';
import type { Micros } from '../units.ts';
import { chain, scoreOf } from './chain.ts';
import type { Link } from './chain.ts';
import type { Claim } from './claim.ts';
import { moveEndRows } from './end-rows.ts';
import { lateness } from './orders.ts';
import type { ChainRules, Window } from './orders.ts';
import { SAME_SAVE_MICROS, firstAfter, isOwnEvent, isSameSave } from './same-save.ts';
import { canFollow, toldOf } from './sighting.ts';
import type { Sighting } from './sighting.ts';
import { CHANGE_CLOCKS, clockShown, sameValue } from './state.ts';
import { withTwins } from './twins.ts';

/** @param claims all but journal rows of fields */
export function inOrder(claims: readonly Claim[]): Link<Sighting>[] {
  const clocks = changeClocks(claims);
  const sightings = withTwins(claims, clocks).map(([claim, ...twins]) =>
    sightingOf(claim, twins, clocks),
  );
  const moved = moveEndRows(sightings.sort(compareSightings), clocks, {
    joined: (end, rows) => sightingOf(end, rows, clocks),
    score: (near) => scoreOf(chain(near.toSorted(compareSightings), RULES), RULES),
  });
  return chain(moved.sort(compareSightings), RULES);
}

function sightingOf(claim: Claim, twins: readonly Claim[], clocks: readonly Micros[]): Sighting {
  const clock = claim.clocked ? claim.entryDate : null;
  if (claim.operation === 'DELETE') {
    const at = twins.reduce((earliest, { asOf }) => least(earliest, asOf), claim.asOf);
    return { claim, fields: claim.state.fields(), clock, at, until: at, twins };
  }
  const until = untilOf(claim, clocks);
  const at = isOwnEvent(claim) ? claim.entryDate : until;
  return { claim, fields: claim.state.fields(), clock, at, until, twins };
}

/** A state that shows change clock C cannot have seen a later save. */
function untilOf(claim: Claim, clocks: readonly Micros[]): Micros {
  const until = greatest(claim.entryDate, claim.asOf);
  if (!claim.clocked) return until;
  return least(until, justBefore(clocks[firstAfter(clocks, claim.entryDate)] ?? AFTER_ALL));
}

function changeClocks(claims: readonly Claim[]): Micros[] {
  const clocks = new Set<Micros>();
  for (const claim of claims) if (claim.clocked) clocks.add(claim.entryDate);
  return [...clocks].sort((a, b) => a - b);
}

/** Before content is asked. The eventID decides only what nothing else can. */
function compareSightings(a: Sighting, b: Sighting): number {
  return (
    a.at - b.at ||
    rankOf(a.claim) - rankOf(b.claim) ||
    a.until - b.until ||
    a.claim.asOf - b.claim.asOf ||
    (a.claim.eventID < b.claim.eventID ? -1 : 1)
  );
}

/** What begins an object, what says how it is, what ends it. */
function rankOf({ operation, path }: Claim): number {
  if (operation === 'CREATE') return 0;
  if (operation === 'DELETE') return 3;
  return path === 'WEBHOOK' ? 1 : 2;
}

const RULES: ChainRules<Sighting> = {
  at: ({ at }) => at,
  // A restored object may keep its clock.
  latest: ({ claim, at, until }) => (claim.operation === 'CREATE' ? until : at),
  mustPrecede: (a, b) => a.clock !== null && b.clock !== null && a.clock < b.clock,
  outcomeOf: ({ claim }) => (claim.operation === 'DELETE' ? 'DELETE' : claim.eventID),
  window: windowOf,
  follows: (before, sighting, beforeThat) => {
    if (before === null) return startOf(sighting);
    // Of orders that take as much for granted the one that their instants speak for.
    const behind = Math.max(0, before.at - sighting.at) / SAME_SAVE_MICROS;
    return fitOf(before, sighting, beforeThat) - BEHIND * behind;
  },
};

const BEHIND = 0.01;

/** A CREATE comes first where the object is new: one that was restored may bear an older clock. */
function startOf({ claim }: Sighting): number {
  if (claim.operation !== 'CREATE') return 0.5;
  return claim.clocked && !isOwnEvent(claim) ? 0 : 1;
}

/** When it was, as far as its clocks tell: an eventTime and a row come after it. */
function windowOf({ claim, clock, fields, twins }: Sighting): Window {
  const { operation, path, asOf, entryDate } = claim;
  if (operation === 'DELETE') {
    const first = twins.reduce((known, twin) => least(known, twin.asOf), asOf);
    const last = twins.reduce((known, twin) => greatest(known, twin.asOf), asOf);
    const shown = clockShown(fields) ?? BEFORE_ALL;
    const earliest = greatest(shown, minus(last, SAME_SAVE_MICROS));
    return { earliest, latest: greatest(shown, first) };
  }
  if (clock === null) return { earliest: minus(asOf, SAME_SAVE_MICROS), latest: asOf };
  const isExact = operation === 'UPDATE' && path === 'WEBHOOK' && isOwnEvent(claim);
  if (isExact) return { earliest: clock, latest: clock };
  if (operation !== 'CREATE') return { earliest: clock, latest: greatest(asOf, entryDate) };
  return {
    earliest: greatest(clock, minus(asOf, SAME_SAVE_MICROS)),
    latest: greatest(asOf, clock),
  };
}

/** How well it fits what was before it: 1, and 1 less for each fact between that nothing told. */
function fitOf(before: Sighting, sighting: Sighting, beforeThat: Sighting | null): number {
  const { claim, clock } = sighting;
  const isGone = before.claim.operation === 'DELETE';
  if (claim.operation === 'DELETE') return isGone ? 0 : endFollows(before, sighting);
  if (claim.operation === 'CREATE') {
    if (isGone) return beginFollows(before, sighting, beforeThat);
    // A DELETE of which neither the event nor the journal's row came.
    return showsOther(before, sighting) ? -1 - NO_ROW : -NO_ROW;
  }
  if (isGone) return lifeFollows(before, sighting);
  const follows = canFollow(before, sighting);
  if (clock !== null && before.clock !== null && clock !== before.clock)
    return follows === false ? 0.5 : 1;
  if (follows === null) return 0.5;
  return follows ? 1 : 0;
}

/**
 * A restored object shows what it was when it was deleted, under the clock that it had, or that of
 * its restoring, of which its event is.
 */
function beginFollows(end: Sighting, sighting: Sighting, beforeEnd: Sighting | null): number {
  const { claim, clock } = sighting;
  const isTold = Object.keys(end.fields).length > 0;
  const last = isTold ? end : beforeEnd;
  const isOther = last !== null && showsOther(last, sighting);
  const shown = clockShown(end.fields) ?? beforeEnd?.clock ?? null;
  // Of a DELETE that tells nothing it is open which state it ended.
  if (shown === null || clock === null || clock === shown) return isOther ? 0 : 1;
  if (clock < shown || !isSameSave(clock, claim.asOf)) return -1;
  // Its clock is that of the restoring: the end was before it.
  return isOther ? 0 : 1 - lateness(windowOf(end).earliest, { earliest: clock, latest: clock });
}

/** A save of an object that came back unseen; its clock tells how likely it is behind the end. */
function lifeFollows(end: Sighting, { claim, until }: Sighting): number {
  const lead = (claim.path === 'WEBHOOK' ? claim.entryDate : until) - end.at;
  return 0.5 * Math.max(-1, Math.min(1, lead / SAME_SAVE_MICROS));
}

/** Whether a value is another than in the state before, the clock left aside. */
function showsOther(before: Sighting, { fields }: Sighting): boolean {
  return Object.entries(fields).some(([name, value]) => {
    if (CHANGE_CLOCKS.some((clock) => clock === name)) return false;
    const left = toldOf(before, name);
    return left !== undefined && left !== null && !sameValue(left, value);
  });
}

/** Of two ways with as much unseen the one in which it is no DELETE, which leaves a row too. */
const NO_ROW = 0.05;
/** A DELETE tells the state before it; that its eventTime is hardly early is its window's. */
function endFollows(before: Sighting, sighting: Sighting): number {
  const shown = clockShown(sighting.fields);
  if (shown !== null && before.clock !== null && shown !== before.clock)
    return shown < before.clock ? -1 : 0;
  if (showsOther(before, sighting)) return 0;
  return 1;
}

/**
 * Whether it shows the object alive after a DELETE that is before it. A journal row may be written
 * after the DELETE about what was before.
 */
export function isAliveAfter(deletedAt: Micros, { claim, until }: Sighting): boolean {
  const { operation, path, entryDate } = claim;
  if (operation === 'DELETE') return false;
  if (operation === 'CREATE') return true;
  // Its clock is near the end, and content said that it came after.
  if (isOwnEvent(claim)) return true;
  return (path === 'WEBHOOK' ? entryDate : until) > deletedAt;
}
