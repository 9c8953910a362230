/**
 * Indexes beside the keys, as data (`infra/postgres/indexes.json`): what there must be in the store
 * in use, what there is, and how one becomes the other while everybody works on.
 */
import { readFile } from 'node:fs/promises';
import { PipelineError } from '../core/errors.ts';
import { z } from '../platform/process/config.ts';
import type { Pool, Queryable } from '../platform/postgres/postgres.ts';
import { tableOf } from './tables/type-tables.ts';
import { sqlName } from '../platform/postgres/quoting.ts';

export interface StoreIndex {
  /** Ours begin with `by_`; others are left alone. */
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export interface IndexPlan {
  readonly schema: string;
  readonly missing: readonly StoreIndex[];
  /** Ours, and not in the file any more, or left behind half made. */
  readonly superfluous: readonly string[];
}

const FILE = z.strictObject({
  indexes: z.array(
    z.strictObject({
      objCode: z.string(),
      of: z.enum(['now', 'past']),
      fields: z.array(z.string()).min(1),
    }),
  ),
});

/**
 * These move with every save. An index of open versions on one would end HOT updates: each save
 * would write every index of the table.
 */
const MOVING: ReadonlySet<string> = new Set(
  'lastUpdateDate lastUpdatedByID updatedAt updatedBy'.split(' '),
);

export async function readIndexFile(path: string): Promise<readonly StoreIndex[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new PipelineError('USAGE', `${path} cannot be read.`, { path }, error);
  });
  const parsed = FILE.safeParse(jsonIn(text));
  if (!parsed.success) {
    throw new PipelineError('USAGE', `${path}: ${z.prettifyError(parsed.error)}`, { path });
  }
  return parsed.data.indexes.map((one) => indexOf(one, path));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Listed = z.infer<typeof FILE>['indexes'][number];

function indexOf({ objCode, of, fields }: Listed, path: string): StoreIndex {
  const table = tableOf(objCode);
  const refuse = (why: string): never => {
    throw new PipelineError('USAGE', `${path}: ${objCode} ${fields.join(', ')}: ${why}`, { path });
  };
  if (table.objCode === null) return refuse('no captured type has that objCode.');
  const columns = fields.map((field) => {
    if (of === 'now' && MOVING.has(field)) {
      return refuse(`${field} moves with every save, so the index would be written each time.`);
    }
    return table.columnOf.get(field)?.name ?? refuse(`${field} is no field with a column.`);
  });
  const name = `by_${table[of]}_${columns.join('_')}`.slice(0, 63);
  return { name, table: table[of], columns };
}

export async function planIndexes(
  client: Queryable,
  wanted: readonly StoreIndex[],
): Promise<IndexPlan> {
  const schema = await storeInUse(client);
  const { rows: there } = await client.query<{ name: string; whole: boolean }>(OURS, [schema]);
  const whole = new Set(there.filter((one) => one.whole).map(({ name }) => name));
  const names = new Set(wanted.map(({ name }) => name));
  return {
    schema,
    missing: wanted.filter(({ name }) => !whole.has(name)),
    superfluous: there.filter((one) => !one.whole || !names.has(one.name)).map(({ name }) => name),
  };
}

/** Name of its schema, quoted where it must be. */
export async function storeInUse(client: Queryable): Promise<string> {
  const { rows } = await client.query<{ schema: string }>(STORE_IN_USE);
  const [store] = rows;
  if (store !== undefined) return store.schema;
  const message = 'There is no store yet: start the projector, which makes the tables.';
  throw new PipelineError('DATABASE_UNFIT', message);
}

/** One after the other, each without keeping anybody from writing. */
export async function applyIndexes(
  pool: Pool,
  { schema, missing, superfluous }: IndexPlan,
  onStep: (done: string) => void,
): Promise<void> {
  for (const name of superfluous) {
    await pool.query(`drop index concurrently if exists ${schema}.${sqlName(name)}`);
    onStep(`dropped ${name}`);
  }
  for (const { name, table, columns } of missing) {
    const list = columns.map(sqlName).join(', ');
    await pool.query(
      `create index concurrently if not exists ${sqlName(name)} on ${schema}.${table} (${list})`,
    );
    onStep(`created ${name}`);
  }
}

/** That schema whose tables the views of `live` show. */
const STORE_IN_USE = `
  select distinct quote_ident(nspname) as schema
  from pg_rewrite
  join pg_depend on pg_depend.objid = pg_rewrite.oid and classid = 'pg_rewrite'::regclass
  join pg_class on pg_class.oid = refobjid and refclassid = 'pg_class'::regclass
  join pg_namespace on pg_namespace.oid = relnamespace
  where ev_class = to_regclass('live.changes') and relkind = 'r' and relname = 'changes'`;

const OURS = `
  select relname as name, indisvalid as whole from pg_index
  join pg_class on pg_class.oid = indexrelid
  where relnamespace = to_regnamespace($1) and starts_with(relname, 'by_')`;
