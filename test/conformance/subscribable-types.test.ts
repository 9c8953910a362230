/** Every type that can be subscribed to, through the ingress and the fold, in both versions. */
import { describe, expect, test } from 'vitest';
import { beforeOf, toClaim } from '../../services/core/fold/claim.ts';
import { fold } from '../../services/core/fold/fold.ts';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import type { JsonObject, JsonValue } from '../../services/core/json.ts';
import { asMicros } from '../../services/core/units.ts';
import { parseJson } from '../../services/platform/json.ts';
import { isListingSignal } from '../../services/source/orders/listing-signal.ts';
import { recordOf } from '../../services/source/log/record-of.ts';
import { isParked } from '../../services/source/log/translation.ts';
import { createNormaliser } from '../../services/store/states/normalise.ts';
import { translate } from '../../services/webhook-ingress/translate.ts';
import {
  eventFieldsOf,
  SUBSCRIBABLE_OBJECT_CODES,
} from '../../services/workfront/catalogue/catalogue.ts';
import { rebuildBody } from '../../services/workfront/event-envelope.ts';
import { encodeFields } from '../../services/platform/avro/loose-fields.ts';
import { seededRandom, seedOfRun } from '../support/random.ts';

const seed = seedOfRun();
const SAVED = '2026-01-15T12:00:00.000-0700';
const SAVED_MICROS = Date.parse('2026-01-15T19:00:00.000Z') * 1000;
const EVENT_SECONDS = SAVED_MICROS / 1e6;
const ASSIGNED = ['creatorID', 'ownerID', 'enteredByID', 'lastUpdatedByID', 'updatedBy'];
/** Which of a type is its change clock (reference B.6). */
const CLOCKS = ['lastUpdateDate', 'updatedAt'];
const CREATORS: Readonly<Record<string, string>> = {
  NOTE: 'ownerID',
  DOCV: 'enteredByID',
  approval: 'creatorID',
  approval_stage: 'creatorID',
};
/** A version of an event that its type never has. */
const V2_ONLY = new Set(
  (
    'approval approval_stage approval_stage_participant FIELD RECORD RECORD_TYPE STAFFP STAFFR ' +
    'SPVAL SPAVAL SAVSET SRPVAL WORKSPACE'
  ).split(' '),
);

const normalise = createNormaliser(parseJson);
const codec = { encode: () => Buffer.alloc(1) };

/** A value of each listed field, so that none is lost on the way. */
function stateOf(objCode: string, multi: JsonValue): JsonObject {
  const events = eventFieldsOf(objCode);
  if (events === null) throw new Error(`${objCode} has no published fields`);
  const state: Record<string, JsonValue> = {};
  for (const [name, type] of events.fields) state[name] = valueOf(objCode, name, type);
  if (events.hasParameterValues) {
    state['parameterValues'] = { 'DE:Channels': multi, 'DE:Region': 'DACH' };
  }
  return state;
}

function valueOf(objCode: string, name: string, type: string): JsonValue {
  if (name === 'objCode') return /^approval/.test(objCode) ? 'DOCV' : objCode;
  if (CLOCKS.includes(name)) return SAVED;
  if (ASSIGNED.includes(name)) return `user-${name}`;
  switch (type) {
    case 'int':
    case 'double':
      return 7;
    case 'boolean':
      return true;
    case 'dateTime':
      return '2026-01-10T09:00:00.000-0700';
    case 'date':
      return '2026-01-10';
    case 'string[]':
      return ['b', 'a'];
    default:
      return name === 'data' && objCode === 'RECORD' ? { F1: 'x' } : `${name}-of-${objCode}`;
  }
}

type Version = 'v1' | 'v2';

function bodyOf(objCode: string, version: Version, eventType = 'UPDATE'): JsonObject {
  // "v1 sent a bare string for one value" (reference B.4).
  const now = stateOf(objCode, version === 'v1' ? 'Print' : ['Print']);
  const before = { ...now, status: 'before' };
  const isDelete = eventType === 'DELETE';
  return {
    eventType,
    ...(version === 'v2' && { eventVersion: 'v2', subscriptionVersion: 'v2' }),
    subscriptionId: `subscription-${version}`,
    eventTime: { epochSecond: EVENT_SECONDS, nano: 100_000_000 },
    newState: isDelete ? {} : now,
    oldState: eventType === 'CREATE' ? {} : before,
  };
}

function eventOf(objCode: string, body: JsonObject, observedAt = 1): ChangeEvent {
  const translated = translate(
    { objCode, body, observedAt: asMicros(observedAt) },
    { customerID: null, parseJson },
  );
  if (isParked(translated)) throw new Error(`${objCode}: ${translated.park} ${translated.message}`);
  return translated.event;
}

function versionsOf(events: readonly ChangeEvent[]) {
  const claims = events.map((event) => {
    const { state } = normalise(event.objCode, encodeFields(event.fields));
    const before = event.previous === null ? null : encodeFields(event.previous);
    const normal = before === null ? null : normalise(event.objCode, before).state.fields();
    return toClaim(event, state, beforeOf(event, state, normal));
  });
  return fold(claims).versions.map(({ entryDate, deleted, state }) => ({
    entryDate,
    deleted,
    fields: state.fields(),
  }));
}

describe.each(SUBSCRIBABLE_OBJECT_CODES)('an event of %s', (objCode) => {
  const events = eventFieldsOf(objCode);
  const listed = objCode === 'FIELD';

  test('has its object, its change clock and whoever made it', () => {
    const event = eventOf(objCode, bodyOf(objCode, 'v2'));
    const composite = ['stageID', 'participantID'].map((name) => `${name}-of-${objCode}`).join(':');
    if (listed) expect(isListingSignal(event)).toBe(true);
    else if (objCode === 'approval_stage_participant') {
      expect(event.objID).toBe(`${composite}:participantType-of-${objCode}`);
    } else expect(event.objID).toMatch(new RegExp(`^(ID|id)-of-${objCode}$`));
    expect(event.objCode).toBe(objCode);
    const clocked = events?.fields.some(([name]) => CLOCKS.includes(name)) ?? false;
    expect(event.entryDate).toBe(clocked ? SAVED_MICROS : SAVED_MICROS + 100_000);
    const saver = ['lastUpdatedByID', 'updatedBy'].find((name) =>
      events?.fields.some(([field]) => field === name),
    );
    if (saver !== undefined) expect(event.actorID).toBe(`user-${saver}`);
    const creator = CREATORS[objCode];
    if (creator !== undefined) {
      expect(eventOf(objCode, bodyOf(objCode, 'v2', 'CREATE')).actorID).toBe(`user-${creator}`);
    }
  });

  test('comes back whole from the log, whatever its type and version (Law 9)', () => {
    for (const eventType of ['CREATE', 'UPDATE', 'DELETE']) {
      const body = bodyOf(objCode, 'v2', eventType);
      expect(rebuildBody(eventOf(objCode, body), parseJson)).toEqual(body);
    }
  });

  test('goes to its topic, or tells that its type must be listed', () => {
    const event = eventOf(objCode, bodyOf(objCode, 'v2'));
    const input = { bytes: () => Buffer.alloc(0), path: '/webhook', observedAt: asMicros(1) };
    const options = { service: 'webhook-ingress', codec, topicPrefix: 'wf' };
    const [record] = recordOf({ event }, input, options).records;
    const topic = listed ? 'other' : objCode.toLowerCase();
    expect(record).toMatchObject({ topic: `wf.${topic}.changes`, key: event.objID });
    if (listed) expect(versionsOf([event])).toEqual([]);
  });

  test(`repeated, late and in both versions is one (SEED=${seed})`, () => {
    const random = seededRandom(seed);
    const v2 = bodyOf(objCode, 'v2');
    const once = versionsOf([eventOf(objCode, v2)]);
    expect(once).toHaveLength(listed ? 0 : 1);
    const bodies = [v2, v2, { ...v2, subscriptionId: 'another' }];
    if (!V2_ONLY.has(objCode)) bodies.push(bodyOf(objCode, 'v1'), bodyOf(objCode, 'v1'));
    for (let round = 0; round < 10; round += 1) {
      const arrived = random.shuffle(bodies).map((body, at) => eventOf(objCode, body, 1 + at));
      expect(versionsOf(arrived)).toEqual(once);
    }
  });
});
