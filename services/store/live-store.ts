// What Postgres holds, and its language: a store is a schema with a projection's tables, and how
// far the log is in them. Promises that readers meet one store at a time, through schema `live`.
// Must not know Kafka, nor who writes.
import { readFileSync } from 'node:fs';
import { inTransaction } from '../platform/postgres/postgres.ts';
import type { Client, Pool } from '../platform/postgres/postgres.ts';
import { assetPath } from '../platform/process/assets.ts';
import { sqlText } from './views/sql-text.ts';

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
      if (!(await hasStore(client, schema))) {
        await client.query(`create schema if not exists ${schema}`);
        await client.query(readFileSync(assetPath('services/store/positions.sql'), 'utf8'));
        await client.query(definition.tablesSql);
      }
      await client.query('create schema if not exists live');
      await client.query(liveViewsSql(schema, definition.liveViews));
      if (readerRole !== null) await client.query(grantsSql(readerRole));
    }),
  );
}

/** Any number that nothing else locks: the bytes of "wfstr". */
export const STORE_LOCK = 0x77_66_73_74_72;

async function hasStore(client: Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>(
    "select to_regclass(format('%I.positions', $1::text))::text as found",
    [schema],
  );
  return rows.some(({ found }) => found !== null);
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
