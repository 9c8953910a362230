// The object poller: Workfront's objects as its search shows them, each change an event in the log.
// Promises the whole tenant from the start, and to call nothing complete before Kafka has it
// (Law 2). Must not call an object deleted without Workfront's word.
import { systemClock } from '../core/clock.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { runService } from '../platform/process/run-service.ts';
import { holderName } from '../source/holder-name.ts';
import { LeasedLoop, readinessOf } from '../source/leased-loop.ts';
import { connectControl, connectLog, openSource } from '../source/open-source.ts';
import type { Watermark } from '../source/watermarks.ts';
import { openWorkfront } from '../source/workfront-access.ts';
import { objectPollerConfig } from './config.ts';
import { objectMetrics } from './object-metrics.ts';
import { pollForTerm } from './term-of-polling.ts';

const SERVICE = 'object-poller';
const LEASE = 'objects';
/** One answer may take long, but something turns within it. */
const HEALTHY_WITHIN_MS = 180_000;

runService(SERVICE, objectPollerConfig, process.env, async (scope, config) => {
  const { logger, signal } = scope;
  const clock = systemClock;
  const holder = holderName();
  const pool = connectControl(scope, config, SERVICE);
  const { kafka, publisher } = connectLog(scope, config, SERVICE);
  const registry = createMetrics(SERVICE);
  const metrics = objectMetrics(registry);
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
  const client = await openWorkfront(config, { control: pool, clock, holder, metrics: registry });
  const customerID = config.WORKFRONT_CUSTOMER_ID ?? null;
  const record = { service: SERVICE, codec, topicPrefix: config.TOPIC_PREFIX };
  const known = { control: pool, clock, customerID, ends: new Map<string, Watermark['ends']>() };
  const reads = { ...record, publisher, metrics, ...known };
  const parts = { config, client, control: pool, kafka, codec, reads, clock, logger, metrics };
  loop = new LeasedLoop(
    { pool, clock, logger, metrics, random: Math.random },
    { lease: LEASE, holder, leaseTtlMs: config.OBJECT_LEASE_TTL_MS },
    (term) => pollForTerm(term, parts),
  );
  const running = loop.run(signal).catch((error: unknown) => scope.fail(error));
  void scope.own('poller', running, (one) => one);
});
