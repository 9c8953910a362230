/**
 * Kafka by kafkajs 2.2.4: this file and `codecs.ts` alone import it; its objects travel on as the
 * narrow interfaces beside.
 */
import kafkajs from 'kafkajs';
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { FIRST_OFFSET } from '../../core/units.ts';
import { registerCodecs } from './codecs.ts';
import { openAdmin } from './admin.ts';
import type { KafkaAdmin } from './admin.ts';
import type { ConsumerOptions, LogConsumer } from './consumer.ts';
import { classifyKafkaError } from './errors.ts';
import type { RecordHeaders } from './outgoing-record.ts';
import { openLogConsumer } from './group-reader.ts';
import type { Logger } from '../process/logger.ts';
import type { Secret } from '../process/secret.ts';
import type { Millis } from '../../core/units.ts';

export type { KafkaAdmin, TopicDescription, TopicToCreate } from './admin.ts';
export type { ConsumerOptions, LogBatch, LogConsumer, LogRecord } from './consumer.ts';

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly logger: Logger;
  readonly tls?: boolean;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: Secret;
  };
  readonly clock?: Clock;
}

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

export interface Kafka {
  rawProducer(): RawProducer;
  /** One connection, made at first use, shared by all callers; closed by `close`. */
  admin(): KafkaAdmin;
  openConsumer(options: ConsumerOptions): LogConsumer;
  /** Partition counts, always fresh. TOPIC_MISSING when a topic is missing. */
  partitionsOf(topics: readonly string[]): Promise<Map<string, number>>;
  /** How many partitions a topic has, once the leader of each serves it. */
  partitionsServed(topic: string): Promise<number>;
  /**
   * Closes the shared admin connection. Producers and consumers are closed by whoever opened them.
   */
  close(): Promise<void>;
}

registerCodecs();

export function openKafka(options: KafkaOptions): Kafka {
  const clock = options.clock ?? systemClock;
  const client = clientOf(options, clock, RETRY);
  // kafkajs takes the patience of a consumer's connection from the client, not from the consumer.
  const patientClient = clientOf(options, clock, PATIENT_RETRY);
  const uncommitted = countingOpenTransactions(clientOf(options, clock, RETRY));
  const admin = openAdmin(client.admin(), uncommitted.admin(), clock);
  return {
    rawProducer: () => rawProducer(client),
    admin: () => admin,
    openConsumer: (wanted) => openConsumer(patientClient, wanted, clock, admin),
    partitionsOf: (topics) => admin.partitionsOf(topics),
    partitionsServed: (topic) => admin.partitionsServed(topic),
    close: () => admin.close(),
  };
}

const REQUEST_TIMEOUT_MS = 15_000;
/** How long a broker may wait for its in-sync replicas; under the request timeout. */
const ACKS_TIMEOUT_MS = 10_000;

/**
 * Short, so that a broker's restart costs little; whoever calls retries for as long as its own
 * deadline says.
 */
const RETRY = {
  initialRetryTime: 100,
  maxRetryTime: 1_000,
  factor: 0.2,
  multiplier: 2,
  retries: 4,
};

/**
 * A consumer that gives up joins again as a new member, and then waits until the session of the old
 * one has run out: so it outwaits a broker's restart.
 */
const PATIENT_RETRY = { ...RETRY, retries: 60 };

function clientOf(options: KafkaOptions, clock: Clock, retry: kafkajs.RetryOptions): kafkajs.Kafka {
  return new kafkajs.Kafka({
    brokers: [...options.brokers],
    clientId: options.clientId,
    ssl: options.tls ?? false,
    ...saslOf(options),
    connectionTimeout: 3_000,
    authenticationTimeout: 10_000,
    requestTimeout: REQUEST_TIMEOUT_MS,
    enforceRequestTimeout: true,
    retry,
    logLevel: kafkajs.logLevel.INFO,
    logCreator: () => logTo(options.logger, clock),
  });
}

/**
 * kafkajs 2.2.4 remembers over its own retries which brokers have answered, and asks those no more:
 * a partition that moved to one of them meanwhile is acknowledged and was never written (Law 1).
 */
export const PRODUCER_RETRY = { ...RETRY, retries: 0 };

const ALL_IN_SYNC = -1;

/**
 * kafkajs asks for the metadata of every topic that a producer has ever written to, and fails all
 * its sends where one of them is gone: after such an answer another producer takes over.
 */
function rawProducer(client: kafkajs.Kafka): RawProducer {
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

function openConsumer(
  client: kafkajs.Kafka,
  options: ConsumerOptions,
  clock: Clock,
  admin: KafkaAdmin,
): LogConsumer {
  const consumer = client.consumer({
    groupId: options.groupId,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 5,
    metadataMaxAge: 60_000,
    sessionTimeout: options.sessionTimeoutMs ?? 10_000,
    heartbeatInterval: options.heartbeatIntervalMs ?? 3_000,
    rebalanceTimeout: options.rebalanceTimeoutMs ?? 60_000,
    maxBytes: options.maxBytes,
    maxBytesPerPartition: options.maxBytesPerPartition,
    minBytes: 1,
    maxWaitTimeInMs: options.maxWaitMs ?? 250,
    readUncommitted: false,
    retry: PATIENT_RETRY,
  });
  return openLogConsumer(consumer, options, clock, {
    check: async () => void (await admin.partitionsOf(options.topics)),
    readLogStart: async ({ topic, partition }) => {
      const offsets = await admin.fetchOffsets(topic);
      return offsets.find((one) => one.partition === partition)?.low ?? FIRST_OFFSET;
    },
  });
}

const READ_UNCOMMITTED = 0;

/**
 * kafkajs's admin asks for the end of what is committed and has no option for the end of the log:
 * behind a transaction that stays open a reader would seem to be at the end. Its maker of
 * connections, under a private symbol, takes the isolation level.
 */
function countingOpenTransactions(client: kafkajs.Kafka): kafkajs.Kafka {
  type Maker = (options: object) => unknown;
  const makers = client as unknown as Record<symbol, Maker>;
  const name = Object.getOwnPropertySymbols(client).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  );
  const make = name === undefined ? undefined : makers[name];
  if (name === undefined || make === undefined) {
    throw new TypeError('kafkajs is not the version that this was written for');
  }
  makers[name] = (options) => make({ ...options, isolationLevel: READ_UNCOMMITTED });
  return client;
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

function saslOf({ sasl }: KafkaOptions): { sasl?: kafkajs.SASLOptions } {
  if (!sasl) return {};
  const { mechanism, username } = sasl;
  return { sasl: { mechanism, username, password: sasl.password.reveal() } };
}

const REPEAT_AFTER_MS = 30_000;

/**
 * kafkajs calls errors what it then retries, says them several times a second while a broker is
 * away, and calls information what is its inner life.
 */
function logTo(logger: Logger, clock: Clock): (entry: kafkajs.LogEntry) => void {
  const saidAtMs = new Map<string, number>();
  return ({ level, namespace, log }) => {
    const { message } = log;
    const about: Record<string, unknown> = { kafkajs: namespace };
    for (const name of CONTEXT) if (log[name] !== undefined) about[name] = log[name];
    const loud = level === kafkajs.logLevel.ERROR || level === kafkajs.logLevel.WARN;
    const nowMs = clock.monotonicMs();
    if (!loud || nowMs < (saidAtMs.get(message) ?? -Infinity) + REPEAT_AFTER_MS) {
      logger.debug(about, message);
      return;
    }
    if (saidAtMs.size >= 100) saidAtMs.clear();
    saidAtMs.set(message, nowMs);
    logger.warn(about, message);
  };
}

const CONTEXT = ['error', 'broker', 'groupId', 'topic', 'partition'];
