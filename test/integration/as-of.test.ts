import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Row } from '../../services/platform/postgres/postgres.ts';
import { holdersOfSnapshots, nextTransaction } from '../../services/store/switch-readers.ts';
import { eventually } from '../support/eventually.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { ViewsDatabase } from '../support/views-database.ts';

let database: ViewsDatabase;

beforeAll(async () => {
  database = await viewsDatabase();
  await database.put('PROJ', 'p1', [
    { began: '2024-01-01T10:00:00Z', fields: { name: 'plan', status: 'PLN' } },
    { began: '2024-03-01T10:00:00Z', fields: { name: 'plan', status: 'CUR' } },
    { began: '2024-05-01T10:00:00Z', deleted: true, fields: { name: 'plan', status: 'CUR' } },
  ]);
  await database.put('TASK', 't1', [
    { began: '2024-02-01T10:00:00Z', fields: { name: 'dig', projectID: 'p1' } },
    { began: '2024-04-01T10:00:00Z', fields: { name: 'dig deep', projectID: 'p1' } },
  ]);
});
afterAll(() => database.close());

function at(instant: string, sql: string): Promise<readonly Row[]> {
  return database.pool.withClient(async (client) => {
    await client.query("select set_config('workfront.as_of', $1, false)", [instant]);
    const { rows } = await client.query(sql);
    await client.query('reset workfront.as_of');
    return rows;
  });
}

describe('the past', () => {
  const sql = `select p.status, p.deleted, t.name as task
    from workfront.projects_as_of p left join workfront.tasks_as_of t using (projectid)`;

  test.each([
    ['2023-12-31', []],
    ['2024-01-01T10:00:00Z', [{ status: 'PLN', deleted: '0', task: null }]],
    ['2024-03-01T09:59:59.999999Z', [{ status: 'PLN', deleted: '0', task: 'dig' }]],
    ['2024-03-01T10:00:00Z', [{ status: 'CUR', deleted: '0', task: 'dig' }]],
    ['2024-04-30', [{ status: 'CUR', deleted: '0', task: 'dig deep' }]],
    ['2024-06-01', [{ status: 'CUR', deleted: '1', task: 'dig deep' }]],
  ])('at %s is what held then, in every view of the session', async (instant, expected) => {
    expect(await at(instant, sql)).toEqual(expected);
  });

  test('is now where no instant is asked for', async () => {
    expect(await at('', sql)).toEqual([{ status: 'CUR', deleted: '1', task: 'dig deep' }]);
  });

  test('of any type comes in one form from workfront.as_of', async () => {
    const { rows } = await database.pool.query(
      `select objid, deleted, fields ->> 'status' as status
       from workfront.as_of('PROJ', timestamptz '2024-02-01')`,
    );
    expect(rows).toEqual([{ objid: 'p1', deleted: '0', status: 'PLN' }]);
  });

  test('of a type that is not there says where types are listed', async () => {
    const asked = database.pool.query(`select from workfront.as_of('NOPE', now())`);
    await expect(asked).rejects.toThrow('there is no view of objects of type NOPE');
  });
});

describe('waiting for a record', () => {
  const wait = async (offset: number, patience: string): Promise<unknown> => {
    const { rows } = await database.pool.query<{ there: boolean }>(
      `select workfront.wait_for('t', 1, $1, $2) as there`,
      [offset, patience],
    );
    return rows[0]?.there;
  };

  test('ends when the tables hold it, and not before', async () => {
    await database.pool.query(`insert into store_1.positions values (7, 1, 't')`);
    expect(await wait(6, '0 s')).toBe(true);
    expect(await wait(7, '50 ms')).toBe(false);
    const waiting = wait(7, '20 s');
    await database.pool.query(`update store_1.positions set next = 8 where topic = 't'`);
    expect(await waiting).toBe(true);
  });

  test('holds up nobody who switches readers to another store', async () => {
    const { pool } = database;
    const nobody = await nextTransaction(pool);
    const waiting = wait(100, '20 s');
    const pids = async (): Promise<unknown[]> => {
      const { rows } = await pool.query(
        `select pid from pg_locks where locktype = 'advisory'
         and objid = (hashtext('workfront wait_for')::bigint & 4294967295)::oid`,
      );
      return rows;
    };
    await eventually(async () => (await pids()).length === 1, { what: 'somebody waits' });
    await withTransaction(pool, async (client) => {
      const isFree = async (): Promise<boolean> =>
        (await holdersOfSnapshots(client, pool, nobody + 1_000n)).length === 0;
      await eventually(isFree, { what: "its snapshot is in nobody's way", deadlineMs: 5_000 });
      await client.query(`set local lock_timeout = '5s'`);
      // Had at once, between two looks.
      await client.query('lock table live.positions in access exclusive mode');
    });
    await pool.query(`update store_1.positions set next = 101 where topic = 't'`);
    expect(await waiting).toBe(true);
  });
});
