import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { openKafka } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { wantedTopics } from '../../services/source/log/topics.ts';
import { runHere } from '../support/command-line.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';
import { openJournalDouble } from '../support/journal-double.ts';
import { freshPrefix, sharedStack } from '../support/shared-stack.ts';

// Each command alone, on servers that are given to it by the environment.
let folder = '';
let database: FreshDatabase;
let env: Readonly<Record<string, string>> = {};

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'admin-stores-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  database = await freshDatabase();
  env = {
    WORKFRONT_CDC_DATA_DIR: join(folder, 'data'),
    KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: sharedStack().registryUrl,
    DATABASE_URL: database.url,
    TOPIC_PREFIX: freshPrefix(),
  };
});
afterEach(() => database.drop());

async function query(sql: string): Promise<unknown[]> {
  const pool = openPool({ url: database.url, max: 1, applicationName: 'admin-test' });
  return pool.query(sql).then(
    async ({ rows }) => {
      await pool.close();
      return rows;
    },
    async (error: unknown) => {
      await pool.close();
      throw error;
    },
  );
}

test('topics plan names what apply creates, and changes nothing', async () => {
  const wanted = await wantedTopics({ prefix: env['TOPIC_PREFIX'] ?? '', local: true });
  for (const time of ['first', 'second']) {
    const { code, stdout } = await runHere(env, 'topics', 'plan');
    expect(code, time).toBe(0);
    for (const { topic } of wanted) expect(stdout).toContain(topic);
    expect(stdout).not.toContain('Every topic is there.');
  }
  const applied = await runHere(env, 'topics', 'apply');
  expect(applied.stdout).toContain(`Created ${wanted.length} topics`);
  expect((await runHere(env, 'topics', 'plan')).stdout).toBe('Every topic is there.\n');
  expect((await runHere(env, 'topics', 'apply')).stdout).toBe('Every topic was there.\n');
});

test('topics plan shows what somebody has changed, and apply leaves it', async () => {
  const [odd] = await wantedTopics({ prefix: env['TOPIC_PREFIX'] ?? '', local: true });
  if (odd === undefined) throw new Error('no topic is wanted');
  const logger = createLogger('test', { level: 'silent' });
  const kafka = openKafka({ brokers: sharedStack().kafkaBrokers, clientId: 'test', logger });
  const other = { ...odd, configs: { ...odd.configs, 'retention.ms': '1000' } };
  await kafka.admin().createTopics([other]);
  await kafka.close();
  const drift = new RegExp(`^${odd.topic} +retention\\.ms +\\S+ +1000$`, 'm');
  expect((await runHere(env, 'topics', 'apply')).stdout).toMatch(drift);
  expect((await runHere(env, 'topics', 'plan')).stdout).toMatch(drift);
});

test('schemas apply registers once, and plan says what is there', async () => {
  const applied = await runHere(env, 'schemas', 'apply');
  const [, id = ''] = /registered with id (\d+)/.exec(applied.stdout) ?? [];
  expect(id).not.toBe('');
  expect((await runHere(env, 'schemas', 'apply')).stdout).toContain(`with id ${id}.`);
  const planned = await runHere(env, 'schemas', 'plan');
  expect(planned.stdout).toContain(`is registered with id ${id}.`);
  expect(planned.stdout).toContain('BACKWARD_TRANSITIVE');
});

test('migrate makes schema control where there is none, and then has nothing to do', async () => {
  await query('drop schema control cascade');
  const first = await runHere(env, 'migrate');
  expect(first.stdout).toContain('Applied 000001_control.sql');
  expect(await query('select count(*)::int as count from control.cursors')).toEqual([{ count: 0 }]);
  expect((await runHere(env, 'migrate')).stdout).toBe('Schema control was up to date.\n');
});

test('tenant adopt gives the databases to the Workfront that is set up', async () => {
  const acme = { ...env, WORKFRONT_URL: 'https://acme.my.workfront.com' };
  const moved = { ...env, WORKFRONT_URL: 'https://new.my.workfront.com' };
  expect((await runHere(acme, 'tenant', 'adopt')).stdout).toContain('belonged to nobody');
  const { stdout } = await runHere(moved, 'tenant', 'adopt');
  expect(stdout).toContain(
    'control: belonged to https://acme.my.workfront.com, belongs to https://new.my.workfront.com.',
  );
  expect(await query('select address from control.tenant')).toEqual([
    { address: 'https://new.my.workfront.com' },
  ]);
});

test('cursors set takes what its source can read, up to the time of Workfront', async () => {
  const double = await openJournalDouble();
  try {
    const set = (value: string, ...options: string[]) =>
      runHere(
        { ...env, WORKFRONT_URL: double.url },
        'cursors',
        'set',
        'journal',
        value,
        ...options,
      );
    const stored = () =>
      query(`select value ->> 'entryDate' as at, value ->> 'ID' as id from control.cursors`);
    const at = { entryDate: '2026-01-31T00:00:00.000Z', ID: 'a' };
    await query("insert into control.leases values ('journal', 'one', 1, now())");
    await query(
      `insert into control.cursors (name, lease, epoch, value, moved_at)
       values ('journal', 'journal', 1, '${JSON.stringify(at)}', now())`,
    );
    for (const [value, said] of [
      ['{"a":1}', 'The cursor journal is a time and an ID'],
      ['{"lastUpdateDate":"2026-01-31T00:00:00.000Z"}', 'The cursor journal is a time and an ID'],
      ['{"entryDate":"2099-01-01T00:00:00.000Z","ID":""}', 'lies in the future'],
      ['yesterday', 'is not JSON'],
    ] as const) {
      const { code, stderr } = await set(value);
      expect([code, stderr.includes(said)], `${value}: ${stderr}`).toEqual([2, true]);
      expect(await stored()).toEqual([{ at: at.entryDate, id: at.ID }]);
    }
    const tried = await set('{"entryDate":"2026-01-01"}', '--dry-run');
    expect(tried).toMatchObject({ code: 0 });
    expect(tried.stdout).toContain('"2026-01-01T00:00:00.000Z"');
    expect(await stored()).toEqual([{ at: at.entryDate, id: at.ID }]);
    expect(await set('{"entryDate":"2026-01-01"}')).toMatchObject({ code: 0 });
    expect(await stored()).toEqual([{ at: '2026-01-01T00:00:00.000Z', id: '' }]);
  } finally {
    await double.close();
  }
});

test.each([
  [['topics', 'plan'], 'KAFKA_BROKERS'],
  [['schemas', 'plan'], 'SCHEMA_REGISTRY_URL'],
  [['migrate'], 'CONTROL_DATABASE_URL'],
  [['sql', '-c', 'select 1'], 'DATABASE_URL'],
  [['tenant', 'adopt'], 'WORKFRONT_URL'],
  [['subscriptions', 'plan'], 'WORKFRONT_URL'],
])('%j without its server names the variable and the way out', async (args, variable) => {
  const bare = { WORKFRONT_CDC_DATA_DIR: join(folder, 'nothing') };
  const { code, stdout, stderr } = await runHere(bare, ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^${variable} is not set, and no local stack`));
  expect(stderr).toContain('npx workfront-cdc up --detach');
});

test('what no command is ends with the help and exit code 2', async () => {
  expect((await runHere(env, 'tpics')).code).toBe(2);
  expect((await runHere(env, 'dead-letters', 'list', '--limit', 'all')).code).toBe(2);
  expect((await runHere({ TOPIC_PREFIX: 'NO GOOD' }, '--help')).code).toBe(0);
});
