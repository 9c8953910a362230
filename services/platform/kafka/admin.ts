/** Topics and offsets, read and made. Narrow interfaces keep kafkajs in `kafka.ts`. */
import type { Clock } from '../../core/clock.ts';
import { offsetOf } from '../../core/units.ts';
import type { Offset } from '../../core/units.ts';
import { AdminConnection } from './admin-connection.ts';
import type { AdminClient } from './admin-connection.ts';
import { countPartitions, countServed, createTopics, describeTopics } from './topic-metadata.ts';
import type { TopicDescription, TopicToCreate } from './topic-metadata.ts';

/** Offsets of one partition. */
export interface PartitionOffsets {
  readonly partition: number;
  /** The first that is kept. */
  readonly low: Offset;
  /** Up to here, exclusive, the broker serves: `high`, or where an open transaction begins. */
  readonly stable: Offset;
  /** The next to be written. */
  readonly high: Offset;
}

export interface KafkaAdmin {
  listTopics(): Promise<string[]>;
  /** Of those that exist. */
  describeTopics(topics: readonly string[]): Promise<TopicDescription[]>;
  /** Resolves when every partition has a leader. */
  createTopics(topics: readonly TopicToCreate[]): Promise<void>;
  deleteTopics(topics: readonly string[]): Promise<void>;
  /** Drops the oldest records of partitions. Only tests and erasure do that. */
  deleteRecords(
    topic: string,
    partitions: readonly { readonly partition: number; readonly before: Offset }[],
  ): Promise<void>;
  /** TOPIC_MISSING when a topic is missing. */
  partitionsOf(topics: readonly string[]): Promise<Map<string, number>>;
  /**
   * How many partitions a topic has, once the leader of each serves it. A new topic is listed
   * before that, and what is sent then is answered in part: the whole would be sent again.
   */
  partitionsServed(topic: string): Promise<number>;
  fetchOffsets(topic: string): Promise<PartitionOffsets[]>;
  /** By partition, the first record that was written after this instant, or the end. */
  offsetsBehind(topic: string, timestampMs: number): Promise<Map<number, Offset>>;
  /** The committed offsets of a group, for lag displays; null where it has none. */
  fetchGroupOffsets(
    groupId: string,
    topics: readonly string[],
  ): Promise<{ topic: string; partition: number; offset: Offset | null }[]>;
  clusterId(): Promise<string>;
  close(): Promise<void>;
}

/** @param uncommitted the same, but asked for offsets it counts open transactions */
export function openAdmin(admin: AdminClient, uncommitted: AdminClient, clock: Clock): KafkaAdmin {
  const connection = new AdminConnection(admin);
  const another = new AdminConnection(uncommitted);
  const partitionsOf = (topics: readonly string[]): Promise<Map<string, number>> =>
    connection.use(async () => countPartitions(admin, topics));
  return {
    partitionsOf,
    partitionsServed: (topic) => connection.use(() => countServed(admin, topic)),
    listTopics: () => connection.use(() => admin.listTopics()),
    describeTopics: (topics) => connection.use(() => describeTopics(admin, topics)),
    createTopics: (topics) => connection.use(() => createTopics(admin, topics, clock)),
    deleteTopics: (topics) =>
      connection.use(() => admin.deleteTopics({ topics: [...topics], timeout: 15_000 })),
    deleteRecords: (topic, partitions) =>
      connection.use(() =>
        admin.deleteTopicRecords({
          topic,
          partitions: partitions.map(({ partition, before }) => ({
            partition,
            offset: `${before}`,
          })),
        }),
      ),
    fetchOffsets: async (topic) => {
      const stable = await connection.use(() => admin.fetchTopicOffsets(topic));
      const ends = await another.use(() => uncommitted.fetchTopicOffsets(topic));
      const highs = new Map(ends.map(({ partition, high }) => [partition, offsetOf(high)]));
      return stable.map(({ partition, low, high }) => ({
        partition,
        low: offsetOf(low),
        stable: offsetOf(high),
        high: highs.get(partition) ?? offsetOf(high),
      }));
    },
    offsetsBehind: (topic, timestampMs) =>
      connection.use(async () => {
        const found = await admin.fetchTopicOffsetsByTimestamp(topic, timestampMs + 1);
        return new Map(found.map(({ partition, offset }) => [partition, offsetOf(offset)]));
      }),
    fetchGroupOffsets: (groupId, topics) =>
      connection.use(async () => groupOffsets(admin, groupId, topics)),
    clusterId: () => connection.use(async () => (await admin.describeCluster()).clusterId),
    close: async () => void (await Promise.all([connection.close(), another.close()])),
  };
}

async function groupOffsets(
  admin: AdminClient,
  groupId: string,
  topics: readonly string[],
): Promise<{ topic: string; partition: number; offset: Offset | null }[]> {
  const answer = await admin.fetchOffsets({ groupId, topics: [...topics] });
  return answer.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, offset }) => ({
      topic,
      partition,
      offset: offset === '-1' ? null : offsetOf(offset),
    })),
  );
}
