import { expect, test } from 'vitest';
import type { ChangeEvent } from '../../../core/change-event.generated.ts';
import { asEventID, asMicros } from '../../../core/units.ts';
import { parseJson } from '../../../platform/json.ts';
import { journalEntryOf } from './journal-entry.ts';

const EVENT: ChangeEvent = {
  eventID: asEventID('0'.repeat(32)),
  objCode: 'TASK',
  objID: 't1',
  entryDate: asMicros(5_000),
  asOf: asMicros(5_000),
  operation: 'DELETE',
  fields: {},
  clears: [],
  previous: { status: 'NEW' },
  previousAbsent: [],
  previousKnown: false,
  actorID: 'u1',
  path: 'JOURNAL',
  observedAt: asMicros(9_000),
  origin: {
    subscriptionID: null,
    apiVersion: 0,
    journalEntryID: 'j1',
    customerID: null,
    deletedAfter: null,
    deletedBefore: null,
    raw: '{"ID":"j1","entryDate":"2026-01-01T00:00:00.005Z","newNumberVal":12345678901234567890.5}',
  },
};

test('a row is an object of its own that held from its entryDate on, whatever it tells', () => {
  const entry = journalEntryOf(EVENT, parseJson);
  expect(entry).toMatchObject({
    objCode: 'JRNLE',
    objID: 'j1',
    operation: 'SNAPSHOT',
    path: 'SEARCH',
    entryDate: 5_000,
    asOf: 5_000,
    observedAt: 9_000,
    actorID: 'u1',
    fields: { ID: 'j1', newNumberVal: { json: '12345678901234567890.5' } },
  });
});

test('another answer about the same row is another claim, the same answer is the same', () => {
  const raw = EVENT.origin.raw?.replace('"ID"', '"aux1":null,"ID"') ?? '';
  const other = journalEntryOf({ ...EVENT, origin: { ...EVENT.origin, raw } }, parseJson);
  const first = journalEntryOf(EVENT, parseJson);
  expect(other?.eventID).not.toBe(first?.eventID);
  expect(journalEntryOf({ ...EVENT, observedAt: asMicros(1) }, parseJson)?.eventID).toBe(
    first?.eventID,
  );
});

test('what is of another path, or keeps no row, is none', () => {
  expect(journalEntryOf({ ...EVENT, path: 'WEBHOOK' }, parseJson)).toBeNull();
  const rowless = { ...EVENT, origin: { ...EVENT.origin, raw: null } };
  expect(journalEntryOf(rowless, parseJson)).toBeNull();
});
