/**
 * Posts deliveries over kept-alive connections. Over bare sockets, because the load shares two
 * cores with what it loads: any HTTP client costs several times as much per request.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { closedLoop } from './pace.ts';

export interface DeliveryClient {
  /** @param request see `requestOf`; resolves with the status of the answer */
  send(request: Buffer): Promise<number>;
  /** The same, with the body; a character a byte. */
  ask(request: Buffer): Promise<Answered>;
  close(): void;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export function deliveryRequest(url: URL, token: string, body: string): Buffer {
  const bytes = Buffer.from(body);
  const head =
    `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\nauthorization: Bearer ${token}\r\n` +
    `content-type: application/json\r\ncontent-length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** @returns how long all of them took, and how many were not accepted */
export async function deliverAll(
  url: URL,
  token: string,
  bodies: readonly string[],
  connections: number,
): Promise<{ readonly seconds: number; readonly refused: number }> {
  const requests = bodies.map((body) => deliveryRequest(url, token, body));
  const client = openDeliveryClient(url, connections);
  let refused = 0;
  const load = { workers: connections, count: bodies.length };
  const seconds = await closedLoop(load, async (index) => {
    const status = await client.send(requests[index] as Buffer);
    if (status < 200 || status > 299) refused += 1;
  });
  client.close();
  return { seconds, refused };
}

/** Uses up to `connectionsMax` connections; further requests wait for one. */
export function openDeliveryClient(url: URL, connectionsMax: number): DeliveryClient {
  const idle: Connection[] = [];
  const all = new Set<Connection>();
  const waiting: ((connection: Connection) => void)[] = [];
  const take = (): Connection | Promise<Connection> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (all.size >= connectionsMax) return new Promise((resolve) => waiting.push(resolve));
    const made = new Connection(url, () => all.delete(made));
    all.add(made);
    return made;
  };
  const give = (connection: Connection): void => {
    const next = waiting.shift();
    if (next !== undefined) next(connection.closed ? new Connection(url, () => {}) : connection);
    else if (!connection.closed) idle.push(connection);
  };
  const ask = async (request: Buffer): Promise<Answered> => {
    const connection = await take();
    try {
      return await connection.ask(request);
    } finally {
      give(connection);
    }
  };
  return {
    ask,
    send: async (request) => (await ask(request)).status,
    close: () => {
      for (const connection of all) connection.close();
    },
  };
}

interface Answer {
  readonly resolve: (answered: Answered) => void;
  readonly reject: (error: Error) => void;
}

class Connection {
  readonly #socket: Socket;
  #received = '';
  #answer: Answer | null = null;
  closed = false;

  constructor(url: URL, onClose: () => void) {
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text: string) => this.#onData(text));
    this.#socket.on('error', () => undefined); // `close` follows
    this.#socket.on('close', () => {
      this.closed = true;
      onClose();
      this.#answer?.reject(new Error('the connection was closed before the answer'));
    });
  }

  ask(request: Buffer): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #onData(text: string): void {
    this.#received += text;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.slice(0, end);
    const [, length = '0'] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
    if (this.#received.length < end + 4 + Number(length)) return;
    const body = this.#received.slice(end + 4);
    this.#received = '';
    const answer = this.#answer;
    this.#answer = null;
    const status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    answer?.resolve({ status, body });
  }
}
