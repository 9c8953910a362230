// The sandbox: a Workfront on this machine, for tests, demos and as the truth to compare with.
// Promises the documented behaviour, faults on demand, and to state what is true at any instant.
// Must not be kinder than Workfront, nor be used with real data.
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../platform/process/config.ts';
import { runProcess } from '../platform/process/lifecycle.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { createPoster } from './events/http-post.ts';
import { serveSandbox } from './api/http/serve-sandbox.ts';
import { sandboxConfig } from './sandbox-config.ts';
import { countOnMetrics } from './sandbox-metrics.ts';
import { createSandbox } from './sandbox.ts';
import { printTour } from './tour.ts';
import { DataFile } from './memory/data-file.ts';
import { WORLD_SIZES } from './world/world.ts';

const config = readConfig(sandboxConfig, process.env);

runProcess(
  'sandbox',
  async (scope) => {
    const metrics = createMetrics('sandbox');
    const poster = scope.own('poster', createPoster(), async ({ close }) => close());
    const dataFile =
      config.SANDBOX_DATA === undefined ? undefined : new DataFile(config.SANDBOX_DATA);
    if (dataFile !== undefined) scope.own('data', dataFile, async (file) => file.close());
    const sandbox = createSandbox({
      seed: config.SANDBOX_SEED,
      apiKey: config.SANDBOX_API_KEY,
      password: config.SANDBOX_PASSWORD,
      clock: systemClock,
      post: poster.post,
      size: WORLD_SIZES[config.SANDBOX_WORLD],
      ...(dataFile === undefined ? {} : { dataFile }),
    });
    countOnMetrics(sandbox, metrics);
    const ready = { ready: true };
    const ops = await serveOps({ config, metrics, ready: () => ready, healthy: () => true });
    scope.own('ops', ops, (server) => server.close());
    const address = { port: config.SANDBOX_PORT, host: config.SANDBOX_HOST };
    const server = await serveSandbox(sandbox, systemClock, address);
    scope.own('http', server, ({ close }) => close());
    const { SANDBOX_RATE: ratePerSecond, SANDBOX_SEED: seed } = config;
    const pace = config.SANDBOX_PEOPLE ? 'people' : 'steady';
    if (ratePerSecond > 0) sandbox.workload.goOn({ changes: null, ratePerSecond, seed, pace });
    const running = sandbox.run(scope.signal);
    running.catch((error: unknown) => scope.fail(error));
    scope.own('work', { running }, (work) => work.running);
    if (config.SANDBOX_TOUR) process.stdout.write(printTour(server.url, config.SANDBOX_API_KEY));
    scope.logger.info({ url: server.url, opsUrl: ops.url, seed }, 'ready');
  },
  {
    shutdownTimeoutMs: config.SHUTDOWN_TIMEOUT_MS,
    logLevel: config.LOG_LEVEL,
    parentPid: config.PARENT_PID,
  },
);
