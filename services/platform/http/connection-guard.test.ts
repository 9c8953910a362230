import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/support/eventually.ts';
import { trustConnection } from './connection-guard.ts';
import { createHttpServer, listen } from './server.ts';
import type { FastifyInstance } from './server.ts';

const CONNECTIONS_MAX = 20;
const TOKEN = 'x-token';

describe('a server that strangers connect to', () => {
  let app: FastifyInstance;
  let port: number;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    app = createHttpServer({
      bodyBytesMax: 1_000,
      connectionsMax: CONNECTIONS_MAX,
      headersTimeoutMs: 300,
      requestTimeoutMs: 600,
    });
    app.addHook('onRequest', async (request) => {
      if (request.headers[TOKEN] !== undefined) trustConnection(request);
    });
    app.post('/', async () => 'taken');
    port = Number(new URL(await listen(app, { port: 0, host: '127.0.0.1' })).port);
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await app.close();
  });

  async function open(text: string): Promise<Socket> {
    const socket = connect({ port, host: '127.0.0.1' });
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.resume();
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    socket.write(text);
    return socket;
  }

  const deliver = async (): Promise<number> => {
    const init = { method: 'POST', body: 'x', headers: { [TOKEN]: '1', connection: 'close' } };
    return (await fetch(`http://127.0.0.1:${port}/`, init)).status;
  };

  it.each([
    ['says nothing', ''],
    ['never ends its headers', 'POST / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['never ends its body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx'],
  ])('closes a connection that %s', async (_, text) => {
    const socket = await open(text);
    await eventually(() => socket.closed, { what: 'it is closed', deadlineMs: 5_000 });
  });

  it('takes a delivery at once while half-open connections use up all there are', async () => {
    for (let count = 0; count < 3 * CONNECTIONS_MAX; count += 1) await open('POST / HTTP/1.1\r\n');
    expect(await deliver()).toBe(200);
    expect(await deliver()).toBe(200);
  });

  it('takes no connection from who has shown a token', async () => {
    const request = `POST / HTTP/1.1\r\nHost: x\r\n${TOKEN}: 1\r\nContent-Length: 0\r\n\r\n`;
    const trusted = await open(request);
    await new Promise((resolve) => trusted.once('data', resolve));
    for (let count = 0; count < 2 * CONNECTIONS_MAX; count += 1) await open('');
    expect(trusted.closed).toBe(false);
    trusted.write(request);
    expect(String(await new Promise((resolve) => trusted.once('data', resolve)))).toContain('200');
  });
});
