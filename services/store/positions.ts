/** How far the log is in the tables. A position moves only with its rows (Law 2). */
import { createHash } from 'node:crypto';
import { PipelineError } from '../core/errors.ts';
import type { Micros, Offset } from '../core/units.ts';
import type { Client, Queryable } from '../platform/postgres/postgres.ts';
import type { LogPlace } from './log-place.ts';

/** A partition of the log. */
type Partition = Pick<LogPlace, 'topic' | 'partition'>;

export interface Position extends Partition {
  /** Offset of the first record that is not in the tables. */
  readonly next: Offset;
  /** Digest of the record at `next - 1`; null where nothing was applied yet. */
  readonly lastDigest: Buffer | null;
}

/** A batch's part in one partition. */
export interface Advance extends Partition {
  readonly first: Offset;
  readonly next: Offset;
  readonly lastDigest: Buffer;
}

/** A partition that was never read stands at 0. */
export async function readPositions(
  store: Queryable,
  partitions: readonly Partition[],
): Promise<Position[]> {
  const keys = [partitions.map(({ topic }) => topic), partitions.map(({ partition }) => partition)];
  await store.query(INSERT_SQL, keys);
  const { rows } = await store.query<PositionRow>(SELECT_SQL, keys);
  return rows.map(({ topic, partition, next, lastdigest }) => ({
    topic,
    partition,
    next,
    lastDigest: lastdigest,
  }));
}

/**
 * The first statement of a write transaction: locks the partitions and moves their positions, if
 * each is still where the batch begins. POSITION_TAKEN: another writer was there.
 */
export async function advancePositions(
  client: Client,
  advances: readonly Advance[],
): Promise<void> {
  const { rowCount } = await client.query(ADVANCE_SQL, [
    advances.map(({ topic }) => topic),
    advances.map(({ partition }) => partition),
    advances.map(({ first }) => String(first)),
    advances.map(({ next }) => String(next)),
    advances.map(({ lastDigest }) => lastDigest),
  ]);
  if (rowCount === advances.length) return;
  throw new PipelineError(
    'POSITION_TAKEN',
    'Another projector wrote these partitions; going on from where it is.',
    { partitions: advances.length, held: rowCount },
  );
}

/** After the rows, in their transaction: the latest change clock of each topic's events. */
export async function noteNewest(
  client: Client,
  advances: readonly Advance[],
  newest: ReadonlyMap<string, Micros>,
): Promise<void> {
  const known = advances.filter(({ topic }) => newest.has(topic));
  if (known.length === 0) return;
  await client.query(NEWEST_SQL, [
    known.map(({ topic }) => topic),
    known.map(({ partition }) => partition),
    known.map(({ topic }) => newest.get(topic) ?? 0),
  ]);
}

/** What stands for a record in `lastdigest`: first 16 bytes of SHA-256 of its value. */
export function digestOf(value: Buffer | null): Buffer {
  return createHash('sha256')
    .update(value ?? '')
    .digest()
    .subarray(0, 16);
}

interface PositionRow {
  readonly topic: string;
  readonly partition: number;
  readonly next: Offset;
  readonly lastdigest: Buffer | null;
}

const INSERT_SQL = `
insert into positions (topic, partition, next)
select topic, partition, 0 from unnest($1::text[], $2::int[]) as wanted (topic, partition)
on conflict do nothing`;

const SELECT_SQL = `
select topic, partition, next, lastdigest
from unnest($1::text[], $2::int[]) as wanted (topic, partition)
join positions using (topic, partition)`;

const ADVANCE_SQL = `
update positions set next = batch.next, lastdigest = batch.lastdigest
from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[], $5::bytea[])
  as batch (topic, partition, first, next, lastdigest)
where positions.topic = batch.topic and positions.partition = batch.partition
  and positions.next = batch.first`;

const NEWEST_SQL = `
update positions
set newest = greatest(positions.newest,
  'epoch'::timestamptz + batch.newest * interval '1 microsecond')
from unnest($1::text[], $2::int[], $3::bigint[]) as batch (topic, partition, newest)
where positions.topic = batch.topic and positions.partition = batch.partition`;
