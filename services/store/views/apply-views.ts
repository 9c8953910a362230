/** Brings schema `workfront` to what the catalogue says, and leaves it alone when it is there. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { assetPath } from '../../platform/process/assets.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { FRESHNESS_VIEW, freshnessView } from './freshness.ts';
import { PEOPLE_VIEW, peopleView } from './people.ts';
import { viewNamesOf } from './names.ts';
import { VIEWED_OBJECT_CODES, objectViews, referenceView } from './object-views.ts';
import { REFERENCE_VIEW } from './reference-view.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';
import { replaceViews } from './replace-views.ts';
import type { ReplacedViews, WantedView } from './replace-views.ts';
import { VIEW_LIST, viewList } from './view-list.ts';

/** What views and queries stand on, in the order in which they need each other. */
const SCRIPTS = [
  'services/store/views/schema.sql',
  'services/store/views/planning.sql',
  'services/store/views/as-of.sql',
  'services/store/views/freshness.sql',
  'services/store/snowflake/functions.sql',
  'services/store/snowflake/functions-more.sql',
  'services/store/snowflake/functions-of-lists.sql',
  'services/store/snowflake/functions-of-values.sql',
];

export type AppliedViews = ReplacedViews | 'unchanged';

/**
 * Makes the views what the catalogue says, unless these very ones are there. Wants a transaction.
 * Safe under concurrent start. Waits at most `LOCK_TIMEOUT` for readers of the old views (55P03),
 * since whoever queues behind us waits too; VIEWS_IN_USE where something stands on one that cannot
 * be carried over.
 */
export async function applyViews(client: Queryable): Promise<AppliedViews> {
  return applyViewsOn(client, []);
}

/**
 * The same, with what they stand on: views whose columns may be others now.
 *
 * @param foundation made with them, whatever is there; none: views that are there are left alone
 */
export async function applyViewsOn(
  client: Queryable,
  foundation: readonly WantedView[],
): Promise<AppliedViews> {
  await client.query(`select pg_advisory_xact_lock(hashtext('workfront views'))`);
  const scripts = SCRIPTS.map((name) => readFileSync(assetPath(name), 'utf8'));
  const views = [
    ...VIEWED_OBJECT_CODES.flatMap(objectViews),
    referenceView(),
    viewList(),
    freshnessView(),
    peopleView(),
  ];
  const definition = JSON.stringify([scripts, views]);
  const mark = `Definition ${createHash('sha256').update(definition).digest('hex').slice(0, 16)}.`;
  const { rows } = await client.query(ARE_THERE, [mark, VIEW_NAMES]);
  if (rows.length > 0 && foundation.length === 0) return 'unchanged';
  if (foundation.length === 0) await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  await client.query(scripts.join('\n\n'));
  const replaced = await replaceViews(client, [...foundation, ...views]);
  await client.query(`comment on schema workfront is ${sqlText(`${SCHEMA_COMMENT} ${mark}`)}`);
  return replaced;
}

const VIEW_NAMES = [
  ...VIEWED_OBJECT_CODES.flatMap(viewNamesOf),
  REFERENCE_VIEW.name,
  VIEW_LIST,
  FRESHNESS_VIEW,
  PEOPLE_VIEW,
];
const LOCK_TIMEOUT = '5s';

const SCHEMA_COMMENT = `Workfront objects for analysts, named and keyed like Data Connect.`;

// One row when the mark is on the schema and every view is there.
const ARE_THERE = `
  select from pg_namespace
  where nspname = 'workfront'
    and strpos(obj_description(oid, 'pg_namespace'), $1) > 0
    and not exists (select from unnest($2::text[]) as view where to_regclass(view) is null)`;
