// What Postgres holds, and its language: a store is a schema with a projection's tables, and how
// far the log is in them. Promises that readers meet one store at a time, through schema `live`.
// Must not know Kafka, nor who writes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PipelineError } from '../core/errors.ts';
import { inTransaction } from '../platform/postgres/postgres.ts';
import type { Client, Pool } from '../platform/postgres/postgres.ts';
import { assetPath } from '../platform/process/assets.ts';
import { sqlText } from '../platform/postgres/quoting.ts';

/** A store as its projection declares it. It is never migrated: another one is another schema. */
export interface StoreDefinition {
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
  /** May read all that analysts may; null: nobody but the owner. */
  readonly readerRole: string | null;
}

/** Makes what is missing; two processes may start at once. */
export async function applyStore(pool: Pool, options: StoreOptions): Promise<void> {
  const { schema, definition, readerRole } = options;
  await inStore(pool, schema, (client) =>
    inTransaction(client, async () => {
      await client.query('select pg_advisory_xact_lock($1)', [STORE_LOCK]);
      await makeTables(client, schema, definition);
      await client.query('create schema if not exists live');
      await client.query(liveViewsSql(schema, definition.liveViews));
      if (readerRole !== null) await client.query(grantsSql(readerRole));
    }),
  );
}

/** Any number that nothing else locks: the bytes of "wfstr". */
export const STORE_LOCK = 0x77_66_73_74_72;

async function makeTables(
  client: Client,
  schema: string,
  { tablesSql }: StoreDefinition,
): Promise<void> {
  const sql = [readFileSync(assetPath('services/store/positions.sql'), 'utf8'), tablesSql].join(
    '\n',
  );
  // Other words for a column make no other store.
  const shape = sql.replaceAll(/^comment on .*$/gm, '');
  const definition = `Definition ${createHash('sha256').update(shape).digest('hex').slice(0, 16)}.`;
  const { rows } = await client.query<{ definition: string | null }>(
    `select obj_description(oid, 'pg_namespace') as definition from pg_namespace
     where nspname = $1 and to_regclass(format('%I.positions', nspname)) is not null`,
    [schema],
  );
  const [store] = rows;
  if (store === undefined) {
    await client.query(`create schema if not exists ${schema}`);
    await client.query(sql);
    await client.query(`comment on schema ${schema} is ${sqlText(definition)}`);
  } else if (store.definition !== definition) {
    throw new PipelineError(
      'STORE_MISMATCH',
      `The tables of ${schema} are of another version, and a store is never migrated: set ` +
        'STORE_SCHEMA to a new name, into which the log is read anew, or drop that schema.',
      { schema },
    );
  }
}

/**
 * Views that exist are left alone: they may have been switched to another store by a rebuild, which
 * is not ours to undo.
 */
function liveViewsSql(schema: string, liveViews: readonly LiveView[]): string {
  const views = liveViews.map(
    ({ name, columns, comment }) => `
  if to_regclass('live.${name}') is null then
    create view live.${name} as select ${columns} from ${schema}.${name};
    comment on view live.${name} is ${sqlText(comment)};
  end if;`,
  );
  return `do $$ begin ${views.join('')}\nend $$`;
}

function grantsSql(role: string): string {
  return `grant usage on schema live to ${role};
grant select on all tables in schema live to ${role};`;
}
