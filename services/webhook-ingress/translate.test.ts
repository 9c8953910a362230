import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ChangeEvent } from '../core/change-event.generated.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import { rebuildBody } from '../workfront/event-envelope.ts';
import { parseJson } from '../platform/json.ts';
import type { Translated } from '../source/log/translation.ts';
import { translate } from './translate.ts';

const FIXTURES = new URL('../../test/fixtures/event_payloads/', import.meta.url);
const OBSERVED_AT = asMicros(Date.UTC(2026, 0, 2) * 1000);
const micros = (text: string) => Date.parse(text) * 1000;

function deliver(body: JsonValue, objCode = 'PROJ', customerID: string | null = null): Translated {
  return translate({ objCode, body, observedAt: OBSERVED_AT }, { customerID, parseJson });
}

function eventOf(translated: Translated): ChangeEvent {
  if ('park' in translated) throw new Error(`parked ${translated.park}: ${translated.message}`);
  return translated.event;
}

function fixture(name: string): JsonObject {
  return parseJson(readFileSync(new URL(name, FIXTURES), 'utf8')) as JsonObject;
}

const TIME = { epochSecond: 1_507_319_336, nano: 998_000_999 };
const TASK = {
  ID: '5'.repeat(32),
  objCode: 'TASK',
  lastUpdateDate: '2017-10-06T13:48:56.980-0600',
};
const update = (newState: JsonValue, more: JsonObject = {}): JsonObject => ({
  eventType: 'UPDATE',
  eventTime: TIME,
  newState,
  ...more,
});

describe('every published delivery', () => {
  for (const name of readdirSync(FIXTURES)) {
    test(`${name} becomes an event that gives it back, or is parked whole`, () => {
      const body = fixture(name);
      const translated = deliver(body);
      if (name === 'PROJ_CREATE_with_oldState_example.json') {
        expect(translated).toMatchObject({ park: 'NO_OBJECT_ID' }); // its states have no ID
        return;
      }
      expect(rebuildBody(eventOf(translated), parseJson)).toEqual(body);
    });
  }

  test('an update in v2 carries both states, its clocks and its actor', () => {
    const event = eventOf(deliver(fixture('PROJ_UPDATE_v2.json')));
    expect(event).toMatchObject({
      objCode: 'PROJ',
      objID: '59d7ddf7000002322d791eb08bafddfb',
      operation: 'UPDATE',
      entryDate: micros('2017-10-06T19:48:56.980Z'),
      asOf: micros('2017-10-06T19:48:56.998Z'),
      clears: ['DE:'],
      actorID: '544820df0000142362741fc0c368de19',
      path: 'WEBHOOK',
      observedAt: OBSERVED_AT,
      fields: { name: 'EventSub Test updated', priority: 0, sponsorID: null },
      previous: { name: 'EventSub Test 180fd595-63fb-4fa9-bd47-58bf6e53d964' },
      previousKnown: true,
      origin: {
        apiVersion: 2,
        subscriptionID: '8a0d839d5ef32c9a015ef336a5ed0002',
        customerID: '544820df0000135b7719dcca654391f6',
      },
    });
    expect(event.origin.raw).not.toContain('EventSub Test');
    expect(event.origin.raw).toContain(
      '"newState":{"$":"fields","containers":["parameterValues"]}',
    );
  });

  test('v1, v2 and any subscription of one change are one event', () => {
    const v1 = eventOf(deliver(fixture('PROJ_UPDATE_v1_2017_3.json')));
    const v2 = eventOf(deliver(fixture('PROJ_UPDATE_v2.json')));
    expect(v1.eventID).toBe(v2.eventID);
    expect([v1.origin.apiVersion, v2.origin.apiVersion]).toEqual([1, 2]);
    const elsewhere = { ...fixture('PROJ_UPDATE_v2.json'), subscriptionId: 'another' };
    expect(eventOf(deliver(elsewhere)).eventID).toBe(v2.eventID);
  });

  test('a body of before 2017.3 has one state and no event time', () => {
    const event = eventOf(deliver(fixture('PROJ_UPDATE_pre2017_3.json')));
    expect(event.asOf).toBe(micros('2017-10-06T19:43:49.265Z'));
    expect(event.entryDate).toBe(event.asOf);
    expect(event.previous).toBeNull();
    expect(event.fields['name']).toBe('EventSub Test updated');
  });

  test('states in base64 make the same event, and the body comes back decoded', () => {
    const body = fixture('PROJ_UPDATE_v2.json');
    const encode = (state: JsonValue | undefined) =>
      Buffer.from(JSON.stringify(state)).toString('base64');
    const encoded = {
      ...body,
      newState: encode(body['newState']),
      oldState: encode(body['oldState']),
    };
    const event = eventOf(deliver(encoded));
    expect(event.eventID).toBe(eventOf(deliver(body)).eventID);
    expect(event.origin.raw).toContain('"base64":true');
    expect(rebuildBody(event, parseJson)).toEqual(body);
    const created = { ...encoded, eventType: 'CREATE' };
    expect(rebuildBody(eventOf(deliver(created)), parseJson)).toEqual({
      ...body,
      eventType: 'CREATE',
    });
  });
});

describe('what a delivery means', () => {
  test('the event time is floored to microseconds and dates the state', () => {
    expect(eventOf(deliver(update(TASK))).asOf).toBe(1_507_319_336_998_000);
  });

  test('a create keeps its oldState but does not believe it', () => {
    const body = update(TASK, { eventType: 'CREATE', oldState: { ...TASK, name: 'lie' } });
    const event = eventOf(deliver(body));
    expect(event.previous).toBeNull();
    expect(event.fields['name']).toBeUndefined();
    expect(rebuildBody(event, parseJson)).toEqual(body);
  });

  test('a delete takes the first state that says something, and happens at its event time', () => {
    for (const newState of [{}, null, '', TASK]) {
      const body = update(newState, { eventType: 'DELETE', oldState: TASK });
      const event = eventOf(deliver(body, 'TASK'));
      expect(event).toMatchObject({ operation: 'DELETE', objID: TASK.ID, actorID: null });
      expect(event.fields['lastUpdateDate']).toBe(TASK.lastUpdateDate);
      expect(event.entryDate).toBe(event.asOf);
      expect(rebuildBody(event, parseJson)).toEqual(body);
    }
  });

  test('a delete whose newState is all nulls is about what its oldState names', () => {
    const nulls = { ID: null, name: null };
    const body = update(nulls, { eventType: 'DELETE', oldState: { ...TASK, name: 'was' } });
    const event = eventOf(deliver(body, 'TASK'));
    expect(event).toMatchObject({ operation: 'DELETE', objID: TASK.ID });
    expect(event.fields['name']).toBe('was');
    expect(rebuildBody(event, parseJson)).toEqual(body);
    const nameless = update({ ...nulls, name: 'gone' }, { eventType: 'DELETE', oldState: TASK });
    expect(eventOf(deliver(nameless, 'TASK')).objID).toBe(TASK.ID);
  });

  test('who deleted it is known only from the envelope', () => {
    const state = { ...TASK, lastUpdatedByID: 'saver' };
    const body = update(state, { eventType: 'DELETE', userId: 'deleter' });
    expect(eventOf(deliver(body)).actorID).toBe('deleter');
    expect(eventOf(deliver(update(state))).actorID).toBe('saver');
  });

  test('a type without a change clock is dated by the event time', () => {
    const note = {
      ID: 'n1',
      objCode: 'NOTE',
      entryDate: '2011-01-01T00:00:00.000Z',
      ownerID: 'u1',
    };
    const event = eventOf(deliver(update(note), 'NOTE'));
    expect(event.entryDate).toBe(event.asOf);
    expect(event.actorID).toBeNull(); // its author did not have to be who edited it
    expect(eventOf(deliver(update(note, { eventType: 'CREATE' }), 'NOTE')).actorID).toBe('u1');
  });

  test('an empty text where the change clock belongs is no clock', () => {
    const event = eventOf(deliver(update({ ...TASK, lastUpdateDate: '' })));
    expect(event.entryDate).toBe(event.asOf);
    expect(event.fields['lastUpdateDate']).toBe('');
  });

  test('a record of Planning has its data flattened, its id, its clock and its person', () => {
    const record = {
      id: 'Rc1',
      objCode: 'RECORD',
      customerId: 'c1',
      updatedAt: '2026-01-15T10:30:00.000Z',
      updatedBy: { id: 'u9', name: 'Ann' },
      data: { F1: 'x', F2: [{ id: 'Rc2', externalId: null, value: null }], F3: null },
      parameterValues: { kept: 'whole' },
    };
    const body = update(record, { oldState: { ...record, data: null } });
    const event = eventOf(deliver(body, 'RECORD'));
    expect(event).toMatchObject({
      objID: 'Rc1',
      entryDate: micros('2026-01-15T10:30:00Z'),
      actorID: 'u9',
      clears: ['data.'],
      fields: { 'data.F1': 'x', 'data.F3': null },
      origin: { customerID: 'c1' },
    });
    expect(rebuildBody(event, parseJson)).toEqual(body);
  });

  test('a participant of an approval stage is known by its three keys', () => {
    const state = {
      stageID: 's',
      participantID: 'p',
      participantType: 'USER',
      objID: 'd',
      objCode: 'DOCV',
    };
    const event = eventOf(deliver(update(state), 'approval_stage_participant'));
    expect([event.objCode, event.objID]).toEqual(['approval_stage_participant', 's:p:USER']);
    const broken = { ...state, participantType: '' };
    expect(deliver(update(broken), 'approval_stage_participant')).toMatchObject({
      park: 'NO_OBJECT_ID',
    });
  });

  test('the type inside the state wins over the URL, where it is known and its own', () => {
    const codeOf = (state: JsonValue, url: string) => eventOf(deliver(update(state), url)).objCode;
    expect(codeOf(TASK, 'PROJ')).toBe('TASK');
    expect(codeOf({ ...TASK, objCode: 'task' }, 'PROJ')).toBe('TASK');
    expect(codeOf({ ...TASK, objCode: 'NEWTYPE' }, 'PROJ')).toBe('PROJ');
    expect(codeOf({ ID: 'x' }, 'project')).toBe('PROJ');
    expect(codeOf({ ID: 'x' }, 'BRANDNEW')).toBe('BRANDNEW');
    // An approval bears the type of what is approved.
    expect(codeOf({ ID: 'x', objCode: 'DOCV', objID: 'v' }, 'approval')).toBe('approval');
    expect(codeOf({ ID: 'x', objCode: 'approval_stage' }, 'approval')).toBe('approval_stage');
  });

  test('an hour, which never lists parameterValues, clears nothing', () => {
    const event = eventOf(deliver(update({ ID: 'h', objCode: 'HOUR', hours: 2 }), 'HOUR'));
    expect(event.clears).toEqual([]);
  });

  test('an update that shows only the old state is a signal about its object', () => {
    const event = eventOf(deliver(update({}, { oldState: TASK })));
    expect(event).toMatchObject({ objID: TASK.ID, objCode: 'TASK', fields: {}, clears: [] });
  });
});

describe('what is parked', () => {
  const parked = (body: JsonValue, customerID: string | null = null) => {
    const translated = deliver(body, 'TASK', customerID);
    return 'park' in translated ? translated.park : null;
  };

  test('what is no event, such as a validation message', () => {
    for (const body of [null, [], 'ping', 7, {}, { validation: true }, [update(TASK)]])
      expect(parked(body), JSON.stringify(body)).toBe('NOT_AN_EVENT');
    expect(parked(update(TASK, { eventType: 'SHARE' }))).toBe('NOT_AN_EVENT');
  });

  test('an event whose object has no usable ID', () => {
    for (const ID of [null, '', 7, 'two words', 'x'.repeat(256), 'nul\u0000'])
      expect(parked(update({ ...TASK, ID })), String(ID)).toBe('NO_OBJECT_ID');
    expect(parked({ eventType: 'DELETE', eventTime: TIME, newState: {}, oldState: {} })).toBe(
      'NO_OBJECT_ID',
    );
    expect(parked({ eventType: 'CREATE', eventTime: TIME })).toBe('NO_OBJECT_ID');
  });

  test('an event that nothing dates', () => {
    const undated = { ...TASK, lastUpdateDate: 'yesterday' };
    const zero = { epochSecond: 0, nano: 0 };
    for (const eventTime of [null, {}, zero, { epochSecond: '1' }, { epochSecond: 1.5 }, 'soon', 1])
      expect(parked(update(undated, { eventTime }))).toBe('NO_CHANGE_TIME');
  });

  test('a state that is neither an object nor base64 of one', () => {
    const list = Buffer.from('[1]').toString('base64');
    for (const state of [
      '{}',
      'not base64!',
      list,
      Buffer.from([255, 123]).toString('base64'),
      7,
      true,
    ])
      expect(parked(update(state))).toBe('UNDECODABLE');
  });

  test('a state whose names would collide when flattened', () => {
    const state = { ...TASK, 'DE:a': 1, parameterValues: { 'DE:a': 2 } };
    expect(parked(update(state))).toBe('UNDECODABLE');
    expect(parked(update(TASK, { oldState: state }))).toBe('UNDECODABLE');
  });

  test('another customer, when ours is known', () => {
    expect(parked(update({ ...TASK, customerID: 'other' }), 'ours')).toBe('FOREIGN_CUSTOMER');
    expect(parked(update(TASK, { customerId: 'other' }), 'ours')).toBe('FOREIGN_CUSTOMER');
    expect(parked(update({ ...TASK, customerID: 'ours' }), 'ours')).toBeNull();
    expect(parked(update(TASK), 'ours')).toBeNull(); // v1 bodies of some types do not say
    expect(parked(update({ ...TASK, customerID: 'other' }))).toBeNull();
  });
});
