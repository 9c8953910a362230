/** What a source needs from outside, opened from its configuration and awaited. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { retrying } from '../core/retry.ts';
import { openEventCodec } from '../platform/avro/event-codec.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import { openKafka } from '../platform/kafka/kafka.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import { openPublisher } from '../platform/kafka/publisher.ts';
import type { Publisher, PublisherOptions } from '../platform/kafka/publisher.ts';
import { openPool } from '../platform/postgres/postgres.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import { requireFit } from '../platform/postgres/require-fit.ts';
import { controlUrl } from '../platform/process/config.ts';
import type { controlConfig, kafkaConfig, registryConfig, z } from '../platform/process/config.ts';
import { kafkaOptions, registryOptions } from '../platform/connection-options.ts';
import type { Scope } from '../platform/process/lifecycle.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import { requireControlSchema } from './lease/lease.ts';
import { claimTenant, tenantOf } from './tenant/tenant.ts';
import type { WorkfrontConfig } from './tenant/workfront-config.ts';
import { sourceTopics } from './log/topic-name.ts';

type LogConfig = z.infer<z.ZodObject<typeof kafkaConfig & typeof registryConfig>>;
type ControlConfig = z.infer<z.ZodObject<typeof controlConfig>>;

/** The log, as every source writes it. */
export interface LogConnections {
  readonly kafka: Kafka;
  readonly publisher: Publisher;
}

/** Opens what the scope closes; nothing is asked of a server yet. */
export function connectLog(
  scope: Scope,
  config: LogConfig,
  service: string,
  publishing: PublisherOptions = {},
): LogConnections {
  const kafka = openKafka(kafkaOptions(config, service, scope.logger));
  scope.own('kafka', kafka, (one) => one.close());
  const publisher = openPublisher(kafka, publishing);
  scope.own('publisher', publisher, (one) => one.close());
  return { kafka, publisher };
}

/**
 * Schema `control`, where pollers keep cursors, leases and places of calls. Its sessions carry the
 * name of this process: without any it is dead, and what it held is free (shared-budget.ts).
 */
export function connectControl(
  scope: Scope,
  config: ControlConfig,
  service: string,
  sessionsMax = CONTROL_SESSIONS_MAX,
): Pool {
  const pool = openPool({
    url: controlUrl(config),
    max: sessionsMax,
    applicationName: `${service} ${process.pid} ${randomUUID().slice(0, 8)}`,
    staysOpen: true,
    onIdleError: (error) => scope.logger.warn({ error }, 'Postgres closed a session'),
  });
  return scope.own('postgres', pool, (one) => one.close());
}

const CONTROL_SESSIONS_MAX = 4;

export interface Awaited {
  readonly kafka: Pick<Kafka, 'partitionsOf'>;
  readonly publisher: Pick<Publisher, 'ready'>;
  /** Without it, the source keeps nothing in `control`. */
  readonly control?: Pool;
  readonly clock: Clock;
  /** Told what is waited for next. */
  readonly onWaiting?: (what: string) => void;
}

/**
 * Waits for the registry, Kafka and `control`, however long they take: the order in which processes
 * start does not matter. Throws where a person must act: no schema, a missing topic, cursors of
 * another tenant.
 */
export async function openSource(
  { logger, signal }: Pick<Scope, 'logger' | 'signal'>,
  config: LogConfig & Partial<Pick<WorkfrontConfig, 'WORKFRONT_URL' | 'WORKFRONT_CUSTOMER_ID'>>,
  { kafka, publisher, control, clock, onWaiting }: Awaited,
): Promise<EventCodec> {
  const onRetry = (error: unknown): void => logger.warn({ error }, 'waiting for a dependency');
  const retry = { clock, random: Math.random, signal, onRetry };
  onWaiting?.('the schema registry');
  const codec = await retrying(() => openEventCodec(registryOptions(config)), retry);
  onWaiting?.('Kafka');
  const topics = sourceTopics(config.TOPIC_PREFIX, CAPTURED_OBJECT_CODES);
  await retrying(() => kafka.partitionsOf(topics), retry);
  await retrying(() => publisher.ready(), retry);
  if (control === undefined) return codec;
  onWaiting?.('Postgres');
  await retrying(() => requireFit(control), retry);
  await retrying(() => requireControlSchema(control), retry);
  const { WORKFRONT_URL, WORKFRONT_CUSTOMER_ID } = config;
  if (WORKFRONT_URL === undefined) return codec;
  const tenant = tenantOf({ WORKFRONT_URL, WORKFRONT_CUSTOMER_ID });
  await retrying(() => claimTenant(control, tenant), retry);
  return codec;
}
