import { expect, expectTypeOf, test } from 'vitest';
import type { ChangeEvent } from './change-event.generated.ts';
import type { Claim } from './fold/claim.ts';
import {
  asEventID,
  asMicros,
  greatest,
  justAfter,
  justBefore,
  least,
  microsOf,
  millisOf,
  minus,
  offsetAfter,
  offsetOf,
  plus,
  times,
} from './units.ts';
import type { EventID, LeaseEpoch, Micros, Millis, ObjCode, ObjID, Offset } from './units.ts';

const millis: Millis = 1_500;
const micros: Micros = asMicros(2_500_000);
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

test('a number is an instant when it is said to be, and a sum of two of one unit keeps it', () => {
  const second = asMicros(1_000_000);
  // @ts-expect-error a bare number is no instant
  const bare: Micros = 1_000_000;
  // @ts-expect-error a duration in milliseconds is not added to an instant
  const mixed: Micros = plus(second, millis);
  const later: Micros = plus(second, times(second, 2));
  expect([bare, mixed, later]).toEqual([1_000_000, 1_001_500, 3_000_000]);
  expect(minus(later, second)).toBe(2_000_000);
  expect([least(second, later), greatest(second, later)]).toEqual([second, later]);
  expect([justBefore(second), justAfter(second)]).toEqual([999_999, 1_000_001]);
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

test('an id is not taken for a type, nor for the id of a fact', () => {
  const show = (objCode: ObjCode, objID: ObjID, eventID: EventID): string =>
    `${objCode} ${objID} ${eventID}`;
  const [objCode, objID, eventID]: [ObjCode, ObjID, EventID] = ['TASK', 'a1', asEventID('00')];
  // @ts-expect-error an object's ID is no type
  const swapped = show(objID, objID, eventID);
  // @ts-expect-error nor is a type an ID
  const turned = show(objCode, objCode, eventID);
  // @ts-expect-error an object is no fact
  const mixed = show(objCode, objID, objID);
  expect([show(objCode, objID, eventID), swapped, turned, mixed]).toEqual([
    'TASK a1 00',
    'a1 a1 00',
    'TASK TASK 00',
    'TASK a1 a1',
  ]);
});

test('an event and a claim keep their ids apart', () => {
  expectTypeOf<ChangeEvent['objCode']>().toEqualTypeOf<ObjCode>();
  expectTypeOf<ChangeEvent['objID']>().toEqualTypeOf<ObjID>();
  expectTypeOf<Claim['eventID']>().toEqualTypeOf<ChangeEvent['eventID']>();
  expectTypeOf<ChangeEvent['objID']>().not.toEqualTypeOf<ChangeEvent['objCode']>();
});
