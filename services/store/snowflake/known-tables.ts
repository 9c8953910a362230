/** The columns of every view that analysts have, by which a translation knows a column's name. */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { KnownTables } from './source-columns.ts';

export async function readKnownTables(database: Queryable): Promise<KnownTables> {
  const { rows } = await database.query<{ name: string; columns: string[] }>(COLUMNS);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

const COLUMNS = `
  select relname as name, array_agg(attname::text order by attnum) as columns
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace in (select oid from pg_namespace where nspname in ('workfront', 'planning', 'forms'))
    and relkind in ('v', 'm', 'r') and attnum > 0 and not attisdropped
  group by relname`;
