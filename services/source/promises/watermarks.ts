/**
 * `control.watermarks`: up to which moment a type is complete in the log (docs/architecture.md,
 * "How complete"). Written after what it promises is durable, by the holder of the lease only.
 */
import { stringifyJson } from '../../core/json.ts';
import { asMicros, offsetOf } from '../../core/units.ts';
import type { Micros, Offset } from '../../core/units.ts';
import type { KafkaAdmin } from '../../platform/kafka/admin.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { leaseLost } from '../lease/lease.ts';
import type { Lease } from '../lease/lease.ts';

/**
 * `current`: changes that move the clock. `swept`: deletes, and changes that move none. `history`:
 * the journal's tracked fields.
 */
export type WatermarkKind = 'current' | 'swept' | 'history';

export interface Watermark {
  readonly objCode: string;
  readonly kind: WatermarkKind;
  readonly upTo: Micros;
  /** Behind the last record that the promise rests on: topic, partition, offset. */
  readonly ends: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * When they were asked for, or somewhat before (databaseNow): what was mended later
   * (ended-holds.ts) may lie behind them.
   */
  readonly asked: string;
}

/** The end of a topic now: whatever was published before lies in front of it. */
export async function endsOf(
  admin: Pick<KafkaAdmin, 'fetchOffsets'>,
  topic: string,
): Promise<Watermark['ends']> {
  const partitions = await admin.fetchOffsets(topic);
  return {
    [topic]: Object.fromEntries(partitions.map(({ partition, high }) => [partition, String(high)])),
  };
}

/** Null where the type was never complete. */
export async function readWatermark(
  database: Queryable,
  objCode: string,
  kind: WatermarkKind,
): Promise<Micros | null> {
  const { rows } = await database.query<{ micros: bigint }>(READ, [objCode, kind]);
  return rows[0] === undefined ? null : asMicros(Number(rows[0].micros));
}

/** By partitionKey, of all types: behind the last record that any of their promises rests on. */
export async function promisedEnds(
  database: Queryable,
  kind: WatermarkKind,
): Promise<ReadonlyMap<string, Offset>> {
  const { rows } = await database.query<{ topic: string; partition: string; next: bigint }>(ENDS, [
    kind,
  ]);
  return new Map(
    rows.map(({ topic, partition, next }) => [
      partitionKey({ topic, partition: Number(partition) }),
      offsetOf(next),
    ]),
  );
}

/** Never back. Throws LEASE_LOST, and moves nothing, when the lease has a newer epoch. */
export async function moveWatermark(
  database: Queryable,
  lease: Pick<Lease, 'name' | 'epoch'>,
  { objCode, kind, upTo, ends, asked }: Watermark,
): Promise<void> {
  const values = [lease.name, lease.epoch, objCode, kind, upTo, stringifyJson(ends), asked];
  const { rows } = await database.query<{ held: boolean }>(MOVE, values);
  if (rows[0]?.held !== true)
    throw leaseLost(lease.name, `the watermark of ${objCode} was refused`);
}

/**
 * One of before is kept unless a later one is nearer to it than this share of its age: some 16 for
 * each doubling of the age, so that tables that lag by an hour still find one of an hour ago.
 */
const THINNING = 16;

const READ = `
  select (extract(epoch from up_to) * 1000000)::bigint as micros
  from control.watermarks where objcode = $1 and kind = $2
`;

const ENDS = `
  select topic.key as topic, place.key as partition, max(place.value::bigint) as next
  from control.watermarks as mark
    cross join lateral jsonb_each(mark.ends) as topic
    cross join lateral jsonb_each_text(topic.value) as place
  where mark.kind = $1
  group by topic.key, place.key
`;

const MOVE = `
  with held as (
    select name from control.leases where name = $1 and epoch = $2 for share
  ), moved as (
    insert into control.watermarks as mark (objcode, kind, up_to, ends, moved_at)
    select $3, $4, 'epoch'::timestamptz + $5::bigint * interval '1 microsecond', $6::jsonb,
      $7::timestamptz
    from held
    on conflict (objcode, kind) do update
    set up_to = excluded.up_to, ends = excluded.ends, moved_at = excluded.moved_at
    where mark.up_to <= excluded.up_to
    returning mark.objcode, mark.kind, mark.up_to, mark.ends, mark.moved_at
  ), thinned as (
    delete from control.watermark_trail as old using moved
    where old.objcode = moved.objcode and old.kind = moved.kind and exists (
      select from control.watermark_trail as newer
      where newer.objcode = old.objcode and newer.kind = old.kind
        and newer.moved_at > old.moved_at
        and newer.moved_at - old.moved_at < (moved.moved_at - old.moved_at) / ${THINNING}
    )
  ), trailed as (
    insert into control.watermark_trail (objcode, kind, up_to, ends, moved_at)
    select objcode, kind, up_to, ends, moved_at from moved
    on conflict (objcode, kind, up_to) do update
    set ends = excluded.ends, moved_at = excluded.moved_at
  )
  select exists (select from held) as held
`;
