import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka, LogRecord } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { partitionOf } from '../../services/platform/kafka/partition-of-key.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import type { OutgoingRecord } from '../../services/platform/kafka/publisher.ts';
import { eventually } from '../support/eventually.ts';
import { controlServer, freshPrefix, sharedStack } from '../support/shared-stack.ts';

const TOPIC = `${freshPrefix()}.published`;
const PARTITIONS = 3;
let kafka: Kafka;

beforeAll(async () => {
  const logger = createLogger('publisher-test', { level: 'error' });
  kafka = openKafka({ brokers: sharedStack().kafkaBrokers, clientId: 'publisher-test', logger });
  const configs = { 'max.message.bytes': '2000000' };
  const topic = { topic: TOPIC, partitions: PARTITIONS, replicationFactor: 1, configs };
  await kafka.admin().createTopics([topic]);
});

afterAll(async () => {
  await kafka.admin().deleteTopics([TOPIC]);
  await kafka.close();
});

function record(key: string, bytes = 100): OutgoingRecord {
  const headers = { objCode: 'TASK', eventID: 'ä' };
  return { topic: TOPIC, key, value: Buffer.alloc(bytes, key), headers };
}

/** The log of the topic, read until `enough` says so. */
async function readLog(enough: (records: readonly LogRecord[]) => boolean): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  const consumer = kafka.openConsumer({
    groupId: `read-${crypto.randomUUID()}`,
    topics: [TOPIC],
    maxBytes: 8_000_000,
    maxBytesPerPartition: 4_000_000,
    partitionsConsumedConcurrently: PARTITIONS,
    onAssigned: async () => undefined,
    onBatch: async (batch) => void records.push(...batch.records),
    onCrash: (error) => {
      throw error;
    },
  });
  await consumer.run();
  try {
    await eventually(() => enough(records), { what: 'the log is read', deadlineMs: 60_000 });
  } finally {
    await consumer.stop();
  }
  return records;
}

test('what was acknowledged is in the log, whole, in the partition of its key', async () => {
  const publisher = openPublisher(kafka);
  const sent = Array.from({ length: 500 }, (_, at) => record(`key-${at}`));
  await publisher.publish(sent);
  await publisher.close();
  const log = await readLog((records) => records.length >= sent.length);
  const byKey = new Map(log.map((one) => [String(one.key), one]));
  for (const { key, value, headers } of sent) {
    const found = byKey.get(String(key));
    expect(found?.value?.equals(value)).toBe(true);
    expect(found?.headers).toEqual(headers);
    expect(found?.partition).toBe(partitionOf(Buffer.from(String(key)), PARTITIONS));
  }
});

test('a record that Kafka finds too large fails its own caller only', async () => {
  const publisher = openPublisher(kafka);
  const [small, large, also] = await Promise.allSettled([
    publisher.publish([record('small')]),
    publisher.publish([record('small', 3_000_000)]),
    publisher.publish([record('small')]),
  ]);
  await publisher.close();
  expect([small?.status, also?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(large).toMatchObject({ status: 'rejected', reason: { code: 'KAFKA_REFUSED' } });
});

test('a topic that does not exist is refused, and named', async () => {
  const publisher = openPublisher(kafka);
  const lost = { ...record('x'), topic: `${TOPIC}.nowhere` };
  await expect(publisher.publish([lost])).rejects.toMatchObject({
    code: 'TOPIC_MISSING',
    context: { topics: lost.topic },
  });
  await publisher.close();
});

test('a topic that is deleted holds up nobody else', async () => {
  const publisher = openPublisher(kafka, { sendDeadlineMs: 20_000 });
  const doomed = { ...record('x'), topic: `${TOPIC}.doomed` };
  const topic = { topic: doomed.topic, partitions: 1, replicationFactor: 1, configs: {} };
  await kafka.admin().createTopics([topic]);
  await publisher.publish([doomed, record('a')]);
  await kafka.admin().deleteTopics([doomed.topic]);
  const lost = publisher.publish([doomed]);
  const others = Array.from({ length: 20 }, (_, at) => publisher.publish([record(`k${at}`)]));
  await expect(lost).rejects.toMatchObject({ code: 'TOPIC_MISSING' });
  await Promise.all(others);
  // What makes a producer ask for the metadata of all topics that it has written to.
  const another = { ...record('after'), topic: `${TOPIC}.another` };
  await kafka.admin().createTopics([{ ...topic, topic: another.topic }]);
  await publisher.publish([another]);
  await publisher.close();
});

test('a topic that has just been made begins without repeats', async () => {
  const topics = [0, 1, 2].map((at) => `${TOPIC}.new-${at}`);
  const made = { partitions: 12, replicationFactor: 1, configs: {} };
  await kafka.admin().createTopics(topics.map((topic) => ({ ...made, topic })));
  const publisher = openPublisher(kafka);
  const keys = Array.from({ length: 1_000 }, (_, at) => `key-${at}`);
  await publisher.publish(
    topics.flatMap((topic) => keys.map((key) => ({ ...record(key), topic }))),
  );
  await publisher.close();
  for (const topic of topics) {
    const offsets = await kafka.admin().fetchOffsets(topic);
    expect(offsets.reduce((sum, { high }) => sum + high, 0n)).toBe(BigInt(keys.length));
  }
  await kafka.admin().deleteTopics(topics);
});

// Law 1
test('over a crash and a restart of Kafka nothing acknowledged is lost', async () => {
  const publisher = openPublisher(kafka, { sendDeadlineMs: 90_000 });
  const acknowledged: string[] = [];
  const stop = new AbortController();
  const callers = Array.from({ length: 20 }, async (_, caller) => {
    for (let turn = 0; !stop.signal.aborted; turn += 1) {
      const key = `${caller}-${turn}`;
      await publisher.publish([record(key)]);
      acknowledged.push(key);
      await systemClock.sleep(5);
    }
  });
  const grow = async (): Promise<void> => {
    const before = acknowledged.length;
    await eventually(() => acknowledged.length > before + 100, {
      what: 'records are acknowledged',
      deadlineMs: 90_000,
    });
  };
  await grow();
  await controlServer('kafka', 'kill');
  await controlServer('kafka', 'start');
  await grow();
  stop.abort();
  await Promise.all(callers);
  await publisher.close();
  const keys = new Set<string>();
  await readLog((records) => {
    for (const { key } of records) keys.add(String(key));
    return acknowledged.every((key) => keys.has(key));
  });
});
