/** Why Postgres denies a view to somebody who may read most of it: which columns he may not. */
import { PipelineError } from '../../core/errors.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { ANALYST_SCHEMAS } from './names.ts';

/**
 * Another word for the error; null where it is about something else.
 *
 * @param database asked as the one who was denied
 */
export async function deniedColumns(
  database: Queryable,
  error: unknown,
): Promise<PipelineError | null> {
  if (!(error instanceof PipelineError) || error.context['sqlstate'] !== '42501') return null;
  const view = /permission denied for (?:view|table) "?([^"\s.]+)/.exec(error.message)?.[1];
  if (view === undefined) return null;
  const { rows } = await database.query<{ schema: string; hidden: string[]; open: bigint }>(SQL, [
    view,
    ANALYST_SCHEMAS,
  ]);
  const [found] = rows;
  if (found === undefined || found.hidden.length === 0 || found.open === 0n) return null;
  const message =
    `You may not read ${found.hidden.join(', ')} of ${found.schema}.${view}, cost, rate and contact ` +
    'fields: name the columns that you want in place of *, or ask for the role that sees them ' +
    '(docs/querying.md, "Who may read what").';
  return new PipelineError('USAGE', message, { view }, error);
}

const SQL = `
select n.nspname as schema,
  array_agg(a.attname::text order by a.attnum)
    filter (where not has_column_privilege(c.oid, a.attnum, 'select')) as hidden,
  count(*) filter (where has_column_privilege(c.oid, a.attnum, 'select')) as open
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relname = $1 and n.nspname::text = any($2::text[]) and c.relkind = 'v'
group by 1
order by array_position($2::text[], n.nspname::text)
limit 1`;
