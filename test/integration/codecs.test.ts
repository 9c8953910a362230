import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import kafkajs from 'kafkajs';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka } from '../../services/platform/kafka/kafka.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import type { Publisher } from '../../services/platform/kafka/publisher.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { applyTopics, readPlan, wantedTopics } from '../../services/source/log/topics.ts';
import { openForeignProducer } from '../support/foreign-producer.ts';
import { seededRandom, seedOfRun } from '../support/random.ts';
import { readTopic } from '../support/read-log.ts';
import { freshPrefix, sharedStack } from '../support/shared-stack.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
const CODECS = ['gzip', 'snappy', 'lz4', 'zstd'] as const;
/** By producers here; zstd is the broker's alone. */
const WRITTEN = ['gzip', 'snappy', 'lz4'] as const;

let kafka: Kafka;
let publisher: Publisher;

beforeAll(() => {
  const logger = createLogger('codecs-test', { level: 'error' });
  kafka = openKafka({ brokers: sharedStack().kafkaBrokers, clientId: 'codecs-test', logger });
  publisher = openPublisher(kafka, { sendDeadlineMs: 60_000 });
});
afterAll(async () => {
  await publisher.close();
  await kafka.close();
});

/** Values that compress well, hardly and not at all, one of them larger than a codec's block. */
function values(): Buffer[] {
  const noise = Buffer.from(Array.from({ length: 200_000 }, () => random.int(0, 255)));
  const text = Buffer.from('a state with fields that repeat, '.repeat(60_000));
  const small = Array.from({ length: 100 }, (_, at) => Buffer.from(`record ${at}`));
  return [...small, noise, text, Buffer.alloc(0)];
}

describe(`a topic that the broker compresses (SEED=${seed})`, () => {
  it.each(CODECS)('is read as it was written: %s', async (codec) => {
    const topic = `${freshPrefix()}.${codec}`;
    const configs = { 'compression.type': codec, 'max.message.bytes': '16777216' };
    await kafka.admin().createTopics([{ topic, partitions: 1, replicationFactor: 1, configs }]);
    const sent = values();
    const records = sent.map((value) => ({ topic, key: null, value, headers: { h: 'ä' } }));
    await publisher.publish(records);
    const read = (await readTopic(kafka, topic)).map(({ value }) => value?.toString('hex'));
    expect(read.sort()).toEqual(sent.map((value) => value.toString('hex')).sort());
  });

  it('is shown as drift', async () => {
    const options = { prefix: freshPrefix(), local: true };
    const [first] = await wantedTopics(options);
    if (first === undefined) throw new Error('no topics');
    const configs = { ...first.configs, 'compression.type': 'zstd' };
    await kafka.admin().createTopics([{ ...first, configs }]);
    await applyTopics(kafka.admin(), options);
    const { drift } = await readPlan(kafka.admin(), options);
    const { topic } = first;
    expect(drift).toEqual([{ topic, setting: 'compression.type', wanted: 'gzip', actual: 'zstd' }]);
  });
});

describe(`a batch that its producer compressed (SEED=${seed})`, () => {
  it.each(WRITTEN)('is read as it was written: %s', async (codec) => {
    const topic = `${freshPrefix()}.${codec}`;
    await kafka.admin().createTopics([{ topic, partitions: 1, replicationFactor: 1, configs: {} }]);
    const foreign = await openForeignProducer(TYPES[codec]);
    const sent = values().filter(({ length }) => length < 1_000);
    await foreign.send(
      topic,
      sent.map((value) => ({ value })),
    );
    await foreign.close();
    const read = (await readTopic(kafka, topic)).map(({ value }) => value?.toString());
    expect(read).toEqual(sent.map((value) => value.toString()));
  });
});

const TYPES = {
  gzip: kafkajs.CompressionTypes.GZIP,
  snappy: kafkajs.CompressionTypes.Snappy,
  lz4: kafkajs.CompressionTypes.LZ4,
};
