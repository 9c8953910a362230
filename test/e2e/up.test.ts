import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readIdentity } from '../../services/local-stack/kept-process.ts';
import { identify, isAlive, signalProcess } from '../../services/local-stack/process-identity.ts';
import type { ProcessIdentity } from '../../services/local-stack/process-identity.ts';
import { readStackFile } from '../../services/admin/stack-file.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';
import { freshPrefix, sharedStack } from '../support/shared-stack.ts';

// The command line as a user has it, on the servers of this run: `up` uses what it is given.
const COMMAND_TIMEOUT_MS = 150_000;

let dataDir = '';
let database: FreshDatabase;
let env: NodeJS.ProcessEnv = {};

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function command(...args: string[]): Promise<Outcome> {
  const main = assetPath('dist', 'services', 'admin', 'main.js');
  return new Promise((resolve) => {
    const options = { env, timeout: COMMAND_TIMEOUT_MS };
    execFile(process.execPath, [main, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 255;
      resolve({ code, stdout, stderr });
    });
  });
}

async function rows(sql: string): Promise<Record<string, string | null>[]> {
  const { code, stdout, stderr } = await command('sql', '--json', '-c', sql);
  if (code !== 0) throw new Error(stderr);
  const lines = stdout.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, string | null>);
}

function stackFile(): NonNullable<ReturnType<typeof readStackFile>> {
  const stack = readStackFile(dataDir);
  if (stack === null) throw new Error('there is no stack.json');
  return stack;
}

function everyProcess(): ProcessIdentity[] {
  const all = [
    readIdentity(join(dataDir, 'lock')),
    ...stackFile().processes.map(({ pid }) => identify(pid)),
  ];
  return all.filter((one) => one !== null);
}

async function createProject(name: string): Promise<void> {
  const query = new URLSearchParams({ apiKey: 'sandbox', name });
  const url = `${stackFile().sandboxUrl}/attask/api/v21.0/proj?${query.toString()}`;
  const response = await fetch(url, { method: 'POST' });
  expect(response.status).toBe(200);
}

function projectNamed(name: string): Promise<Record<string, string | null>> {
  const sql = `select projectid, status from workfront.projects_current where name = '${name}'`;
  const what = `${name} is in the tables`;
  return eventually(async () => (await rows(sql))[0], { what, deadlineMs: 60_000 });
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'up-test-'));
  database = await freshDatabase();
  const { kafkaBrokers, registryUrl } = sharedStack();
  env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    WORKFRONT_CDC_DATA_DIR: dataDir,
    WORKFRONT_CDC_PORTS: 'any',
    KAFKA_BROKERS: kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: registryUrl,
    DATABASE_URL: database.url,
    TOPIC_PREFIX: freshPrefix(),
    SANDBOX_RATE: '20',
  };
});

afterAll(async () => {
  await command('down');
  rmSync(dataDir, { recursive: true, force: true });
  await database.drop();
});

test('up brings everything up, and says what to try with an answer', async () => {
  const { code, stdout, stderr } = await command('up', '--detach');
  expect(stderr + stdout).toContain('npx workfront-cdc down stops it');
  expect(code).toBe(0);
  expect(stdout).toMatch(/curl '.*apiKey=sandbox/);
  expect(stdout).toMatch(/psql 'postgres:/);
  expect(stdout).toMatch(/name +status +percentcomplete +lastupdatedate\n.*\n +\w+/);
  expect(statSync(join(dataDir, 'stack.json')).mode & 0o777).toBe(0o600);
});

test('status names what runs, and that it can do its job', async () => {
  const { stdout } = await command('status', '--json');
  const status = JSON.parse(stdout) as {
    state: string;
    processes: { name: string; state: string }[];
  };
  expect(status.state).toBe('running');
  expect(status.processes.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'sandbox ready',
    'webhook-ingress ready',
    'journal-poller ready',
    'projector ready',
  ]);
});

test('a change made over the API of Workfront arrives in the tables', async () => {
  await createProject('Made by a test');
  expect(await projectNamed('Made by a test')).toMatchObject({
    projectid: expect.any(String) as unknown,
  });
});

test('starting it twice is refused and does no harm', async () => {
  const before = everyProcess();
  for (const args of [['up'], ['up', '--detach']]) {
    const { code, stderr } = await command(...args);
    expect(code).toBe(3);
    expect(stderr).toMatch(/already runs on .*down/s);
  }
  expect(everyProcess()).toEqual(before);
  expect(before.every(isAlive)).toBe(true);
});

test('what is wanted is there: topics, schema, subscriptions, schema control', async () => {
  expect((await command('topics', 'plan')).stdout).toBe('Every topic is there.\n');
  expect((await command('schemas', 'plan')).stdout).toMatch(/is registered with id \d+/);
  expect((await command('migrate')).stdout).toContain('up to date');
  expect((await command('cursors', 'list')).stdout).toContain('journal');
});

test('a body that is no event is set aside, shown and handed in again', async () => {
  const token = readFileSync(join(dataDir, 'webhook-token'), 'utf8');
  const response = await fetch(`${stackFile().ingressUrl}/webhook/TASK`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{"hello":"from a test"}',
  });
  expect(response.status).toBeLessThan(300);
  expect((await command('dead-letters', 'list')).stdout).toMatch(
    /^0\/0 .*webhook-ingress.*waiting/m,
  );
  expect((await command('dead-letters', 'show', '0/0')).stdout).toContain(
    '{"hello":"from a test"}',
  );
  expect((await command('dead-letters', 'redrive', '--all')).stdout).toContain(
    'Handed in 0/0 again',
  );
  const after = (await command('dead-letters', 'list')).stdout;
  expect(after).toMatch(/^0\/0 .*handed in again/m);
  expect(after).toMatch(/waiting/);
  expect((await command('dead-letters', 'show', '9/9')).stderr).toContain('There is no letter 9/9');
});

test('a process that is killed is started again', async () => {
  const pidOf = (): number =>
    stackFile().processes.find(({ name }) => name === 'projector')?.pid ?? 0;
  const before = pidOf();
  process.kill(before, 'SIGKILL');
  await eventually(() => ![0, before].includes(pidOf()), { what: 'stack.json names another pid' });
  await createProject('Made after a kill');
  await projectNamed('Made after a kill');
});

test('when up is killed with -9 nothing stays behind, and the next one loses nothing', async () => {
  const all = everyProcess();
  const [up] = all;
  if (up === undefined) throw new Error('nothing runs');
  signalProcess(up, 'SIGKILL');
  await eventually(() => !all.some(isAlive), { what: 'every process has ended' });
  expect((await command('status', '--json')).stdout).toContain('"state": "stopped"');
  const { code, stderr } = await command('up', '--detach');
  expect(`${code} ${stderr}`).toMatch(/^0 /);
  await projectNamed('Made by a test');
  await createProject('Made in the second run');
  await projectNamed('Made in the second run');
});

test('down stops everything, twice if asked', async () => {
  const all = everyProcess();
  expect((await command('down')).stdout).toContain('Everything has stopped');
  expect(all.some(isAlive)).toBe(false);
  expect((await command('down')).stdout).toContain('Nothing was running');
  expect((await command('topics', 'plan')).code).toBe(0);
});

test('a wrong variable is named, and nothing is started', async () => {
  env = { ...env, SANDBOX_RATE: 'many', TOPIC_PREFIX: 'NO GOOD' };
  const { code, stderr } = await command('up');
  expect(code).toBe(2);
  expect(stderr).toMatch(/TOPIC_PREFIX: .*\n.*SANDBOX_RATE: /);
});
