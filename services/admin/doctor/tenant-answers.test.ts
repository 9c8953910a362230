import { expect, test } from 'vitest';
import { skewBetween } from './tenant-answers.ts';

const NOON = Date.UTC(2026, 0, 5, 12);

test('a clock that is ten seconds off is told, whichever way', () => {
  expect(skewBetween(NOON + 10_000, NOON, NOON + 40)).toBe(9_960);
  expect(skewBetween(NOON - 10_000, NOON, NOON + 40)).toBe(-8_960);
});

test('an answer that took nine seconds does not make the same clock another', () => {
  // The Date may be of any moment of the call, and what the call took was taken from it.
  for (const answeredMs of [0, 4_000, 9_000]) {
    expect(skewBetween(NOON + answeredMs - 9_000, NOON, NOON + 9_000)).toBeCloseTo(0);
  }
});
