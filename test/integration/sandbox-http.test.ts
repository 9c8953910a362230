import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { createPoster } from '../../services/sandbox/events/http-post.ts';
import type { Poster } from '../../services/sandbox/events/http-post.ts';
import { serveSandbox } from '../../services/sandbox/api/http/serve-sandbox.ts';
import type { SandboxServer } from '../../services/sandbox/api/http/serve-sandbox.ts';
import { createSandbox } from '../../services/sandbox/sandbox.ts';
import { tour } from '../../services/sandbox/tour.ts';
import { TINY } from '../../services/sandbox/world/world.ts';
import { eventually } from '../support/eventually.ts';

let server: SandboxServer;
let poster: Poster;
let stop: AbortController;
let running: Promise<void>;
let endpoint: Server;
let hookUrl: string;
let received: string[];
let respond: (attempt: number) => number | null;

beforeEach(async () => {
  poster = createPoster();
  const sandbox = createSandbox({
    seed: 1,
    apiKey: 'key',
    password: 'secret',
    clock: systemClock,
    post: poster.post,
    size: TINY,
  });
  stop = new AbortController();
  running = sandbox.run(stop.signal);
  server = await serveSandbox(sandbox, systemClock, { port: 0, host: '127.0.0.1' });
  received = [];
  respond = () => 200;
  endpoint = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(body);
      const status = respond(received.length);
      if (status !== null) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  hookUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/hook`;
});

afterEach(async () => {
  stop.abort();
  await running;
  await server.close();
  poster.close();
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
});

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { apiKey: 'key', 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(server.url + path, { method, headers, ...sent });
}

async function subscribeAndEdit(): Promise<void> {
  const subscription = { objCode: 'PROJ', eventType: 'CREATE', url: hookUrl, authToken: 'token' };
  const made = await ask('POST', '/attask/eventsubscription/api/v1/subscriptions', subscription);
  expect(made.status).toBe(201);
  await ask('POST', '/attask/api/v21.0/PROJ', { name: 'New' });
}

async function isQuiet(): Promise<boolean> {
  const status = (await (await ask('GET', '/sandbox/status')).json()) as { quiet: boolean };
  return status.quiet;
}

describe('deliveries over sockets (reference B.2)', () => {
  it('retries what was refused, until it is accepted', async () => {
    await ask('PUT', '/sandbox/settings', { timeScale: 10_000 });
    respond = (attempt) => (attempt < 3 ? 500 : 200);
    await subscribeAndEdit();
    await eventually(async () => received.length === 3 && (await isQuiet()), { what: 'delivered' });
    expect(new Set(received).size).toBe(1);
  });

  it('takes silence for failure after its deadline', async () => {
    await ask('PUT', '/sandbox/settings', { timeScale: 10_000, deliveryTimeoutMs: 100 });
    respond = (attempt) => (attempt === 1 ? null : 200);
    await subscribeAndEdit();
    await eventually(async () => received.length === 2 && (await isQuiet()), { what: 'delivered' });
  });
});

describe('faults that only a socket has', () => {
  const url = '/attask/api/v21.0/PROJ/search';

  it('answers 429 and 500, resets connections, truncates bodies', async () => {
    await ask('PUT', '/sandbox/faults', { throttled: 1 });
    expect((await ask('GET', url)).status).toBe(429);
    await ask('PUT', '/sandbox/faults', { serverError: 1 });
    expect((await ask('GET', url)).status).toBe(500);
    await ask('PUT', '/sandbox/faults', { connectionReset: 1 });
    await expect(ask('GET', url)).rejects.toThrow();
    await ask('PUT', '/sandbox/faults', { truncated: 1 });
    await expect(ask('GET', url).then((response) => response.text())).rejects.toThrow();
    await ask('PUT', '/sandbox/faults', {});
    expect((await ask('GET', url)).status).toBe(200);
  });

  it('expires sessions', async () => {
    const login = '/attask/api/v21.0/login?username=admin@sandbox.example&password=secret';
    const { data } = (await (await ask('POST', login)).json()) as { data: { sessionID: string } };
    const headers = { sessionID: data.sessionID };
    expect((await fetch(server.url + url, { headers })).status).toBe(200);
    await ask('PUT', '/sandbox/faults', { sessionExpired: 1 });
    expect((await fetch(server.url + url, { headers })).status).toBe(401);
  });
});

it('serves huge pages, long URLs up to the limit, and exports as lines', async () => {
  const fields = 'fields=*,parameterValues,tasks:*&$$LIMIT=2000';
  expect((await ask('GET', `/attask/api/v21.0/PROJ/search?${fields}`)).status).toBe(200);
  const long = `/attask/api/v21.0/PROJ/search?name=${'x'.repeat(9000)}`;
  expect((await ask('GET', long)).status).toBe(414);
  const lines = (await (await ask('GET', '/sandbox/oracle/export')).text()).trim().split('\n');
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('objID');
});

it('every step of the tour is a URL that answers', async () => {
  for (const { command } of tour(server.url, 'key')) {
    expect(command).toContain(server.url);
    const url = /'(http[^']+)'/g;
    const isGet = !/ -d | -X /.test(command);
    for (const [, found] of command.matchAll(url)) {
      if (!isGet || found === undefined) continue;
      const headers = {
        apiKey: 'key',
        authorization: 'Bearer key',
        'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
        'x-api-key': 'a',
      };
      expect((await fetch(found, { headers })).status, command).toBe(200);
    }
  }
});
