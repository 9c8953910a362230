import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { applyStore } from '../../services/store/live-store.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { runHere } from '../support/command-line.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

let database: FreshDatabase;
let pool: Pool;
let folder = '';

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 2, applicationName: 'indexes-test' });
  await applyStore(pool, { schema: 'store_7', definition: objectTables() });
  await withTransaction(pool, applyViews);
  folder = mkdtempSync(join(tmpdir(), 'indexes-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await pool.close();
  await database.drop();
});

const run = (...args: readonly string[]) =>
  runHere({ DATABASE_URL: database.url }, 'indexes', ...args);

function fileOf(indexes: unknown): string {
  const path = join(folder, 'indexes.json');
  writeFileSync(path, JSON.stringify({ indexes }));
  return path;
}

async function names(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select indexname as name from pg_indexes where schemaname = 'store_7'
     and indexname like 'by\\_%' order by 1`,
  );
  return rows.map(({ name }) => name);
}

test('what the package lists is made in the store in use, and then nothing is missing', async () => {
  const plan = await run('plan');
  expect(plan.stdout).toMatch(/store_7\.task_now +index: projectid/);
  expect(await names()).toEqual([]);
  expect(await run('apply')).toMatchObject({
    code: 0,
    stdout: 'Every index is there now, and every statistic.\n',
  });
  expect(await names()).toContain('by_task_now_projectid');
  const nothing = 'Every index is there, and statistics of every custom field.\n';
  expect((await run('plan')).stdout).toBe(nothing);
  expect((await run('apply')).stdout).toBe(nothing);
});

test("what a file does not list any more goes, and another's index stays", async () => {
  await pool.query('create index somebodys on store_7.task_now (priority)');
  const file = fileOf([{ objCode: 'TASK', of: 'past', fields: ['status', 'projectID'] }]);
  expect((await run('plan', '--file', file)).stdout).toContain(
    'To be dropped: store_7.by_task_now_projectid',
  );
  await run('apply', '--file', file);
  expect(await names()).toEqual(['by_task_past_status_projectid']);
  const { rows } = await pool.query(`select to_regclass('store_7.somebodys') is not null as there`);
  expect(rows).toEqual([{ there: true }]);
});

test('groups by a custom field are known to the planner, until no object carries it', async () => {
  await pool.query(
    `insert into store_7.task_now (objid, began, observedat, deleted, lastuntil, known, custom)
     select 'task' || n, now(), now(), false, now(), '\\x00',
       jsonb_build_object('DE:It''s "odd"', 'v' || n % 4, 'DE:Number', n)
     from generate_series(1, 1000) as n`,
  );
  const groups = async () => {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
      `explain select parametervalues ->> 'DE:It''s "odd"', count(*)
       from workfront.tasks_current group by 1`,
    );
    return Number(/rows=(\d+)/.exec(rows[0]?.['QUERY PLAN'] ?? '')?.[1]);
  };
  await pool.query('analyze store_7.task_now');
  expect(await groups()).toBeGreaterThan(100);
  expect((await run('plan')).stdout).toMatch(/task_now +statistics: DE:It's "odd", DE:Number/);
  await run('apply');
  expect(await groups()).toBe(4);

  await pool.query('delete from store_7.task_now');
  expect((await run('plan')).stdout).toMatch(/To be dropped: store_7\.custom_task_now_/);
  await run('apply');
  const { rows } = await pool.query(`select from pg_statistic_ext where stxname like 'custom%'`);
  expect(rows).toEqual([]);
});

test.each([
  [[{ objCode: 'TASK', of: 'now', fields: ['lastUpdateDate'] }], /moves with every save/],
  [[{ objCode: 'TASK', of: 'now', fields: ['nothing'] }], /nothing is no field with a column/],
  [[{ objCode: 'NONE', of: 'now', fields: ['name'] }], /no captured type/],
  [[{ objCode: 'TASK', fields: ['name'] }], /of/],
])('a file that cannot be right is refused by name: %j', async (indexes, message) => {
  const { code, stderr } = await run('plan', '--file', fileOf(indexes));
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
