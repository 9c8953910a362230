/** All events of some topics, read from their beginning to their end as it is now. */
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { applyTopics } from '../../services/source/log/topics.ts';
import { openEventCodec } from '../../services/platform/avro/event-codec.ts';
import type { EventCodec } from '../../services/platform/avro/event-codec.ts';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka, LogRecord } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { dropTopics } from './drop-topics.ts';
import { eventually } from './eventually.ts';
import { sharedStack } from './shared-stack.ts';

export interface TestLog {
  readonly kafka: Kafka;
  readonly codec: EventCodec;
  /** Every record of a topic. */
  records(topic: string): Promise<LogRecord[]>;
  events(topic: string): Promise<ChangeEvent[]>;
  /** Takes the topics away. */
  close(): Promise<void>;
}

/** Makes the topics of `prefix`. */
export async function openLog(prefix: string): Promise<TestLog> {
  const { kafkaBrokers, registryUrl } = sharedStack();
  const logger = createLogger('test', { level: 'silent' });
  const kafka = openKafka({ brokers: kafkaBrokers, clientId: 'read-log', logger });
  await applyTopics(kafka.admin(), { prefix, local: true });
  const codec = await openEventCodec({ registryUrl });
  const records = (topic: string): Promise<LogRecord[]> => readTopic(kafka, topic);
  return {
    kafka,
    codec,
    records,
    events: async (topic) => {
      const values = (await records(topic)).map(({ value }) => value ?? Buffer.alloc(0));
      await codec.prepare(values);
      return values.map((value) => codec.decode(value));
    },
    close: () => dropTopics(kafka, prefix).finally(() => kafka.close()),
  };
}

export async function readTopic(kafka: Kafka, topic: string): Promise<LogRecord[]> {
  // A partition may be between two leaders, when it is new or a broker has just come back.
  const offsets = () => kafka.admin().fetchOffsets(topic);
  const ends = await eventually(offsets, { what: `${topic} has a leader` });
  const found: LogRecord[] = [];
  const left = new Map(ends.map(({ partition, stable }) => [partition, stable]));
  for (const { partition, low, stable } of ends) if (low === stable) left.delete(partition);
  if (left.size === 0) return found;
  const seen = new Set<string>();
  let crash: Error | null = null;
  const consumer = kafka.openConsumer({
    groupId: `read-log-${crypto.randomUUID()}`,
    topics: [topic],
    maxBytes: 32 * 1024 * 1024,
    maxBytesPerPartition: 32 * 1024 * 1024,
    partitionsConsumedConcurrently: 1,
    maxWaitMs: 50,
    onAssigned: async () => undefined, // a new group begins at the log's beginning
    onBatch: async ({ records }) => {
      for (const record of records) {
        const at = `${record.partition} ${record.offset}`;
        if (!seen.has(at)) found.push(record);
        seen.add(at);
      }
    },
    onServed: ({ partition }, next) => {
      if (next >= (left.get(partition) ?? next)) left.delete(partition);
    },
    onCrash: (error) => (crash = error),
  });
  const isRead = (): boolean => {
    if (crash !== null) throw crash;
    return left.size === 0;
  };
  try {
    await consumer.run();
    await eventually(isRead, { what: `${topic} is read`, deadlineMs: 60_000 });
  } finally {
    await consumer.stop();
  }
  return found;
}
