// A value that passes decoding and fits no column waits with its object: everybody else goes on.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { NOTHING_BEFORE } from '../../services/core/state-before.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { deadLetterTopic } from '../../services/source/log/topic-name.ts';
import {
  closeStore,
  endWell,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seededRandom } from '../../services/core/random.ts';
import { asEventID, asMicros } from '../../services/core/units.ts';
import type { EventID } from '../../services/core/units.ts';
import { readTopic } from '../support/read-log.ts';

let store: ProjectorStore;
let run: ProjectorRun;

beforeEach(async () => {
  store = await openStore();
  run = await openRun(store);
});
afterEach(async () => {
  await run.close();
  await closeStore(store);
});

const digits = (count: number): string => '9'.repeat(count);

/** What a tenant or a foreign producer may send, and Avro lets through. */
function oddEvents(sample: ChangeEvent): Readonly<Record<string, ChangeEvent>> {
  const fields = (some: ChangeEvent['fields']): ChangeEvent => ({ ...sample, fields: some });
  return {
    'NUL in an actor': { ...sample, actorID: 'a\0b' },
    'NUL in a customer': { ...sample, origin: { ...sample.origin, customerID: 'a\0b' } },
    'NUL in a journal row': { ...sample, origin: { ...sample.origin, journalEntryID: '\0' } },
    'NUL in a name of a field': fields({ 'DE:a\0b': 'x' }),
    'NUL in a prefix': { ...sample, clears: ['DE:\0'] },
    'NUL in an absent name': { ...sample, previous: {}, previousAbsent: ['a\0b'] },
    'a number longer than numeric': fields({ percentComplete: { json: digits(140_000) } }),
    'a number smaller than numeric': fields({ percentComplete: { json: `1e-${digits(5)}` } }),
    'a number that no double holds': fields({ 'DE:x': { json: `1${digits(400)}e${digits(9)}` } }),
    'a date before all dates': fields({ plannedStartDate: '-9999-01-01T00:00:00:000+0000' }),
    'a date behind all dates': fields({ plannedStartDate: '9999999-12-31T00:00:00:000+0000' }),
    'clocks at the ends of time': {
      ...sample,
      entryDate: asMicros(-(2 ** 52)),
      asOf: asMicros(2 ** 53 - 2),
    },
    'an ID that no index holds': { ...sample, objID: randomText(3_000) },
    'a type of odd letters': { ...sample, objCode: 'no\0code' },
    'JSON that is none': fields({ 'DE:x': { json: '{"a":' } }),
    'JSON deeper than any stack': fields({
      'DE:x': { json: '['.repeat(200_000) + ']'.repeat(200_000) },
    }),
    'a name longer than an index entry': fields({ [`DE:${randomText(10_000)}`]: 'x' }),
    'very many fields': fields(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`DE:${at}`, 'x'])),
    ),
    infinity: fields({ percentComplete: Infinity, 'DE:x': -Infinity, 'DE:y': NaN }),
  };
}

/** That does not compress. */
function randomText(length: number): string {
  return seededRandom(7).hex(length);
}

test('each odd event is applied or set aside with its object, and nobody else waits', async () => {
  const random = seededRandom(11);
  const events = simulateTasks(random, 20, 6);
  const [sample] = events;
  if (sample === undefined) throw new Error('no events');
  const odd = Object.entries(oddEvents(sample)).map(([what, event], at) => ({
    ...event,
    eventID: event.eventID === sample.eventID ? idOf(at, 'a') : event.eventID,
    objID: event.objID === sample.objID ? `odd-${at} ${what}` : event.objID,
  }));
  // What is good about the same objects comes behind.
  const after = odd.map(({ objID }, at) => ({
    ...sample,
    eventID: idOf(at, 'b'),
    objID,
    operation: 'UPDATE' as const,
    entryDate: asMicros(Date.UTC(2031, 0, 1) * 1000),
    asOf: asMicros(Date.UTC(2031, 0, 1) * 1000),
    fields: { name: 'good' },
  }));
  const projector = await run.start();
  const records = [...events, ...odd, ...after].map((event) =>
    toRecord(event, run.codec, run.topic),
  );
  await run.publishRecords(records);
  await run.caughtUp(120_000);
  await endWell(projector);

  const letters = await readTopic(run.kafka, deadLetterTopic(run.prefix));
  const parked = new Set(letters.map(({ key }) => key?.toString()));
  for (const { headers } of letters) expect(headers['reason'], headers['message']).toMatch(/^UN/);
  const { rows } = await store.pool.query<{ objid: string; count: bigint }>(
    'select objid, count(*) as count from store_1.changes group by objid',
  );
  const applied = new Map(rows.map(({ objid, count }) => [objid, Number(count)]));
  for (const { objID } of events) expect(applied.has(objID), objID).toBe(true);
  for (const { objID } of odd) {
    const isParked = parked.has(objID);
    expect([objID.slice(0, 60), isParked || applied.get(objID) === 2]).toEqual([
      objID.slice(0, 60),
      true,
    ]);
  }
  expect(letters.length).toBeLessThan(odd.length);
});

/** Told of one object in two orders, in a batch each and with nothing remembered between. */
async function storedInBothOrders(events: readonly ChangeEvent[]): Promise<StoredObject[]> {
  const projector = await run.start({ PROJECTOR_CACHE_BYTES_MAX: '0' });
  const reversed = events.toReversed();
  for (const [at, event] of events.entries()) {
    const other = reversed[at] ?? event;
    await run.publish([
      { ...event, objID: 'one' },
      { ...other, objID: 'other' },
    ]);
    await run.caughtUp();
  }
  await endWell(projector);
  const { rows } = await store.pool.query<{ stored: string }>(STORED_SQL);
  return rows.map(({ stored }) => JSON.parse(stored) as StoredObject);
}

interface StoredObject {
  readonly claims: readonly unknown[];
  readonly past: readonly unknown[];
  readonly now: { readonly [column: string]: unknown };
}

const STORED_SQL = `
select jsonb_build_object('claims', (select jsonb_agg(to_jsonb(c) - '{objid,topic,partition,offset}'::text[] order by eventid)
    from store_1.changes as c where c.objid = now.objid),
  'past', (select jsonb_agg(to_jsonb(past) - 'objid' order by began)
    from store_1.task_past as past where past.objid = now.objid),
  'now', to_jsonb(now) - 'objid') as stored
from store_1.task_now as now order by objid`;

/** A journal row of a minute. */
function rowAt(sample: ChangeEvent, minute: number, told: Partial<ChangeEvent>): ChangeEvent {
  const at = asMicros(Date.UTC(2031, 0, 1, 0, minute) * 1000);
  const journal = { ...sample, path: 'JOURNAL', operation: 'UPDATE', clears: [] } as const;
  return { ...journal, eventID: idOf(minute, 'b'), entryDate: at, asOf: at, ...told };
}

function sampleEvent(): ChangeEvent {
  const [sample] = simulateTasks(seededRandom(11), 1, 1);
  if (sample === undefined) throw new Error('no event');
  return { ...sample, ...NOTHING_BEFORE, previous: null, actorID: null };
}

test('the same eventID with other content: the richer stands in the tables, whichever came first', async () => {
  const sample = sampleEvent();
  const signal = rowAt(sample, 1, { fields: {} });
  const poor = rowAt(sample, 1, { fields: { name: 'B' } });
  const rich = rowAt(sample, 1, { fields: { name: 'B' }, previous: { name: 'A' } });
  const [one, other] = await storedInBothOrders([signal, poor, rich]);
  expect(one?.now).toMatchObject({ name: 'B' });
  expect(one?.claims).toMatchObject([{ before: { name: 'A' } }]);
  expect(other).toEqual(one);
});

test('names that plain objects inherit are fields like others in the tables, in any order', async () => {
  const sample = sampleEvent();
  const names = ['constructor', 'toString', 'hasOwnProperty', 'DE:__proto__'];
  const rows = names.map((name, at) => rowAt(sample, at + 1, { fields: { [name]: 'Bob' } }));
  const nested = rowAt(sample, 9, { fields: { 'DE:x': { json: '[{"__proto__":1}]' } } });
  const [one, other] = await storedInBothOrders([...rows, nested]);
  const { custom, other: rest } = one?.now ?? {};
  expect(rest).toEqual({ constructor: 'Bob', toString: 'Bob', hasOwnProperty: 'Bob' });
  expect(custom).toEqual(JSON.parse('{"DE:__proto__":"Bob","DE:x":[{"__proto__":1}]}'));
  expect(other).toEqual(one);
});

test('an object whose stored claims cannot be read is set aside alone, and all else goes on', async () => {
  const sample = sampleEvent();
  const told = (objID: string, minute: number): ChangeEvent => ({
    ...rowAt(sample, minute, { fields: { name: `name ${minute}` } }),
    objID,
  });
  const projector = await run.start({ PROJECTOR_CACHE_BYTES_MAX: '0' });
  await run.publish([told('broken', 5), told('well', 5)]);
  await run.caughtUp();
  const damage = { name: { $json: 'no JSON' } };
  await store.pool.query("update store_1.changes set fields = $1 where objid = 'broken'", [damage]);
  // Late ones, so that all that is stored of both is folded anew.
  await run.publish([told('well', 1), told('broken', 1), told('well', 2), told('new', 3)]);
  await run.caughtUp();
  await endWell(projector);
  const letters = await readTopic(run.kafka, deadLetterTopic(run.prefix));
  expect(letters.map(({ key, headers }) => [key?.toString(), headers['reason']])).toEqual([
    ['broken', 'UNFOLDABLE'],
  ]);
  const { rows } = await store.pool.query<{ objid: string; claims: bigint }>(
    'select objid, count(*) as claims from store_1.changes group by objid order by objid',
  );
  expect(rows.map(({ objid, claims }) => [objid, Number(claims)])).toEqual([
    ['broken', 1],
    ['new', 1],
    ['well', 3],
  ]);
});

function idOf(at: number, kind: 'a' | 'b'): EventID {
  return asEventID(kind + at.toString(16).padStart(31, '0'));
}
