import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startStack } from '../../services/local-stack/start-stack.ts';
import type { Stack, StackOptions } from '../../services/local-stack/start-stack.ts';
import { readIdentity } from '../../services/local-stack/kept-process.ts';
import {
  isAlive,
  parentPidOf,
  signalProcess,
} from '../../services/local-stack/process-identity.ts';
import type { ProcessIdentity } from '../../services/local-stack/process-identity.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from '../support/eventually.ts';

/** Servers that are never asked: with them a stack is a Postgres alone, quick to start. */
const GIVEN = { kafkaBrokers: ['127.0.0.1:1'], registryUrl: 'http://127.0.0.1:1' };

let folder = '';
let running: Stack[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-stack-test-'));
  running = [];
});

afterEach(async () => {
  for (const stack of running) await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<StackOptions> = {}): Promise<Stack> {
  const stack = await startStack({
    dataDir: join(folder, 'data'),
    cacheDir: join(folder, 'cache'),
    env: process.env,
    given: GIVEN,
    prefer: 'any',
    ...options,
  });
  running.push(stack);
  return stack;
}

async function query(databaseUrl: string, sql: string): Promise<unknown[]> {
  const pool = openPool({ url: databaseUrl, max: 1, applicationName: 'test' });
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.close();
  }
}

/** An environment whose java and mvn say what is given, and that has nothing else of the kind. */
function machineWith(programs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, says] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${says}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { PATH: bin, HOME: process.env['HOME'] };
}

describe('a machine that lacks something is told what to do', () => {
  const JAVA_17 = `echo 'openjdk version "17.0.15"' >&2`;

  test.each([
    ['no Java', {}, /No Java that runs.*Install a Java runtime, version 17/s],
    ['an old Java', { java: `echo 'java version "1.8.0_412"' >&2` }, /Java 8 is too old.*Install/s],
    ['a broken Java', { java: 'exit 1' }, /No Java that runs/],
    ['no Maven', { java: JAVA_17 }, /No Maven that runs.*Install Maven/s],
    ['an old Maven', { java: JAVA_17, mvn: 'echo Apache Maven 3.0.5' }, /Maven 3.0 is too old/],
    [
      'no way out',
      {
        java: JAVA_17,
        mvn: '[ "$1" = --version ] && echo Apache Maven 3.9.9 || { echo "[ERROR] no route"; exit 1; }',
      },
      /could not be downloaded.*mirror.*no route/s,
    ],
  ])('%s', async (_, programs, message) => {
    const started = start({ given: {}, env: machineWith(programs) });
    const code = message.source.includes('downloaded') ? 'DOWNLOAD_FAILED' : 'PROGRAM_MISSING';
    await expect(started).rejects.toMatchObject({ code });
    await expect(started).rejects.toThrow(message);
    // Nothing that a later start could take for a download.
    const cache = join(folder, 'cache');
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
  });

  test('JAVA_HOME is believed, also when it is wrong', async () => {
    const env = { ...process.env, JAVA_HOME: join(folder, 'nowhere') };
    await expect(start({ given: {}, env })).rejects.toThrow(/JAVA_HOME=.*nowhere/);
  });
});

test('what a killed download left is removed, and never used', async () => {
  const cacheDir = join(folder, 'cache');
  const abandoned = join(cacheDir, '.kafka-4.1.0.partial.999999 long ago');
  mkdirSync(abandoned, { recursive: true });
  const env = machineWith({
    java: `echo 'openjdk version "17.0.15"' >&2`,
    mvn: 'echo Apache Maven 3.9.9; [ "$1" = --version ]',
  });
  await expect(start({ given: {}, env, cacheDir })).rejects.toThrow(/could not be downloaded/);
  expect(readdirSync(cacheDir)).toEqual([]);
});

describe('a data folder', () => {
  test('that is half written is named, with the way out', async () => {
    const data = join(folder, 'data', 'postgres');
    mkdirSync(join(data, 'base'), { recursive: true });
    await expect(start()).rejects.toThrow(/not a whole Postgres data folder.*reset/s);
  });

  test('of another version is named too', async () => {
    const data = join(folder, 'data', 'postgres');
    mkdirSync(join(data, 'global'), { recursive: true });
    writeFileSync(join(data, 'PG_VERSION'), '17\n');
    writeFileSync(join(data, 'global', 'pg_control'), '');
    await expect(start()).rejects.toThrow(/made by Postgres 17/);
  });

  test('of Kafka that was never formatted is named, and Postgres does not stay behind', async () => {
    mkdirSync(join(folder, 'data', 'kafka'), { recursive: true });
    const options = { given: { registryUrl: GIVEN.registryUrl }, cacheDir: join(folder, 'cache') };
    // The folder is looked at before any program runs on it.
    mkdirSync(join(options.cacheDir, 'kafka-4.1.0'), { recursive: true });
    await expect(start(options)).rejects.toThrow(/not a whole Kafka data folder/);
    const postgres = readIdentity(join(folder, 'data', 'pids', 'postgres'));
    expect(postgres === null || !isAlive(postgres)).toBe(true);
  });

  test('whose making was cut off is made again', async () => {
    mkdirSync(join(folder, 'data', 'postgres.draft', 'base'), { recursive: true });
    const { databaseUrl } = await start();
    expect(await query(databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('serves one stack at a time, and the first is not harmed', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/already runs on .*process \d+.*down/s);
    expect(await query(first.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('that a dead process locked is free', async () => {
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data', 'lock'), '999999 long ago\n');
    const { databaseUrl } = await start();
    expect(await query(databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('keeps its data and its port from one start to the next', async () => {
    const first = await start();
    await query(first.databaseUrl, 'create table kept as select 1 as one');
    await first.stop();
    const second = await start();
    expect(second.databaseUrl).toBe(first.databaseUrl);
    expect(await query(second.databaseUrl, 'select * from kept')).toEqual([{ one: 1 }]);
  });
});

test('a port that another program has taken is replaced, and that is said', async () => {
  const first = await start();
  const port = Number(new URL(first.databaseUrl).port);
  await first.stop();
  const other = createServer().listen(port, '127.0.0.1');
  const said: string[] = [];
  const second = await start({ say: (message) => said.push(message) });
  expect(new URL(second.databaseUrl).port).not.toBe(String(port));
  expect(said).toEqual([expect.stringContaining(`Port ${port} is taken by another program`)]);
  other.close();
});

describe('when the program that started it is killed with -9', () => {
  test('Postgres ends too, and the next start finds its data', async () => {
    const { holder, postgres } = await holdStack();
    signalProcess(holder, 'SIGKILL');
    await eventually(() => !isAlive(holder), { what: 'the program has ended' });
    await eventually(() => !isAlive(postgres), { what: 'Postgres has ended' });
    const { databaseUrl } = await start();
    expect(await query(databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  // What is left over is found by way of /proc.
  test.skipIf(!existsSync('/proc/self/stat'))(
    'and its keeper with it, the next start ends what is left and goes on',
    async () => {
      const { holder, postgres } = await holdStack();
      const keeper = parentPidOf(postgres.pid) ?? 0;
      const watchers = childrenOf(keeper).filter((pid) => pid !== postgres.pid);
      for (const pid of [...watchers, keeper]) process.kill(pid, 'SIGKILL');
      signalProcess(holder, 'SIGKILL');
      await eventually(() => !isAlive(holder), { what: 'the program has ended' });
      expect(isAlive(postgres)).toBe(true);
      const { databaseUrl } = await start();
      expect(isAlive(postgres)).toBe(false);
      expect(await query(databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    },
  );
});

/** A process that runs a stack on the folder of this test. */
async function holdStack(): Promise<{ holder: ProcessIdentity; postgres: ProcessIdentity }> {
  const dataDir = join(folder, 'data');
  const tsx = assetPath('node_modules', 'tsx', 'dist', 'cli.mjs');
  const args = [tsx, assetPath('test', 'support', 'hold-stack.ts'), dataDir];
  spawn(process.execPath, args, { stdio: 'ignore' });
  const found = await eventually(
    () => {
      const holder = readIdentity(join(dataDir, 'lock'));
      const postgres = readIdentity(join(dataDir, 'pids', 'postgres'));
      const log = join(dataDir, 'logs', 'postgres.log');
      const ready = existsSync(log) && readFileSync(log, 'utf8').includes('ready to accept');
      return holder && postgres && ready ? { holder, postgres } : null;
    },
    { what: 'a stack runs in another process', deadlineMs: 60_000 },
  );
  return found;
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((one) => parentPidOf(one) === pid);
}
