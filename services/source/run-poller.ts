/**
 * A poller from its environment to its last breath: connections, ops server, the wait for what is
 * away, and a loop that works under a lease. Promises that it answers for itself before it waits,
 * and that its work begins only with the lease in hand. Must not know what is polled.
 */
import { systemClock } from '../core/clock.ts';
import type { Clock } from '../core/clock.ts';
import type { Millis } from '../core/units.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import {
  controlConfig,
  integer,
  kafkaConfig,
  logConfig,
  opsConfig,
  registryConfig,
} from '../platform/process/config.ts';
import type { Env, z } from '../platform/process/config.ts';
import type { Scope } from '../platform/process/lifecycle.ts';
import type { Logger } from '../platform/process/logger.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import type { Metrics } from '../platform/process/metrics.ts';
import { runService } from '../platform/process/run-service.ts';
import { holderName } from './lease/holder-name.ts';
import { LeasedLoop, readinessOf } from './lease/leased-loop.ts';
import type { LeaseTerm } from './lease/leased-loop.ts';
import { connectControl, connectLog, openSource } from './open-source.ts';
import type { PollerMetrics } from './poller-metrics.ts';
import type { PublishParts } from './log/publish-inputs.ts';
import type { WorkfrontConfig } from './tenant/workfront-config.ts';

/** Spread into a poller's own configuration. */
export const pollerConfig = {
  ...kafkaConfig,
  ...registryConfig,
  ...controlConfig,
  ...opsConfig,
  ...logConfig,
};

/** The setting of each poller's lease; each has a name of its own for it. */
export const leaseTtl = integer(500, 600_000)
  .default(10_000)
  .describe('How long a poller that was killed keeps others waiting.');

export type PollerConfig = z.infer<z.ZodObject<typeof pollerConfig>> &
  Pick<WorkfrontConfig, 'WORKFRONT_URL' | 'WORKFRONT_CUSTOMER_ID'>;

/** What a poller's work is made of, open and awaited. */
export interface OpenPoller<Config, Counts extends PollerMetrics> {
  readonly scope: Scope;
  readonly config: Readonly<Config>;
  readonly logger: Logger;
  readonly clock: Clock;
  /** The name under which this process takes leases and call places. */
  readonly holder: string;
  readonly pool: Pool;
  readonly kafka: Kafka;
  readonly codec: EventCodec;
  readonly registry: Metrics;
  readonly metrics: Counts;
  readonly publishing: PollerPublishing<Counts>;
}

export interface PollerPublishing<Counts extends PollerMetrics> extends PublishParts {
  readonly metrics: Counts;
  readonly clock: Clock;
  readonly customerID: string | null;
}

export interface PollerShape<Config, Counts extends PollerMetrics> {
  readonly service: string;
  readonly schema: z.ZodType<Config>;
  readonly lease: string;
  readonly leaseTtlMs: (config: Readonly<Config>) => Millis;
  readonly metricsOf: (registry: Metrics) => Counts;
  /** Opens what is asked; what it returns is the work of one term of the lease. */
  readonly open: (
    poller: OpenPoller<Config, Counts>,
  ) => Promise<(term: LeaseTerm) => Promise<void>>;
}

/** One answer may take long, but something turns within it. */
const HEALTHY_WITHIN_MS = 180_000;

export function runPoller<Config extends PollerConfig, Counts extends PollerMetrics>(
  env: Env,
  shape: PollerShape<Config, Counts>,
): void {
  const { service, schema, lease } = shape;
  runService(service, schema, env, async (scope, config) => {
    const { logger, signal } = scope;
    const clock = systemClock;
    const holder = holderName();
    const pool = connectControl(scope, config, service);
    // A renewal that waited behind the work for its sessions would lose the lease.
    const leases = connectControl(scope, config, service, 1);
    const { kafka, publisher } = connectLog(scope, config, service);
    const registry = createMetrics(service);
    const metrics = shape.metricsOf(registry);
    let loop: LeasedLoop | null = null;
    const ops = await serveOps({
      config,
      metrics: registry,
      ready: () => readinessOf(loop),
      healthy: () => (loop?.idleMs ?? 0) < HEALTHY_WITHIN_MS,
    });
    scope.own('ops server', ops, (one) => one.close());
    logger.info({ opsUrl: ops.url }, 'listening');
    const codec = await openSource(scope, config, { kafka, publisher, control: pool, clock });
    const customerID = config.WORKFRONT_CUSTOMER_ID ?? null;
    const record = { service, codec, topicPrefix: config.TOPIC_PREFIX };
    const publishing = { ...record, control: pool, publisher, metrics, clock, customerID };
    const connections = { pool, kafka, codec, registry, metrics, publishing };
    const work = await shape.open({ scope, config, logger, clock, holder, ...connections });
    loop = new LeasedLoop(
      { pool: leases, clock, logger, metrics, random: Math.random },
      { lease, holder, leaseTtlMs: shape.leaseTtlMs(config) },
      work,
    );
    const running = loop.run(signal).catch((error: unknown) => scope.fail(error));
    void scope.own('poller', running, (one) => one);
  });
}
