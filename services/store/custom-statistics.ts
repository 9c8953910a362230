/**
 * What the planner knows of custom fields. They live in one jsonb column, of whose members it
 * knows nothing: it takes each row for a group of its own, and sorts where it could count.
 */
import type { Pool, Queryable } from '../platform/postgres/postgres.ts';
import { sqlText, sqlName } from '../platform/postgres/quoting.ts';
import { CUSTOM_JSON } from './views/columns.ts';

interface FieldStatistics {
  /** Ours begin with `custom_`; others are left alone. */
  readonly name: string;
  /** As `parametervalues` names it: "DE:Region". */
  readonly field: string;
}

export interface TableStatistics {
  readonly table: string;
  readonly fields: readonly FieldStatistics[];
}

export interface StatisticsPlan {
  readonly schema: string;
  /** Only tables that lack some. */
  readonly missing: readonly TableStatistics[];
  /** Ours, of fields that no object carries any more, or that others have displaced. */
  readonly superfluous: readonly string[];
}

/** Of each table, those that most objects carry: ANALYZE reads every one of them anew. */
const FIELDS_PER_TABLE_MAX = 100;

export async function planCustomStatistics(
  client: Queryable,
  schema: string,
): Promise<StatisticsPlan> {
  const { rows: ours } = await client.query<{ name: string }>(OURS, [schema]);
  const superfluous = new Set(ours.map(({ name }) => name));
  const there = new Set(superfluous);
  const missing: TableStatistics[] = [];
  const { rows: tables } = await client.query<{ name: string }>(TABLES, [schema]);
  for (const { name: table } of tables) {
    const { rows } = await client.query<FieldStatistics>(fieldsOf(`${schema}.${sqlName(table)}`), [
      table,
      FIELDS_PER_TABLE_MAX,
    ]);
    for (const { name } of rows) superfluous.delete(name);
    const fields = rows.filter(({ name }) => !there.has(name));
    if (fields.length > 0) missing.push({ table, fields });
  }
  return { schema, missing, superfluous: [...superfluous] };
}

/** Nobody is kept from reading or writing; each table is analysed once at its end. */
export async function applyCustomStatistics(
  pool: Pool,
  { schema, missing, superfluous }: StatisticsPlan,
  onStep: (done: string) => void,
): Promise<void> {
  for (const name of superfluous) {
    await pool.query(`drop statistics if exists ${schema}.${sqlName(name)}`);
    onStep(`dropped ${name}`);
  }
  for (const { table, fields } of missing) {
    const path = `${schema}.${sqlName(table)}`;
    for (const { name, field } of fields) {
      await pool.query(
        `create statistics if not exists ${schema}.${sqlName(name)}
         on (${CUSTOM_JSON} ->> ${sqlText(field)}) from ${path}`,
      );
    }
    await pool.query(`analyze ${path}`);
    onStep(`statistics of ${fields.length} custom fields of ${table}`);
  }
}

/** Tables of current rows: who groups the past groups by time, and narrows it down by that. */
const TABLES = `
  select table_name as name from information_schema.columns
  where quote_ident(table_schema) = $1 and column_name = 'custom' and table_name like '%\\_now'
  order by 1`;

function fieldsOf(path: string): string {
  return `select 'custom_' || $1::text || '_' || left(md5(field), 12) as name, field
    from (
      select field from ${path}, jsonb_object_keys(${CUSTOM_JSON}) as field
      group by field order by count(*) desc, field limit $2
    ) as carried order by field`;
}

const OURS = `
  select stxname as name from pg_statistic_ext
  where stxnamespace = to_regnamespace($1) and starts_with(stxname, 'custom_')`;
