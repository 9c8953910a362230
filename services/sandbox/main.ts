/** The sandbox process. */
import { systemClock } from '../core/clock.ts';
import { flag, integer, logConfig, opsConfig, port, readConfig, z } from '../platform/config.ts';
import { runProcess } from '../platform/lifecycle.ts';
import { createMetrics } from '../platform/metrics.ts';
import { serveOps } from '../platform/ops-server.ts';
import { createPoster } from './events/http-post.ts';
import { serveSandbox } from './http/serve.ts';
import { countOnMetrics } from './sandbox-metrics.ts';
import { createSandbox } from './sandbox.ts';
import { DataFile } from './state/data-file.ts';
import { WORLD_SIZES } from './world/world.ts';

const config = readConfig(
  z.object({
    ...opsConfig,
    ...logConfig,
    SANDBOX_PORT: port.default(4000),
    SANDBOX_HOST: z.string().default('127.0.0.1'),
    SANDBOX_SEED: integer(1, 2 ** 31 - 1).default(1),
    // Known to everybody: there is nothing behind it but made-up data.
    SANDBOX_API_KEY: z.string().default('sandbox'),
    SANDBOX_PASSWORD: z.string().default('sandbox'),
    /** A file in which it remembers itself from one run to the next. */
    SANDBOX_DATA: z.string().optional(),
    /** Changes a second that it makes by itself from the start; 0 waits to be asked. */
    SANDBOX_RATE: integer(0, 10_000).default(0),
    SANDBOX_PEOPLE: flag.default(false),
    SANDBOX_WORLD: z.enum(['tiny', 'small', 'large']).default('small'),
  }),
  process.env,
);

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
    const ops = await serveOps({
      port: config.OPS_PORT,
      metrics,
      ready: () => ({ ready: true }),
      healthy: () => true,
    });
    scope.own('ops', ops, (server) => server.close());
    const address = { port: config.SANDBOX_PORT, host: config.SANDBOX_HOST };
    const server = await serveSandbox(sandbox, systemClock, address);
    scope.own('http', server, ({ close }) => close());
    const { SANDBOX_RATE: ratePerSecond, SANDBOX_SEED: seed } = config;
    const pace = config.SANDBOX_PEOPLE ? 'people' : 'steady';
    if (ratePerSecond > 0) sandbox.workload.start({ changes: null, ratePerSecond, seed, pace });
    const running = sandbox.run(scope.signal);
    running.catch((error: unknown) => scope.fail(error));
    scope.own('work', { running }, (work) => work.running);
    scope.logger.info({ url: server.url, opsUrl: ops.url, seed }, 'ready');
  },
  {
    shutdownTimeoutMs: config.SHUTDOWN_TIMEOUT_MS,
    logLevel: config.LOG_LEVEL,
    parentPid: config.PARENT_PID,
  },
);
