import { describe, expect, it } from 'vitest';
import { claimOfEvent } from '../../../test/support/claim-of-event.ts';
import { certifyObject, newCounts } from '../../../test/support/certify-case.ts';
import { CROWD_CASES } from '../../../test/support/crowd-cases.ts';
import { simulateCrowd } from '../../../test/support/crowded-object.ts';
import { seedOfRun } from '../../../test/support/random.ts';
import { readState } from '../../../test/support/read-states.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { append, begin } from './append.ts';
import { saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import { foldCrowd } from './crowd.ts';
import { fold } from './fold.ts';
import { canResume, resume } from './resume.ts';
import type { Folded, Tail, Version } from './version.ts';

const seed = seedOfRun();
/** Few here; `npm run certify` folds 20,000 of each case. */
const OBJECTS = 25;

describe(`saves that crowd, ${OBJECTS} objects a case (SEED=${seed})`, () => {
  for (const one of CROWD_CASES) {
    it(`${one.name}: no version is lost, and what may be wrong is marked`, () => {
      const counts = newCounts();
      for (let index = 0; index < OBJECTS; index += 1) certifyObject(one, seed + index, counts);
      expect(counts.failures).toEqual([]);
    });

    it(`${one.name}: with a last read nothing is wrong`, () => {
      const counts = newCounts();
      const read = { ...one, finalRead: true };
      for (let index = 0; index < OBJECTS; index += 1) certifyObject(read, seed + index, counts);
      expect(counts).toMatchObject({ wrongNow: 0, failures: [] });
    });

    it(`${one.name}: any order, repetition and batching gives the same (Law 5)`, () => {
      for (let index = 0; index < OBJECTS; index += 1) {
        const random = seededRandom(seed + index);
        const { events } = simulateCrowd(random, one);
        const claims = events.map((event) => claimOfEvent(event));
        const whole = plain(fold(claims));
        const repeated = [...claims, ...claims.filter(() => random.chance(0.3))];
        expect(plain(fold(random.shuffle(repeated))), `object ${index}`).toEqual(whole);
        expect(plain(inBatches(random, repeated)), `object ${index}`).toEqual(whole);
      }
    });

    it(`${one.name}: what each claim begins alone is what a crowd of it is`, () => {
      for (let index = 0; index < OBJECTS; index += 1) {
        const { events } = simulateCrowd(seededRandom(seed + index), one);
        for (const claim of events.map((event) => claimOfEvent(event)).filter(saysSomething)) {
          const { version, tail } = begin(claim);
          const alone = plain(foldCrowd(null, [claim]));
          expect(plain({ versions: [version], tail }), `object ${index}`).toEqual(alone);
        }
      }
    });

    it(`${one.name}: the fold can be resumed wherever it says so`, () => {
      for (let index = 0; index < OBJECTS; index += 1) {
        const random = seededRandom(seed + index);
        const { events } = simulateCrowd(random, { ...one, finalRead: true });
        const claims = random.shuffle(events.map((event) => claimOfEvent(event)));
        const cut = random.int(1, claims.length - 1);
        const { versions, tail: base } = fold(claims.slice(0, cut));
        if (base === null) continue;
        const rest = claims.slice(cut).filter((claim) => canResume(base, claim));
        const resumed = resume(base, rest);
        const all = { ...resumed, versions: [...versions.slice(0, -1), ...resumed.versions] };
        const whole = plain(fold([...claims.slice(0, cut), ...rest]));
        expect(plain(all), `object ${index}`).toEqual(whole);
      }
    });
  }
});

function plain({ versions, tail }: Folded) {
  return { versions: versions.map(readState), tail: tail && readState(tail) };
}

/** As the projector does it: append where that is enough, else fold all that is stored. */
function inBatches(random: Random, claims: readonly Claim[]): Folded {
  const arrivals = random.chance(0.5) ? random.shuffle(claims) : byInstant(claims);
  const stored: Claim[] = [];
  let versions: Version[] = [];
  let tail: Tail | null = null;
  for (const claim of arrivals) {
    stored.push(claim);
    const appended = append(tail, claim);
    if (appended === null) {
      const all: Folded = fold(stored);
      versions = [...all.versions];
      tail = all.tail;
    } else {
      if (appended.version !== null) versions.push(appended.version);
      tail = appended.tail;
    }
  }
  return { versions, tail };
}

function byInstant(claims: readonly Claim[]): Claim[] {
  return claims.toSorted((a, b) => a.asOf - b.asOf);
}
