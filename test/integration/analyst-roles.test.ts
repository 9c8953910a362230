/** Who may read what: roles on a real Postgres, each asked as itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { applyGrants } from '../../services/store/views/grants.ts';
import { deniedColumns } from '../../services/store/views/hidden-columns.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { ViewsDatabase } from '../support/views-database.ts';

/** Roles belong to the server, not to the database of this file. */
const MARK = crypto.randomUUID().slice(0, 8);
const READER = `reader_${MARK}`;
const GUARDED = `guarded_${MARK}`;

let database: ViewsDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await viewsDatabase();
  ({ pool } = database);
  await withTransaction(pool, (client) =>
    applyGrants(client, { reader: READER, guardedReader: GUARDED }),
  );
  const put = (objCode: string, id: string, fields: Record<string, string | number>) =>
    database.put(objCode, id, [{ began: '2024-01-01T00:00:00Z', fields }]);
  await put('PROJ', 'p1', { name: 'Launch', actualCost: 1200, fixedRevenue: 10 });
  await put('USER', 'u1', { name: 'Ann', emailAddr: 'ann@example.com', costPerHour: 80 });
  await put('JRNLE', 'j1', { fieldName: 'status', newTextVal: 'INP', objID: 'p1' });
  await put('JRNLE', 'j2', { fieldName: 'x', newNumberVal: 80, flags: 'CR', objID: 'u1' });
  await put('JRNLE', 'j3', { fieldName: 'actualCost', newNumberVal: 1200, objID: 'p1' });
});

afterAll(async () => {
  await pool.query(`drop owned by ${READER}, ${GUARDED}`);
  await pool.query(`drop role ${READER}, ${GUARDED}`);
  await database.close();
});

function rowsFor(role: string, sql: string): Promise<readonly unknown[]> {
  return withTransaction(pool, async (client) => {
    await client.query(`set local role ${role}`);
    return (await client.query(sql)).rows;
  });
}

const COSTS = 'select actualcost, fixedrevenue from workfront.projects_current';
const CONTACTS = 'select emailaddr, costperhour from workfront.users_current';

describe('the reader', () => {
  test('sees objects, versions and days', async () => {
    for (const view of ['projects_current', 'projects_event', 'projects_daily_history']) {
      const sql = `select name, deleted, dl_load_timestamp from workfront.${view} limit 1`;
      expect(await rowsFor(READER, sql)).toMatchObject([{ name: 'Launch', deleted: '0' }]);
    }
    const sql = `select calendardate, calendar_date, begin_effective_timestamp
      from workfront.users_daily_history limit 1`;
    expect(await rowsFor(READER, sql)).toHaveLength(1);
    expect(await rowsFor(READER, 'select * from workfront.documents_current')).toBeDefined();
  });

  test.each([
    COSTS,
    CONTACTS,
    'select * from workfront.projects_current',
    'select plannedcost from workfront.tasks_event',
    'select mobilephonenumber from workfront.users_daily_history',
  ])('does not see cost, rate and contact fields: %s', async (sql) => {
    await expect(rowsFor(READER, sql)).rejects.toThrow(/permission denied/);
  });

  test('is told which columns of a view it may not see', async () => {
    const sql = 'select * from workfront.projects_current';
    const denied = await rowsFor(READER, sql).catch((error: unknown) => error);
    const said = await withTransaction(pool, async (client) => {
      await client.query(`set local role ${READER}`);
      return deniedColumns(client, denied);
    });
    expect(said?.message).toMatch(/^You may not read .*actualcost.* of workfront.projects_current/);
    expect(said?.message).not.toContain(' name,');
  });

  test.each(['live.project_now', 'live.changes', 'store_1.project_now', 'store_1.positions'])(
    'does not see %s',
    async (table) => {
      await expect(rowsFor(READER, `select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    },
  );

  test('does not see them by what its own conditions say of them either', async () => {
    const leak = `create or replace function pg_temp.leak(anyelement) returns boolean
      language plpgsql cost 0.0001
      as 'begin if $1 is not null then raise exception ''%'', $1; end if; return true; end'`;
    for (const view of ['current', 'event', 'daily_history', 'as_of']) {
      const sql = `select from workfront.journalentries_${view} where pg_temp.leak(newnumberval)`;
      await withTransaction(pool, async (client) => {
        await client.query(`set local role ${READER}; ${leak}`);
        await client.query(sql); // raises what a row says that it should not see
      });
    }
  });

  test('does not see journal rows of guarded fields', async () => {
    const sql = 'select journalentriesid as id from workfront.journalentries_current';
    expect(await rowsFor(READER, sql)).toEqual([{ id: 'j1' }]);
  });
});

describe('the guarded reader', () => {
  test('sees cost, rate and contact fields', async () => {
    expect(await rowsFor(GUARDED, COSTS)).toEqual([{ actualcost: '1200', fixedrevenue: '10' }]);
    expect(await rowsFor(GUARDED, CONTACTS)).toEqual([
      { emailaddr: 'ann@example.com', costperhour: '80' },
    ]);
    expect(await rowsFor(GUARDED, 'select * from workfront.projects_current')).toHaveLength(1);
  });

  test('sees journal rows of guarded fields, and no tables', async () => {
    const sql = 'select newnumberval as n from workfront.journalentries_event order by 1';
    expect(await rowsFor(GUARDED, sql)).toEqual([{ n: '80' }, { n: '1200' }, { n: null }]);
    await expect(rowsFor(GUARDED, 'select 1 from live.user_now')).rejects.toThrow(/permission/);
  });
});

test('grants may be given again, and a role that had more keeps only what it may', async () => {
  await pool.query(`grant select on workfront.projects_current to ${READER}`);
  await withTransaction(pool, (client) =>
    applyGrants(client, { reader: READER, guardedReader: GUARDED }),
  );
  await expect(rowsFor(READER, COSTS)).rejects.toThrow(/permission denied/);
});

test('a role that is missing and cannot be made is named, with what to do', async () => {
  await withTransaction(pool, async (client) => {
    await client.query(`set local role ${READER}`);
    const roles = { reader: 'nobody_made_it', guardedReader: null };
    await expect(applyGrants(client, roles)).rejects.toThrow(
      'The role nobody_made_it is not there: create role nobody_made_it nologin, then restart.',
    );
  });
});
