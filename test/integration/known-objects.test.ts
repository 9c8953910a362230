/** What the object poller remembers of reads, against what other paths told of the same objects. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SETTLED_MICROS } from '../../services/core/fold/same-save.ts';
import { asMicros, minus, times } from '../../services/core/units.ts';
import type { Micros } from '../../services/core/units.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import {
  doubt,
  forget,
  keepLeft,
  knownOf,
  remember,
  settledOf,
} from '../../services/object-poller/known/known-objects.ts';
import {
  heldDeletes,
  holdDeletes,
  holdPlanningDeletes,
  releaseDeletes,
  releaseListed,
} from '../../services/source/promises/told-deletes.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

const SECOND = asMicros(1_000_000);
const LAG_MS = 2_000;
const second = (at: number): Micros => times(SECOND, at);
const HASH = Buffer.from('state');

let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 1, applicationName: 'known-objects-test' });
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

async function readAt(objID: string, asOf: number, hash = HASH): Promise<void> {
  await remember(pool, 'TASK', [
    { objID, hash, clock: SECOND, asOf: asMicros(asOf), unheard: HASH },
  ]);
}

/** A read of a state with this clock, and this in the fields that no event carries. */
async function readUnheard(objID: string, [clock, asOf]: [number, number], unheard: string) {
  const hash = Buffer.from(`${clock} ${unheard}`);
  const read = { objID, hash, clock: second(clock), asOf: second(asOf) };
  await remember(pool, 'TASK', [{ ...read, unheard: Buffer.from(unheard) }]);
}

async function savedAt(objID: string, clock: number): Promise<void> {
  const asOf = asMicros(second(clock) + 300_000);
  await doubt(pool, 'TASK', [{ objID, asOf, between: [second(clock), second(clock)] }]);
}

/** A change that moved no clock, told then. */
async function silentAt(objID: string, at: number): Promise<void> {
  const asOf = second(at);
  const between = [minus(asOf, SETTLED_MICROS), asOf] as const;
  await doubt(pool, 'TASK', [{ objID, asOf, between }]);
}

async function unseen(objID: string) {
  const { rows } = await pool.query<{ began: number; ended: number }>(
    `select extract(epoch from began)::float8 as began, extract(epoch from ended)::float8 as ended
     from control.unseen_moves where objid = $1 order by began`,
    [objID],
  );
  return rows.map(({ began, ended }) => [Math.round(began * 10) / 10, Math.round(ended * 10) / 10]);
}

async function remembered(objID: string) {
  const known = (await knownOf(pool, 'TASK', [objID])).get(objID);
  return { hash: known?.hash ?? null, gone: known?.gone };
}

test('a read of before a DELETE is published again, so that a restore under the old clock is seen', async () => {
  await readAt('restored', second(3));
  await forget(pool, 'TASK', new Map([['restored', second(5)]]), LAG_MS);
  await readAt('restored', second(4)); // back already, asked within the lag of the search
  expect(await remembered('restored')).toEqual({ hash: null, gone: true });
  await readAt('restored', second(6));
  expect(await remembered('restored')).toEqual({ hash: HASH, gone: false });
});

test('a DELETE of an object that was never read makes a read of before it no less doubtful', async () => {
  await forget(pool, 'TASK', new Map([['unread', second(5)]]), LAG_MS);
  await readAt('unread', second(4));
  expect(await remembered('unread')).toEqual({ hash: null, gone: true });
});

test('a DELETE that comes late does not forget what was surely there after it', async () => {
  await readAt('late', second(9));
  await forget(pool, 'TASK', new Map([['late', second(5)]]), LAG_MS);
  expect(await remembered('late')).toEqual({ hash: HASH, gone: false });
});

test('a read of before what an event told is published again, since the event is believed', async () => {
  await doubt(pool, 'TASK', [{ objID: 'told', asOf: second(5), between: [second(5), second(5)] }]);
  await readAt('told', second(4));
  expect(await remembered('told')).toEqual({ hash: null, gone: false });
  await readAt('told', second(6));
  expect(await remembered('told')).toEqual({ hash: HASH, gone: false });
});

test('of two reads of one instant that differ neither is the last word', async () => {
  await readAt('moved', SECOND, Buffer.from('before'));
  await readAt('moved', SECOND);
  expect(await remembered('moved')).toEqual({ hash: null, gone: false });
  await readAt('moved', second(2));
  await readAt('moved', second(2));
  expect(await remembered('moved')).toEqual({ hash: HASH, gone: false });
});

test('a save between two reads that differ in what no event carries is in a window', async () => {
  await readUnheard('between', [100, 103], 'half');
  await savedAt('between', 110);
  await savedAt('between', 120);
  await readUnheard('between', [120, 123], 'done');
  expect(await unseen('between')).toEqual([[103, 119.5]]);
});

test('the window is there too where the save is told after the second read, and only once', async () => {
  await readUnheard('after', [100, 103], 'half');
  await savedAt('after', 120);
  await readUnheard('after', [120, 123], 'done');
  expect(await unseen('after')).toEqual([]);
  await savedAt('after', 110);
  await savedAt('after', 110);
  expect(await unseen('after')).toEqual([[103, 119.5]]);
});

test('no window where the second read shows the only save, or the same, or what nobody told of', async () => {
  for (const objID of ['one', 'same', 'untold']) await readUnheard(objID, [100, 103], 'half');
  await savedAt('one', 120);
  await readUnheard('one', [120, 123], 'done');
  await savedAt('same', 110);
  await savedAt('same', 120);
  await readUnheard('same', [120, 123], 'half');
  await readUnheard('untold', [100, 123], 'done');
  for (const objID of ['one', 'same', 'untold']) expect(await unseen(objID)).toEqual([]);
});

test('a silent change that was told while the values moved is in a window', async () => {
  await readUnheard('silent', [100, 103], 'half');
  await silentAt('silent', 110);
  await readUnheard('silent', [100, 123], 'done');
  expect(await unseen('silent')).toEqual([[103, 123]]);
});

test('so is one that was told behind the save that the second read shows', async () => {
  await readUnheard('outrun', [100, 103], 'half');
  await savedAt('outrun', 120);
  await silentAt('outrun', 120.1);
  await readUnheard('outrun', [120, 120.4], 'done');
  expect(await unseen('outrun')).toEqual([[103, 119.5]]);
});

test('another life of an object is no window', async () => {
  await readUnheard('restored twice', [100, 103], 'half');
  await forget(pool, 'TASK', new Map([['restored twice', second(110)]]), LAG_MS);
  await savedAt('restored twice', 115);
  await readUnheard('restored twice', [120, 123], 'done');
  expect(await unseen('restored twice')).toEqual([]);
});

test('a DELETE that is told after a read found the object there again is in a window', async () => {
  await readUnheard('back', [100, 103], 'half');
  await readUnheard('back', [100, 123], 'half');
  await forget(pool, 'TASK', new Map([['back', second(110)]]), LAG_MS);
  expect(await unseen('back')).toEqual([[110, 125]]);
});

test('an object has a bounded number of windows, and what was in one stays in one', async () => {
  const rounds = 40;
  await readUnheard('busy', [100, 103], 'at first');
  for (let round = 1; round <= rounds; round += 1) {
    const at = 100 + 20 * round;
    await savedAt('busy', at - 10);
    await readUnheard('busy', [at, at + 3], `round ${round}`);
  }
  const windows = await unseen('busy');
  expect(windows).toHaveLength(32);
  expect(windows[0]).toEqual([103, 100 + 20 * (rounds - 31) - 0.5]);
  const isSeen = (at: number) => windows.some(([from = 0, to = 0]) => from < at && at < to);
  for (let round = 1; round <= rounds; round += 1) expect(isSeen(90 + 20 * round)).toBe(true);
  await savedAt('busy', 110); // told again: it lies in one already
  expect(await unseen('busy')).toEqual(windows);
});

test('what is settled of an object is kept, and forgotten where nothing can be held against it', async () => {
  await savedAt('left', 100);
  const digest = Buffer.from('what it left');
  const of = { objCode: 'TASK', objID: 'left' };
  const left = { asOf: second(100), digest };
  const settled = async () =>
    settledOf((await knownOf(pool, 'TASK', ['left'])).get('left') ?? null);
  await keepLeft(pool, [{ ...of, left, judged: second(99) }]);
  expect(await settled()).toEqual({ judged: second(99), left });
  await keepLeft(pool, [{ ...of, judged: second(104) }]); // a read showed it, no webhook did
  expect(await settled()).toEqual({ judged: second(104), left });
  await keepLeft(pool, [{ ...of, left: null, judged: second(103) }]);
  expect(await settled()).toEqual({ judged: second(104), left: null });
});

test('of the first reading of a type nobody asks who told of what it shows', async () => {
  const of = { hash: HASH, asOf: second(9), unheard: HASH };
  const judgedOf = async (objID: string) =>
    settledOf((await knownOf(pool, 'TASK', [objID])).get(objID) ?? null).judged;
  await remember(pool, 'TASK', [{ ...of, objID: 'first', clock: second(3) }], true);
  await remember(pool, 'TASK', [{ ...of, objID: 'first', clock: second(7) }]);
  await remember(pool, 'TASK', [{ ...of, objID: 'later', clock: second(7) }]);
  expect([await judgedOf('first'), await judgedOf('later')]).toEqual([second(3), null]);
});

test('each DELETE of Planning is held, unless its object was seen to be gone later', async () => {
  await pool.query(
    `insert into control.planning_objects (objcode, objid, parentid, hash, seen_at, gone)
     select 'RECORD', objid, '', '', $1::bigint, gone
     from (values ('here', false), ('gone', true)) as known (objid, gone)`,
    [second(100)],
  );
  const told = (objID: string, at: number) => ({ objCode: 'RECORD', objID, asOf: second(at) });
  const deletes = [told('gone', 90), told('gone', 110), told('here', 90), told('unknown', 90)];
  await holdPlanningDeletes(pool, deletes);
  await holdPlanningDeletes(pool, [told('here', 90), told('here', 95)]);
  const held = await heldDeletes(pool, ['RECORD']);
  const [, later, ...others] = deletes;
  expect(new Set(held)).toEqual(new Set([later, ...others, told('here', 95)]));
  await releaseDeletes(pool, [told('here', 95), told('unknown', 90)]);
  expect(new Set(await heldDeletes(pool, ['RECORD']))).toEqual(new Set([later, told('here', 90)]));
});

test('a DELETE is held until a listing misses the object, or the log has it of later', async () => {
  const held = async () => {
    const sql = "select objid from control.told_deletes where objcode = 'TASK' order by objid";
    return (await pool.query<{ objid: string }>(sql)).rows.map(({ objid }) => objid);
  };
  const told = (objID: string) => ({ objCode: 'TASK', objID, asOf: second(110) });
  for (const objID of ['back again', 'gone indeed']) await readAt(objID, second(100));
  await readAt('known later', second(120));
  await holdDeletes(pool, ['back again', 'gone indeed', 'known later', 'never read'].map(told));
  expect(await held()).toEqual(['back again', 'gone indeed']);
  await releaseListed(pool, 'TASK', new Set(['back again', 'gone indeed']));
  expect(await held()).toEqual(['back again', 'gone indeed']);
  const gone = new Map(['back again', 'gone indeed'].map((objID) => [objID, second(110)]));
  await forget(pool, 'TASK', gone, LAG_MS);
  await releaseListed(pool, 'TASK', new Set(['back again']));
  expect(await held()).toEqual(['back again']);
  await readAt('back again', second(130));
  await releaseListed(pool, 'TASK', new Set(['back again']));
  expect(await held()).toEqual([]);
});
