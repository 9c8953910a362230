/** kafkajs's producer: sends once, and is replaced where a topic that it knew is gone. */
import kafkajs from 'kafkajs';
import type { Millis } from '../../core/units.ts';
import { classifyKafkaError } from './errors.ts';
import { PRODUCER_RETRY } from './kafka-retry.ts';
import type { RecordHeaders } from './outgoing-record.ts';

export interface RawMessage {
  readonly partition: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
  /** When it was written, as the record itself says; left out: now. */
  readonly timestampMs?: Millis;
}

export interface TopicMessages {
  readonly topic: string;
  readonly messages: readonly RawMessage[];
}

export interface RawProducer {
  connect(): Promise<void>;
  /**
   * Resolves when all in-sync replicas have all messages (Law 1). Tries once: the publisher
   * retries.
   */
  sendBatch(batch: readonly TopicMessages[]): Promise<void>;
  close(): Promise<void>;
}

/** How long a broker may wait for its in-sync replicas; under the request timeout. */
const ACKS_TIMEOUT_MS = 10_000;

const ALL_IN_SYNC = -1;

/**
 * kafkajs asks for the metadata of every topic that a producer has ever written to, and fails all
 * its sends where one of them is gone: after such an answer another producer takes over.
 */
export function rawProducer(client: kafkajs.Kafka): RawProducer {
  let producer = openProducer(client);
  let renewing: Promise<void> | null = null;
  const renew = async (failed: kafkajs.Producer): Promise<void> => {
    if (producer !== failed) return;
    producer = openProducer(client);
    await producer.connect();
    // What is still on its way there fails, and is sent again: a repeat is harmless (Law 5).
    await failed.disconnect();
  };
  return {
    connect: () => classified(() => producer.connect()),
    sendBatch: (batch) =>
      classified(async () => {
        await renewing;
        const current = producer;
        try {
          await sendMessages(current, batch);
        } catch (error) {
          if (classifyKafkaError(error).context['type'] === 'UNKNOWN_TOPIC_OR_PARTITION') {
            renewing ??= renew(current).finally(() => (renewing = null));
            await renewing.catch(() => undefined);
          }
          throw error;
        }
      }),
    close: async () => {
      await renewing?.catch(() => undefined);
      await producer.disconnect();
    },
  };
}

function openProducer(client: kafkajs.Kafka): kafkajs.Producer {
  return client.producer({
    // Never used: the publisher says each record's partition. Named to keep kafkajs from warning.
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    // kafkajs 2.2.4's idempotent mode can acknowledge a concurrent send that the broker dropped as
    // a duplicate after a reconnect; a repeat is harmless to us (Law 5).
    idempotent: false,
    maxInFlightRequests: 5,
    metadataMaxAge: 60_000,
    retry: PRODUCER_RETRY,
  });
}

async function sendMessages(
  producer: kafkajs.Producer,
  batch: readonly TopicMessages[],
): Promise<void> {
  await producer.sendBatch({
    acks: ALL_IN_SYNC,
    timeout: ACKS_TIMEOUT_MS,
    compression: kafkajs.CompressionTypes.None,
    topicMessages: batch.map(({ topic, messages }) => ({
      topic,
      messages: messages.map(({ headers, timestampMs, ...message }) => ({
        ...message,
        headers: mutable(headers),
        ...(timestampMs === undefined ? {} : { timestamp: String(timestampMs) }),
      })),
    })),
  });
}

/** As kafkajs declares them. */
function mutable(headers: RecordHeaders): kafkajs.IHeaders {
  const mutableHeaders: kafkajs.IHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    const isOne = typeof value === 'string' || Buffer.isBuffer(value);
    mutableHeaders[name] = isOne ? value : [...value];
  }
  return mutableHeaders;
}

async function classified<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw classifyKafkaError(error);
  }
}
