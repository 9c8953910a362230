import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { cacheDir } from '../../services/local-stack/cache-dir.ts';
import { forgetForeignPostgres } from '../../services/local-stack/foreign-postgres.ts';
import { startStack } from '../../services/local-stack/start-stack.ts';
import type { Stack, StackOptions } from '../../services/local-stack/start-stack.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { writeStackFile } from '../../services/admin/stack-file.ts';
import { runAdmin } from '../support/command-line.ts';

/** A server that is never asked. */
const GIVEN = { kafkaBrokers: ['127.0.0.1:1'], registryUrl: 'http://127.0.0.1:1' };

let folder = '';
let running: Stack[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'surroundings-test-'));
  running = [];
});

afterEach(async () => {
  for (const stack of running) await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<StackOptions> = {}): Promise<Stack> {
  const stack = await startStack({
    dataDir: join(folder, 'data'),
    cacheDir: cacheDir(process.env),
    env: process.env,
    given: GIVEN,
    prefer: 'any',
    ...options,
  });
  running.push(stack);
  return stack;
}

async function withPoolOf<T>(url: string | null, use: (pool: Pool) => Promise<T>): Promise<T> {
  if (url === null) throw new Error('this Postgres was given');
  const pool = openPool({ url, max: 1, applicationName: 'test' });
  return use(pool).finally(() => pool.close());
}

/** What a shell, a properties file, a list of folders or a locale may take for something else. */
const ODD_NAME = "it's 100% (here), dätä";

test('all three run in a folder of an odd name, and keep their data there and nowhere else', async () => {
  const before = readdirSync('.');
  const dataDir = join(folder, ODD_NAME);
  const options = { dataDir, given: {} };
  const first = await start({ ...options, env: { ...process.env, LC_ALL: 'C' } });
  await first.stop();
  const second = await start(options);
  expect(second.kafkaBrokers).toEqual(first.kafkaBrokers);
  expect((await fetch(`${second.registryUrl}/subjects`)).status).toBe(200);
  expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['kafka', 'postgres']));
  expect(readdirSync(join(dataDir, 'kafka'))).toContain('meta.properties');
  expect(readdirSync(folder)).toEqual([ODD_NAME]);
  expect(readdirSync('.')).toEqual(before);
});

describe('the roles of the local Postgres', () => {
  test('the pipeline owns its database, and is no superuser', async () => {
    const { databaseUrl } = await start();
    const sql = `select rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`;
    const { rows } = await withPoolOf(databaseUrl, (pool) => pool.query(sql));
    expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
    await withPoolOf(databaseUrl, (pool) => pool.query('create schema of_the_pipeline'));
  });

  test('an analyst reads what was granted, and writes and makes nothing', async () => {
    const { databaseUrl, analystUrl } = await start();
    await withPoolOf(databaseUrl, (pool) =>
      pool.query(`
        create table hidden as select 1 as one;
        create view shown as select * from hidden;
        grant select on shown to analyst`),
    );
    await withPoolOf(analystUrl, async (pool) => {
      expect((await pool.query('select * from shown')).rows).toEqual([{ one: 1 }]);
      for (const [sql, sqlstate] of [
        ['select * from hidden', '42501'],
        ['begin read write; create table mine (i int)', '42501'],
        ['begin read write; create schema mine', '42501'],
        ['begin read write; create temp table mine (i int)', '42501'],
        ['create table mine (i int)', '25006'],
        [`copy (select 1) to program 'cat'`, '42501'],
      ] as const) {
        const refused = pool.query(sql);
        await expect(refused, sql).rejects.toMatchObject({ context: { sqlstate } });
        await pool.query('rollback');
      }
    });
  });
});

test('what it writes is for its user alone', async () => {
  await start();
  const modeOf = (...path: string[]): number =>
    statSync(join(folder, 'data', ...path)).mode & 0o777;
  // Where root starts it, Postgres is another user, who has to walk through.
  expect(modeOf()).toBe(userInfo().uid === 0 ? 0o711 : 0o700);
  expect([modeOf('logs'), modeOf('pids'), modeOf('postgres')]).toEqual([0o700, 0o700, 0o700]);
  expect(modeOf('logs', 'postgres.log')).toBe(0o600);
  expect(modeOf('postgres', 'workfront-cdc-passwords.json')).toBe(0o600);
});

test('a log that an earlier state left open to all is closed to others', async () => {
  mkdirSync(join(folder, 'data', 'logs'), { recursive: true, mode: 0o755 });
  chmodSync(join(folder, 'data', 'logs'), 0o755);
  await start();
  expect(statSync(join(folder, 'data', 'logs')).mode & 0o777).toBe(0o700);
});

describe('variables of the user’s shell for some other Postgres', () => {
  const FOREIGN = {
    PGSSLMODE: 'require',
    PGOPTIONS: '-c default_transaction_read_only=on -c search_path=nowhere',
    PGHOST: 'db.example',
    PGPORT: '1',
    PGUSER: 'somebody',
    PGDATABASE: 'else',
    PGPASSWORD: 'hunter2',
    PGDATA: '/nowhere',
  };

  test('are taken out, unless a server was given', () => {
    const env: Record<string, string | undefined> = { ...FOREIGN, PATH: '/bin' };
    forgetForeignPostgres(env);
    expect(env).toEqual({ PATH: '/bin' });
    const given = { PGSSLMODE: 'require', DATABASE_URL: 'postgres://db/x' };
    forgetForeignPostgres(given);
    expect(given).toHaveProperty('PGSSLMODE');
  });

  test('reach neither the local Postgres nor its clients', async () => {
    const dataDir = join(folder, 'data');
    const stack = await start({ env: { ...process.env, ...FOREIGN } });
    const { databaseUrl } = stack;
    const processes: never[] = [];
    const file = { sandboxUrl: null, ingressUrl: 'http://127.0.0.1:1', queryApiUrl: null };
    const servers = { consoleUrl: null, kafkaBrokers: [], registryUrl: '', databaseUrl };
    writeStackFile({ dataDir, allDir: null }, { ...file, ...servers, processes });
    const env = { ...FOREIGN, WORKFRONT_CDC_DATA_DIR: dataDir };
    const sql = `select current_user as who, current_setting('search_path') as path`;
    const { stdout, stderr } = await runAdmin(env, ['sql', '--json', '-c', sql]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      who: 'workfront',
      path: 'workfront, planning, forms, public',
    });
  });
});
