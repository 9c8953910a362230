/**
 * Records that are in no table because they cannot be read or stored, written in the transaction
 * that passes them (Law 3): no promise of completeness reaches beyond the oldest of them.
 */
import type { PipelineError } from '../core/errors.ts';
import type { Client, Queryable } from '../platform/postgres/postgres.ts';
import { sqlName } from '../platform/postgres/quoting.ts';
import { liveStores } from './live-pointer.ts';
import type { LogPlace } from './log-place.ts';
import type { ObjID } from '../core/units.ts';

export interface ParkedRecord extends LogPlace {
  readonly objID: ObjID | null;
  readonly reason: string;
}

/** Of what could be read, and not be stored. */
export function parkedRow(
  { topic, partition, offset, objID }: LogPlace & { readonly objID: ObjID },
  { code }: PipelineError,
): ParkedRecord {
  return { topic, partition, offset, objID, reason: code };
}

const RECORD_SQL = `
insert into parked (topic, partition, "offset", objid, reason)
select * from unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[])
on conflict do nothing`;

export async function recordParked(
  client: Client,
  records: readonly ParkedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await client.query(RECORD_SQL, [
    records.map(({ topic }) => topic),
    records.map(({ partition }) => partition),
    records.map(({ offset }) => String(offset)),
    records.map(({ objID }) => objID),
    records.map(({ reason }) => reason),
  ]);
}

/**
 * It was handed in again, and lies before `until` of its partition, or a person gave it up (0): for
 * every store that left it out, also one that waits for its readers. False where none did.
 */
export async function releaseParked(
  database: Queryable,
  { topic, partition, offset }: LogPlace,
  until: bigint,
): Promise<boolean> {
  const place = [topic, partition, String(offset), String(until)];
  let released = 0;
  const { rows: stores } = await database.query<{ store: string }>(STORES_SQL);
  for (const { store } of stores) {
    const { rowCount } = await database.query(
      `update ${sqlName(store)}.parked set until = $4
       where topic = $1 and partition = $2 and "offset" = $3`,
      place,
    );
    released += rowCount ?? 0;
  }
  return released > 0;
}

const STORES_SQL = `
select nspname as store from pg_class join pg_namespace on pg_namespace.oid = relnamespace
where relname = 'parked' and relkind = 'r'
  and exists (
    select from pg_class as of_store where of_store.relnamespace = pg_class.relnamespace
      and of_store.relname = 'positions' and of_store.relkind = 'r')
order by 1`;

/** What waits in no table of a projection that readers see. */
export interface ParkedOf {
  readonly projection: string;
  readonly store: string;
  readonly count: number;
  /** When the oldest was set aside, in milliseconds since 1970. */
  readonly oldestMs: number | null;
}

/** Of each projection, also of those that have none; nothing before the first store is made. */
export async function countParked(database: Queryable): Promise<ParkedOf[]> {
  const counts: ParkedOf[] = [];
  for (const { projection, store } of await liveStores(database)) {
    const { rows } = await database.query<{ count: bigint; oldest: bigint | null }>(
      `select count(*) as count, (extract(epoch from min(parkedat)) * 1000)::bigint as oldest
       from ${sqlName(store)}.parked where until is null`,
    );
    const { count = 0n, oldest = null } = rows[0] ?? {};
    const oldestMs = oldest === null ? null : Number(oldest);
    counts.push({ projection, store, count: Number(count), oldestMs });
  }
  return counts;
}

/** A key that Postgres cannot hold as text is none that anybody could look for. */
export function storableKey(key: Buffer | null): string | null {
  const text = key?.toString() ?? null;
  return text?.includes('\0') === true ? null : text;
}

/** By `parkedKey`: those that a store has set aside, whatever became of them. */
export async function parkedAmong(
  database: Queryable,
  store: string,
  places: readonly LogPlace[],
): Promise<ReadonlySet<string>> {
  if (places.length === 0) return new Set();
  const { rows } = await database.query<LogPlace>(
    `select topic, partition, "offset" from ${sqlName(store)}.parked
     join unnest($1::text[], $2::int[], $3::bigint[]) as wanted (topic, partition, "offset")
       using (topic, partition, "offset")`,
    [
      places.map(({ topic }) => topic),
      places.map(({ partition }) => partition),
      places.map(({ offset }) => String(offset)),
    ],
  );
  return new Set(rows.map(parkedKey));
}

export function parkedKey({ topic, partition, offset }: LogPlace): string {
  return `${topic} ${partition} ${offset}`;
}

/** What became meanwhile of those that another store of the same log has too. */
export async function copySettled(client: Client, from: string, to: string): Promise<void> {
  await client.query(
    `update ${sqlName(to)}.parked as mine set until = known.until, parkedat = known.parkedat
     from ${sqlName(from)}.parked as known
     where known.topic = mine.topic and known.partition = mine.partition
       and known."offset" = mine."offset"
       and (known.until, known.parkedat) is distinct from (mine.until, mine.parkedat)`,
  );
}
