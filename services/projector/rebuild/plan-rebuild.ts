/** What a rebuild will read and how much room it needs, before it begins. */
import { statfsSync } from 'node:fs';
import { PipelineError } from '../../core/errors.ts';
import type { Clock } from '../../core/clock.ts';
import { offsetAfter, offsetOf } from '../../core/units.ts';
import type { Offset } from '../../core/units.ts';
import type { Kafka } from '../../platform/kafka/kafka.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { positionsOf } from './catch-up.ts';
import { bytesText } from './progress-line.ts';
import type { SpillPlace } from './spill-files.ts';

export interface RebuildPlan {
  readonly places: readonly SpillPlace[];
  readonly records: number;
  readonly logBytes: number;
  readonly storeBytes: number;
}

export interface PlanOptions {
  readonly kafka: Pick<Kafka, 'admin' | 'openConsumer'>;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly database: Queryable;
  readonly live: string;
  readonly untilMs: number | null;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * From the log's start to where readers are now, or to the given moment: a store that is ahead of
 * theirs could not be compared with it. LOG_MISMATCH where the start is gone.
 */
export async function planRebuild(options: PlanOptions): Promise<RebuildPlan> {
  const { kafka, topics, database, live, untilMs } = options;
  const places: SpillPlace[] = [];
  const reached = await positionsOf(database, live, topics);
  // Of a log that was rewritten, and is not handed over yet, readers have nothing.
  const isBounded = untilMs === null && reached.size > 0;
  for (const topic of topics) {
    const ends = untilMs === null ? null : await kafka.admin().offsetsBehind(topic, untilMs);
    for (const { partition, low, stable } of await kafka.admin().fetchOffsets(topic)) {
      if (low > 0n) throw cutOff(topic, partition, low);
      const seen = isBounded ? (reached.get(partitionKey({ topic, partition })) ?? low) : stable;
      const end = ends?.get(partition) ?? seen;
      const [from, to] = [`${low}`, `${end < stable ? end : stable}`];
      places.push({ topic, partition, from, to, next: from, served: from, digest: null });
    }
  }
  const records = places.reduce((sum, { from, to }) => sum + Number(BigInt(to) - BigInt(from)), 0);
  const each = await sampleRecordBytes(options, places);
  const storeBytes = await storeBytesOf(database, live);
  return { places, records, logBytes: records * each, storeBytes };
}

export async function storeBytesOf(database: Queryable, store: string): Promise<number> {
  const { rows } = await database.query<{ bytes: bigint }>(
    `select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint as bytes
     from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'`,
    [store],
  );
  return Number(rows[0]?.bytes ?? 0n);
}

function cutOff(topic: string, partition: number, low: Offset): PipelineError {
  return new PipelineError(
    'LOG_MISMATCH',
    `${topic}/${partition} begins at offset ${low}: what was before is deleted, so that a store ` +
      'built from this log would lack it. Restore the topic, or build from what the tables keep ' +
      '(rebuild --from-changes); set retention.ms=-1 on the topic (npx workfront-cdc topics plan).',
    { topic, partition, low },
  );
}

/** What it takes on the disk here, and in Postgres. FILE_UNUSABLE where there is less here. */
export function diskNeed({ records, logBytes, storeBytes }: RebuildPlan, folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < logBytes * 1.05) {
    throw new PipelineError(
      'FILE_UNUSABLE',
      `Sorting the log takes about ${bytesText(logBytes)} in ${folder}, where ` +
        `${bytesText(free)} are free: make room, or set REBUILD_FOLDER to another disk.`,
      { folder },
    );
  }
  return (
    `${records.toLocaleString('en')} records; needs about ${bytesText(logBytes)} in ${folder} ` +
    `(${bytesText(free)} free) until it is done, and ${storeNeed(storeBytes)}`
  );
}

/** Another store like the one that is there. */
export function storeNeed(bytes: number): string {
  const size = bytesText(bytes);
  return `${size} in Postgres beside the ${size} of the store that is there, with as much WAL meanwhile`;
}

/** With what stands before each in a bucket. */
async function sampleRecordBytes(
  { kafka, groupId, topics, clock, signal }: PlanOptions,
  places: readonly SpillPlace[],
): Promise<number> {
  const filled = places.filter(({ from, to }) => BigInt(to) > BigInt(from));
  const waiting = new Set(filled.map(partitionKey));
  if (waiting.size === 0) return 0;
  let [count, bytes] = [0, 0];
  const done = new AbortController();
  const consumer = kafka.openConsumer({
    groupId,
    topics,
    partitionsConsumedConcurrently: 1,
    maxBytes: SAMPLE_BYTES,
    maxBytesPerPartition: SAMPLE_BYTES / 4,
    onAssigned: async () => {
      for (const { topic, partition, from, to } of filled) {
        const [first, last] = [offsetOf(from), offsetAfter(offsetOf(to), -SAMPLE_RECORDS)];
        consumer.seek(topic, partition, last > first ? last : first);
      }
    },
    onBatch: async (batch) => {
      for (const { key, value } of batch.records) {
        bytes += HEAD_BYTES + (key?.length ?? 0) + (value?.length ?? 0);
        count += 1;
      }
      waiting.delete(partitionKey(batch));
      if (waiting.size === 0) done.abort();
    },
    onCrash: () => done.abort(),
  });
  try {
    await consumer.run();
    const either = AbortSignal.any([done.signal, signal]);
    await clock.sleep(SAMPLE_MS_MAX, either).catch(() => undefined);
  } finally {
    await consumer.stop();
  }
  return count === 0 ? 0 : bytes / count;
}

const SAMPLE_RECORDS = 100n;
const SAMPLE_BYTES = 1024 * 1024;
const SAMPLE_MS_MAX = 15_000;
const HEAD_BYTES = 20;
