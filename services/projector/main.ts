// The projector's process: Kafka and the registry on one side, Postgres on the other.
// Promises to end, and so to be started again, where it cannot go on.
// Must not think: `open-projector.ts` builds it, `projector.ts` is it.
import { systemClock } from '../core/clock.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import type { Readiness } from '../platform/http/ops-server.ts';
import { runService } from '../platform/process/run-service.ts';
import { projectorConfig } from './config.ts';
import { openProjector } from './open-projector.ts';

const SERVICE = 'projector';

runService(SERVICE, projectorConfig, process.env, async (scope, config) => {
  const metrics = createMetrics(SERVICE);
  let readiness = (): Readiness => ({ ready: false, reason: 'waits for its dependencies' });
  let isHealthy = (): boolean => true;
  const ops = await serveOps({
    config,
    metrics,
    ready: () => readiness(),
    healthy: () => isHealthy(),
  });
  scope.own('ops server', ops, (one) => one.close());
  scope.logger.info({ opsUrl: ops.url }, 'listening');
  const projector = await openProjector(scope, config, metrics, systemClock);
  readiness = () => projector.readiness();
  isHealthy = () => projector.isHealthy();
});
