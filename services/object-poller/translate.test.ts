import { expect, test } from 'vitest';
import type { ChangeEvent } from '../core/change-event.generated.ts';
import type { JsonValue } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import type { Micros } from '../core/units.ts';
import { isParked } from '../source/log/translation.ts';
import { readObject } from './object-read.ts';
import { translate, translateAbsence } from './translate.ts';

const ASKED = asMicros(Date.UTC(2026, 0, 2, 12) * 1000);
const LAG_MS = 10_000;
const SAVED = '2026-01-01T06:00:00:123-0600';
const SAVED_MICROS = Date.parse('2026-01-01T12:00:00.123Z') * 1000;

function translated(
  sent: JsonValue,
  clockField: string | null = 'lastUpdateDate',
  goneSince: Micros | null = null,
) {
  const read = readObject(sent, clockField, ASKED);
  const options = { objCode: 'TASK', observedAt: asMicros(ASKED + 5), searchLagMs: LAG_MS };
  return translate(read, { ...options, goneSince, customerID: 'us' });
}

function eventOf(...given: Parameters<typeof translated>): ChangeEvent {
  const result = translated(...given);
  if (isParked(result)) throw new Error(`parked ${result.park}`);
  return result.event;
}

test('a read is a snapshot with its own clock, true until the search may have lagged', () => {
  const event = eventOf({
    ID: 't1',
    objCode: 'TASK',
    name: 'a',
    percentComplete: null,
    lastUpdateDate: SAVED,
    lastUpdatedByID: 'u1',
    parameterValues: { 'DE:Region': 'EMEA' },
  });
  expect(event).toMatchObject({
    objCode: 'TASK',
    objID: 't1',
    operation: 'SNAPSHOT',
    path: 'SEARCH',
    entryDate: SAVED_MICROS,
    asOf: ASKED - LAG_MS * 1000,
    actorID: 'u1',
    clears: ['DE:'],
    previous: null,
  });
  expect(event.fields).toEqual({
    ID: 't1',
    objCode: 'TASK',
    name: 'a',
    percentComplete: null,
    lastUpdateDate: SAVED,
    lastUpdatedByID: 'u1',
    'DE:Region': 'EMEA',
  });
});

test('a save of this moment is true at its own clock, however far the search may lag', () => {
  const justNow = new Date(ASKED / 1000 - 2_000).toISOString();
  const { entryDate, asOf } = eventOf({ ID: 't1', lastUpdateDate: justNow });
  expect(asOf).toBe(entryDate);
  expect(asOf).toBe(ASKED - 2_000_000);
});

test('without a clock the change is dated by the read', () => {
  const { entryDate, asOf, actorID } = eventOf({ ID: 'n1', name: 'a' }, null);
  expect([entryDate, actorID]).toEqual([asOf, null]);
  const empty = eventOf({ ID: 't1', lastUpdateDate: '' });
  expect(empty.entryDate).toBe(empty.asOf);
});

test('an object without a clock was not there before it was made, however far the search lags', () => {
  const made = new Date(ASKED / 1000 - 2_000).toISOString();
  const { entryDate, asOf } = eventOf({ ID: 'n1', entryDate: made }, null);
  expect([entryDate, asOf]).toEqual([ASKED - 2_000_000, ASKED - 2_000_000]);
  const long = eventOf({ ID: 'n1', entryDate: SAVED }, null);
  expect(long.asOf).toBe(ASKED - LAG_MS * 1000);
});

test('an entryDate that is a date ahead is not taken for when the object was made', () => {
  const ahead = new Date(ASKED / 1000 + 86_400_000).toISOString();
  expect(eventOf({ ID: 'n1', entryDate: ahead }, null).asOf).toBe(ASKED - LAG_MS * 1000);
});

test('an object with a clock is dated by it: an entryDate may be the day worked', () => {
  const today = new Date(ASKED / 1000 - 1_000).toISOString();
  const { asOf } = eventOf({ ID: 'h1', entryDate: today, lastUpdateDate: SAVED });
  expect(asOf).toBe(ASKED - LAG_MS * 1000);
});

test('restored under its old clock it is there when it was asked for, not a lag before', () => {
  const restored = { ID: 't1', lastUpdateDate: SAVED };
  const toldMicros = asMicros(ASKED - LAG_MS * 1000 - 15_000_000);
  expect(eventOf(restored, 'lastUpdateDate', toldMicros).asOf).toBe(ASKED);
});

test('what a search still shows of a deleted object is of before the delete', () => {
  const toldMicros = asMicros(ASKED - 2_000_000);
  const { asOf } = eventOf({ ID: 't1', lastUpdateDate: SAVED }, 'lastUpdateDate', toldMicros);
  expect(asOf).toBe(ASKED - LAG_MS * 1000);
  expect(asOf).toBeLessThan(toldMicros);
});

test('custom fields that were not read whole clear nothing', () => {
  expect(eventOf({ ID: 't1', lastUpdateDate: SAVED }).clears).toEqual([]);
  expect(eventOf({ ID: 't1', lastUpdateDate: SAVED, parameterValues: {} }).clears).toEqual(['DE:']);
  expect(eventOf({ ID: 't1', lastUpdateDate: SAVED, parameterValues: null }).clears).toEqual([]);
});

test('the same read has the same identity, another value another', () => {
  const one = eventOf({ ID: 't1', name: 'a', lastUpdateDate: SAVED });
  expect(eventOf({ name: 'a', lastUpdateDate: SAVED, ID: 't1' }).eventID).toBe(one.eventID);
  expect(eventOf({ ID: 't1', name: 'b', lastUpdateDate: SAVED }).eventID).not.toBe(one.eventID);
});

test('what cannot be used is parked with its reason', () => {
  const reasons: [JsonValue, string][] = [
    ['text', 'UNDECODABLE'],
    [{ name: 'a' }, 'NO_OBJECT_ID'],
    [{ ID: 'has blanks' }, 'NO_OBJECT_ID'],
    [{ ID: 't1', customerID: 'them' }, 'FOREIGN_CUSTOMER'],
    [{ ID: 't1', 'DE:x': 1, parameterValues: { 'DE:x': 2 } }, 'UNDECODABLE'],
  ];
  for (const [sent, reason] of reasons) {
    const result = translated(sent);
    expect(isParked(result) ? result.park : null, reason).toBe(reason);
  }
});

test('an absence that was proved is a deletion at the proof, with its evidence', () => {
  const absence = {
    objCode: 'TASK',
    objID: 't1',
    deletedAfter: asMicros(5),
    deletedBefore: asMicros(9),
  };
  const event = translateAbsence({ ...absence, observedAt: asMicros(12) });
  expect(event).toMatchObject({ operation: 'DELETE', entryDate: 9, asOf: 9, fields: {} });
  expect(event.origin).toMatchObject({ deletedAfter: 5, deletedBefore: 9 });
  expect(translateAbsence({ ...absence, observedAt: asMicros(99) }).eventID).toBe(event.eventID);
});

test('a read near a DELETE speaks for the life that ended, one of later for when it was asked', () => {
  const row = { ID: 't1', lastUpdateDate: SAVED };
  const gone = (beforeMicros: number) => asMicros(ASKED - LAG_MS * 1000 - beforeMicros);
  for (const off of [-400_000, 0, 400_000]) {
    const goneSince = gone(off);
    expect(eventOf(row, 'lastUpdateDate', goneSince).asOf).toBe(goneSince - 500_001);
  }
  expect(eventOf(row, 'lastUpdateDate', gone(600_000)).asOf).toBe(ASKED);
  expect(eventOf(row, 'lastUpdateDate', gone(-600_000)).asOf).toBe(gone(0));
});
