/** Tasks and their versions for the bench of queries, made within the server; and made by hand. */
import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { applyIndexes, planIndexes, readIndexFile } from '../../services/store/indexes.ts';
import {
  applyCustomStatistics,
  planCustomStatistics,
} from '../../services/store/custom-statistics.ts';
import { applyStore } from '../../services/store/live-store.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { tableOf } from '../../services/store/tables/type-tables.ts';
import type { FieldColumn } from '../../services/store/tables/type-tables.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { sqlName } from '../../services/platform/postgres/quoting.ts';
import { assetPath } from '../../services/platform/process/assets.ts';

export interface Sizes {
  readonly tasks: number;
  /** Of each task, the open one included. */
  readonly versionsPerTask: number;
}

const TASK = tableOf('TASK');
/** Custom fields that no query asks for. */
const FIELDS = [1, 2, 3, 4, 5, 6];

/** Fills the store's tables and `hand` with the same facts. */
export async function fillQueryTables(pool: Pool, sizes: Sizes): Promise<void> {
  await applyStore(pool, { schema: 'store_1', definition: objectTables() });
  await withTransaction(pool, applyViews);
  await pool.query(storeSql(sizes));
  await pool.query(handSql());
  const file = assetPath('infra', 'postgres', 'indexes.json');
  const plan = await planIndexes(pool, await readIndexFile(file));
  await applyIndexes(pool, plan, () => undefined);
  const statistics = await planCustomStatistics(pool, plan.schema);
  await applyCustomStatistics(pool, statistics, () => undefined);
  await pool.query('vacuum analyze');
}

/** A change every third day, so that versions lie on many days. */
const BEGAN = `timestamptz '2025-01-01 00:00Z' + (task % 300) * interval '1 day'
  + number * interval '3 days' + (task % 86400) * interval '1 second'`;

function storeSql({ tasks, versionsPerTask }: Sizes): string {
  const columns = TASK.columns.map(({ name }) => sqlName(name)).join(', ');
  const values = TASK.columns.map(columnValue).join(', ');
  const custom = `jsonb_build_object(
    'DE:Region', (array['EMEA', 'APAC', 'AMER', 'LATAM'])[1 + task % 4], 'DE:Budget', task % 5000,
    ${FIELDS.map((n) => `'DE:Field number ${n}', 'value ' || (task + ${n}) % 97`).join(', ')})`;
  const known = `'\\xffffffffffffffffffffff'::bytea`;
  return `
insert into store_1.task_past (objid, began, ended, observedat, deleted, known, custom, ${columns})
select md5('task' || task), ${BEGAN}, ${BEGAN} + interval '3 days', ${BEGAN}, false, ${known},
  ${custom}, ${values}
from generate_series(1, ${tasks}) as task, generate_series(1, ${versionsPerTask - 1}) as number
order by 1, 2;
insert into store_1.task_now
  (objid, began, observedat, deleted, lastuntil, known, custom, ${columns})
select md5('task' || task), ${BEGAN}, ${BEGAN}, task % 50 = 0, ${BEGAN}, ${known}, ${custom},
  ${values}
from generate_series(1, ${tasks}) as task, (values (${versionsPerTask})) as numbers (number)
order by 1;`;
}

/** About as many columns are filled as an event of a task brings; nulls elsewhere. */
function columnValue({ field, type, index }: FieldColumn): string {
  switch (field) {
    case 'status':
      return `(array['NEW', 'INP', 'INP', 'CPL'])[1 + (task + number) % 4]`;
    case 'projectID':
      return `md5('project' || task % 2000)`;
    case 'name':
      return `'Task number ' || task`;
    case 'percentComplete':
      return 'number * 20';
    case 'plannedCompletionDate':
      return `timestamptz '2025-06-01 16:00Z' + (task * 7919 % 400) * interval '1 day'`;
    default:
      break;
  }
  if (index % 3 > 0) return 'null';
  if (type === 'text') return `md5('${field}' || task % 500)`;
  if (type === 'numeric') return `(task * ${index + 1}) % 10000`;
  if (type === 'timestamptz') return BEGAN;
  return type === 'boolean' ? 'task % 2 = 0' : 'null';
}

function handSql(): string {
  const typed = TASK.columns.map(({ name }) => sqlName(name)).join(', ');
  const custom = [
    `custom ->> 'DE:Region' as de_region, (custom ->> 'DE:Budget')::numeric as de_budget`,
    ...FIELDS.map((n) => `custom ->> 'DE:Field number ${n}' as de_field_${n}`),
  ].join(', ');
  const shared = `objid as taskid, deleted, ${typed}, ${custom}`;
  return `
create schema hand;
create table hand.tasks as select ${shared} from live.task_now order by objid;
alter table hand.tasks add primary key (taskid);
create index on hand.tasks (projectid);
create index on hand.tasks (assignedtoid);
create table hand.task_versions as
  select ${shared}, began as begin_effective_timestamp, ended as end_effective_timestamp
  from live.task_past
  union all
  select ${shared}, began, timestamptz '2300-01-01 00:00Z' from live.task_now
  order by 1, begin_effective_timestamp;
alter table hand.task_versions add primary key (taskid, begin_effective_timestamp);`;
}
