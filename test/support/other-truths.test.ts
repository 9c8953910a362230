import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../services/core/random.ts';
import { CROWD_CASES } from './crowd-cases.ts';
import { simulateCrowd } from './crowded-object.ts';
import { lookForTruth } from './other-truths.ts';
import { seedOfRun } from './random.ts';

const seed = seedOfRun();
const OBJECTS = 10;

describe(`histories that tell the same (SEED=${seed})`, () => {
  for (const one of CROWD_CASES) {
    it(`${one.name}: what truly happened is among them, if all can be looked through`, () => {
      const answers: string[] = [];
      for (let index = 0; index < OBJECTS; index += 1) {
        const object = simulateCrowd(seededRandom(seed + index), one);
        const ends = object.saves.map(({ state }) => state === null);
        const found = lookForTruth(object, one, ({ saves }) => {
          return saves.map(({ state }) => state === null).join() === ends.join();
        });
        // A crowded object can have more histories than are looked through.
        expect(found, `object ${index}`).not.toBe('none');
        answers.push(found);
      }
      // Of 3,000 objects of a case at most 38 did.
      const whole = answers.filter((answer) => answer === 'found');
      expect(whole.length).toBeGreaterThanOrEqual(OBJECTS - 3);
    });
  }

  it('two saves, all told: none of them ends otherwise', () => {
    const [two] = CROWD_CASES;
    if (two === undefined) throw new Error('no cases');
    for (let index = 0; index < OBJECTS; index += 1) {
      const object = simulateCrowd(seededRandom(seed + index), two);
      const last = object.saves.at(-1)?.state?.['name'];
      const found = lookForTruth(object, two, ({ saves }) => {
        return saves.at(-1)?.state?.['name'] !== last;
      });
      expect(found, `object ${index}`).toBe('none');
    }
  });
});
