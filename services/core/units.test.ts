import { expect, test } from 'vitest';
import type { Micros } from './change-event.generated.ts';
import { microsOf, millisOf } from './units.ts';
import type { LeaseEpoch, Millis, Offset } from './units.ts';

const millis: Millis = 1_500;
const micros: Micros = 2_500_000;
const offset: Offset = 7n;

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

test('an offset of the log is no epoch of a lease', () => {
  const next: Offset = offset + 1n;
  // @ts-expect-error both are bigints, and that is all that they have in common
  const epoch: LeaseEpoch = offset;
  expect([next, epoch]).toEqual([8n, 7n]);
});
