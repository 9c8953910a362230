import { afterAll, beforeAll, expect, test } from 'vitest';

import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { applyStore } from '../../services/store/live-store.ts';
import { hoursTables } from '../../services/projector/projections/hours-by-day/hours-tables.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { TYPE_TABLES } from '../../services/store/tables/type-tables.ts';
import { viewNamesOf } from '../../services/store/views/names.ts';
import { VIEWED_OBJECT_CODES } from '../../services/store/views/object-views.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 2, applicationName: 'schema-snapshot' });
  await applyStore(pool, { schema: 'store_1', definition: objectTables() });
  await applyStore(pool, { schema: 'hours_by_day_1', definition: hoursTables() });
  await withTransaction(pool, applyViews);
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

const SCHEMAS = `('control', 'store_1', 'hours_by_day_1', 'live', 'workfront', 'planning')`;

// What the catalogue makes alike for each type is here once, as TASK has it: the columns of every
// view are in views-contract.txt.
const ALIKE: ReadonlySet<string> = new Set([
  ...TYPE_TABLES.filter(({ objCode }) => objCode !== 'TASK' && objCode !== null).flatMap(
    ({ now, past }) => [now, past].flatMap((name) => [`store_1.${name}`, `live.${name}`]),
  ),
  ...VIEWED_OBJECT_CODES.filter((objCode) => objCode !== 'TASK').flatMap(viewNamesOf),
]);

function isAlike(relation: string): boolean {
  const name = /^(?:table|view|constraint on|index on) (\S+)/.exec(relation)?.[1];
  return name !== undefined && ALIKE.has(name);
}

const COLUMNS = `
  select format('%s %s.%s', case relkind when 'v' then 'view' else 'table' end, nspname, relname)
      || coalesce(' with (' || array_to_string(reloptions, ', ') || ')', '') as relation,
    attname || ' ' || format_type(atttypid, atttypmod)
      || case when attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') as part
  from pg_attribute
  join pg_class on pg_class.oid = attrelid
  join pg_namespace on pg_namespace.oid = relnamespace
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where nspname in ${SCHEMAS} and relkind in ('r', 'v') and attnum > 0 and not attisdropped
  order by nspname, relname, attnum`;

const CONSTRAINTS = `
  select format('constraint on %s.%s', nspname, relname) as relation,
    pg_get_constraintdef(pg_constraint.oid) as part
  from pg_constraint
  join pg_class on pg_class.oid = conrelid
  join pg_namespace on pg_namespace.oid = relnamespace
  where nspname in ${SCHEMAS} and contype in ('p', 'f', 'u', 'c')
  order by 1, 2`;

const INDEXES = `
  select format('index on %s.%s', schemaname, tablename) as relation, indexdef as part
  from pg_indexes where schemaname in ${SCHEMAS} order by 1, 2`;

const FUNCTIONS = `
  select 'function' as relation, format('%s.%s(%s) returns %s', nspname, proname,
    pg_get_function_arguments(pg_proc.oid), pg_get_function_result(pg_proc.oid)) as part
  from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
  where nspname in ${SCHEMAS} order by 2`;

// One line a fact, so that a change of the schema is a diff that a reviewer reads. `vitest run -u`
// on this file writes it anew.
test('the schema is the one in schema.snapshot.sql', async () => {
  const blocks: string[] = [];
  let last = '';
  for (const sql of [COLUMNS, CONSTRAINTS, INDEXES, FUNCTIONS]) {
    const { rows } = await pool.query<{ relation: string; part: string }>(sql);
    for (const { relation, part } of rows) {
      if (isAlike(relation)) continue;
      if (relation !== last) blocks.push(`\n${relation}`);
      last = relation;
      blocks.push(`  ${part}`);
    }
  }
  const text = `-- Written by test/integration/schema-snapshot.test.ts.\n${blocks.join('\n')}\n`;
  await expect(text).toMatchFileSnapshot('../schema.snapshot.sql');
});
