/**
 * An object can be deleted and restored under the same ID (reference C.9): what was seen of it is
 * divided among its lives. docs/architecture.md, "The fold", rule 7. Pure.
 */
import { BEFORE_ALL, greatest, least } from '../units.ts';
import type { Micros } from '../units.ts';
import type { Link } from './chain.ts';
import { isOwnEvent, isSameSave, SAME_SAVE_MICROS, settle } from './same-save.ts';
import { isAliveAfter } from './order-sightings.ts';
import type { Sighting } from './sighting.ts';

export interface Life {
  /** -Infinity for the first life, of which we need not know the beginning. */
  readonly open: Micros;
  /** The instant of its DELETE, or null while it lasts. */
  readonly close: Micros | null;
  readonly witnesses: readonly Witness[];
}

/** A sighting with the instant at which it says that the object changed. */
export interface Witness {
  readonly sighting: Sighting;
  readonly from: Micros;
  readonly until: Micros;
  /** In the order in which they came about. */
  readonly place: number;
  /** Whether it opens a life after another. */
  readonly isOpener: boolean;
}

/** @param links in the order in which they came about */
export function livesOf(links: readonly Link<Sighting>[]): Life[] {
  const drafts = draftLives(links.map(({ item }) => item));
  const instants = instantsOf(drafts);
  return drafts.map(({ opener, closer, members }) => {
    const open = opener === null ? BEFORE_ALL : (instants.get(opener) ?? BEFORE_ALL);
    const close = closer === null ? null : (instants.get(closer) ?? closer.at);
    const spans = members.map(({ sighting, place }) => {
      const { claim, clock } = sighting;
      const at = instants.get(sighting);
      const isEnd = claim.operation === 'DELETE';
      const own = clock ?? at ?? claim.entryDate;
      const from = isEnd ? (close ?? sighting.at) : own;
      const until = isEnd || isBriefly(sighting) ? (at ?? from) : greatest(sighting.until, from);
      const isOpener = sighting === opener;
      return { sighting, place, from, until: greatest(until, isEnd ? from : open), isOpener };
    });
    const witnesses = inTheirOrder(asOneSave(spans)).map((one) => endingBy(one, close));
    return { open, close, witnesses };
  });
}

interface Member {
  readonly sighting: Sighting;
  readonly place: number;
}

interface Draft {
  readonly opener: Sighting | null;
  closer: Sighting | null;
  readonly members: Member[];
}

/** The earliest DELETE closes a life; what comes until the next opens speaks of what ended. */
function draftLives(sightings: readonly Sighting[]): Draft[] {
  let life: Draft = { opener: null, closer: null, members: [] };
  const lives = [life];
  sightings.forEach((sighting, place) => {
    if (life.closer !== null && isAliveAfter(life.closer.at, sighting)) {
      life = { opener: sighting, closer: null, members: [] };
      lives.push(life);
    } else if (life.closer === null && sighting.claim.operation === 'DELETE')
      life.closer = sighting;
    life.members.push({ sighting, place });
  });
  return lives;
}

/**
 * Change clocks stay as they are; an eventTime, and a clock that a restored object kept, give way
 * to them within the spread of one save's clocks.
 */
function instantsOf(lives: readonly Draft[]): Map<Sighting, Micros> {
  const moving: Sighting[] = [];
  const preferred: { at: Micros; isFixed: boolean }[] = [];
  let latestClock = -Infinity;
  let latestEnd = -Infinity;
  for (const { opener, closer, members } of lives) {
    let isOver = false;
    for (const { sighting } of members) {
      const { clock, at, until, claim } = sighting;
      const isEnd = sighting === closer;
      const isOpener = sighting === opener;
      const isSave = claim.path === 'WEBHOOK' && (clock === null || at === clock);
      if (isOver || !(isEnd || isOpener || isSave)) continue;
      const isKept = isOpener && clock !== null && clock <= Math.max(latestClock, latestEnd);
      const isFixed = !isEnd && clock !== null && !isKept;
      moving.push(sighting);
      preferred.push({ at: isFixed ? clock : isKept ? until : at, isFixed });
      isOver ||= isEnd;
    }
    latestEnd = (closer?.at ?? Infinity) - SAME_SAVE_MICROS;
    for (const { sighting } of members)
      latestClock = Math.max(latestClock, sighting.clock ?? -Infinity);
  }
  const instants = settle(preferred);
  return new Map(moving.map((sighting, index) => [sighting, instants[index] ?? sighting.at]));
}

/** An event of a type without a change clock speaks for its instant. */
function isBriefly({ claim, clock }: Sighting): boolean {
  return clock === null && claim.path === 'WEBHOOK';
}

/**
 * Saves of one clock are one version: their events speak for one span, in which the last counts. An
 * event that was sent long after is of a recalculation, and has a span of its own.
 */
function asOneSave(witnesses: readonly Witness[]): Witness[] {
  const latest = new Map<Micros, Micros>();
  for (const { sighting, until } of witnesses) {
    const { clock, at } = sighting;
    if (clock === at) latest.set(clock, greatest(latest.get(clock) ?? BEFORE_ALL, until));
  }
  return witnesses.map((witness) => {
    const { clock, at } = witness.sighting;
    const until = clock === at ? latest.get(clock) : undefined;
    return until === undefined ? witness : { ...witness, until };
  });
}

/**
 * An eventTime is behind what it tells of, so an event of a recalculation may seem later than a
 * read that is behind it by content: it speaks for no more than that read.
 */
function inTheirOrder(witnesses: readonly Witness[]): Witness[] {
  const ordered = [...witnesses];
  for (let index = witnesses.length - 2; index >= 0; index -= 1) {
    const [one, next] = [ordered[index], ordered[index + 1]];
    if (one === undefined || next === undefined) continue;
    const isEvent = one.sighting.claim.path === 'WEBHOOK' && !isOwnEvent(one.sighting.claim);
    const isOfOneClock = one.sighting.clock !== null && one.sighting.clock === next.sighting.clock;
    if (!isEvent || !isOfOneClock || !isSameSave(one.until, next.until)) continue;
    ordered[index] = { ...one, until: least(one.until, next.until) };
  }
  return ordered;
}

function endingBy(witness: Witness, close: Micros | null): Witness {
  if (close === null || witness.until <= close) return witness;
  return { ...witness, from: least(witness.from, close), until: close };
}
