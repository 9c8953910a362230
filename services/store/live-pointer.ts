/**
 * Which store of each projection readers see, and which one before it. The views of schema `live`
 * and this row change in one transaction.
 */
import type { Client, Queryable } from '../platform/postgres/postgres.ts';

export interface LivePointer {
  /** Schema of the store that readers see. */
  readonly store: string;
  /** The one before, where it is kept: the way back. */
  readonly previous: string | null;
}

/** The store that readers see of each projection, by its name; none before the first is made. */
export async function liveStores(
  database: Queryable,
): Promise<readonly { readonly projection: string; readonly store: string }[]> {
  if (!(await hasPointers(database))) return [];
  const { rows } = await database.query<{ projection: string; store: string }>(
    'select projection, store from live.stores order by projection',
  );
  return rows;
}

/** Null before the projection's first store is made. */
export async function readLivePointer(
  database: Queryable,
  projection: string,
): Promise<LivePointer | null> {
  if (!(await hasPointers(database))) return null;
  const { rows } = await database.query<LivePointer>(
    'select store, previous from live.stores where projection = $1',
    [projection],
  );
  return rows[0] ?? null;
}

async function hasPointers(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ there: boolean }>(
    `select to_regclass('live.stores') is not null as there`,
  );
  return rows[0]?.there === true;
}

/** Points to `store` unless it points somewhere already. */
export async function beginLivePointer(
  client: Client,
  projection: string,
  store: string,
): Promise<void> {
  await client.query(POINTERS_SQL);
  await client.query(
    `insert into live.stores (projection, store) values ($1, $2) on conflict do nothing`,
    [projection, store],
  );
}

/** Within the transaction that switches the views. */
export async function moveLivePointer(
  client: Client,
  projection: string,
  { store, previous }: LivePointer,
): Promise<void> {
  await client.query(
    `update live.stores set store = $2, previous = $3, since = now() where projection = $1`,
    [projection, store, previous],
  );
}

const POINTERS_SQL = `
create table if not exists live.stores (
  projection text collate "C" primary key,
  store text collate "C" not null,
  previous text collate "C",
  since timestamptz not null default now()
);
comment on table live.stores is 'Which store of each projection readers see.';
comment on column live.stores.projection is 'Its name.';
comment on column live.stores.store is 'The schema of the store that readers see.';
comment on column live.stores.previous is 'The one before, where it is kept: the way back.';
comment on column live.stores.since is 'When readers were switched to it.';`;
