import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { viewNamesOf } from '../../services/store/views/names.ts';
import { CAPTURED_OBJECT_CODES } from '../../services/workfront/catalogue/catalogue.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { ViewsDatabase } from '../support/views-database.ts';

let database: ViewsDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await viewsDatabase();
  ({ pool } = database);
});

afterAll(() => database.close());

async function rows(sql: string): Promise<readonly unknown[]> {
  return (await pool.query(sql)).rows;
}

describe('queries', () => {
  async function planOf(sql: string): Promise<string> {
    return withTransaction(pool, async (client) => {
      await client.query('set local enable_seqscan = off');
      const { rows: lines } = await client.query<Record<string, string>>(
        `explain (verbose, costs off) ${sql}`,
      );
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
  }

  test.each([...viewNamesOf('PROJ')])(
    'one object of %s is found by the key of the table',
    async (view) => {
      const plan = await planOf(`select name, deleted from ${view} where projectid = 'p1'`);
      expect(plan).toMatch(/Index Cond: \(project_(past|now)\.objid = 'p1'::text\)/);
      expect(plan).not.toContain('Seq Scan');
    },
  );

  test('columns that are not asked for are not computed', async () => {
    for (const view of viewNamesOf('PROJ')) {
      const plan = await planOf(`select name from ${view}`);
      expect(plan).toMatch(/Output: .*name/);
      // The instant of an as-of view is asked for once, not for each row.
      const ofRows = plan.replaceAll(/.*current_setting\('workfront\.as_of'.*/g, '');
      expect(ofRows).not.toMatch(/Output: .*(jsonb_each|coalesce)/i);
    }
  });

  test('one day of the daily history is taken from the calendar, not from every day', async () => {
    const plan = await planOf(
      `select name from workfront.projects_daily_history where calendardate = '2024-01-02'`,
    );
    expect(plan).toMatch(/calendar_pkey[^]*calendardate = '2024-01-02'::date/);
  });
});

describe('applying the views', () => {
  test('leaves no view, column or function of the schema without a comment', async () => {
    const bare = `
      select c.relname || coalesce('.' || a.attname, '') as name from pg_class c
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace in ('workfront'::regnamespace, 'planning'::regnamespace)
        and c.relkind in ('v', 'r')
        and (obj_description(c.oid, 'pg_class') is null
          or (a.attnum is not null and col_description(c.oid, a.attnum) is null))
      union all
      select p.proname from pg_proc p
      where p.pronamespace in ('workfront'::regnamespace, 'planning'::regnamespace)
        and obj_description(p.oid, 'pg_proc') is null`;
    expect(await rows(bare)).toEqual([]);
  });

  test('changes nothing when the views are there, so that it blocks nobody', async () => {
    const oids = `select string_agg(oid::text, ',' order by oid) as all from pg_class
      where relnamespace = 'workfront'::regnamespace`;
    const before = await rows(oids);
    expect(await withTransaction(pool, applyViews)).toBe('unchanged');
    expect(await rows(oids)).toEqual(before);
  });

  test('puts back a view that is gone, and one whose definition is another', async () => {
    await pool.query('drop view workfront.tasks_event');
    expect(await withTransaction(pool, applyViews)).toEqual({ remade: [], others: [] });
    await pool.query(`comment on schema workfront is 'Definition of an older version.'`);
    expect(await withTransaction(pool, applyViews)).toEqual({ remade: [], others: [] });
    expect(await withTransaction(pool, applyViews)).toBe('unchanged');
  });

  test('two at once do it once', async () => {
    await pool.query('drop schema workfront, planning cascade');
    const both = [withTransaction(pool, applyViews), withTransaction(pool, applyViews)];
    expect((await Promise.all(both)).filter((one) => one === 'unchanged')).toHaveLength(1);
  });

  test('every captured type has its three views, and each can be read', async () => {
    const names = CAPTURED_OBJECT_CODES.flatMap(viewNamesOf);
    const { rows: views } = await pool.query<{ name: string }>(
      `select schemaname || '.' || viewname as name from pg_views
       where schemaname in ('workfront', 'planning')`,
    );
    const others =
      'planning.reference_current workfront.freshness workfront.object_views workfront.people';
    expect(views.map(({ name }) => name).sort()).toEqual([...names, ...others.split(' ')].sort());
    for (const view of names) await pool.query(`select * from ${view} limit 1`);
  });
});
