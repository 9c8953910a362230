/** Puts the sandbox on a socket, with the faults that only a socket can have. */
import type { Clock } from '../../core/clock.ts';
import { createHttpServer, listen } from '../../platform/http-server.ts';
import type { FastifyReply, FastifyRequest } from '../../platform/http-server.ts';
import { ADMIN_PATH } from '../oracle/admin-handler.ts';
import type { AnswerFate } from '../faults/faults.ts';
import type { Sandbox } from '../sandbox.ts';
import { answer } from './exchange.ts';
import type { SandboxRequest, SandboxResponse } from './exchange.ts';

export interface SandboxServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const BODY_BYTES_MAX = 4 * 1024 * 1024;
/** Above the CDN's limit on a URI (C.1), so that the sandbox itself refuses it. */
const PATH_LENGTH_MAX = 9000;

export async function serveSandbox(
  sandbox: Sandbox,
  clock: Clock,
  address: { readonly port: number; readonly host: string },
): Promise<SandboxServer> {
  const app = createHttpServer({
    bodyBytesMax: BODY_BYTES_MAX,
    paramLengthMax: PATH_LENGTH_MAX,
  });
  app.all('/*', async (request, reply) => {
    const asked = readRequest(request);
    if (asked === null) return send(reply, answer(400, { error: { message: 'malformed URI' } }));
    const isAdmin = asked.path.startsWith(ADMIN_PATH);
    const fate: AnswerFate = isAdmin ? FINE : sandbox.faults.fateOfAnswer();
    if (fate.kind === 'fine' && fate.delayMs > 0) await clock.sleep(fate.delayMs);
    if (fate.kind === 'sessionExpired') sandbox.access.expireSessions();
    if (fate.kind === 'connectionReset') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    const response = refusedBy(fate) ?? sandbox.handle(asked, request.url.length);
    return fate.kind === 'truncated' ? truncate(reply, response) : send(reply, response);
  });
  const url = await listen(app, address);
  return { url, close: () => app.close() };
}

const FINE: AnswerFate = { kind: 'fine', delayMs: 0 };

/** 429: too many concurrent requests of the customer; no Retry-After is published (C.5). */
function refusedBy({ kind }: AnswerFate): SandboxResponse | null {
  const body = (javaClass: string, message: string) => ({ error: { class: javaClass, message } });
  if (kind === 'throttled') {
    return answer(429, body('com.attask.common.TooManyRequestsException', 'Too many requests'));
  }
  if (kind !== 'serverError') return null;
  return answer(500, body('java.lang.NullPointerException', 'An unexpected error occurred'));
}

function readRequest(request: FastifyRequest): SandboxRequest | null {
  const mark = request.url.indexOf('?');
  const rawPath = mark < 0 ? request.url : request.url.slice(0, mark);
  try {
    return {
      method: request.method,
      path: decodeURIComponent(rawPath),
      query: mark < 0 ? [] : [...new URLSearchParams(request.url.slice(mark + 1))],
      headers: flat(request.headers),
      body: typeof request.body === 'string' ? request.body : '',
    };
  } catch {
    return null; // a percent sign that starts no escape
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
