/**
 * Receives Workfront's event deliveries at `POST /webhook/{objCode}`, one URL for each type because
 * Workfront's circuit breaker is per URL (reference B.2).
 * Promises 2xx only when the delivery is durable, whole, as an event or a dead letter (Laws 1, 3).
 * Must not wait longer than Workfront does (5 s), nor hold more than its limits allow (Law 7).
 */
import type { Clock } from '../core/clock.ts';
import { hasReaction } from '../core/errors.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from '../platform/http/server.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { tokenChecker } from './access-token.ts';
import { refuseAtTheDoor } from './door.ts';
import type { DeliveryRoute } from './door.ts';
import type { DurableSink } from './durable-sink.ts';
import { readBody, ReceivedBody } from './read-body.ts';
import type { InFlight } from './in-flight.ts';
import type { IngressMetrics } from './ingress-metrics.ts';
import { refusal, RefusedRequest } from './refusal.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

export interface ReceiveParts {
  readonly checkToken: ReturnType<typeof tokenChecker>;
  readonly sink: DurableSink;
  readonly inFlight: InFlight;
  readonly metrics: IngressMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function receive(app: FastifyInstance, parts: ReceiveParts): void {
  app.removeAllContentTypeParsers();
  // Read here and not by the server: bytes as they came, and every one of them counted.
  app.addContentTypeParser('*', (request: FastifyRequest, payload: AsyncIterable<unknown>) =>
    readBody(payload, declaredBytes(request), parts.inFlight),
  );
  app.post<DeliveryRoute>('/webhook/:objCode', {
    onRequest: async (request) => refuseAtTheDoor(request, parts.checkToken),
    handler: (request, reply) => handle(request, reply, parts),
  });
  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/webhook/:objCode',
    onRequest: async (request) => {
      throw new RefusedRequest('METHOD', `${request.method} is not for deliveries.`);
    },
    handler: async () => undefined,
  });
  // Before its body is read: only `handle` gives the bytes in flight back.
  app.addHook('onRequest', async (request) => {
    if (request.is404) throw new RefusedRequest('NOT_FOUND', 'There is nothing at this path.');
  });
  app.setErrorHandler((error, _request, reply) => {
    refuse(reply, refusalOf(error, parts), parts);
  });
}

function declaredBytes(request: FastifyRequest): number | null {
  const length = Number(request.headers['content-length']);
  return Number.isSafeInteger(length) ? length : null;
}

async function handle(
  request: FastifyRequest<DeliveryRoute>,
  reply: FastifyReply,
  parts: ReceiveParts,
): Promise<FastifyReply> {
  const startedMs = parts.clock.monotonicMs();
  const received = request.body instanceof ReceivedBody ? request.body : null;
  try {
    parts.metrics.received.add();
    const { parked, eventID } = await parts.sink.keep({
      objCode: request.params.objCode,
      bytes: received?.bytes ?? Buffer.alloc(0),
      observedAt: parts.clock.nowMicros(),
      traceparent: traceparentIn(request.headers['traceparent']),
    });
    parts.metrics.acceptSeconds.observe((parts.clock.monotonicMs() - startedMs) / 1000);
    return await reply.send(parked === null ? { eventID } : { parked });
  } finally {
    received?.release();
  }
}

function traceparentIn(header: string | readonly string[] | undefined): string | undefined {
  const isValid =
    typeof header === 'string' && /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(header);
  return isValid ? header : undefined;
}

function refuse(
  reply: FastifyReply,
  { status, reason, headers, body }: Refusal,
  parts: ReceiveParts,
): void {
  parts.metrics.refused.add(1, { reason });
  // What is left of its body is not worth reading.
  if (status === 413) reply.header('connection', 'close');
  void reply.code(status).headers(headers).send(body);
}

function refusalOf(error: unknown, { logger, clock }: ReceiveParts): Refusal {
  if (error instanceof RefusedRequest) return error.refusal;
  if (hasReaction(error, 'retry') || hasReaction(error, 'halt')) {
    logSparsely(error.code, clock, () => logger.warn({ error }, 'a delivery was not accepted'));
    return refusal(error.code, error.message);
  }
  const status = statusOf(error);
  if (status === 413) return refusal('BODY_TOO_LARGE', 'The body is too large.');
  if (status === 415) return refusal('MEDIA_TYPE', 'The media type cannot be read.');
  if (status < 500) return refusal('BAD_REQUEST', 'The request cannot be read.');
  logSparsely('BUG', clock, () => logger.error({ error }, 'a delivery met a programming error'));
  return refusal('BUG', 'This is our mistake.');
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

/** An outage at hundreds of requests a second must not fill a disk; the metric counts them all. */
const LOG_EVERY_MS = 5_000;
const loggedMs = new Map<RefusalReason, number>();

function logSparsely(reason: RefusalReason, clock: Clock, log: () => void): void {
  const nowMs = clock.monotonicMs();
  if (nowMs - (loggedMs.get(reason) ?? -Infinity) < LOG_EVERY_MS) return;
  loggedMs.set(reason, nowMs);
  log();
}
