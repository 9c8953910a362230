/** Where the partitions of the log begin and end, asked of the cluster and not of fetches. */
import type { Clock } from '../core/clock.ts';
import type { Offset } from '../core/units.ts';
import type { KafkaAdmin } from '../platform/kafka/kafka.ts';
import type { TopicDescription } from '../platform/kafka/topic-metadata.ts';
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { Bounds } from './assignment-gates.ts';

/** By partition, of all topics of `partitions`. */
export async function readBounds(
  admin: Pick<KafkaAdmin, 'fetchOffsets' | 'describeTopics'>,
  partitions: readonly TopicPartition[],
): Promise<Map<string, Bounds>> {
  const bounds = new Map<string, Bounds>();
  const described = await admin.describeTopics(topicsOf(partitions));
  const compacted = new Set(described.filter(isCompacting).map(({ topic }) => topic));
  await Promise.all(
    topicsOf(partitions).map(async (topic) => {
      for (const { partition, low, high } of await admin.fetchOffsets(topic)) {
        const isCompacted = compacted.has(topic);
        bounds.set(partitionKey({ topic, partition }), { low, high, isCompacted });
      }
    }),
  );
  return bounds;
}

function isCompacting({ configs }: TopicDescription): boolean {
  return (configs['cleanup.policy'] ?? '').split(',').includes('compact');
}

export interface WatchOptions {
  readonly admin: Pick<KafkaAdmin, 'fetchOffsets'>;
  readonly partitions: () => readonly TopicPartition[];
  readonly onEnd: (at: TopicPartition, high: Offset) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Tells the ends also of partitions of which no fetch brings anything; until the signal aborts. */
export async function watchEnds(options: WatchOptions): Promise<void> {
  const { admin, partitions, onEnd, clock, logger, signal } = options;
  while (!signal.aborted) {
    for (const topic of topicsOf(partitions())) {
      try {
        for (const { partition, high } of await admin.fetchOffsets(topic)) {
          onEnd({ topic, partition }, high);
        }
      } catch (error) {
        logger.debug({ error, topic }, 'the end of the log was not read');
      }
    }
    await clock.sleep(WATCH_EVERY_MS, signal).catch(() => undefined);
  }
}

const WATCH_EVERY_MS = 10_000;

function topicsOf(partitions: readonly TopicPartition[]): string[] {
  return [...new Set(partitions.map(({ topic }) => topic))];
}
