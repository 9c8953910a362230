import { describe, expect, it } from 'vitest';
import { claimOfEvent } from '../../../test/support/claim-of-event.ts';
import { seededRandom } from '../random.ts';
import { seedOfRun } from '../../../test/support/random.ts';
import type { Random } from '../random.ts';
import { SEARCH_LAG, simulateObject, SPREAD_MAX } from '../../../test/support/simulated-object.ts';
import type { SimulatedObject, Truth } from '../../../test/support/simulated-object.ts';
import { canonicalJson } from '../json.ts';
import { append } from './append.ts';
import type { Claim } from './claim.ts';
import { fold } from './fold.ts';
import type { Folded, Tail, Version } from './version.ts';
import { gather } from './gather.ts';
import { SAME_SAVE_MICROS } from './same-save.ts';
import { stateOf } from './state.ts';

const seed = seedOfRun();
const OBJECTS = 200;

describe(`Law 5 on ${OBJECTS} simulated objects (SEED=${seed})`, () => {
  const objects = Array.from({ length: OBJECTS }, (_, index) => {
    const random = seededRandom(seed + index);
    const object = simulateObject(random, random.int(1, 40));
    const claims = object.events.map((event) => claimOfEvent(event));
    return { index, random, object, claims, folded: fold(claims) };
  });

  it('any order and repetition gives the same versions', () => {
    for (const { index, random, claims, folded } of objects) {
      const repeated = random.shuffle([...claims, ...claims.filter(() => random.chance(0.3))]);
      expect(bytes(fold(repeated)), `object ${index}`).toBe(bytes(folded));
    }
  });

  it('appending in any batching equals the fold of all', () => {
    let shortCuts = 0;
    for (const { index, random, claims, folded } of objects) {
      const { result, appended } = applyInBatches(random, disorder(random, claims));
      shortCuts += appended;
      expect(bytes(result), `object ${index}`).toBe(bytes(folded));
    }
    expect(shortCuts).toBeGreaterThan(OBJECTS);
  });

  it('every current row is right', () => {
    for (const { index, object, folded } of objects) {
      const last = object.truth.at(-1)?.state ?? null;
      expect(folded.tail?.deleted, `object ${index}`).toBe(last === null);
      if (last !== null)
        expect(known(folded.tail), `object ${index}`).toEqual(known({ state: stateOf(last) }));
    }
  });

  it('every version is true at its own instant', () => {
    for (const { index, object, claims, folded } of objects) {
      folded.versions.forEach((version, at) => {
        expect(
          falsehoods(object, claims, folded.versions, at),
          `object ${index}, ${version.entryDate}`,
        ).toEqual([]);
      });
    }
  });
});

function bytes({ versions, tail }: Folded): string {
  return JSON.stringify({ versions: versions.map(plain), tail: tail && plain(tail) });
}

function plain(version: Version): string {
  return canonicalJson({ ...version, state: version.state.fields() });
}

function known(version: Pick<Version, 'state'> | null): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(version?.state.fields() ?? {}).filter(([, value]) => value !== null),
  );
}

/** Mostly in order, as in life, with some late and repeated claims. */
function disorder(random: Random, claims: readonly Claim[]): Claim[] {
  const arrivals = claims.flatMap((claim) => {
    const late = random.chance(0.2) ? random.int(0, 3600) * 1e6 : 0;
    const first = { claim, at: claim.asOf + late };
    return random.chance(0.1) ? [first, { claim, at: claim.asOf + 2 * late }] : [first];
  });
  return arrivals.sort((a, b) => a.at - b.at).map(({ claim }) => claim);
}

/** As the projector does it: append where that is enough, else fold all that is stored. */
function applyInBatches(random: Random, arrivals: readonly Claim[]) {
  const stored: Claim[] = [];
  const versions = new Map<number, Version>();
  let tail: Tail | null = null;
  let appended = 0;
  for (let next = 0; next < arrivals.length;) {
    const size = random.int(1, 5);
    for (const claim of arrivals.slice(next, next + size)) {
      stored.push(claim);
      const result = append(tail, claim);
      if (result === null) {
        const all: Folded = fold(stored);
        versions.clear();
        for (const version of all.versions) versions.set(version.entryDate, version);
        tail = all.tail;
      } else {
        appended += 1;
        tail = result.tail;
        if (result.version) versions.set(result.version.entryDate, result.version);
      }
    }
    next += size;
  }
  const result: Folded = { versions: [...versions.values()], tail };
  return { result, appended };
}

/**
 * Keys of a version that the truth does not bear out. A value carried on from the version before is
 * answered for only where a claim says so of that instant: what nobody saw, nobody can know.
 */
function falsehoods(
  object: SimulatedObject,
  claims: readonly Claim[],
  versions: readonly Version[],
  at: number,
): string[] {
  const version = versions[at] as Version;
  const { entryDate } = version;
  if (version.deleted)
    return wasEver(object, entryDate, ({ state }) => state === null) ? [] : ['deleted'];
  const covering = evidenceAt(claims, entryDate);
  return Object.keys(version.state.fields()).filter((key) => {
    const value = version.state.fields()[key] ?? null;
    const holds = ({ state }: Truth): boolean => state !== null && (state[key] ?? null) === value;
    const before = versions[at - 1];
    const isCarried = before?.deleted === false && before.state.fields()[key] === value;
    if (isCarried && !covering.some((claim) => claim.state.fields()[key] === value)) return false;
    // Two saves nearer than that may be told as one, when the second's own clock was never seen.
    if (wasEver(object, entryDate, holds, SAME_SAVE_MICROS)) return false;
    // A read tells what held somewhere in its lag window, of which asOf is the beginning: a restore
    // that only a read shows is dated early by the lag at most.
    const sinceRestore = entryDate - openingOf(versions, at);
    if (sinceRestore <= SEARCH_LAG && wasEver(object, entryDate, holds, SEARCH_LAG)) return false;
    // The one exception: a recalculation has no clock, so what it left is dated to the save that
    // the first state to show it bears. It must then have happened before the next version of
    // the field.
    const next = versions
      .slice(at + 1)
      .find((one) => one.deleted || one.state.fields()[key] !== value);
    // (Give or take the lag: two reads in it may come in either order.)
    const end = (next?.entryDate ?? Infinity) + SEARCH_LAG;
    return !object.truth.some(
      (one) => one.silent.includes(key) && holds(one) && one.at > entryDate && one.at < end,
    );
  });
}

/** When the life of this version began, if it is not the first. */
function openingOf(versions: readonly Version[], at: number): number {
  const deleted = versions.findLastIndex((one, index) => index < at && one.deleted);
  return deleted === -1 ? -Infinity : (versions[deleted + 1]?.entryDate ?? -Infinity);
}

/** The claims of the life of that instant that speak for it. */
function evidenceAt(claims: readonly Claim[], instant: number): Claim[] {
  return gather(claims).lives.flatMap(({ open, evidence }) =>
    evidence
      .filter(({ from, until }) => Math.max(from, open) <= instant && until >= instant)
      .map(({ claim }) => claim),
  );
}

/** Did this hold at the instant, give or take the spread between a save's clocks? */
function wasEver(
  object: SimulatedObject,
  instant: number,
  holds: (one: Truth) => boolean,
  earlyMicros = 0,
): boolean {
  const { truth } = object;
  return truth.some((one, index) => {
    const end = truth[index + 1]?.at ?? Infinity;
    return one.at <= instant + earlyMicros && end > instant - SPREAD_MAX && holds(one);
  });
}
