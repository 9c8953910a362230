import { expect, it } from 'vitest';
import { seededRandom } from './random.ts';

it('the same seed draws the same, another seed does not', () => {
  const drawn = (seed: number): string => seededRandom(seed).hex(64);
  expect(drawn(1)).toBe(drawn(1));
  expect(drawn(1)).not.toBe(drawn(2));
});

it('a forked stream is not moved by what the first draws', () => {
  const untouched = seededRandom(7).fork('faults').hex(32);
  const random = seededRandom(7);
  random.hex(999);
  expect(random.fork('faults').hex(32)).toBe(untouched);
});

it('goes on from a position as if it had not stopped', () => {
  const random = seededRandom(3);
  random.hex(40);
  const later = seededRandom(3);
  later.seek(random.position());
  expect(later.hex(40)).toBe(random.hex(40));
});

it('draws both ends of a range and nothing outside of it', () => {
  const random = seededRandom(5);
  const drawn = new Set(Array.from({ length: 500 }, () => random.int(2, 5)));
  expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
});

it('shuffles to the same things in another order', () => {
  const items = Array.from({ length: 50 }, (_, n) => n);
  const shuffled = seededRandom(11).shuffle(items);
  expect(shuffled).not.toEqual(items);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
});

it('picks nothing from an empty list', () => {
  expect(() => seededRandom(1).pick([])).toThrow(RangeError);
});
