/** What the object poller remembers of reads, against what other paths told of the same objects. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asMicros, times } from '../../services/core/units.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { doubt, forget, knownOf, remember } from '../../services/object-poller/known-objects.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

const SECOND = asMicros(1_000_000);
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
  await remember(pool, 'TASK', [{ objID, hash, clock: SECOND, asOf: asMicros(asOf) }]);
}

async function remembered(objID: string) {
  const known = (await knownOf(pool, 'TASK', [objID])).get(objID);
  return { hash: known?.hash ?? null, gone: known?.gone };
}

test('a read of before a DELETE is published again, so that a restore under the old clock is seen', async () => {
  await readAt('restored', 3 * SECOND);
  await forget(pool, 'TASK', new Map([['restored', times(SECOND, 5)]]));
  await readAt('restored', 4 * SECOND); // back already, asked within the lag of the search
  expect(await remembered('restored')).toEqual({ hash: null, gone: true });
  await readAt('restored', 6 * SECOND);
  expect(await remembered('restored')).toEqual({ hash: HASH, gone: false });
});

test('a DELETE of an object that was never read makes a read of before it no less doubtful', async () => {
  await forget(pool, 'TASK', new Map([['unread', times(SECOND, 5)]]));
  await readAt('unread', 4 * SECOND);
  expect(await remembered('unread')).toEqual({ hash: null, gone: true });
});

test('a DELETE that comes late does not forget what was surely there after it', async () => {
  await readAt('late', 9 * SECOND);
  await forget(pool, 'TASK', new Map([['late', times(SECOND, 5)]]));
  expect(await remembered('late')).toEqual({ hash: HASH, gone: false });
});

test('a read of before what an event told is published again, since the event is believed', async () => {
  await doubt(pool, 'TASK', new Map([['told', times(SECOND, 5)]]));
  await readAt('told', 4 * SECOND);
  expect(await remembered('told')).toEqual({ hash: null, gone: false });
  await readAt('told', 6 * SECOND);
  expect(await remembered('told')).toEqual({ hash: HASH, gone: false });
});

test('of two reads of one instant that differ neither is the last word', async () => {
  await readAt('moved', SECOND, Buffer.from('before'));
  await readAt('moved', SECOND);
  expect(await remembered('moved')).toEqual({ hash: null, gone: false });
  await readAt('moved', 2 * SECOND);
  await readAt('moved', 2 * SECOND);
  expect(await remembered('moved')).toEqual({ hash: HASH, gone: false });
});
