// The journal poller: journal entries (JRNLE) of Workfront, each as a change event in the log.
// Promises that its cursor moves only behind what Kafka has, and only in the hand of the lease's
// holder (Law 2). Must not decide what a value is worth: that is the fold's.
import { systemClock } from '../core/clock.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { runService } from '../platform/process/run-service.ts';
import { holderName } from '../source/holder-name.ts';
import { LeasedLoop, readinessOf } from '../source/leased-loop.ts';
import { connectControl, connectLog, openSource } from '../source/open-source.ts';
import { pollerMetrics } from '../source/poller-metrics.ts';
import { guardSubscriptions } from '../source/open-guardian.ts';
import { openTenant } from '../source/workfront-access.ts';
import { paceOf, pollerConfig } from './config.ts';
import { journalParts } from './journal-parts.ts';
import { JOURNAL, pollJournal } from './poll-journal.ts';

const SERVICE = 'journal-poller';
/** A poll may be long, but something turns within it. */
const HEALTHY_WITHIN_MS = 180_000;

runService(SERVICE, pollerConfig, process.env, async (scope, config) => {
  const { logger, signal } = scope;
  const clock = systemClock;
  const holder = holderName();
  const pool = connectControl(scope, config, SERVICE);
  const { kafka, publisher } = connectLog(scope, config, SERVICE);
  const registry = createMetrics(SERVICE);
  const metrics = pollerMetrics(registry);
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
  const record = { service: SERVICE, codec, topicPrefix: config.TOPIC_PREFIX };
  const publishing = { ...record, publisher, metrics, clock, customerID };
  const access = { control: pool, clock, holder, metrics: registry };
  const { client, exchangeOf } = await openTenant(config, access);
  const pageRows = config.JOURNAL_PAGE_ROWS;
  const parts = journalParts({ client, pool, pageRows, logger, publishing });
  loop = new LeasedLoop(
    { pool, clock, logger, metrics, random: Math.random },
    { lease: JOURNAL, holder, leaseTtlMs: config.JOURNAL_LEASE_TTL_MS },
    (term) => pollJournal(term, parts, paceOf(config)),
  );
  const running = loop.run(signal).catch((error: unknown) => scope.fail(error));
  void scope.own('poller', running, (one) => one);
  const exchange = exchangeOf('subscriptions');
  guardSubscriptions(scope, config, { pool, exchange, holder, clock, registry, metrics });
});
