import { afterAll, beforeAll, expect, test } from 'vitest';

import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import { applyStore } from '../../services/store/live-store.ts';
import type { StoreDefinition } from '../../services/store/live-store.ts';
import { switchReaders } from '../../services/store/switch-readers.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { columnTypes } from '../../services/store/views/plan-views.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { ViewsDatabase } from '../support/views-database.ts';

let database: ViewsDatabase;

beforeAll(async () => {
  database = await viewsDatabase();
});
afterAll(() => database.close());

/** As another release would have it: a column of another type. */
function otherDefinition(): StoreDefinition {
  const definition = objectTables();
  const tablesSql = definition.tablesSql.replaceAll(/^ {2}"description" text.*,$/gm, (line) =>
    line.replace('text collate "C"', 'varchar(4000)'),
  );
  expect(tablesSql).not.toBe(definition.tablesSql);
  return { ...definition, tablesSql };
}

test('a store of other columns brings its views, and keeps those of others on them', async () => {
  const { pool } = database;
  const definition = otherDefinition();
  await applyStore(pool, { schema: 'store_2', definition });
  await pool.query(`create schema mine; create view mine.open_tasks as
    select taskid, description from workfront.tasks_current where status <> 'CPL'`);
  await withTransaction(pool, (client) =>
    switchReaders(client, definition, { store: 'store_2', previous: 'store_1' }),
  );
  const types = await columnTypes(pool, ['live', 'mine', 'workfront'], 'v');
  expect(types.get('live.task_now')?.get('description')).toBe('character varying(4000)');
  expect(types.get('mine.open_tasks')?.has('description')).toBe(true);
  const { rows } = await pool.query<{ store: string }>('select store, previous from live.stores');
  expect(rows).toEqual([{ store: 'store_2', previous: 'store_1' }]);
  await pool.query('drop schema store_1 cascade');
  expect((await pool.query('select from mine.open_tasks')).rows).toEqual([]);
});
