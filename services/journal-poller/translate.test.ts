import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ChangeEvent } from '../core/change-event.generated.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import { isParked } from '../source/log/translation.ts';
import { parseJson } from '../platform/json.ts';
import { readJournalRow } from '../workfront/journal-row.ts';
import { translate } from './translate.ts';

const HOUR_ROWS = new URL('../../test/fixtures/jrnle/HOUR_journal_rows.json', import.meta.url);
const OBSERVED_AT = asMicros(Date.UTC(2026, 0, 2) * 1000);
const ENTRY_DATE = '2026-01-01T06:00:00:123-0600';

const ROW: JsonObject = {
  ID: 'j'.repeat(32),
  objCode: 'JRNLE',
  entryDate: ENTRY_DATE,
  changeType: 'E',
  objObjCode: 'TASK',
  objID: 't1',
  editedByID: 'u1',
};

function eventOf(row: JsonValue): ChangeEvent {
  const translated = translate(readJournalRow(row), { observedAt: OBSERVED_AT, customerID: null });
  if (isParked(translated)) throw new Error(`parked ${translated.park}`);
  return translated.event;
}

function parkOf(row: JsonValue, customerID: string | null = null): string | null {
  const translated = translate(readJournalRow(row), { observedAt: OBSERVED_AT, customerID });
  return isParked(translated) ? translated.park : null;
}

const fieldsOf = (more: JsonObject) => eventOf({ ...ROW, ...more }).fields;

describe('a journal row', () => {
  test('is one event about its object at its own time, kept whole', () => {
    const values = { fieldName: 'name', oldTextVal: 'a', newTextVal: 'b', aux3: 'x' };
    const row: JsonObject = { ...ROW, ...values };
    const event = eventOf(row);
    expect(event).toMatchObject({
      objCode: 'TASK',
      objID: 't1',
      entryDate: Date.parse('2026-01-01T12:00:00.123Z') * 1000,
      operation: 'UPDATE',
      fields: { name: 'b' },
      previous: { name: 'a' },
      actorID: 'u1',
      path: 'JOURNAL',
      origin: { journalEntryID: row['ID'], apiVersion: 0 },
    });
    expect(event.asOf).toBe(event.entryDate);
    expect(parseJson(event.origin.raw ?? '')).toEqual(row);
  });

  test('has an identity that only its ID and subject make', () => {
    const first = eventOf({ ...ROW, numLikes: 1 });
    expect(eventOf({ ...ROW, aux1: 'now served too' }).eventID).toBe(first.eventID);
    expect(eventOf({ ...ROW, ID: 'another' }).eventID).not.toBe(first.eventID);
  });

  test('every published row is parked whole, since none has an entry date', () => {
    const body = parseJson(readFileSync(HOUR_ROWS, 'utf8'));
    const rows =
      isJsonObject(body) && Array.isArray(body['data']) ? (body['data'] as unknown[]) : [];
    expect(rows).toHaveLength(4);
    for (const row of rows as JsonObject[]) {
      expect(parkOf(row)).toBe('NO_CHANGE_TIME');
      const operations = { A: 'CREATE', E: 'UPDATE', D: 'DELETE' };
      const dated = eventOf({ ...row, entryDate: ENTRY_DATE });
      expect(dated).toMatchObject({
        objCode: 'HOUR',
        objID: row['subObjID'],
        operation: operations[row['changeType'] as 'A' | 'E' | 'D'],
        fields: {}, // which field the number is, no row says
      });
      expect(parseJson(dated.origin.raw ?? '')).toEqual({ ...row, entryDate: ENTRY_DATE });
    }
  });

  test('that names no object, no time or no ID, or another customer, is parked', () => {
    expect(parkOf({ ...ROW, objID: null })).toBe('NO_OBJECT_ID');
    expect(parkOf({ ...ROW, objObjCode: '' })).toBe('NO_OBJECT_ID');
    expect(parkOf({ ...ROW, objID: 'a b' })).toBe('NO_OBJECT_ID');
    for (const entryDate of [null, '', 'soon', 12, '2026-01-01T06:00:00'])
      expect(parkOf({ ...ROW, entryDate })).toBe('NO_CHANGE_TIME');
    for (const row of [null, [], 'x', { ...ROW, ID: null }])
      expect(parkOf(row)).toBe('UNDECODABLE');
    expect(parkOf({ ...ROW, customerID: 'other' }, 'ours')).toBe('FOREIGN_CUSTOMER');
    expect(parkOf(ROW, 'ours')).toBeNull();
  });
});

describe('what a row is about', () => {
  const CHILD = { subObjCode: 'hour', subObjID: 'h1' };
  const summary = (more: JsonObject) => {
    const { objCode, objID, operation } = eventOf({ ...ROW, ...more });
    return `${operation} ${objCode} ${objID}`;
  };

  test('its child, where it has one', () => {
    expect(summary({ ...CHILD, changeType: 'A' })).toBe('CREATE HOUR h1');
    expect(summary({ ...CHILD, changeType: 'D' })).toBe('DELETE HOUR h1');
    expect(summary({ ...CHILD, changeType: 'E' })).toBe('UPDATE HOUR h1');
    expect(summary({ ...CHILD, changeType: 'DW' })).toBe('UPDATE HOUR h1');
  });

  test('a deletion without a named child deletes nothing, least of all the parent', () => {
    expect(summary({ changeType: 'D' })).toBe('UPDATE TASK t1');
    expect(summary({ changeType: 'D', subObjCode: 'HOUR' })).toBe('UPDATE TASK t1');
    expect(summary({ changeType: 'A' })).toBe('UPDATE TASK t1');
  });

  test('adding or removing a field value is an update', () => {
    expect(summary({ ...CHILD, changeType: 'D', fieldName: 'hours' })).toBe('UPDATE HOUR h1');
  });

  test('whoever is unassigned, or leaves a portfolio, is not deleted', () => {
    for (const subObjCode of ['USER', 'PROJ', 'TEAMOB', 'ROLE'])
      expect(summary({ changeType: 'D', subObjCode, subObjID: 'x' })).toBe(
        `UPDATE ${subObjCode} x`,
      );
  });

  test('values of a child that is not named are not the parent’s', () => {
    const values = { fieldName: 'name', newTextVal: 'of the child' };
    expect(fieldsOf({ ...values, subObjCode: 'HOUR' })).toEqual({});
    expect(fieldsOf({ ...values, subObjID: 'h1' })).toEqual({});
  });
});

describe('what a row claims', () => {
  test('texts, keys, numbers and instants, in the form that the API has too', () => {
    expect(fieldsOf({ fieldName: 'status', newTextVal: 'INP' })).toEqual({ status: 'INP' });
    expect(fieldsOf({ fieldName: 'percentComplete', newNumberVal: 50 })).toEqual({
      percentComplete: 50,
    });
    expect(fieldsOf({ fieldName: 'priority', newNumberVal: 0 })).toEqual({ priority: 0 });
    const date = '2026-02-01T17:00:00:000-0600';
    expect(fieldsOf({ fieldName: 'plannedCompletionDate', newDateVal: date })).toEqual({
      plannedCompletionDate: date,
    });
    expect(fieldsOf({ fieldName: 'DE:Budget', newNumberVal: 12.5 })).toEqual({ 'DE:Budget': 12.5 });
    const exact = parseJson('{"fieldName":"DE:Big","newNumberVal":12345678901234567890}');
    expect(fieldsOf(exact as JsonObject)).toEqual({ 'DE:Big': { json: '12345678901234567890' } });
  });

  test('nothing whose journal form differs or is unknown', () => {
    for (const row of [
      { fieldName: 'assignedToID', newTextVal: 'Ann' },
      { fieldName: 'ownerID', newTextVal: 'Ann' },
      { fieldName: 'condition', newNumberVal: 1 },
      { fieldName: 'isReady', newTextVal: 'true' },
      { fieldName: 'accessorIDs', newTextVal: 'a,b' },
      { fieldName: 'slackDate', newDateVal: ENTRY_DATE },
      { fieldName: 'no such field', newTextVal: 'x' },
      { fieldName: 'constructor', newTextVal: 'x' },
      { fieldName: 'DE:Colours', newTextVal: 'red, blue' },
      { fieldName: 'DE:Due', newDateVal: ENTRY_DATE },
      { fieldName: '', newTextVal: 'x' },
    ])
      expect(fieldsOf(row), row.fieldName).toEqual({});
  });

  test('nothing from another family, from two, from an empty or an overlong text, or from no date', () => {
    expect(fieldsOf({ fieldName: 'name', newNumberVal: 5 })).toEqual({});
    expect(fieldsOf({ fieldName: 'percentComplete', newTextVal: '5' })).toEqual({});
    expect(fieldsOf({ fieldName: 'percentComplete', newNumberVal: '5' })).toEqual({});
    expect(fieldsOf({ fieldName: 'name', newTextVal: 'x', newNumberVal: 5 })).toEqual({});
    expect(fieldsOf({ fieldName: 'name', newTextVal: '', oldTextVal: 'x' })).toEqual({});
    expect(fieldsOf({ fieldName: 'name', newTextVal: 'x'.repeat(251) })).toEqual({});
    expect(fieldsOf({ fieldName: 'plannedCompletionDate', newDateVal: 'soon' })).toEqual({});
  });

  test('emptiness, where there was a value of the right kind and is none', () => {
    expect(fieldsOf({ fieldName: 'name', newTextVal: null, oldTextVal: 'x' })).toEqual({
      name: null,
    });
    expect(fieldsOf({ fieldName: 'DE:Colours', oldTextVal: 'red' })).toEqual({
      'DE:Colours': null,
    });
    expect(fieldsOf({ fieldName: 'name', oldNumberVal: 5 })).toEqual({});
    expect(fieldsOf({ fieldName: 'name' })).toEqual({});
    expect(fieldsOf({ fieldName: 'assignedToID', oldTextVal: 'Ann' })).toEqual({});
  });

  test('the value before likewise', () => {
    const previous = (more: JsonObject) => eventOf({ ...ROW, ...more }).previous;
    expect(previous({ fieldName: 'name', newTextVal: 'x' })).toEqual({ name: null });
    expect(previous({ fieldName: 'name', oldTextVal: 'w', newTextVal: 'x' })).toEqual({
      name: 'w',
    });
    expect(previous({ fieldName: 'ownerID', aux1: 'Ann', aux2: 'Bob' })).toBeNull();
    expect(previous({ changeType: 'E' })).toBeNull();
  });

  test('fields of the child where it has one, not of the parent', () => {
    const child = { subObjCode: 'HOUR', subObjID: 'h1' };
    expect(fieldsOf({ ...child, fieldName: 'percentComplete', newNumberVal: 5 })).toEqual({});
    expect(fieldsOf({ ...child, fieldName: 'description', newTextVal: 'x' })).toEqual({
      description: 'x',
    });
  });
});
