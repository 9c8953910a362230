import { expect, test } from 'vitest';
import { asMicros } from '../core/units.ts';
import { LookBack } from './look-back.ts';

const OVERLAP_MS = 300_000;
const second = (count: number) => asMicros(1_700_000_000_000_000 + count * 1_000_000);

test('most polls look back briefly, and one in half a minute the whole overlap and more', () => {
  const lookBack = new LookBack(OVERLAP_MS, null);
  // No process before this one brought its first reading to the end.
  expect(lookBack.next(0, second(0))).toEqual({ isWhole: true, backMs: 900_000 });
  lookBack.looked(0, second(1));
  expect(lookBack.next(5_000, second(6))).toEqual({ isWhole: false, backMs: 10_000 });
  expect(lookBack.next(29_999, second(30))).toEqual({ isWhole: false, backMs: 10_000 });
});

test('a row that was committed just after a whole poll asked is within the next, however old', () => {
  const lookBack = new LookBack(OVERLAP_MS, null);
  lookBack.looked(0, second(1));
  // Dated 300 s before that poll asked, which is as late as can be.
  const { backMs } = lookBack.next(30_000, second(31));
  expect(second(31) - backMs * 1000).toBeLessThanOrEqual(second(1 - 300));
});

test('a process begins where the last whole poll of the one before it asked, however far it read since', () => {
  const lookBack = new LookBack(OVERLAP_MS, second(1));
  const { isWhole, backMs } = lookBack.next(0, second(4_000));
  expect(isWhole).toBe(true);
  expect(second(4_000) - backMs * 1000).toBe(second(1 - 300));
});

test('a cursor that stands still asks for no more than the overlap', () => {
  const lookBack = new LookBack(OVERLAP_MS, null);
  lookBack.looked(0, second(1));
  expect(lookBack.next(30_000, second(-500)).backMs).toBe(OVERLAP_MS);
});

test('an overlap below ten seconds is that of every poll', () => {
  const lookBack = new LookBack(5_000, null);
  lookBack.looked(0, second(1));
  expect(lookBack.next(1_000, second(2))).toEqual({ isWhole: false, backMs: 5_000 });
});
