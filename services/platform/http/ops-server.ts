/** What operators and orchestrators ask a process: /healthz, /readyz, /metrics. */
import { createHttpServer, listen } from './server.ts';
import type { Metrics } from '../process/metrics.ts';

/** Ready: able to do the job. `reason` says what is missing, for the person who looks. */
export interface Readiness {
  readonly ready: boolean;
  readonly reason?: string;
}

export interface OpsServer {
  /** For example `http://127.0.0.1:40123`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface OpsOptions {
  /** A process's own configuration; port 0 is any free one. */
  readonly config: { readonly OPS_PORT: number; readonly OPS_HOST: string };
  readonly metrics: Metrics;
  readonly ready: () => Readiness | Promise<Readiness>;
  /** Whether the loop has turned lately. */
  readonly healthy: () => boolean;
}

export async function serveOps(options: OpsOptions): Promise<OpsServer> {
  const app = createHttpServer({ bodyBytesMax: 1024 });
  app.get('/healthz', (_request, reply) =>
    options.healthy() ? reply.send({ healthy: true }) : reply.code(503).send({ healthy: false }),
  );
  app.get('/readyz', async (_request, reply) => {
    const readiness = await options.ready();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', options.metrics.contentType).send(await options.metrics.text()),
  );
  const url = await listen(app, { port: options.config.OPS_PORT, host: options.config.OPS_HOST });
  return { url, close: () => app.close() };
}
