/**
 * Kafka by kafkajs 2.2.4, which no other folder imports: its objects travel on as the narrow
 * interfaces beside.
 */
import kafkajs from 'kafkajs';
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { FIRST_OFFSET } from '../../core/units.ts';
import { registerCodecs } from './codecs.ts';
import { openAdmin } from './admin.ts';
import type { KafkaAdmin } from './admin.ts';
import type { ConsumerOptions, LogConsumer } from './consumer.ts';
import { openLogConsumer } from './group-reader.ts';
import { PATIENT_RETRY, RETRY } from './kafka-retry.ts';
import { logTo } from './kafkajs-log.ts';
import { rawProducer } from './raw-producer.ts';
import type { RawProducer } from './raw-producer.ts';
import type { Logger } from '../process/logger.ts';
import type { Secret } from '../process/secret.ts';

export type { KafkaAdmin } from './admin.ts';
export type { TopicDescription, TopicToCreate } from './topic-metadata.ts';
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
    rebalanceTimeout: REBALANCE_TIMEOUT_MS,
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

/**
 * How long the group waits for a member that is slow to come back, and so for how long kafkajs
 * waits for the answer to its joining: one that is lost costs no more than this. Who comes too late
 * joins anew; what it wrote meanwhile is judged by its positions.
 */
const REBALANCE_TIMEOUT_MS = 20_000;

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

function saslOf({ sasl }: KafkaOptions): { sasl?: kafkajs.SASLOptions } {
  if (!sasl) return {};
  const { mechanism, username } = sasl;
  return { sasl: { mechanism, username, password: sasl.password.reveal() } };
}
