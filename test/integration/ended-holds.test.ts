/**
 * What held a promise back is mended in the log, and the tables are not there yet: the freshness
 * that they show must wait for them.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asMicros } from '../../services/core/units.ts';
import type { Micros, ObjID } from '../../services/core/units.ts';
import { systemClock } from '../../services/core/clock.ts';
import { remember } from '../../services/object-poller/known/known-objects.ts';
import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { forgetEndedHolds } from '../../services/source/promises/ended-holds.ts';
import { databaseNow } from '../../services/source/promises/database-now.ts';
import { gapsAreRead } from '../../services/source/promises/gap-readings.ts';
import { takeLease } from '../../services/source/lease/lease.ts';
import type { Lease } from '../../services/source/lease/lease.ts';
import { wantWindow } from '../../services/source/promises/recorded-gaps.ts';
import { EVERY_TYPE, forgetUnmet, inputDigest } from '../../services/source/promises/set-aside.ts';
import { setAside, settleSetAside } from '../../services/source/promises/set-aside.ts';
import { holdDeletes, releaseListed } from '../../services/source/promises/told-deletes.ts';
import { moveWatermark } from '../../services/source/promises/watermarks.ts';
import type { WatermarkKind } from '../../services/source/promises/watermarks.ts';
import { applyStore } from '../../services/store/live-store.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

const TOPIC = 'ended.task.changes';
const NO_RECORD = { 'ended.proj.changes': { 0: '0' } };
const second = (at: number): Micros => asMicros(1_700_000_000_000_000 + at * 1_000_000);

let database: FreshDatabase;
let pool: Pool;
let lease: Lease;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 2, applicationName: 'ended-holds-test' });
  await applyStore(pool, { schema: 'store_1', definition: objectTables() });
  await withTransaction(pool, applyViews);
  const order = { name: 'test', holder: 'test', ttlMs: 600_000, clock: systemClock };
  const taken = await takeLease(pool, order);
  if (taken === null) throw new Error('nobody else holds it');
  lease = taken;
});

beforeEach(async () => {
  await pool.query(`truncate control.watermarks, control.watermark_trail, control.ended_holds,
    control.told_deletes, control.known_objects, control.gaps, control.set_aside`);
  await pool.query('truncate store_1.positions, store_1.changes');
  await tablesAt(10);
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

async function tablesAt(next: number): Promise<void> {
  await pool.query('delete from store_1.positions');
  await pool.query('insert into store_1.positions (topic, partition, next) values ($1, 0, $2)', [
    TOPIC,
    next,
  ]);
}

async function promiseUpTo(
  kind: WatermarkKind,
  upTo: Micros,
  end: number,
  begun?: string,
): Promise<void> {
  const objCode = kind === 'history' ? 'JRNLE' : 'TASK';
  const asked = begun ?? (await databaseNow(pool));
  const ends = { ...NO_RECORD, [TOPIC]: { 0: `${end}` } };
  await moveWatermark(pool, lease, { objCode, kind, upTo, ends, asked });
}

async function shown(kind: WatermarkKind, objCode = 'TASK'): Promise<number | null> {
  const { rows } = await pool.query<{ micros: bigint | null }>(
    `select (extract(epoch from ${kind}_up_to) * 1000000)::bigint as micros
     from workfront.freshness where objcode = $1`,
    [objCode],
  );
  const micros = rows[0]?.micros ?? null;
  return micros === null ? null : Number(micros);
}

/** The mend lies in the log from 10 to 20; the next promise is made behind it. */
async function expectHeld(kind: WatermarkKind, upTo: Micros | null): Promise<void> {
  expect(await shown(kind)).toBe(upTo);
  await tablesAt(15);
  expect(await shown(kind)).toBe(upTo);
  await promiseUpTo(kind, second(60), 20);
  expect(await shown(kind)).toBe(upTo);
  await tablesAt(20);
  expect(await shown(kind)).toBe(second(60));
}

test('a DELETE that was told late and holds no more lets no promise of before count further', async () => {
  const objID = 'back again' as ObjID;
  const state = { hash: Buffer.from('h'), clock: null, unheard: Buffer.from('u') };
  await remember(pool, 'TASK', [{ objID, asOf: second(10), ...state }]);
  await promiseUpTo('swept', second(40), 10);
  await holdDeletes(pool, [{ objCode: 'TASK', objID, asOf: second(20) }]);
  const before = asMicros(second(20) - 500_001);
  expect(await shown('swept')).toBe(before);
  await remember(pool, 'TASK', [{ objID, asOf: second(50), ...state }]); // read again, published
  await releaseListed(pool, 'TASK', new Set([objID]));
  expect((await pool.query('select from control.told_deletes')).rows).toHaveLength(0);
  await expectHeld('swept', before);
});

interface Told {
  readonly operation: 'DELETE' | 'SNAPSHOT';
  readonly path: 'WEBHOOK' | 'SEARCH';
  readonly asOf: Micros;
  readonly offset: number;
}

async function tablesHave(objID: string, { operation, path, asOf, offset }: Told): Promise<void> {
  const at = `'epoch'::timestamptz + $1::bigint * interval '1 microsecond'`;
  await pool.query(
    `insert into store_1.changes (entrydate, asof, observedat, "offset", partition, apiversion,
       clocked, objid, objcode, eventid, operation, path, topic, beforewhole)
     values (${at}, ${at}, ${at}, $2, 0, 2, true, $3, 'TASK', $4, $5, $6, $7, false)`,
    [asOf, offset, objID, Buffer.from(String(offset)), operation, path, TOPIC],
  );
}

test('a DELETE that a webhook told late lets nothing count before a sweep knows of it', async () => {
  const seen = { operation: 'SNAPSHOT', path: 'SEARCH' } as const;
  const gone = { operation: 'DELETE', path: 'WEBHOOK' } as const;
  await tablesHave('back again', { ...seen, asOf: second(10), offset: 1 });
  await promiseUpTo('swept', second(40), 5);
  await tablesHave('later', { ...gone, asOf: second(50), offset: 6 }); // it is not promised yet
  await tablesHave('known', { ...gone, path: 'SEARCH', asOf: second(20), offset: 2 });
  await tablesHave('known', { ...gone, asOf: second(15), offset: 7 });
  expect(await shown('swept')).toBe(second(40));
  await tablesHave('back again', { ...gone, asOf: second(20), offset: 8 });
  expect(await shown('swept')).toBe(second(20) - 500_001);
  await promiseUpTo('swept', second(45), 8);
  expect(await shown('swept')).toBe(second(20) - 500_001);
  await tablesHave('back again', { ...seen, asOf: second(44), offset: 9 });
  expect(await shown('swept')).toBe(second(45));
});

test('of two that are told late the older holds, also where it comes after the newer', async () => {
  const gone = { operation: 'DELETE', path: 'WEBHOOK' } as const;
  await tablesHave('twice', { operation: 'SNAPSHOT', path: 'SEARCH', asOf: second(10), offset: 1 });
  await promiseUpTo('swept', second(40), 5);
  await tablesHave('twice', { ...gone, asOf: second(30), offset: 6 });
  expect(await shown('swept')).toBe(second(30) - 500_001);
  await tablesHave('twice', { ...gone, asOf: second(20), offset: 8 });
  expect(await shown('swept')).toBe(second(20) - 500_001);
});

test('nor one that a sweep made nothing of, from the promise on that rests on it', async () => {
  await tablesHave('gone', { operation: 'SNAPSHOT', path: 'SEARCH', asOf: second(10), offset: 1 });
  await promiseUpTo('swept', second(40), 5);
  await tablesHave('gone', { operation: 'DELETE', path: 'WEBHOOK', asOf: second(20), offset: 8 });
  expect(await shown('swept')).toBe(second(20) - 500_001);
  await promiseUpTo('swept', second(45), 9);
  expect(await shown('swept')).toBe(second(45));
});

test('what lies in a log that the tables do not read yet counts for nothing', async () => {
  await promiseUpTo('current', second(40), 10);
  const next = { 'next.task.changes': { 0: '5' } };
  const asked = await databaseNow(pool);
  const mark = { objCode: 'TASK', kind: 'current', upTo: second(60), ends: next, asked } as const;
  await moveWatermark(pool, lease, mark);
  expect(await shown('current')).toBe(second(40));
});

test('a gap of the journal that is read again holds its own type until the tables have its rows', async () => {
  await promiseUpTo('history', second(40), 10);
  const gap = { objCode: 'TASK', subject: 'TASK UPDATE', reason: 'missing' };
  const window = { ...gap, began: second(20), ended: second(30) };
  await wantWindow(pool, window, 'journal-poller');
  await wantWindow(pool, { ...window, objCode: 'PROJ' }, 'object-poller');
  expect(await shown('history')).toBe(second(20));
  const { rows } = await pool.query<{ id: bigint }>(
    'select id from control.gaps where objcode = $1',
    ['TASK'],
  );
  await gapsAreRead(
    pool,
    rows.map(({ id }) => id),
    'journal-poller',
  );
  expect(await shown('history', 'PROJ')).toBe(second(40));
  await expectHeld('history', second(20));
});

const digest = inputDigest(Buffer.from('bytes'));
const aside = {
  objCode: 'TASK',
  subject: 'one',
  digest,
  reason: 'UNDECODABLE',
  holdsBack: true,
} as const;

test('what was set aside and is met no more holds what was promised before back for good', async () => {
  await promiseUpTo('current', second(40), 10);
  await setAside(pool, 'object-poller', [{ ...aside, clock: second(20) }]);
  await forgetUnmet(pool, 'object-poller', 'TASK', await databaseNow(pool));
  await expectHeld('current', asMicros(second(20) - 1));
});

test('where nothing was promised while it was set aside nothing of before is', async () => {
  await setAside(pool, 'object-poller', [{ ...aside, clock: null }]);
  await promiseUpTo('current', second(40), 10);
  expect(await shown('current')).toBeNull();
  const begun = await databaseNow(pool);
  await settleSetAside(pool, 'object-poller', [{ objcode: 'TASK', subject: 'one' }]);
  expect(await shown('current')).toBeNull();
  // One that was on its way when it was settled, and one of later.
  await promiseUpTo('current', second(45), 15, begun);
  await tablesAt(20);
  expect(await shown('current')).toBeNull();
  await promiseUpTo('current', second(60), 20);
  expect(await shown('current')).toBe(second(60));
});

test('a row of the journal that was set aside holds every type, and dismissed ones none', async () => {
  await promiseUpTo('history', second(40), 10);
  const row = { ...aside, objCode: EVERY_TYPE, clock: second(20) };
  await setAside(pool, 'journal-poller', [row, { ...row, subject: 'other', holdsBack: false }]);
  await settleSetAside(pool, 'journal-poller', [{ objcode: EVERY_TYPE, subject: 'other' }]);
  expect((await pool.query('select from control.ended_holds')).rows).toHaveLength(0);
  await settleSetAside(pool, 'journal-poller', [{ objcode: EVERY_TYPE, subject: 'one' }]);
  for (const objCode of ['TASK', 'PROJ']) {
    expect(await shown('history', objCode)).toBe(second(20) - 1);
  }
});

test('one of long ago is forgotten with the promises that it let count no further', async () => {
  await promiseUpTo('swept', second(10), 5);
  await promiseUpTo('swept', second(40), 10);
  await pool.query(`insert into control.ended_holds
    values ('TASK', 'swept', now(), to_timestamp(1700000020), clock_timestamp())`);
  await forgetEndedHolds(pool);
  expect(await shown('swept')).toBe(second(20));
  await pool.query(`update control.ended_holds set ended_at = now() - interval '7 hours'`);
  await pool.query(`update control.watermark_trail set moved_at = now() - interval '8 hours'`);
  await forgetEndedHolds(pool);
  expect((await pool.query('select from control.ended_holds')).rows).toHaveLength(0);
  expect(await shown('swept')).toBe(second(10));
});
