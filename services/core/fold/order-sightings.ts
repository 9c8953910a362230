/**
 * States and DELETEs of an object in the order in which they came about. Change clocks tell it
 * where there are two; an eventTime tells it up to the spread of one save's clocks, within which
 * content does. docs/architecture.md, "The fold", rule 3. Pure.
 */
import type { Micros } from '../change-event.generated.ts';
import { microsOf } from '../units.ts';
import { valueIn } from '../field-value.ts';
import { chain } from './chain.ts';
import type { ChainRules, Link } from './chain.ts';
import type { Claim } from './claim.ts';
import { SAME_SAVE_MICROS, isSameSave } from './same-save.ts';
import { canFollow, toldOf } from './sighting.ts';
import { CHANGE_CLOCKS, sameValue } from './state.ts';
import type { Sighting } from './sighting.ts';

/** @param claims all but journal rows of fields */
export function inOrder(claims: readonly Claim[]): Link<Sighting>[] {
  const clocks = changeClocks(claims);
  const sightings = withTwins(claims).map(([claim, ...twins]) => sightingOf(claim, twins, clocks));
  return chain(sightings.sort(compareSightings), RULES);
}

function sightingOf(claim: Claim, twins: readonly Claim[], clocks: readonly Micros[]): Sighting {
  const clock = claim.clocked ? claim.entryDate : null;
  if (claim.operation === 'DELETE') {
    const at = twins.reduce((earliest, { asOf }) => Math.min(earliest, asOf), claim.asOf);
    return { claim, fields: claim.state.fields(), clock, at, until: at, twins };
  }
  const until = untilOf(claim, clocks);
  const at = isOwnEvent(claim) ? claim.entryDate : until;
  return { claim, fields: claim.state.fields(), clock, at, until, twins };
}

/** Whether it was sent because of the save whose clock it shows; a recalculation moves no clock. */
function isOwnEvent({ path, entryDate, asOf }: Claim): boolean {
  return path === 'WEBHOOK' && isSameSave(entryDate, asOf);
}

/** A state that shows change clock C cannot have seen a later save. */
function untilOf(claim: Claim, clocks: readonly Micros[]): Micros {
  const until = Math.max(claim.entryDate, claim.asOf);
  if (!claim.clocked) return until;
  return Math.min(until, (clocks[firstAfter(clocks, claim.entryDate)] ?? Infinity) - 1);
}

function changeClocks(claims: readonly Claim[]): Micros[] {
  const clocks = new Set<Micros>();
  for (const claim of claims) if (claim.clocked) clocks.add(claim.entryDate);
  return [...clocks].sort((a, b) => a - b);
}

/** Index of the first instant after `instant`, of ascending ones. */
export function firstAfter(instants: readonly Micros[], instant: Micros): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
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
  knowsStart: false,
  mustPrecede: (a, b) => a.clock !== null && b.clock !== null && a.clock < b.clock,
  outcomeOf: ({ claim }) => (claim.operation === 'DELETE' ? 'DELETE' : claim.eventID),
  follows: (before, sighting) => {
    if (before === null) return sighting.claim.operation === 'CREATE' ? 1 : 0.5;
    // Of orders that take as much for granted the one that their instants speak for.
    const behind = Math.max(0, before.at - sighting.at) / SAME_SAVE_MICROS;
    return fitOf(before, sighting) - BEHIND * behind;
  },
};

const BEHIND = 0.01;

/** How well it fits what was before it: less for what must have come between, unseen. */
function fitOf(before: Sighting, sighting: Sighting): number {
  const { claim, clock } = sighting;
  const isGone = before.claim.operation === 'DELETE';
  if (claim.operation === 'DELETE') return isGone ? 0 : endFollows(before, sighting);
  if (claim.operation === 'CREATE') return isGone ? beginFollows(before, sighting) : 0;
  if (isGone) return lifeFollows(before, sighting);
  const follows = canFollow(before, sighting);
  if (clock !== null && before.clock !== null && clock !== before.clock)
    return follows === false ? 0.5 : 1;
  if (follows === null) return 0.5;
  return follows ? 1 : 0;
}

/**
 * A restored object shows the clock that it had when it was deleted, or that of its restoring, of
 * which its event is.
 */
function beginFollows(end: Sighting, { claim, clock }: Sighting): number {
  const shown = clockShownBy(end);
  if (shown === null || clock === null || clock === shown) return 1;
  return clock > shown && isSameSave(clock, claim.asOf) ? 1 : 0;
}

/** A save whose clock is behind the DELETE's eventTime, the likelier the further it is. */
function lifeFollows(end: Sighting, { claim, until }: Sighting): number {
  const lead = (claim.path === 'WEBHOOK' ? claim.entryDate : until) - end.at;
  if (lead > SAME_SAVE_MICROS) return 0.5;
  return -1 + (1.5 * Math.max(0, lead)) / SAME_SAVE_MICROS;
}

/** The change clock in the state that a DELETE tells. */
function clockShownBy({ fields }: Sighting): Micros | null {
  for (const name of CHANGE_CLOCKS) {
    const shown = valueIn(fields, name);
    const ms = typeof shown === 'string' ? Date.parse(shown) : NaN;
    if (!Number.isNaN(ms)) return microsOf(ms);
  }
  return null;
}

/** Better still than a save of an object that is gone, which would be lost. */
const HARDLY = -0.9;

/** A DELETE tells the state before it; its eventTime may be late, and hardly early. */
function endFollows(before: Sighting, { fields, at }: Sighting): number {
  const isOther = Object.entries(fields).some(([name, value]) => {
    const left = toldOf(before, name);
    return left !== undefined && left !== null && !sameValue(left, value);
  });
  if (isOther) return 0;
  const early = Math.max(0, (before.clock ?? at) - at);
  return Math.max(HARDLY, 1 - (4 * early) / SAME_SAVE_MICROS);
}

/**
 * Whether it shows the object alive after a DELETE that is before it. A journal row may be written
 * after the DELETE about what was before.
 */
export function isAliveAfter(deletedAt: Micros, { claim, until }: Sighting): boolean {
  const { operation, path, entryDate } = claim;
  if (operation === 'DELETE') return false;
  if (operation === 'CREATE') return true;
  return (path === 'WEBHOOK' ? entryDate : until) > deletedAt;
}

type Twins = [Claim, ...Claim[]];

/**
 * One fact that came twice counts once: the v1 body of an event that also came as v2, and the
 * journal's row of a beginning or an end that an event tells too.
 */
function withTwins(claims: readonly Claim[]): Twins[] {
  const facts: Twins[] = [];
  const secondBodies: Claim[] = [];
  const rows: Claim[] = [];
  for (const claim of claims) {
    if (claim.path === 'JOURNAL') rows.push(claim);
    else if (claim.path === 'WEBHOOK' && claim.apiVersion < 2) secondBodies.push(claim);
    else facts.push([claim]);
  }
  joinSecondBodies(facts, secondBodies);
  joinRows(facts, rows, 'CREATE');
  joinRows(facts, rows, 'DELETE');
  return facts;
}

function joinSecondBodies(facts: Twins[], claims: readonly Claim[]): void {
  if (claims.length === 0) return;
  const byMoment = new Map<string, Twins>();
  for (const fact of facts) {
    const moment = momentOf(fact[0]);
    const known = byMoment.get(moment);
    if (known === undefined || fact[0].eventID < known[0].eventID) byMoment.set(moment, fact);
  }
  for (const claim of claims) {
    const twins = byMoment.get(momentOf(claim));
    if (twins === undefined) facts.push([claim]);
    else twins.push(claim);
  }
}

function momentOf({ path, operation, clocked, entryDate, asOf }: Claim): string {
  return [path, operation, clocked ? entryDate : '', asOf].join(' ');
}

/** Each to the first event near it that has none yet. */
function joinRows(facts: Twins[], rows: readonly Claim[], operation: Claim['operation']): void {
  const mine = rows.filter((row) => row.operation === operation).sort(compareRows);
  if (mine.length === 0) return;
  const events = facts
    .filter(([claim]) => claim.path === 'WEBHOOK' && claim.operation === operation)
    .sort(([a], [b]) => compareRows(a, b));
  let next = 0;
  for (const row of mine) {
    while (momentAt(events[next]?.[0]) < row.asOf - SAME_SAVE_MICROS) next += 1;
    const event = events[next];
    if (event !== undefined && isSameSave(momentAt(event[0]), row.asOf)) {
      event.push(row);
      next += 1;
    } else facts.push([row]);
  }
}

function momentAt(claim: Claim | undefined): Micros {
  if (claim === undefined) return Infinity;
  return claim.operation === 'CREATE' && claim.clocked ? claim.entryDate : claim.asOf;
}

function compareRows(a: Claim, b: Claim): number {
  return momentAt(a) - momentAt(b) || (a.eventID < b.eventID ? -1 : 1);
}
