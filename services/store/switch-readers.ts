/**
 * Points the live views to another store, in one transaction: whoever reads sees all of one store
 * or all of the other. Nobody waits for long: what cannot be had at once is left, and tried again.
 */
import type { PipelineError } from '../core/errors.ts';
import { hasReaction } from '../core/errors.ts';
import type { Client, Queryable } from '../platform/postgres/postgres.ts';
import { liveViewSql, markOfStore } from './live-store.ts';
import type { LiveView, StoreDefinition } from './live-store.ts';
import { moveLivePointer, readLivePointer } from './live-pointer.ts';
import type { LivePointer } from './live-pointer.ts';
import { applyViewsOn } from './views/apply-views.ts';
import type { WantedView } from './views/replace-views.ts';

/** A session that holds up the switch. */
export interface Holder {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  readonly seconds: number;
  readonly query: string;
}

/**
 * Within a transaction. 55P03 or 57014 where readers hold the views for longer than a moment; by
 * then we have waited less than Postgres waits before it looks for deadlocks, so that no reader can
 * become the victim of one.
 */
export async function switchReaders(
  client: Client,
  { projection, liveViews }: StoreDefinition,
  pointer: LivePointer,
): Promise<void> {
  await client.query(`set local lock_timeout = '250ms'; set local statement_timeout = '700ms'`);
  await lockViews(client, liveViews);
  await client.query(`set local statement_timeout = 0`);
  if (await areAlike(client, projection, pointer.store)) {
    const views = liveViews.map((view) => `create or replace ${liveViewSql(pointer.store, view)};`);
    await client.query(views.join('\n'));
  } else {
    await applyViewsOn(client, wantedLive(pointer.store, liveViews));
  }
  await moveLivePointer(client, projection, pointer);
}

async function lockViews(client: Client, liveViews: readonly LiveView[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where to_regclass(name) is not null`,
    [liveViews.map(({ name }) => `live.${name}`)],
  );
  const names = rows.map(({ name }) => name).join(', ');
  if (names !== '') await client.query(`lock table ${names} in access exclusive mode`);
}

/** Whether the store that readers see has the same tables as the other, so that no column moves. */
async function areAlike(client: Client, projection: string, store: string): Promise<boolean> {
  const live = await readLivePointer(client, projection);
  const marks = [await markOfStore(client, live?.store ?? ''), await markOfStore(client, store)];
  return marks[0] !== undefined && marks[0] === marks[1];
}

/** What else stands on them is made again with them. */
function wantedLive(store: string, liveViews: readonly LiveView[]): WantedView[] {
  return liveViews.map(({ name, columns, comment }) => ({
    name: `live.${name}`,
    comment,
    columns: [],
    select: `select ${columns} from ${store}.${name}`,
  }));
}

/** Whether somebody else holds what we want for now. */
export function isHeldUp(error: unknown): error is PipelineError {
  if (!hasReaction(error, 'retry')) return false;
  return ['55P03', '57014', '40P01'].includes(String(error.context['sqlstate']));
}

/** Sessions that hold locks on the live views, longest first. */
export async function holdersOfViews(database: Queryable): Promise<Holder[]> {
  const { rows } = await database.query<Holder>(HOLDERS_SQL);
  return rows;
}

const HOLDERS_SQL = `
select pid, coalesce(application_name, '') as application, coalesce(usename, '') as user,
  coalesce(extract(epoch from now() - xact_start), 0)::float8 as seconds,
  left(coalesce(query, ''), 200) as query
from pg_stat_activity
where pid <> pg_backend_pid() and pid in (
  select pid from pg_locks
  join pg_class c on c.oid = relation
  where granted and c.relnamespace = 'live'::regnamespace)
order by xact_start`;

/**
 * Sessions whose snapshot is older than `xid`: they would not see all of a store that was filled
 * until then, so they must have ended before readers meet it. Who waits for `client` itself, as the
 * live projector does, is not in its way.
 */
export async function holdersOfSnapshots(
  client: Queryable,
  database: Queryable,
  xid: bigint,
): Promise<Holder[]> {
  const { rows: own } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const { rows } = await database.query<Holder>(SNAPSHOTS_SQL, [`${xid}`, own[0]?.pid ?? 0]);
  return rows;
}

// Of other databases too they have no snapshot of ours; vacuum and walsenders read no views.
const SNAPSHOTS_SQL = `
select pid, coalesce(application_name, '') as application, coalesce(usename, '') as user,
  coalesce(extract(epoch from now() - xact_start), 0)::float8 as seconds,
  left(coalesce(query, ''), 200) as query
from pg_stat_activity
where pid <> pg_backend_pid() and datname = current_database()
  and backend_type = 'client backend' and backend_xmin is not null
  and age(backend_xmin) > age(($1::text)::xid)
  and pid <> $2 and not $2 = any(pg_blocking_pids(pid))
  and not (
    -- Waits in wait_for, in a statement that reads no view.
    exists (select from pg_locks as l where l.pid = pg_stat_activity.pid and l.locktype = 'advisory'
      and l.classid = 0 and l.objsubid = 1
      and l.objid = (hashtext('workfront wait_for')::bigint & 4294967295)::oid)
    and not exists (select from pg_locks as l
      join pg_class as c on c.oid = l.relation
      where l.pid = pg_stat_activity.pid and c.relnamespace = 'live'::regnamespace))
order by xact_start`;

/** Of whatever begins from now on. */
export async function nextTransaction(database: Queryable): Promise<bigint> {
  const { rows } = await database.query<{ xid: bigint }>(
    'select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint % 4294967296) as xid',
  );
  return rows[0]?.xid ?? 0n;
}
