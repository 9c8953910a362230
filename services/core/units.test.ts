import { expect, test } from 'vitest';
import type { Micros } from './change-event.generated.ts';
import { microsOf, millisOf, offsetAfter, offsetOf } from './units.ts';
import type { LeaseEpoch, Millis, Offset } from './units.ts';

const millis: Millis = 1_500;
const micros: Micros = 2_500_000;
const offset: Offset = offsetOf(7n);

test('a unit becomes another by its conversion, and no other way', () => {
  expect(microsOf(millis)).toBe(1_500_000);
  expect(millisOf(micros)).toBe(2_500);
  // @ts-expect-error a duration is no instant
  const instant: Micros = millis;
  // @ts-expect-error an instant is no duration
  const duration: Millis = micros;
  // @ts-expect-error it is in milliseconds already
  const twice: Millis = millisOf(millis);
  expect([instant, duration, twice]).toHaveLength(3);
});

test('an offset of the log is no epoch of a lease, and no number of records', () => {
  const next: Offset = offsetAfter(offset);
  const back: Offset = offsetAfter(offset, -7n);
  const count: bigint = next - back;
  // @ts-expect-error both are bigints, and that is all that they have in common
  const epoch: LeaseEpoch = offset;
  // @ts-expect-error between two offsets is a number of records
  const place: Offset = next - back;
  // @ts-expect-error a bigint is no offset before somebody says so
  const bare: Offset = 7n;
  expect([next, back, count, epoch, place, bare]).toEqual([8n, 0n, 8n, 7n, 8n, 7n]);
});

test('what is no number is no offset', () => {
  expect(offsetOf('9007199254740993')).toBe(9_007_199_254_740_993n);
  expect(() => offsetOf('latest')).toThrow(SyntaxError);
});
