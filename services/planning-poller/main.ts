// The Planning poller: workspaces, record types, fields and records of Planning, into the log.
// Promises that what it remembers is durable in Kafka first (Law 2), and that nothing is called
// deleted that was not asked for by its id. Must not decide what a value is worth: the fold does.
import { systemClock } from '../core/clock.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { runService } from '../platform/process/run-service.ts';
import { holderName } from '../source/holder-name.ts';
import { LeasedLoop, readinessOf } from '../source/leased-loop.ts';
import { connectControl, connectLog, openSource } from '../source/open-source.ts';
import { publishInputs } from '../source/publish-inputs.ts';
import { planningConfig, pollOptionsOf } from './config.ts';
import { openPlanningAccess } from './open-planning-access.ts';
import { planningMetrics } from './poll-parts.ts';
import { partsOfTerm } from './parts-of-term.ts';
import { PLANNING, pollPlanning } from './poll-planning.ts';

const SERVICE = 'planning-poller';
/** A sweep may be long, but something turns within it. */
const HEALTHY_WITHIN_MS = 180_000;

runService(SERVICE, planningConfig, process.env, async (scope, config) => {
  const { logger, signal } = scope;
  const clock = systemClock;
  const pool = connectControl(scope, config, SERVICE);
  const { kafka, publisher } = connectLog(scope, config, SERVICE);
  const registry = createMetrics(SERVICE);
  const metrics = planningMetrics(registry);
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
  const publishing = {
    service: SERVICE,
    codec,
    topicPrefix: config.TOPIC_PREFIX,
    publisher,
    metrics,
  };
  const client = openPlanningAccess(config, clock);
  const parts = {
    ...{ client, pool, clock, logger, metrics },
    publish: (inputs: Parameters<typeof publishInputs>[0]) => publishInputs(inputs, publishing),
  };
  loop = new LeasedLoop(
    { pool, clock, logger, metrics, random: Math.random },
    { lease: PLANNING, holder: holderName(), leaseTtlMs: config.PLANNING_LEASE_TTL_MS },
    (term) => pollPlanning(term, partsOfTerm(term, parts, config), pollOptionsOf(config)),
  );
  const running = loop.run(signal).catch((error: unknown) => scope.fail(error));
  void scope.own('poller', running, (one) => one);
});
