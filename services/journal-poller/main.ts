// The journal poller: journal entries (JRNLE) of Workfront, each as a change event in the log.
// Promises that its cursor moves only behind what Kafka has, and only in the hand of the lease's
// holder (Law 2). Must not decide what a value is worth: that is the fold's.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { systemClock } from '../core/clock.ts';
import { controlUrl } from '../platform/process/config.ts';
import { kafkaOptions } from '../platform/process/connection-options.ts';
import { openKafka } from '../platform/kafka/kafka.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { openPool } from '../platform/postgres/postgres.ts';
import { openPublisher } from '../platform/kafka/publisher.ts';
import { runService } from '../platform/process/run-service.ts';
import { pollerConfig } from './config.ts';
import { openCodec, openSearch, optionsOf } from './dependencies.ts';
import { JournalPoller, readinessOf } from './poller.ts';
import type { PollerParts } from './poller.ts';
import { pollerMetrics } from './poller-metrics.ts';
import { publishRows } from './publish-rows.ts';

const SERVICE = 'journal-poller';
/** A poll may be long, but something turns within it. */
const HEALTHY_WITHIN_MS = 180_000;

runService(SERVICE, pollerConfig, process.env, async (scope, config) => {
  const { logger, signal } = scope;
  const clock = systemClock;
  const url = controlUrl(config);
  const pool = openPool({ url, max: 3, applicationName: SERVICE });
  scope.own('postgres', pool, (one) => one.close());
  const kafka = openKafka(kafkaOptions(config, SERVICE, logger));
  scope.own('kafka', kafka, (one) => one.close());
  const publisher = openPublisher(kafka);
  scope.own('publisher', publisher, (one) => one.close());
  const metrics = createMetrics(SERVICE);
  const counted = pollerMetrics(metrics);
  let poller: JournalPoller | null = null;
  const ops = await serveOps({
    config,
    metrics,
    ready: () => readinessOf(poller),
    healthy: () => (poller?.idleMs ?? 0) < HEALTHY_WITHIN_MS,
  });
  scope.own('ops server', ops, (one) => one.close());
  logger.info({ opsUrl: ops.url }, 'listening');
  const codec = await openCodec(config, { kafka, publisher, pool, clock, logger, signal });
  const customerID = config.WORKFRONT_CUSTOMER_ID ?? null;
  const prefix = { topicPrefix: config.TOPIC_PREFIX };
  const publishing = { publisher, codec, ...prefix, customerID, clock, metrics: counted };
  const parts: PollerParts = {
    ...{ pool, clock, logger, metrics: counted, random: Math.random },
    search: openSearch(config, { clock, logger }),
    publish: (rows) => publishRows(rows, publishing),
  };
  const holder = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
  poller = new JournalPoller(parts, optionsOf(config, holder));
  const running = poller.run(signal).catch((error: unknown) => scope.fail(error));
  void scope.own('poller', running, (one) => one);
});
