/** Topics and offsets, read and made. Narrow interfaces keep kafkajs in `kafka.ts`. */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { offsetOf } from '../../core/units.ts';
import type { Offset } from '../../core/units.ts';
import { classifyKafkaError } from './errors.ts';

export interface TopicDescription {
  readonly topic: string;
  readonly partitions: number;
  /** The least of its partitions. */
  readonly replicationFactor: number;
  readonly configs: Readonly<Record<string, string>>;
}

export interface TopicToCreate {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly configs: Readonly<Record<string, string>>;
}

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
  const connection = new Connection(admin);
  const another = new Connection(uncommitted);
  const partitionsOf = (topics: readonly string[]): Promise<Map<string, number>> =>
    connection.use(async () => countPartitions(admin, topics));
  return {
    partitionsOf,
    partitionsServed: (topic) => connection.use(() => countServed(admin, topic)),
    listTopics: () => connection.use(() => admin.listTopics()),
    describeTopics: (topics) => connection.use(() => describe(admin, topics)),
    createTopics: (topics) =>
      connection.use(async () => {
        if (topics.length === 0) return;
        await admin.createTopics(creation(topics));
        await untilLed(admin, topics, clock);
      }),
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

/** The part of kafkajs's admin client that is used here. */
export interface AdminClient {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  listTopics(): Promise<string[]>;
  fetchTopicMetadata(options: { topics: string[] }): Promise<{
    topics: {
      name: string;
      partitions: { partitionId: number; leader: number; replicas: number[] }[];
    }[];
  }>;
  describeConfigs(options: {
    resources: { type: number; name: string }[];
    includeSynonyms: boolean;
  }): Promise<{
    resources: {
      resourceName: string;
      configEntries: { configName: string; configValue: string }[];
    }[];
  }>;
  createTopics(options: ReturnType<typeof creation>): Promise<boolean>;
  deleteTopics(options: { topics: string[]; timeout?: number }): Promise<void>;
  deleteTopicRecords(options: {
    topic: string;
    partitions: { partition: number; offset: string }[];
  }): Promise<void>;
  fetchTopicOffsets(topic: string): Promise<{ partition: number; low: string; high: string }[]>;
  fetchTopicOffsetsByTimestamp(
    topic: string,
    timestamp: number,
  ): Promise<{ partition: number; offset: string }[]>;
  fetchOffsets(options: {
    groupId: string;
    topics?: string[];
  }): Promise<{ topic: string; partitions: { partition: number; offset: string }[] }[]>;
  describeCluster(): Promise<{ clusterId: string }>;
}

/** Connects at first use, and again after a failure. */
class Connection {
  readonly #admin: AdminClient;
  #connected: Promise<void> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(admin: AdminClient) {
    this.#admin = admin;
  }

  /**
   * One at a time: kafkajs 2.2.4 keeps one set of target topics for all calls of an admin, so that
   * one call can find the metadata of another's (`low.pop()` of fetchTopicOffsets is undefined).
   */
  use<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#attempt(act));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #attempt<T>(act: () => Promise<T>): Promise<T> {
    try {
      this.#connected ??= this.#admin.connect();
      await this.#connected;
      return await act();
    } catch (error) {
      const classified = classifyKafkaError(error);
      if (classified.code === 'KAFKA_UNAVAILABLE') {
        this.#connected = null;
        // kafkajs asks the leaders that it knows for minutes; they go with the connection.
        await this.#admin.disconnect().catch(() => undefined);
      }
      throw classified;
    }
  }

  async close(): Promise<void> {
    if (this.#connected === null) return;
    this.#connected = null;
    await this.#admin.disconnect();
  }
}

function creation(topics: readonly TopicToCreate[]): {
  waitForLeaders: boolean;
  timeout: number;
  topics: {
    topic: string;
    numPartitions: number;
    replicationFactor: number;
    configEntries: { name: string; value: string }[];
  }[];
} {
  return {
    // kafkajs stops waiting at the first broker that has not heard of the topic yet.
    waitForLeaders: false,
    timeout: 15_000,
    topics: topics.map(({ topic, partitions, replicationFactor, configs }) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries: Object.entries(configs).map(([name, value]) => ({ name, value })),
    })),
  };
}

const LEADERS_DEADLINE_MS = 15_000;

async function untilLed(
  admin: AdminClient,
  topics: readonly TopicToCreate[],
  clock: Clock,
): Promise<void> {
  const names = topics.map(({ topic }) => topic);
  const endMs = clock.monotonicMs() + LEADERS_DEADLINE_MS;
  while (!(await areLed(admin, names))) {
    if (clock.monotonicMs() > endMs) {
      throw new PipelineError('KAFKA_UNAVAILABLE', 'New topics have no leaders yet; try again.', {
        topics: names.join(' '),
      });
    }
    await clock.sleep(100);
  }
}

async function areLed(admin: AdminClient, names: readonly string[]): Promise<boolean> {
  if ((await existing(admin, names)).length < names.length) return false;
  const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
  return topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
}

async function existing(admin: AdminClient, topics: readonly string[]): Promise<string[]> {
  const known = new Set(await admin.listTopics());
  return topics.filter((topic) => known.has(topic));
}

async function countPartitions(
  admin: AdminClient,
  topics: readonly string[],
): Promise<Map<string, number>> {
  // Asking for the metadata of a missing topic costs kafkajs five retries; the list is one request.
  const found = await existing(admin, topics);
  const missing = topics.filter((topic) => !found.includes(topic));
  if (missing.length > 0) {
    throw new PipelineError(
      'TOPIC_MISSING',
      `Topic ${missing.join(', ')} does not exist: run \`workfront-cdc topics apply\`.`,
      { topics: missing.join(' ') },
    );
  }
  if (found.length === 0) return new Map();
  const metadata = await admin.fetchTopicMetadata({ topics: found });
  return new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
}

/** Only a leader that serves a partition knows its offsets. */
async function countServed(admin: AdminClient, topic: string): Promise<number> {
  const counts = await countPartitions(admin, [topic]);
  await admin.fetchTopicOffsets(topic);
  return counts.get(topic) ?? 0;
}

const TOPIC_RESOURCE = 2;

async function describe(
  admin: AdminClient,
  topics: readonly string[],
): Promise<TopicDescription[]> {
  const found = await existing(admin, topics);
  if (found.length === 0) return [];
  const metadata = await admin.fetchTopicMetadata({ topics: found });
  const { resources } = await admin.describeConfigs({
    resources: found.map((name) => ({ type: TOPIC_RESOURCE, name })),
    includeSynonyms: false,
  });
  const configs = new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      Object.fromEntries(configEntries.map((entry) => [entry.configName, entry.configValue])),
    ]),
  );
  return metadata.topics.map(({ name, partitions }) => ({
    topic: name,
    partitions: partitions.length,
    replicationFactor: partitions.reduce(
      (least, { replicas }) => Math.min(least, replicas.length),
      Infinity,
    ),
    configs: configs.get(name) ?? {},
  }));
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
