import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../services/platform/postgres/migrate.ts';
import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';
import { restartServer } from '../support/shared-stack.ts';

let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 3, applicationName: 'postgres-test' });
  await pool.query('create table thing (id int8 primary key, name text)');
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

async function ids(): Promise<bigint[]> {
  const { rows } = await pool.query<{ id: bigint }>('select id from thing order by id');
  return rows.map(({ id }) => id);
}

test('nothing is rounded: int8 is a bigint, times and numerics are text', async () => {
  const { rows } = await pool.query(`
    select 9007199254740993::int8 as big, '2020-05-18 17:00:00.123456+00'::timestamptz as at,
      0.1234567890123456789::numeric as exact, 1.5::float8 as real, '{"a": 1e2}'::jsonb as doc,
      array[1, 2]::int8[] as list, '2020-05-18'::date as day`);
  expect(rows[0]).toMatchObject({
    big: 9007199254740993n,
    exact: '0.1234567890123456789',
    real: 1.5,
    doc: '{"a": 100}',
    day: '2020-05-18',
  });
  expect(String(rows[0]?.['at'])).toContain('17:00:00.123456');
});

test('a pool may ask for parsed jsonb, which loses nothing either', async () => {
  const parsed = openPool({ url: database.url, max: 1, applicationName: 'p', json: 'parsed' });
  const { rows } = await parsed.query(`select '{"a": 12345678901234567890}'::jsonb as doc`);
  expect(rows[0]).toMatchObject({ doc: { a: { text: '12345678901234567890' } } });
  await parsed.close();
});

test('a transaction that fails leaves nothing and gives its connection back', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const failing = withTransaction(pool, async (client) => {
      await client.query('insert into thing values (1)');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
  }
  expect(await ids()).toEqual([]);
  expect(pool.load()).toEqual({ inUse: 0, waiting: 0 });
});

test('copyIn takes any number of chunks, and is part of its transaction', async () => {
  function* chunks(): Iterable<string> {
    for (let id = 1; id <= 20_000; id += 1) yield `${id}\tname ${id}\n`;
  }
  const copied = await withTransaction(pool, (client) =>
    client.copyIn('copy thing from stdin', chunks()),
  );
  expect(copied).toBe(20_000);
  expect(await ids()).toHaveLength(20_000);
  await pool.query('truncate thing');
});

test('a copy that the server refuses is UNSTORABLE and the connection lives', async () => {
  const bad = withTransaction(pool, (client) =>
    client.copyIn('copy thing from stdin', ['1\tx\n', 'no number\ty\n']),
  );
  await expect(bad).rejects.toMatchObject({ code: 'UNSTORABLE' });
  const own = withTransaction(pool, (client) => client.copyIn('copy thing from stdin', failing()));
  await expect(own).rejects.toThrow('no more');
  expect(await ids()).toEqual([]);
  expect(pool.load()).toEqual({ inUse: 0, waiting: 0 });
});

function* failing(): Iterable<string> {
  yield '1\tx\n';
  throw new Error('no more');
}

test.each([
  ['insert into thing values (7), (7)', 'UNSTORABLE'],
  ['select from nowhere', 'POSTGRES_REFUSED'],
  ['select pg_terminate_backend(pg_backend_pid())', 'POSTGRES_UNAVAILABLE'],
  ['set statement_timeout = 1; select pg_sleep(1)', 'POSTGRES_UNAVAILABLE'],
])('%s is %s', async (sql, code) => {
  await expect(pool.withClient((client) => client.query(sql))).rejects.toMatchObject({ code });
});

test('text with a zero character is UNSTORABLE', async () => {
  const zero = pool.query('insert into thing values (8, $1)', ['a\u0000b']);
  await expect(zero).rejects.toMatchObject({ code: 'UNSTORABLE' });
});

test('over a crash and a restart of Postgres the pool recovers by itself', async () => {
  const holding = withTransaction(pool, async (client) => {
    await client.query('insert into thing values (1)');
    await restartServer('postgres', 'kill');
    await client.query('insert into thing values (2)');
  });
  await expect(holding).rejects.toMatchObject({ code: 'POSTGRES_UNAVAILABLE' });
  const answer = await eventually(() => ids(), { what: 'the pool works again' });
  expect(answer).toEqual([]);
});

describe('migrations', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function version(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    const directory = join(folder, name);
    await mkdir(directory);
    for (const [file, sql] of Object.entries(files)) await writeFile(join(directory, file), sql);
    return directory;
  }

  /** A database without the migrations of `control`. */
  async function empty(): Promise<Pool> {
    await pool.query('drop schema if exists control cascade');
    await pool.query('drop table if exists a, b');
    return pool;
  }

  const FIRST = { '000001_a.sql': 'create table a (x int);' };

  test('are applied once, also when many start at once', async () => {
    await empty();
    const directory = await version('concurrent', {
      ...FIRST,
      '000002_b.sql': 'create table b ();',
    });
    const pools = [1, 2, 3].map((at) =>
      openPool({ url: database.url, max: 1, applicationName: `migrate-${at}` }),
    );
    const applied = await Promise.all(pools.map((one) => migrate(one, directory)));
    await Promise.all(pools.map((one) => one.close()));
    expect(applied.flat()).toEqual(['000001_a.sql', '000002_b.sql']);
    expect(await migrate(pool, directory)).toEqual([]);
  });

  test('that fail leave nothing of themselves, and say which file', async () => {
    await empty();
    const bad = { ...FIRST, '000002_b.sql': 'create table b (); select from nowhere;' };
    await expect(migrate(pool, await version('failing', bad))).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      context: { file: '000002_b.sql' },
    });
    const { rows } = await pool.query(`select to_regclass('a')::text as a, to_regclass('b') as b`);
    expect(rows).toEqual([{ a: 'a', b: null }]);
  });

  test('that were changed after they were applied are refused', async () => {
    await empty();
    await migrate(pool, await version('before', FIRST));
    const after = await version('after', { '000001_a.sql': 'create table a (y int);' });
    await expect(migrate(pool, after)).rejects.toMatchObject({ code: 'MIGRATION_MISMATCH' });
  });

  test('of a newer build stop an older one only when they are breaking', async () => {
    await empty();
    const old = await version('old', FIRST);
    await migrate(pool, await version('new', { ...FIRST, '000002_b.sql': 'create table b ();' }));
    expect(await migrate(pool, old)).toEqual([]);
    const breaking = {
      ...FIRST,
      '000002_b.sql': 'create table b ();',
      '000003_c.sql': '--! breaking\ndrop table a;',
    };
    await migrate(pool, await version('breaking', breaking));
    await expect(migrate(pool, old)).rejects.toMatchObject({ code: 'MIGRATION_MISMATCH' });
  });

  test('with a gap in their numbers are refused', async () => {
    const directory = await version('gap', { ...FIRST, '000003_c.sql': '' });
    await expect(migrate(pool, directory)).rejects.toMatchObject({ code: 'MIGRATION_MISMATCH' });
  });
});
