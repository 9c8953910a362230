import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openPool } from '../../services/platform/postgres/postgres.ts';
import { runAdmin, runHere, startCommand } from '../support/command-line.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

const ROWS = 200_000;
const EVERY_ROW = `select i, 'row ' || i as name from generate_series(1, ${ROWS}) as i`;

let database: FreshDatabase;
let folder = '';
let env: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'admin-sql-'));
  database = await freshDatabase();
  env = { DATABASE_URL: database.url, WORKFRONT_CDC_DATA_DIR: folder };
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

test.each([
  ['as JSON', ['--json']],
  ['as CSV', ['--csv']],
  ['as a table', []],
])(`${ROWS} rows come through a pipe whole, in order (%s)`, async (_, form) => {
  const { code, stdout, stderr } = await runAdmin(env, ['sql', ...form, '-c', EVERY_ROW]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const found = [...stdout.matchAll(/row (\d+)/g)].map(([, at]) => Number(at));
  expect(found).toHaveLength(ROWS);
  expect(found.every((at, index) => at === index + 1)).toBe(true);
});

test('a reader that goes away after ten lines ends it quietly', async () => {
  const endless = 'select generate_series(1, 100000000) as i';
  const child = startCommand(env, 'sql', '--csv', '-c', endless);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    expect(line).toBe(lines === 0 ? 'i' : String(lines));
    lines += 1;
    if (lines === 10) break;
  }
  child.stdout?.destroy();
  expect(await ended).toBe(0);
  expect(stderr).toBe('');
});

test('numbers, truth and documents keep their type and every digit', async () => {
  const sql = `select 12345678901234567890.10::numeric as n, 9007199254740993::bigint as b,
    true as t, '{"a":[1.50]}'::jsonb as j, null::int as none, '1' as text, 1.5::float8 as f`;
  const { stdout } = await runHere(env, 'sql', '--json', '-c', sql);
  expect(stdout).toBe(
    '{"n":12345678901234567890.10,"b":9007199254740993,"t":true,"j":{"a": [1.50]},' +
      '"none":null,"text":"1","f":1.5}\n',
  );
});

test('show and explain print their rows', async () => {
  const shown = await runHere(env, 'sql', '-c', 'show server_encoding');
  expect(shown.stdout).toBe('server_encoding\n---------------\nUTF8\n(1 row)\n');
  const explained = await runHere(env, 'sql', '-c', 'explain select 1');
  expect(explained.stdout).toMatch(/QUERY PLAN\n-+\nResult .*\n\(1 row\)\n/);
});

test('copy to stdout gives the bytes that Postgres gives', async () => {
  const copy = `copy (select i, 'ü' || i from generate_series(1, 50000) as i) to stdout (format csv)`;
  const { code, stdout } = await runAdmin(env, ['sql', '-c', `${copy}; select 1 as one`]);
  const lines = stdout.split('\n');
  expect(lines.slice(0, 2)).toEqual(['1,ü1', '2,ü2']);
  expect(lines[49_999]).toBe('50000,ü50000');
  expect(lines.slice(50_000)).toEqual(['COPY 50000', 'one', '---', '  1', '(1 row)', '']);
  expect(code).toBe(0);
});

test.each(['copy filled from stdin', 'create table other (i int)', 'delete from filled'])(
  'what would write is refused by name: %s',
  async (sql) => {
    const pool = openPool({ url: database.url, max: 1, applicationName: 'admin-sql' });
    await pool.query('create table if not exists filled (i int)');
    await pool.close();
    const { code, stderr } = await runHere(env, 'sql', '-c', sql);
    expect(code).toBe(2);
    expect(stderr).toContain('read-only session');
  },
);

test('what statements gave before a wrong one is shown, then the error', async () => {
  const { code, stdout, stderr } = await runHere(
    env,
    'sql',
    '-c',
    'select 1 as one; select nothing',
  );
  expect(stdout).toBe('one\n---\n  1\n(1 row)\n');
  expect(stderr).toContain('column "nothing" does not exist');
  expect(code).toBe(1);
});

test('a script may be a file or piped in, with a byte order mark or without', async () => {
  const file = join(folder, 'query.sql');
  writeFileSync(file, '\ufeffselect 1 as one;\n-- the end\n');
  const wanted = 'one\n1\n';
  expect((await runHere(env, 'sql', '--csv', file)).stdout).toBe(wanted);
  const piped = await runAdmin(env, ['sql', '--csv'], '\ufeffselect 1 as one');
  expect(piped.stdout).toBe(wanted);
});

test('a file that is missing, or no text, is named', async () => {
  const latin1 = join(folder, 'latin1.sql');
  writeFileSync(latin1, Buffer.from("select 'caf\xe9'", 'latin1'));
  const missing = await runHere(env, 'sql', join(folder, 'missing.sql'));
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toContain('missing.sql cannot be read');
  expect((await runHere(env, 'sql', latin1)).stderr).toContain('latin1.sql is not UTF-8');
});
