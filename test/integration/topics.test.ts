import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyTopics, readPlan, wantedTopics } from '../../services/source/log/topics.ts';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { freshPrefix, sharedStack } from '../support/shared-stack.ts';

const OPTIONS = { prefix: freshPrefix(), local: true };
let kafka: Kafka;

beforeAll(() => {
  const logger = createLogger('topics-test', { level: 'error' });
  kafka = openKafka({ brokers: sharedStack().kafkaBrokers, clientId: 'topics-test', logger });
});

afterAll(async () => {
  const wanted = await wantedTopics(OPTIONS);
  await kafka.admin().deleteTopics(wanted.map(({ topic }) => topic));
  await kafka.close();
});

test('applying creates what is missing, and applying again finds nothing to do', async () => {
  const wanted = await wantedTopics(OPTIONS);
  const [odd, ...rest] = wanted;
  if (!odd) throw new Error('no topics');
  const already = { ...odd, partitions: odd.partitions + 1, configs: {} };
  await kafka.admin().createTopics([already]);
  const plan = await applyTopics(kafka.admin(), OPTIONS);
  expect(plan.missing.map(({ topic }) => topic)).toEqual(rest.map(({ topic }) => topic));
  const again = await readPlan(kafka.admin(), OPTIONS);
  expect(again.missing).toEqual([]);
  expect(again.drift).toEqual(plan.drift);
  expect(again.drift).toContainEqual({
    topic: odd.topic,
    setting: 'partitions',
    wanted: String(odd.partitions),
    actual: String(odd.partitions + 1),
  });
  expect(new Set(again.drift.map(({ topic }) => topic))).toEqual(new Set([odd.topic]));
});

test('outside the local stack one broker is refused', async () => {
  const production = { ...OPTIONS, local: false };
  await expect(readPlan(kafka.admin(), production)).rejects.toMatchObject({
    code: 'TOPIC_FRAGILE',
  });
});
