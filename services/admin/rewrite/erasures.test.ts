import { expect, it } from 'vitest';

import type { ChangeEvent } from '../../core/change-event.generated.ts';
import { asEventID, asMicros, offsetOf } from '../../core/units.ts';
import { createErase, parseErasure } from './erasures.ts';

const EVENT: ChangeEvent = {
  eventID: asEventID('00'),
  objCode: 'USER',
  objID: 'u1',
  entryDate: asMicros(1),
  asOf: asMicros(1),
  operation: 'UPDATE',
  fields: { name: 'Ann', emailAddr: 'ann@example.com', 'DE:Phone': '1' },
  clears: [],
  previous: { emailAddr: 'a@example.com', title: 'x' },
  previousAbsent: ['DE:Phone'],
  previousKnown: true,
  actorID: null,
  path: 'WEBHOOK',
  observedAt: asMicros(1),
  origin: {
    subscriptionID: null,
    apiVersion: 2,
    journalEntryID: null,
    customerID: null,
    deletedAfter: null,
    deletedBefore: null,
    raw: '{"emailAddr":"ann@example.com"}',
  },
};

const codec = {
  decode: (value: Buffer): ChangeEvent => JSON.parse(value.toString()) as ChangeEvent,
  encode: (event: ChangeEvent): Buffer => Buffer.from(JSON.stringify(event)),
};

function recordOf(event: ChangeEvent) {
  const [key, value] = [Buffer.from(event.objID), codec.encode(event)];
  const place = { topic: 't', partition: 0, offset: offsetOf(1n) };
  return { ...place, key, value, headers: {}, timestampMs: 0 };
}

it('empties the named fields before and after, and takes out the text of what was sent', () => {
  const { erase } = createErase([parseErasure('user:u1=emailAddr,DE:Phone', true)], codec);
  const erased = erase(recordOf(EVENT));
  if (erased.is !== 'redacted') throw new Error(erased.is);
  expect(codec.decode(erased.value)).toEqual({
    ...EVENT,
    fields: { name: 'Ann', emailAddr: null, 'DE:Phone': null },
    previous: { emailAddr: null, title: 'x' },
    origin: { ...EVENT.origin, raw: null },
  });
});

it('leaves out an object whole, and no other of its ID or its type', () => {
  const { erase, concerns } = createErase([parseErasure('USER:u1', false)], codec);
  expect(erase(recordOf(EVENT)).is).toBe('dropped');
  expect(erase(recordOf({ ...EVENT, objCode: 'TASK' })).is).toBe('kept');
  const other = recordOf({ ...EVENT, objID: 'u2' });
  expect([concerns(other), erase(other).is]).toEqual([false, 'kept']);
});

it('refuses what names no object, or fields where none are wanted', () => {
  for (const text of ['USER', 'USER:', ':u1', 'USER:u1=name']) {
    expect(() => parseErasure(text, false)).toThrow('USER:ID');
  }
  expect(() => parseErasure('USER:u1', true)).toThrow('USER:ID=emailAddr');
});
