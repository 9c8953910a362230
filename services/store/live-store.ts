// What Postgres holds, and its language: a store is a schema with a projection's tables, and how
// far the log is in them. Promises that readers meet one store at a time, through schema `live`.
// Must not know Kafka, nor who writes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PipelineError } from '../core/errors.ts';
import { inTransaction } from '../platform/postgres/postgres.ts';
import type { Client, Pool, Queryable } from '../platform/postgres/postgres.ts';
import { assetPath } from '../platform/process/assets.ts';
import { sqlText } from '../platform/postgres/quoting.ts';
import { beginLivePointer } from './live-pointer.ts';

/** A store as its projection declares it. It is never migrated: another one is another schema. */
export interface StoreDefinition {
  /** Of the projection. */
  readonly projection: string;
  /** Schema of the store that is there before any rebuild: a name and `_1`. */
  readonly firstStore: string;
  /** DDL of its tables, with search_path at the store's schema. */
  readonly tablesSql: string;
  /** The one place where readers meet a store: views of schema `live`. */
  readonly liveViews: readonly LiveView[];
}

export interface LiveView {
  /** Of the view, and of the store's table. */
  readonly name: string;
  readonly columns: string;
  readonly comment: string;
  /** Shown as it is in schema `workfront` too; whatever else analysts see stands on the views. */
  readonly isForAnalysts?: boolean;
}

/** Runs `act` on a connection whose unqualified names are the store's. */
export function inStore<T>(
  pool: Pool,
  schema: string,
  act: (client: Client) => Promise<T>,
): Promise<T> {
  return pool.withClient(async (client) => {
    await client.query("select set_config('search_path', $1, false)", [schema]);
    return act(client);
  });
}

export interface StoreOptions {
  /** A name that configuration has checked: it becomes an identifier. */
  readonly schema: string;
  readonly definition: StoreDefinition;
}

/** Makes what is missing; two processes may start at once. */
export async function applyStore(pool: Pool, options: StoreOptions): Promise<void> {
  const { schema, definition } = options;
  await inStore(pool, schema, (client) =>
    inTransaction(client, async () => {
      await client.query('select pg_advisory_xact_lock($1)', [STORE_LOCK]);
      await makeTables(client, schema, definition);
      await client.query('create schema if not exists live');
      await client.query(liveViewsSql(schema, definition.liveViews));
      await client.query(analystViewsSql(definition.liveViews));
      await beginLivePointer(client, definition.projection, schema);
    }),
  );
}

/** Any number that nothing else locks: the bytes of "wfstr". */
export const STORE_LOCK = 0x77_66_73_74_72;

async function makeTables(
  client: Client,
  schema: string,
  definition: StoreDefinition,
): Promise<void> {
  const mark = definitionMark(definition);
  const found = await markOfStore(client, schema);
  if (found === undefined) {
    await createTables(client, schema, definition);
    await client.query(`comment on schema ${schema} is ${sqlText(mark)}`);
  } else if (found !== mark) {
    throw new PipelineError(
      'STORE_MISMATCH',
      `The tables of ${schema} are of another version, and a store is never migrated: ` +
        '`workfront-cdc rebuild` makes the next one from the log and switches readers to it.',
      { schema },
    );
  }
}

/** Within a transaction whose search_path begins with the schema. */
export async function createTables(
  client: Client,
  schema: string,
  definition: StoreDefinition,
): Promise<void> {
  await client.query(`create schema if not exists ${schema}`);
  await client.query(tablesSqlOf(definition));
}

/** What the schema of a whole store bears as its comment: other tables are another store. */
export function definitionMark(definition: StoreDefinition): string {
  // Other words for a column make no other store.
  const shape = tablesSqlOf(definition).replaceAll(/^comment on .*$/gm, '');
  return `Definition ${createHash('sha256').update(shape).digest('hex').slice(0, 16)}.`;
}

/** Undefined where there is no store. */
export async function markOfStore(
  client: Queryable,
  schema: string,
): Promise<string | null | undefined> {
  const { rows } = await client.query<{ definition: string | null }>(
    `select obj_description(oid, 'pg_namespace') as definition from pg_namespace
     where nspname = $1 and to_regclass(format('%I.positions', nspname)) is not null`,
    [schema],
  );
  return rows[0]?.definition;
}

function tablesSqlOf({ tablesSql }: StoreDefinition): string {
  return [readFileSync(assetPath('services/store/positions.sql'), 'utf8'), tablesSql].join('\n');
}

/**
 * Views that exist are left alone: they may have been switched to another store by a rebuild, which
 * is not ours to undo.
 */
function liveViewsSql(schema: string, liveViews: readonly LiveView[]): string {
  const views = liveViews.map(
    (view) => `
  if to_regclass('live.${view.name}') is null then
    create ${liveViewSql(schema, view)};
    comment on view live.${view.name} is ${sqlText(view.comment)};
  end if;`,
  );
  return `do $$ begin ${views.join('')}\nend $$`;
}

function analystViewsSql(liveViews: readonly LiveView[]): string {
  const shown = liveViews.filter(({ isForAnalysts = false }) => isForAnalysts);
  const views = shown.map(
    ({ name, columns, comment }) => `
create or replace view workfront.${name} as select ${columns} from live.${name};
comment on view workfront.${name} is ${sqlText(comment)};`,
  );
  return views.length === 0 ? '' : `create schema if not exists workfront;${views.join('')}`;
}

/** What follows `create` or `create or replace`. */
export function liveViewSql(schema: string, { name, columns }: LiveView): string {
  return `view live.${name} as select ${columns} from ${schema}.${name}`;
}
