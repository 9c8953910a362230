/**
 * An HTTP server with limits (Law 7). Bodies arrive as text: rooms parse with `parseJson`, which
 * loses nothing.
 */
import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PipelineError } from '../../core/errors.ts';
import type { Millis } from '../../core/units.ts';
import { guardConnections } from './connection-guard.ts';

export type { FastifyInstance, FastifyReply, FastifyRequest };

export interface HttpServerOptions {
  /** Longest body; longer ones are answered 413 before they are read whole. */
  readonly bodyBytesMax: number;
  /** From a request's beginning, or that of its connection, to its last byte. */
  readonly requestTimeoutMs?: Millis;
  /** The same, to the end of its headers. */
  readonly headersTimeoutMs?: Millis;
  /** Silence on a connection. */
  readonly connectionTimeoutMs?: Millis;
  readonly keepAliveTimeoutMs?: Millis;
  /** When they are used up, those that are not trusted make room (`trustConnection`). */
  readonly connectionsMax?: number;
  /** Longest path parameter, for example an object ID. */
  readonly paramLengthMax?: number;
  /**
   * All requests go to the route of `/`, which reads `request.originalUrl`: for a room that answers
   * in its own form what no route can be looked up for, such as a path that cannot be decoded.
   */
  readonly ignorePaths?: boolean;
}

/**
 * Routes see `request.body` as a string (`undefined` when there is none) whatever its media type.
 * Register routes, then `listen`. `app.close()` refuses new connections and waits for requests in
 * hand (Law 8).
 */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const requestTimeoutMs = options.requestTimeoutMs ?? 30_000;
  const app = fastify({
    logger: false,
    http: {
      headersTimeout: options.headersTimeoutMs ?? Math.min(10_000, requestTimeoutMs),
      // Node looks for requests that are late only this often.
      connectionsCheckingInterval: DEADLINES_CHECKED_EVERY_MS,
    },
    bodyLimit: options.bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: options.connectionTimeoutMs ?? 60_000,
    keepAliveTimeout: options.keepAliveTimeoutMs ?? 72_000,
    routerOptions: { maxParamLength: options.paramLengthMax ?? 200 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: false,
    ...(options.ignorePaths === true && { rewriteUrl: () => '/' }),
  });
  if (options.connectionsMax !== undefined) guardConnections(app.server, options.connectionsMax);
  closeAfterAnswer(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  return app;
}

const DEADLINES_CHECKED_EVERY_MS = 500;

/** Else a connection that is kept alive after its last answer holds up the shutdown. */
function closeAfterAnswer(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close');
  });
}

/** Starts listening; resolves to the base URL, for example `http://127.0.0.1:40123`. */
export async function listen(
  app: FastifyInstance,
  address: { readonly port: number; readonly host: string },
): Promise<string> {
  const { host } = address;
  try {
    await app.listen({ port: address.port, host });
  } catch (error) {
    throw new PipelineError(
      'PORT_UNUSABLE',
      `Cannot listen on port ${address.port}: free it, or configure another one.`,
      { port: address.port },
      error,
    );
  }
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}
