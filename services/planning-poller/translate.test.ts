import { expect, it } from 'vitest';
import type { ChangeEvent } from '../core/change-event.generated.ts';
import type { JsonObject } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import { isParked } from '../source/log/translation.ts';
import type { Translated } from '../source/log/translation.ts';
import { translateAbsence, translateHistory, translateObject } from './translate.ts';
import type { SeenObject } from './translate.ts';

const HELD = asMicros(Date.UTC(2026, 0, 15, 12) * 1000);
const OPTIONS = { observedAt: HELD, customerID: 'c', asked: null };
const V1: JsonObject = {
  id: 'Rc1',
  createdBy: 'u1',
  createdAt: '2026-01-10T10:00:00.000Z',
  updatedBy: 'u2',
  updatedAt: '2026-01-14T10:00:00.000Z',
  recordTypeId: 'Rt1',
  data: { F1: 'name', F2: [{ id: 'Rc2', externalId: null, value: 'x' }] },
  thumbnailUrl: null,
};
const V2 = { ...V1, createdBy: { id: 'u1', name: 'One' }, updatedBy: { id: 'u2', name: 'Two' } };

function eventOf(translated: Translated): ChangeEvent {
  if (isParked(translated)) throw new Error(translated.message);
  return translated.event;
}

function seen(row: JsonObject, more: Partial<SeenObject> = {}): ChangeEvent {
  return eventOf(
    translateObject({ kind: 'RECORD', row, parent: {}, heldAt: HELD, ...more }, OPTIONS),
  );
}

it('a record of v1 and of v2 make the same claims under the same identity', () => {
  const [one, two] = [seen(V1), seen(V2)];
  expect(two.fields).toEqual(one.fields);
  expect(two.eventID).toBe(one.eventID);
  expect(two.actorID).toBe('u2');
  expect(two.origin.raw).toContain('"name":"Two"');
});

it('data becomes keys of its own, read whole, and keeps its form', () => {
  const { fields, clears, entryDate, asOf } = seen(V1);
  expect(clears).toEqual(['data.']);
  expect(fields['data.F1']).toBe('name');
  expect(fields['data.F2']).toEqual({ json: '[{"id":"Rc2","externalId":null,"value":"x"}]' });
  expect([entryDate, asOf]).toEqual([Date.UTC(2026, 0, 14, 10) * 1000, HELD]);
});

it('what was not asked for is left out, and what is empty is null', () => {
  const row = { ...V1, coverImage: null };
  const asked = new Set(['data', 'thumbnailUrl']);
  const translated = translateObject(
    { kind: 'RECORD', row, parent: {}, heldAt: HELD },
    { ...OPTIONS, asked },
  );
  const { fields } = eventOf(translated);
  expect(fields['thumbnailUrl']).toBeNull();
  expect(Object.keys(fields)).not.toContain('coverImage');
});

it('a value that moved without updatedAt is held at the time of the read', () => {
  const later = seen(
    { ...V1, data: { F1: 'recomputed' } },
    { heldAt: asMicros(HELD + 60_000_000) },
  );
  expect(later.entryDate).toBe(seen(V1).entryDate);
  expect(later.asOf).toBe(HELD + 60_000_000);
});

it('types of fields have one spelling, and what hangs below an object is not its own', () => {
  const field = seen(
    { id: 'F1', type: 'PARAGRAPH' },
    { kind: 'FIELD', parent: { recordTypeId: 'Rt1' } },
  );
  expect(field.fields).toMatchObject({ type: 'long-text', recordTypeId: 'Rt1' });
  const type = seen(
    { id: 'Rt1', fields: [{ id: 'F1' }], permission: 'manage' },
    { kind: 'RECORD_TYPE', parent: { workspaceId: 'Ws1' } },
  );
  expect(type.fields).toEqual({ id: 'Rt1', workspaceId: 'Ws1' });
});

it('an object without an id is parked', () => {
  const seenObject = { kind: 'RECORD', row: { data: {} }, parent: {}, heldAt: HELD } as const;
  expect(translateObject(seenObject, OPTIONS)).toMatchObject({ park: 'NO_OBJECT_ID' });
});

const ENTRY = {
  id: 'H1',
  recordId: 'Rc1',
  createdBy: 'u2',
  createdAt: '2026-01-14T10:00:00.000Z',
  fieldId: 'F1',
  before: { value: 'old', fieldSnapshot: { id: 'F1', type: 'TEXT' } },
  after: { value: 'new', fieldSnapshot: { id: 'F1', type: 'TEXT' } },
};

it('an entry of the history is a change with before, after and author', () => {
  const event = eventOf(translateHistory(ENTRY, OPTIONS));
  expect(event).toMatchObject({
    objID: 'Rc1',
    operation: 'UPDATE',
    actorID: 'u2',
    fields: { 'data.F1': 'new' },
    previous: { 'data.F1': 'old' },
  });
  expect(event.eventID).toBe(
    eventOf(translateHistory(ENTRY, { ...OPTIONS, observedAt: asMicros(0) })).eventID,
  );
});

it('an old value that is not shown is no claim, and links are a signal only', () => {
  const hidden = { ...ENTRY, before: { ...ENTRY.before, value: null } };
  expect(eventOf(translateHistory(hidden, OPTIONS)).previous).toBeNull();
  const side = { value: [{ id: 'Rc2' }], fieldSnapshot: { id: 'F1', type: 'REFERENCE' } };
  const links = eventOf(translateHistory({ ...ENTRY, before: side, after: side }, OPTIONS));
  expect([links.fields, links.previous]).toEqual([{}, null]);
  expect(links.origin.raw).toContain('"Rc2"');
});

it('an absence tells between which instants the object went', () => {
  const event = translateAbsence({
    kind: 'RECORD',
    objID: 'Rc1',
    deletedAfter: asMicros(5),
    deletedBefore: asMicros(9),
    proof: '404',
    observedAt: asMicros(10),
    customerID: null,
  });
  expect(event).toMatchObject({ operation: 'DELETE', entryDate: 9, asOf: 9, fields: {} });
  expect(event.origin).toMatchObject({ deletedAfter: 5, deletedBefore: 9 });
});
