/**
 * The ceiling of sandbox-search: a bare HTTP server in a process of its own that answers whatever
 * it is asked with the same bytes.
 */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface CannedServer {
  readonly url: URL;
  stop(): void;
}

const SERVE = 'serve-canned-answers';

export async function startCannedAnswers(bodyBytes: number): Promise<CannedServer> {
  const file = fileURLToPath(import.meta.url);
  const child = fork(file, [SERVE, String(bodyBytes)], { execArgv: ['--import', 'tsx'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (told) => resolve(Number(told)));
    child.once('exit', (code) => reject(new Error(`the canned server ended (${String(code)})`)));
  });
  return { url: new URL(`http://127.0.0.1:${port}/`), stop: () => child.kill() };
}

function serve(bodyBytes: number): void {
  const body = Buffer.alloc(bodyBytes, 0x78);
  const headers = { 'content-type': 'application/json', 'content-length': bodyBytes };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.once('disconnect', () => process.exit()); // nothing outlives the benchmark
}

if (process.argv[2] === SERVE) serve(Number(process.argv[3]));
