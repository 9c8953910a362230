import { partitionKey } from '../../services/platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../../services/platform/kafka/topic-partition.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { ConsumerOptions, Kafka, LogConsumer } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import type { Publisher } from '../../services/platform/kafka/publisher.ts';
import { eventually } from '../support/eventually.ts';
import { freshPrefix, restartServer, sharedStack } from '../support/shared-stack.ts';
import { offsetOf } from '../../services/core/units.ts';

const PARTITIONS = 4;
const topics: string[] = [];
const consumers: LogConsumer[] = [];
let kafka: Kafka;
let publisher: Publisher;

beforeAll(async () => {
  const logger = createLogger('consumer-test', { level: 'error' });
  kafka = openKafka({ brokers: sharedStack().kafkaBrokers, clientId: 'consumer-test', logger });
  publisher = openPublisher(kafka, { sendDeadlineMs: 60_000 });
});

afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
});

afterAll(async () => {
  await publisher.close();
  await kafka.admin().deleteTopics(topics);
  await kafka.close();
});

async function freshTopic(): Promise<string> {
  const topic = `${freshPrefix()}.consumed`;
  topics.push(topic);
  await kafka
    .admin()
    .createTopics([{ topic, partitions: PARTITIONS, replicationFactor: 1, configs: {} }]);
  return topic;
}

async function write(topic: string, count: number): Promise<void> {
  const record = { topic, key: null, value: Buffer.from('v'), headers: {} };
  await publisher.publish(Array.from({ length: count }, () => record));
}

/** A reader with a position of its own, as the projector has, shared by the members of a group. */
class Reader {
  readonly positions: Map<string, bigint>;
  readonly assigned: TopicPartition[] = [];
  readonly crashes: Error[] = [];
  readonly consumer: LogConsumer;

  constructor(
    topic: string,
    positions = new Map<string, bigint>(),
    more: Partial<ConsumerOptions> = {},
  ) {
    this.positions = positions;
    this.consumer = kafka.openConsumer({
      groupId: topic,
      topics: [topic],
      maxBytes: 1_000_000,
      maxBytesPerPartition: 100_000,
      partitionsConsumedConcurrently: 2,
      sessionTimeoutMs: 6_000,
      onAssigned: async (partitions) => {
        this.assigned.splice(0, Infinity, ...partitions);
        for (const one of partitions) {
          this.consumer.seek(
            one.topic,
            one.partition,
            offsetOf(positions.get(partitionKey(one)) ?? 0n),
          );
        }
      },
      onRevoked: () => void this.assigned.splice(0),
      onBatch: async ({ records }) => {
        for (const record of records) {
          const next = positions.get(partitionKey(record)) ?? 0n;
          if (record.offset === next) positions.set(partitionKey(record), next + 1n);
        }
      },
      onCrash: (error) => void this.crashes.push(error),
      ...more,
    });
    consumers.push(this.consumer);
  }

  /** Whether the position is at the end of the log. A retried send may have made repeats. */
  async caughtUp(topic: string): Promise<boolean> {
    const offsets = await kafka.admin().fetchOffsets(topic);
    return offsets.every(
      ({ partition, high }) =>
        (this.positions.get(partitionKey({ topic, partition })) ?? 0n) === high,
    );
  }
}

const SOON = { deadlineMs: 60_000 };

test('every record is read once, from where the reader was', async () => {
  const topic = await freshTopic();
  await write(topic, 100);
  const first = new Reader(topic);
  await first.consumer.run();
  await eventually(() => first.caughtUp(topic), { what: '100 records are read', ...SOON });
  await first.consumer.stop();
  expect(first.assigned).toEqual([]);
  await write(topic, 50);
  const second = new Reader(topic, first.positions);
  await second.consumer.run();
  await eventually(() => second.caughtUp(topic), { what: 'the next 50 are read', ...SOON });
  expect(first.crashes.concat(second.crashes)).toEqual([]);
});

test('rebalance: members share the partitions, and what one leaves another takes', async () => {
  const topic = await freshTopic();
  const positions = new Map<string, bigint>();
  const one = new Reader(topic, positions);
  const two = new Reader(topic, positions);
  await one.consumer.run();
  await two.consumer.run();
  await eventually(() => one.assigned.length === 2 && two.assigned.length === 2, {
    what: 'each has two partitions',
    ...SOON,
  });
  await write(topic, 40);
  await eventually(() => two.caughtUp(topic), { what: 'both read', ...SOON });
  await one.consumer.stop();
  await eventually(() => two.assigned.length === PARTITIONS, { what: 'two has all', ...SOON });
  await write(topic, 40);
  await eventually(() => two.caughtUp(topic), { what: 'two reads all', ...SOON });
});

test('offset-commit: committed offsets show the lag, and move nothing', async () => {
  const topic = await freshTopic();
  await write(topic, 40);
  const reader = new Reader(topic);
  await reader.consumer.run();
  await eventually(() => reader.caughtUp(topic), { what: 'all is read', ...SOON });
  await reader.consumer.commit([{ topic, partition: 0, offset: offsetOf(3n) }]);
  const committed = await kafka.admin().fetchGroupOffsets(topic, [topic]);
  expect(committed.filter(({ offset }) => offset !== null)).toEqual([
    { topic, partition: 0, offset: 3n },
  ]);
  await write(topic, 4);
  await eventually(() => reader.caughtUp(topic), { what: 'reading goes on', ...SOON });
  expect(reader.crashes).toEqual([]);
});

test('offset-gap: a position before the log begins ends the reader', async () => {
  const topic = await freshTopic();
  await write(topic, 40);
  await kafka.admin().deleteRecords(topic, [{ partition: 0, before: offsetOf(5n) }]);
  const reader = new Reader(topic);
  await reader.consumer.run();
  await eventually(() => reader.crashes.length > 0, { what: 'the reader ends', ...SOON });
  expect(reader.crashes).toEqual([expect.objectContaining({ code: 'LOG_MISMATCH' })]);
});

test('a topic that is missing is refused at the start', async () => {
  const reader = new Reader(`${freshPrefix()}.nowhere`);
  await expect(reader.consumer.run()).rejects.toMatchObject({ code: 'TOPIC_MISSING' });
});

test('shutdown: a batch in hand is finished before the reader stops', async () => {
  const topic = await freshTopic();
  await write(topic, 1);
  let release: () => void = () => undefined;
  let done = false;
  const held = new Promise<void>((resolve) => (release = resolve));
  let begun = false;
  const reader = new Reader(topic, new Map(), {
    onBatch: async () => {
      begun = true;
      await held;
      done = true;
    },
  });
  await reader.consumer.run();
  await eventually(() => begun, { what: 'the batch has begun', ...SOON });
  const stopping = reader.consumer.stop();
  release();
  await stopping;
  expect(done).toBe(true);
});

test('over a restart of Kafka reading goes on by itself', async () => {
  const topic = await freshTopic();
  await write(topic, 40);
  const reader = new Reader(topic);
  await reader.consumer.run();
  await eventually(() => reader.caughtUp(topic), { what: 'all is read', ...SOON });
  await restartServer('kafka', 'kill');
  await write(topic, 40);
  await eventually(() => reader.caughtUp(topic), { what: 'the rest is read', ...SOON });
  expect(reader.crashes).toEqual([]);
});
