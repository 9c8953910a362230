import { describe, expect, it } from 'vitest';
import { readState } from '../../../test/support/read-states.ts';
import { claimOfEvent } from '../../../test/support/claim-of-event.ts';
import { seededRandom } from '../random.ts';
import { seedOfRun } from '../../../test/support/random.ts';
import { simulateObject } from '../../../test/support/simulated-object.ts';
import { fold } from './fold.ts';
import { canResume, resume } from './resume.ts';

const seed = seedOfRun();
const OBJECTS = 50;

describe(`resuming the fold of ${OBJECTS} simulated objects (SEED=${seed})`, () => {
  it('from any state that the rest comes after equals the fold of all', () => {
    let resumed = 0;
    for (let index = 0; index < OBJECTS; index += 1) {
      const random = seededRandom(seed + index);
      const { events } = simulateObject(random, random.int(1, 30));
      const claims = events
        .map((event) => claimOfEvent(event))
        .sort((a, b) => a.entryDate - b.entryDate || a.asOf - b.asOf);
      const whole = fold(claims);
      for (let cut = 1; cut < claims.length; cut += 1) {
        const { versions, tail: base } = fold(claims.slice(0, cut));
        const rest = claims.slice(cut);
        if (base === null || !rest.every((claim) => canResume(base, claim))) continue;
        const { versions: more, tail } = resume(base, random.shuffle(rest));
        const all = [...versions.slice(0, -1), ...more];
        expect(all.map(readState), `object ${index} at ${cut}`).toEqual(
          whole.versions.map(readState),
        );
        expect(tail && readState(tail), `object ${index} at ${cut}`).toEqual(
          whole.tail && readState(whole.tail),
        );
        resumed += 1;
      }
    }
    expect(resumed).toBeGreaterThan(OBJECTS);
  });
});
