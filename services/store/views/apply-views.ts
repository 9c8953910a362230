/** Brings schema `workfront` to what the catalogue says, and leaves it alone when it is there. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { assetPath } from '../../platform/process/assets.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { viewNamesOf } from './names.ts';
import { VIEWED_OBJECT_CODES, objectViews, referenceView } from './object-views.ts';
import { REFERENCE_VIEW } from './reference-view.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';

/** Everything in schema `workfront`, as one script; needs the live tables. */
export function viewsSql(): string {
  const scripts = SCRIPTS.map((name) => readFileSync(assetPath(name), 'utf8'));
  return [
    ...scripts,
    // It stands on the records' view, so it goes first and comes last.
    `drop view if exists ${REFERENCE_VIEW.name};`,
    ...VIEWED_OBJECT_CODES.map(objectViews),
    referenceView(),
  ].join('\n\n');
}

/** What views and queries stand on, in the order in which they need each other. */
const SCRIPTS = [
  'services/store/views/schema.sql',
  'services/store/views/planning.sql',
  'services/store/snowflake/functions.sql',
  'services/store/snowflake/functions-of-values.sql',
];

/**
 * Creates the views unless these very ones are there; says whether it did. Wants a transaction.
 * Safe under concurrent start. Waits at most `LOCK_TIMEOUT` for readers of the old views (55P03),
 * since whoever queues behind us waits too; fails with 2BP01 where another view stands on one.
 */
export async function applyViews(client: Queryable): Promise<boolean> {
  await client.query(`select pg_advisory_xact_lock(hashtext('workfront views'))`);
  const sql = viewsSql();
  const mark = `Definition ${createHash('sha256').update(sql).digest('hex').slice(0, 16)}.`;
  const { rows } = await client.query(ARE_THERE, [mark, VIEW_NAMES]);
  if (rows.length > 0) return false;
  await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  await client.query(sql);
  await client.query(`comment on schema workfront is ${sqlText(`${SCHEMA_COMMENT} ${mark}`)}`);
  return true;
}

const VIEW_NAMES = [...VIEWED_OBJECT_CODES.flatMap(viewNamesOf), REFERENCE_VIEW.name];
const LOCK_TIMEOUT = '5s';

const SCHEMA_COMMENT = `Workfront objects for analysts, named and keyed like Data Connect.`;

// One row when the mark is on the schema and every view is there.
const ARE_THERE = `
  select from pg_namespace
  where nspname = 'workfront'
    and strpos(obj_description(oid, 'pg_namespace'), $1) > 0
    and not exists (select from unnest($2::text[]) as view where to_regclass(view) is null)`;
