/** Reads parts of the log from here until there, once, as the command line does. */
import { randomUUID } from 'node:crypto';
import type { Offset } from '../../core/units.ts';
import type { Kafka, LogBatch, LogRecord } from '../../platform/kafka/kafka.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../../platform/kafka/topic-partition.ts';

export interface LogRange extends TopicPartition {
  readonly from: Offset;
  /** The offset behind the last. */
  readonly to: bigint;
}

export interface ReadOptions {
  /** Each of another partition. */
  readonly batchesAtOnce: number;
  readonly bytesPerPartition: number;
  readonly signal?: AbortSignal;
}

/** `take` gets the records of one partition in their order, and the next wait for it. */
export async function readRanges(
  kafka: Pick<Kafka, 'openConsumer'>,
  ranges: readonly LogRange[],
  { batchesAtOnce, bytesPerPartition, signal }: ReadOptions,
  take: (records: readonly LogRecord[]) => Promise<void>,
): Promise<void> {
  const left = new Map(
    ranges.filter(({ from, to }) => from < to).map((range) => [partitionKey(range), range]),
  );
  if (left.size === 0) return;
  let finish: (error: Error | null) => void = () => undefined;
  const finished = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === null ? resolve() : reject(error));
  });
  finished.catch(() => undefined);
  const onAbort = (): void =>
    finish(new Error('reading the log was stopped', { cause: signal?.reason }));
  signal?.addEventListener('abort', onAbort, { once: true });
  const wanted = [...left.values()];
  const consumer = kafka.openConsumer({
    // A group of its own that commits nothing, so that nothing of it remains.
    groupId: `workfront-cdc-admin-${randomUUID()}`,
    topics: [...new Set(wanted.map(({ topic }) => topic))],
    maxBytes: 16 * 1024 * 1024,
    maxBytesPerPartition: bytesPerPartition,
    partitionsConsumedConcurrently: batchesAtOnce,
    onAssigned: async () => {
      for (const { topic, partition, from } of wanted) consumer.seek(topic, partition, from);
    },
    onBatch: async (batch) => {
      signal?.throwIfAborted();
      const records = withinRange(batch, left.get(partitionKey(batch)));
      if (records.length > 0) await take(records);
    },
    // Not the last record: what is at the end may be a marker, which nobody is served.
    onServed: (at, next) => {
      const range = left.get(partitionKey(at));
      if (range !== undefined && next >= range.to) left.delete(partitionKey(at));
      if (left.size === 0) finish(null);
    },
    onCrash: (error) => finish(error),
  });
  try {
    await consumer.run();
    await finished;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await consumer.stop();
  }
}

function withinRange({ records }: LogBatch, range: LogRange | undefined): readonly LogRecord[] {
  if (range === undefined) return [];
  return records.filter(({ offset }) => offset >= range.from && offset < range.to);
}
