import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { PRODUCER_RETRY } from './kafka-retry.ts';

type Send = (batch: {
  acks: number;
  timeout: number;
  topicMessages: { topic: string; messages: { partition: number; value: string }[] }[];
}) => Promise<unknown>;

interface Produced {
  topicData: {
    topic: string;
    partitions: { partition: number; messages: { value: string }[] }[];
  }[];
}

const load = createRequire(import.meta.url);
const sending = load('kafkajs/src/producer/sendMessages.js') as (parts: object) => Send;
const retrier = load('kafkajs/src/retry/index.js') as (options: object) => unknown;
const { createErrorFromCode } = load('kafkajs/src/protocol/error.js') as {
  createErrorFromCode: (code: number) => Error;
};
const NOT_LEADER = 6;
const nothing = async (): Promise<void> => undefined;

/** Two brokers: while a send is under way, the partition of the second one moves to the first. */
function movingCluster(stored: string[]) {
  const leaders = new Map([
    [0, 1],
    [1, 2],
  ]);
  let known = new Map(leaders);
  const broker = (nodeId: number) => ({
    nodeId,
    produce: async ({ topicData }: Produced) => {
      if (nodeId === 2) {
        leaders.set(1, 1);
        // After the answer of the other.
        await new Promise((resolve) => setImmediate(resolve));
        throw createErrorFromCode(NOT_LEADER);
      }
      const partitions = topicData.flatMap((one) => one.partitions);
      stored.push(...partitions.flatMap(({ messages }) => messages.map(({ value }) => value)));
      const answers = partitions.map(({ partition }) => ({ partition, errorCode: 0 }));
      return { topics: [{ topicName: 'a', partitions: answers }] };
    },
  });
  const brokers = new Map([1, 2].map((nodeId) => [nodeId, broker(nodeId)]));
  return {
    targetTopics: new Set(),
    addMultipleTargetTopics: nothing,
    refreshMetadataIfNecessary: nothing,
    refreshMetadata: async () => void (known = new Map(leaders)),
    isConnected: () => true,
    findTopicPartitionMetadata: () =>
      [...known].map(([partitionId, leader]) => ({ partitionId, leader })),
    findLeaderForPartitions: (_topic: string, partitions: string[]) => {
      const found: Record<number, number[]> = {};
      for (const one of partitions.map(Number)) (found[known.get(one) ?? 0] ??= []).push(one);
      return found;
    },
    findBroker: async ({ nodeId }: { nodeId: string }) => brokers.get(Number(nodeId)),
  };
}

// Law 1
test('what is acknowledged is written, also where its partition moved to another broker meanwhile', async () => {
  const stored: string[] = [];
  const send = sending({
    cluster: movingCluster(stored),
    logger: { debug: () => undefined, error: () => undefined },
    partitioner: ({ message }: { message: { partition: number } }) => message.partition,
    retrier: retrier(PRODUCER_RETRY),
    eosManager: {
      acquireBrokerLock: nothing,
      releaseBrokerLock: nothing,
      isTransactional: () => false,
      getSequence: () => 0,
      updateSequence: () => undefined,
      getProducerId: () => -1,
      getProducerEpoch: () => 0,
    },
  });
  const messages = ['first', 'second'].map((value, partition) => ({ partition, value }));
  const attempt = () =>
    send({ acks: -1, timeout: 1_000, topicMessages: [{ topic: 'a', messages }] });
  // As the publisher does.
  await attempt().catch(attempt);
  expect(new Set(stored)).toEqual(new Set(['first', 'second']));
});
