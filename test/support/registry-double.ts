/** A registry between us and the real one, which answers as proxies and emptied registries do. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it does instead of passing a request on; null passes it on. */
export type RegistryFault = (request: IncomingMessage) => Reply | null;

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface RegistryDouble {
  /** With the path of the real one's API. */
  readonly url: string;
  readonly origin: string;
  fault: RegistryFault;
  /** Headers `authorization` of all requests. */
  readonly credentials: Set<string | undefined>;
  close(): Promise<void>;
}

export const HTML_404: Reply = {
  status: 404,
  type: 'text/html',
  body: '<html><h1>404 Not Found</h1><p>nginx</p></html>',
};

/** As the registry itself says that it has no schema of an id. */
export const UNKNOWN_ID: Reply = {
  status: 404,
  type: 'application/json',
  body: '{"error_code":40403,"message":"Schema not found"}',
};

export async function openRegistryDouble(realUrl: string): Promise<RegistryDouble> {
  const { origin: realOrigin, pathname } = new URL(realUrl);
  const server = createServer((request, response) => {
    double.credentials.add(request.headers.authorization);
    const reply = double.fault(request);
    if (reply === null) void passOn(realOrigin, request, response);
    else response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double: RegistryDouble = {
    url: origin + pathname,
    origin,
    fault: () => null,
    credentials: new Set(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return double;
}

async function passOn(
  realOrigin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await fetch(`${realOrigin}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { 'content-type': request.headers['content-type'] ?? '' },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const type = answer.headers.get('content-type') ?? '';
  response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
}
