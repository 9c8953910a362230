/** Puts the sandbox on a socket, with the faults that only a socket can have. */
import type { Clock } from '../../../core/clock.ts';
import { createHttpServer, listen } from '../../../platform/http/server.ts';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from '../../../platform/http/server.ts';
import { ADMIN_PATH } from '../../oracle/admin-handler.ts';
import type { AnswerFate } from '../../faults/faults.ts';
import type { Sandbox } from '../../sandbox.ts';
import { answer } from './exchange.ts';
import type { SandboxRequest, SandboxResponse, Unreadable } from './exchange.ts';

export interface SandboxServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const BODY_BYTES_MAX = 4 * 1024 * 1024;

export async function serveSandbox(
  sandbox: Sandbox,
  clock: Clock,
  address: { readonly port: number; readonly host: string },
): Promise<SandboxServer> {
  const app = sandboxApp(sandbox, clock);
  const url = await listen(app, address);
  return { url, close: () => app.close() };
}

/** Everything is answered by the sandbox, in the form of the API that it was meant for. */
export function sandboxApp(sandbox: Sandbox, clock: Clock): FastifyInstance {
  const respond = async (
    request: FastifyRequest,
    reply: FastifyReply,
    unreadable?: Unreadable,
  ): Promise<FastifyReply> => {
    const asked = readRequest(request, unreadable);
    const isAdmin = asked.path.startsWith(ADMIN_PATH);
    const fate: AnswerFate = isAdmin ? FINE : sandbox.faults.fateOfAnswer();
    if (fate.kind === 'fine' && fate.delayMs > 0) await clock.sleep(fate.delayMs);
    if (fate.kind === 'sessionExpired') sandbox.access.expireSessions();
    if (fate.kind === 'connectionReset') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    const answered = refusedBy(fate) ?? sandbox.handle(asked, request.originalUrl.length);
    const response = { ...answered, headers: { ...answered.headers, date: dateOf(sandbox) } };
    return fate.kind === 'truncated' ? truncate(reply, response) : send(reply, response);
  };
  const app = createHttpServer({
    bodyBytesMax: BODY_BYTES_MAX,
    ignorePaths: true,
  });
  app.all('/', (request, reply) => respond(request, reply));
  app.setNotFoundHandler((request, reply) => respond(request, reply));
  app.setErrorHandler((error, request, reply) => respond(request, reply, unreadableBy(error)));
  return app;
}

/** A body that is longer than the limit or than it says; anything else is a mistake of ours. */
function unreadableBy(error: unknown): Unreadable {
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return { status: typeof status === 'number' ? status : 500, message };
}

/** By the tenant's clock, which a fault may put off ours (reference C.7). */
function dateOf({ tenant }: Sandbox): string {
  return new Date(tenant.now() / 1000).toUTCString();
}

const FINE: AnswerFate = { kind: 'fine', delayMs: 0 };

/**
 * 429: too many concurrent requests of the customer; no Retry-After is published (reference C.5).
 */
function refusedBy({ kind }: AnswerFate): SandboxResponse | null {
  const body = (javaClass: string, message: string) => ({ error: { class: javaClass, message } });
  if (kind === 'throttled') {
    return answer(429, body('com.attask.common.TooManyRequestsException', 'Too many requests'));
  }
  if (kind !== 'serverError') return null;
  return answer(500, body('java.lang.NullPointerException', 'An unexpected error occurred'));
}

function readRequest(request: FastifyRequest, unreadable?: Unreadable): SandboxRequest {
  const mark = request.originalUrl.indexOf('?');
  const rawPath = mark < 0 ? request.originalUrl : request.originalUrl.slice(0, mark);
  const path = decoded(rawPath);
  const why = unreadable ?? (path === null ? BAD_ESCAPE : null);
  return {
    method: request.method,
    path: path ?? rawPath,
    query: mark < 0 ? [] : [...new URLSearchParams(request.originalUrl.slice(mark + 1))],
    headers: flat(request.headers),
    body: typeof request.body === 'string' ? request.body : '',
    ...(why !== null && { unreadable: why }),
  };
}

const BAD_ESCAPE: Unreadable = {
  status: 400,
  message: 'The URL holds a percent sign that begins no escape sequence',
};

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function flat(headers: FastifyRequest['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

function send(reply: FastifyReply, response: SandboxResponse): FastifyReply {
  reply.code(response.status).headers(response.headers);
  return response.lines === undefined
    ? reply.send(response.body)
    : reply.send(linesOf(response.lines));
}

function linesOf(lines: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.iterator]();
  return new ReadableStream({
    pull: (controller) => {
      let chunk = '';
      while (chunk.length < 65_536) {
        const next = iterator.next();
        if (next.done === true) {
          if (chunk !== '') controller.enqueue(encoder.encode(chunk));
          controller.close();
          return;
        }
        chunk += next.value;
      }
      controller.enqueue(encoder.encode(chunk));
    },
  });
}

/** Half a body under a full content-length, then the connection ends. */
function truncate(reply: FastifyReply, response: SandboxResponse): FastifyReply {
  reply.hijack();
  const bytes = Buffer.from(response.body);
  reply.raw.writeHead(response.status, {
    ...response.headers,
    'content-length': String(bytes.length),
  });
  reply.raw.write(bytes.subarray(0, bytes.length >> 1), () => reply.raw.destroy());
  return reply;
}
