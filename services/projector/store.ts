/** The store's schema: made at start, found by `search_path`, never migrated (schema.sql). */
import type { Client, Pool } from '../platform/postgres/postgres.ts';

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
  readonly schemaSql: string;
  /** May read all that analysts may; null: nobody but the owner. */
  readonly readerRole: string | null;
}

/** Makes what is missing; two processes may start at once. */
export async function applyStore(pool: Pool, options: StoreOptions): Promise<void> {
  const { schema, schemaSql, readerRole } = options;
  await inStore(pool, schema, async (client) => {
    await client.query('begin');
    try {
      await client.query('select pg_advisory_xact_lock($1)', [STORE_LOCK]);
      if (!(await hasStore(client, schema))) {
        await client.query(`create schema if not exists ${schema}`);
        await client.query(schemaSql);
      }
      await client.query('create schema if not exists live');
      await client.query(liveViewsSql(schema));
      if (readerRole !== null) await client.query(grantsSql(readerRole));
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
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
 * The one place where readers meet a store. Views that exist are left alone: they may have been
 * switched to another store by a rebuild, which is not ours to undo.
 */
function liveViewsSql(schema: string): string {
  const views = Object.entries(LIVE_VIEWS).map(
    ([name, { columns, comment }]) => `
  if to_regclass('live.${name}') is null then
    create view live.${name} as select ${columns} from ${schema}.${name};
    comment on view live.${name} is '${comment}';
  end if;`,
  );
  return `do $$ begin ${views.join('')}\nend $$`;
}

const LIVE_VIEWS = {
  current: {
    columns: 'objid, objcode, entrydate, deleted, fields, observedat',
    comment: 'Each object as it stands: one row an object, in the store that is live.',
  },
  versions: {
    columns: 'objid, objcode, entrydate, deleted, fields, observedat',
    comment: 'What each object was, from entrydate until its next version.',
  },
  changes: {
    columns:
      'objid, objcode, eventid, operation, path, apiversion, entrydate, asof, clocked, fields, ' +
      'clears, actorid, observedat, topic, partition, "offset"',
    comment: 'Each accepted change event, once.',
  },
} as const;

function grantsSql(role: string): string {
  return `grant usage on schema live to ${role};
grant select on all tables in schema live to ${role};`;
}
