/**
 * Records that are in no table because they cannot be read or stored, written in the transaction
 * that passes them (Law 3): no promise of completeness reaches beyond the oldest of them.
 */
import type { Client, Queryable } from '../platform/postgres/postgres.ts';
import type { LogPlace } from './log-place.ts';
import type { ObjID } from '../core/units.ts';

export interface ParkedRecord extends LogPlace {
  readonly objID: ObjID | null;
  readonly reason: string;
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
 * It was handed in again, and lies before `until` of its partition, or a person gave it up (0).
 * False where it was not parked.
 */
export async function releaseParked(
  store: Queryable,
  { topic, partition, offset }: LogPlace,
  until: bigint,
): Promise<boolean> {
  const place = [topic, partition, String(offset)];
  const { rowCount } = await store.query(RELEASE_SQL, [...place, String(until)]);
  return (rowCount ?? 0) > 0;
}

const RELEASE_SQL = `
update live.parked set until = $4
where topic = $1 and partition = $2 and "offset" = $3`;

/** A key that Postgres cannot hold as text is none that anybody could look for. */
export function storableKey(key: Buffer | null): string | null {
  const text = key?.toString() ?? null;
  return text?.includes('\0') === true ? null : text;
}

/** What became meanwhile of those that another store of the same log has too. */
export async function copySettled(client: Client, from: string): Promise<void> {
  await client.query(
    `update parked set until = known.until, parkedat = known.parkedat
     from ${from}.parked as known
     where known.topic = parked.topic and known.partition = parked.partition
       and known."offset" = parked."offset"`,
  );
}
