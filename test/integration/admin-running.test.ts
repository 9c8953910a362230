import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { lockDataFolder } from '../../services/local-stack/data-folder.ts';
import { writeStackFile } from '../../services/admin/stack-file.ts';
import { runAdmin, runHere, startCommand } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';

let folder = '';
let dataDir = '';
let env: Readonly<Record<string, string>> = {};
let unlock: () => void = () => undefined;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-running-'));
  dataDir = join(folder, 'data');
  env = { WORKFRONT_CDC_DATA_DIR: dataDir, WORKFRONT_CDC_PORTS: 'any' };
  unlock = () => undefined;
});

afterEach(() => {
  unlock();
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A process as `status` sees it: this one, with an ops server of the test's. */
async function processOf(name: string, ready: boolean, metrics = ''): Promise<StackProcess> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') response.end(metrics);
    else response.writeHead(ready ? 200 : 503).end(ready ? 'ok' : 'waits for Kafka');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { name, pid: process.pid, opsUrl: `http://127.0.0.1:${port}` };
}

type StackProcess = { name: string; pid: number; opsUrl: string };

/** As if `up` ran here. */
function runs(processes: StackProcess[]): void {
  unlock = lockDataFolder(dataDir);
  writeStackFile(
    { dataDir, allDir: null },
    {
      sandboxUrl: null,
      ingressUrl: 'http://127.0.0.1:8080',
      queryApiUrl: null,
      consoleUrl: null,
      kafkaBrokers: ['127.0.0.1:9092'],
      registryUrl: 'http://registry',
      databaseUrl: 'postgres://workfront:hunter2@127.0.0.1:5432/workfront',
      processes,
    },
  );
}

describe('status', () => {
  const METRICS = [
    'workfront_cdc_lag_events{topic="a"} 7',
    'workfront_cdc_applied_total{verdict="appended"} 42',
    `workfront_cdc_newest_change_seconds ${Date.UTC(2026, 0, 1) / 1000}`,
  ].join('\n');

  test('of nothing ends with 1', async () => {
    const text = await runHere(env, 'status');
    expect(text).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Nothing runs') as string,
    });
    const json = await runHere(env, 'status', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ state: 'stopped', pid: null, processes: [] });
  });

  test('of what is well ends with 0, with lag and freshness, and no password', async () => {
    runs([await processOf('projector', true, `${METRICS}\n`)]);
    const text = await runHere(env, 'status');
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/projector +\d+ +http\S+ +ready/);
    expect(text.stdout).toMatch(/lag +7 /);
    expect(text.stdout).toMatch(/newest change +\d+ h/);
    const json = await runHere(env, 'status', '--json');
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({
      state: 'running',
      databaseUrl: 'postgres://workfront:***@127.0.0.1:5432/workfront',
      numbers: { lag: 7, applied: 42, newestAgeMs: expect.any(Number) as number },
    });
    expect(text.stdout + json.stdout).not.toContain('hunter2');
  });

  test.each([
    [
      'has ended',
      async () => ({ ...(await processOf('projector', true)), pid: 2 ** 22 + 1 }),
      'ended',
    ],
    ['is not ready', () => processOf('projector', false), 'not ready: waits for Kafka'],
    [
      'does not answer',
      async () => ({ name: 'projector', pid: process.pid, opsUrl: 'http://127.0.0.1:1' }),
      'not ready: it does not answer',
    ],
  ])('where a process %s ends with 1 and says so', async (_, bad, state) => {
    runs([await processOf('sandbox', true), await bad()]);
    const { code, stdout } = await runHere(env, 'status');
    expect(code).toBe(1);
    expect(stdout).toMatch(/sandbox .* ready/);
    expect(stdout).toContain(state);
  });

  test('of what is starting ends with 1', async () => {
    unlock = lockDataFolder(dataDir);
    const { code, stdout } = await runHere(env, 'status', '--json');
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { state: 'starting', numbers: null }]);
  });
});

describe('reset', () => {
  test('deletes the folder, and then there is nothing', async () => {
    mkdirSync(join(dataDir, 'kafka'), { recursive: true });
    expect((await runHere(env, 'reset', '--yes')).stdout).toBe(`Deleted ${dataDir}.\n`);
    expect(existsSync(dataDir)).toBe(false);
    expect((await runHere(env, 'reset', '--yes')).stdout).toContain('There is nothing');
  });

  test('without a person to ask deletes nothing unless told --yes', async () => {
    mkdirSync(join(dataDir, 'kafka'), { recursive: true });
    const { code, stderr } = await runHere(env, 'reset');
    expect([code, stderr.includes('reset --yes')]).toEqual([2, true]);
    expect(existsSync(join(dataDir, 'kafka'))).toBe(true);
  });

  test('is refused while a stack runs', async () => {
    runs([]);
    const { code, stderr } = await runHere(env, 'reset', '--yes');
    expect(code).toBe(3);
    expect(stderr).toContain('npx workfront-cdc down first');
    expect(existsSync(join(dataDir, 'stack.json'))).toBe(true);
  });
});

test('down where nothing runs says so, and takes a stale stack.json away', async () => {
  runs([]);
  unlock();
  const { code, stdout } = await runHere(env, 'down');
  expect([code, stdout]).toEqual([0, 'Nothing was running.\n']);
  expect(existsSync(join(dataDir, 'stack.json'))).toBe(false);
});

test('the sandbox alone serves, and ends with the command', async () => {
  const child = startCommand({ SANDBOX_PORT: '0', SANDBOX_TOUR: 'false' }, 'sandbox');
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const urlOf = (): string | null => /"url":"([^"]+)"/.exec(said)?.[1] ?? null;
  const url = await eventually(urlOf, { what: 'the sandbox listens', deadlineMs: 60_000 });
  const api = `${url}/attask/api/v21.0/proj/count?apiKey=sandbox`;
  expect((await fetch(api)).status).toBe(200);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await expect(fetch(api)).rejects.toThrow();
});

describe('where up cannot run', () => {
  test('every wrong setting is named, and no folder is made', async () => {
    const wrong = { ...env, SANDBOX_RATE: 'many', TOPIC_PREFIX: 'NO GOOD', WEBHOOK_TOKENN: 'x' };
    const { code, stdout, stderr } = await runAdmin(wrong, ['up']);
    expect([code, stdout]).toEqual([2, '']);
    for (const name of ['TOPIC_PREFIX: ', 'SANDBOX_RATE: ', 'did you mean WEBHOOK_TOKEN?']) {
      expect(stderr).toContain(name);
    }
    expect(existsSync(dataDir)).toBe(false);
  });

  test.each([['up'], ['up', '--detach']])(
    'a file in place of its folder is one sentence (%s %s)',
    async (...args) => {
      writeFileSync(join(folder, 'file'), '');
      const below = { ...env, WORKFRONT_CDC_DATA_DIR: join(folder, 'file', 'data') };
      const { code, stderr } = await runAdmin(below, args);
      expect(code).toBe(3);
      expect(stderr).toMatch(/cannot be used \(ENOTDIR\).*WORKFRONT_CDC_DATA_DIR/);
      expect(stderr).not.toMatch(/^ +at /m);
    },
  );
});
