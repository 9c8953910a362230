/** Topics as the brokers know them: made, counted and described. */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import type { AdminClient, TopicCreation } from './admin-connection.ts';

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

/** Resolves when every partition has a leader. */
export async function createTopics(
  admin: AdminClient,
  topics: readonly TopicToCreate[],
  clock: Clock,
): Promise<void> {
  if (topics.length === 0) return;
  await admin.createTopics(creation(topics));
  await untilLed(admin, topics, clock);
}

function creation(topics: readonly TopicToCreate[]): TopicCreation {
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

export async function countPartitions(
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
export async function countServed(admin: AdminClient, topic: string): Promise<number> {
  const counts = await countPartitions(admin, [topic]);
  await admin.fetchTopicOffsets(topic);
  return counts.get(topic) ?? 0;
}

const TOPIC_RESOURCE = 2;

export async function describeTopics(
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
