// The rebuild's process: the next store from the log, beside the one that readers see.
// Promises that readers see one store or the other, and that a kill at any instruction can be gone
// on from.
// Must not be needed by anything that runs: it begins, says how far it is, and ends.
import { systemClock } from '../../core/clock.ts';
import { createMetrics } from '../../platform/process/metrics.ts';
import { runService } from '../../platform/process/run-service.ts';
import { projectorConfig } from '../config.ts';
import { failedWith, openRebuild } from './open-rebuild.ts';

const SERVICE = 'rebuild';

runService(SERVICE, projectorConfig, process.env, async (scope, config) => {
  const tell = (message: object): void => void process.send?.(message);
  const metrics = createMetrics(SERVICE);
  const order: unknown = JSON.parse(process.argv[2] ?? '{}');
  const rebuilding = openRebuild({ scope, config, metrics, clock: systemClock, order, tell });
  scope.finish(await rebuilding.catch((error: unknown) => failedWith(error, tell)));
});
