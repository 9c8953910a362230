/**
 * Makes views what they should be. Promises that whatever others did to them stays: grants, owners,
 * options, comments, and the views that stand on them; where it cannot, nothing is changed, and the
 * error names what is in the way. Wants a transaction.
 *
 * A view whose columns only append is replaced in place. Any other must be dropped and made again,
 * with all that stands on it.
 */
import { PipelineError } from '../../core/errors.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { readKept, restoreKept } from './kept-of-views.ts';
import type { KeptView } from './kept-of-views.ts';
import { keepComments } from './view-comments.ts';
import type { CommentedView } from './view-comments.ts';

/** A view as it should be; its name has its schema, and quotes only where Postgres needs them. */
export interface WantedView extends CommentedView {
  readonly select: string;
  /** It leaves out rows: no condition of a query may see them first. */
  readonly isBarrier?: boolean;
}

export interface ReplacedViews {
  /** Dropped and made again, ours. */
  readonly remade: readonly string[];
  /** Those of others that stood on them, likewise. */
  readonly others: readonly string[];
}

/** @param wanted in the order in which they stand on each other */
export async function replaceViews(
  client: Queryable,
  wanted: readonly WantedView[],
): Promise<ReplacedViews> {
  const left: string[] = [];
  const statements = await replacingStatements(client, wanted);
  for (let at = 0; at < statements.length; at += AT_ONCE) {
    const some = statements.slice(at, at + AT_ONCE);
    if (await isDone(client, some)) continue;
    for (const one of some) if (!(await isDone(client, [one]))) left.push(one.name);
  }
  const replaced = left.length === 0 ? NOTHING : await remake(client, wanted, left);
  await keepComments(client, wanted);
  return replaced;
}

const NOTHING: ReplacedViews = { remade: [], others: [] };
/** Views of one round trip: a first start makes hundreds while the tables are filled beside it. */
const AT_ONCE = 64;

interface ReplacingStatement {
  /** Of the view. */
  readonly name: string;
  readonly text: string;
}

async function replacingStatements(
  client: Queryable,
  wanted: readonly WantedView[],
): Promise<readonly ReplacingStatement[]> {
  const { rows } = await client.query<{ name: string; options: readonly string[] }>(OPTIONS, [
    wanted.map(({ name }) => name),
  ]);
  const optionsOf = new Map(rows.map(({ name, options }) => [name, options]));
  return wanted.map((view) => {
    // Whoever replaces a view without saying its options resets them.
    const text = `create or replace ${viewSql(view, optionsOf.get(view.name) ?? [])}`;
    return { name: view.name, text };
  });
}

function viewSql({ name, select, isBarrier = false }: WantedView, kept: readonly string[]): string {
  const isNew = isBarrier && !kept.some((option) => option.startsWith(BARRIER));
  const options = [...kept, ...(isNew ? [`${BARRIER}=true`] : [])].join(', ');
  return `view ${name}${options === '' ? '' : ` with (${options})`} as ${select}`;
}

const BARRIER = 'security_barrier';

/** False, and none is done, where one has to be dropped first, or stands on one that has. */
async function isDone(
  client: Queryable,
  statements: readonly ReplacingStatement[],
): Promise<boolean> {
  const texts = statements.map(({ text }) => text);
  await client.query('savepoint replaced');
  try {
    await client.query([...texts, 'release savepoint replaced'].join(';\n'));
    return true;
  } catch (error) {
    if (!isRefused(error)) throw error;
    await client.query('rollback to savepoint replaced');
    return false;
  }
}

const OPTIONS = `
  select wanted.name, reloptions as options
  from unnest($1::text[]) as wanted (name)
  join pg_class on pg_class.oid = to_regclass(wanted.name)
  where cardinality(reloptions) > 0
`;

async function remake(
  client: Queryable,
  wanted: readonly WantedView[],
  left: readonly string[],
): Promise<ReplacedViews> {
  const { kept, obstacles } = await readKept(client, left);
  if (obstacles.length > 0) throw inUse(obstacles);
  if (kept.length > 0) await client.query(`drop view ${kept.map(({ name }) => name).join(', ')}`);
  const ours = new Set(wanted.map(({ name }) => name));
  const dropped = new Set([...left, ...kept.map(({ name }) => name)]);
  for (const view of wanted) {
    if (dropped.has(view.name)) await client.query(`create ${viewSql(view, [])}`);
  }
  const others = kept.filter(({ name }) => !ours.has(name));
  for (const one of others) await makeAgain(client, one);
  for (const one of kept) await restoreKept(client, one);
  return {
    remade: kept.filter(({ name }) => ours.has(name)).map(({ name }) => name),
    others: others.map(({ name }) => name),
  };
}

async function makeAgain(client: Queryable, { name, definition }: KeptView): Promise<void> {
  try {
    await client.query(`create view ${name} as ${definition}`);
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw inUse([`view ${name}`], error);
  }
}

/** The words of a statement, not the server or the right to do it. */
function isRefused(error: unknown): error is PipelineError {
  if (!(error instanceof PipelineError)) return false;
  const { sqlstate } = error.context;
  return typeof sqlstate === 'string' && sqlstate.startsWith('42') && sqlstate !== '42501';
}

function inUse(obstacles: readonly string[], cause?: PipelineError): PipelineError {
  const why = cause === undefined ? '' : ` (${cause.message})`;
  return new PipelineError(
    'VIEWS_IN_USE',
    'The analyst views have new columns, and what stands on the old ones cannot be carried over: ' +
      `${obstacles.join('; ')}${why}. Nothing was changed. Drop these or change them, and start ` +
      'the projector again; make them anew afterwards.',
    { obstacles: obstacles.length },
    cause,
  );
}
