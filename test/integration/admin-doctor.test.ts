// What `doctor` finds, each thing by itself, on real servers and the sandbox.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asMicros } from '../../services/core/units.ts';

import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { setAside } from '../../services/source/promises/set-aside.ts';
import { applyStore } from '../../services/store/live-store.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { runHere } from '../support/command-line.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';
import { freshPrefix, sharedStack } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

interface Check {
  readonly check: string;
  readonly verdict: 'well' | 'note' | 'finding';
  readonly said: string;
  readonly fix: string | null;
}

let folder = '';
let sandbox: Service;
let database: FreshDatabase;
let pool: Pool;
let env: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  folder = mkdtempSync(`${tmpdir()}/admin-doctor-`);
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 2, applicationName: 'doctor-test' });
  await applyStore(pool, { schema: 'store_1', definition: objectTables() });
  await withTransaction(pool, applyViews);
  sandbox = await spawnService('sandbox', { SANDBOX_PORT: '0', SANDBOX_WORLD: 'tiny' });
  const { kafkaBrokers, registryUrl } = sharedStack();
  env = {
    WORKFRONT_CDC_DATA_DIR: folder,
    KAFKA_BROKERS: kafkaBrokers.join(','),
    TOPIC_PREFIX: freshPrefix(),
    SCHEMA_REGISTRY_URL: registryUrl,
    DATABASE_URL: database.url,
    WORKFRONT_URL: sandbox.url,
    WORKFRONT_API_KEY: 'sandbox',
    WEBHOOK_PUBLIC_URL: 'http://127.0.0.1:9/hooks',
    WEBHOOK_TOKEN: 'the token of this test',
  };
}, 60_000);

afterAll(async () => {
  sandbox.signal('SIGTERM');
  await sandbox.exited;
  await pool.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function examined(more: Readonly<Record<string, string>> = {}): Promise<readonly Check[]> {
  const { stdout, code } = await runHere({ ...env, ...more }, 'doctor', '--json');
  const answer = JSON.parse(stdout) as { well: boolean; checks: readonly Check[] };
  expect([answer.well, code]).toEqual([false, 1]);
  return answer.checks;
}

async function settings(change: Readonly<Record<string, unknown>>): Promise<void> {
  const body = JSON.stringify(change);
  const init = { method: 'PUT', body, headers: { 'content-type': 'application/json' } };
  expect((await fetch(`${sandbox.url}/sandbox/settings`, init)).status).toBeLessThan(300);
}

function of(check: string, found: readonly Check[]): readonly Check[] {
  return found.filter((one) => one.check === check);
}

describe('doctor', { timeout: 120_000 }, () => {
  test('says of each thing by itself how it is, and of each finding what to do', async () => {
    const found = await examined();
    expect(of('topics', found)[0]).toMatchObject({
      verdict: 'finding',
      said: expect.stringMatching(/\d+ are missing/) as string,
      fix: 'npx workfront-cdc topics apply',
    });
    expect(of('registry', found)[0]?.verdict).toMatch(/well|finding/);
    for (const check of ['postgres', 'control', 'workfront', 'clock', 'types', 'gaps']) {
      expect(of(check, found)).toMatchObject([{ verdict: 'well' }]);
    }
    // The sandbox has fields that no page of Adobe's lists, as every tenant has.
    const [fields] = of('fields', found);
    expect([fields?.verdict, fields?.said]).toEqual([
      'note',
      expect.stringMatching(/lacks: \w+\.\w/),
    ]);
    expect(of('subscriptions', found)[0]).toMatchObject({
      verdict: 'finding',
      said: expect.stringMatching(/^\d+ missing: /) as string,
    });
    expect(of('planning', found)[0]?.verdict).toBe('note');
    expect(of('swept instants', found)[0]).toMatchObject({ verdict: 'finding' });
    for (const one of found) if (one.verdict === 'finding') expect(one.fix).not.toBeNull();
  });

  test('a refused key hides no other finding, and is printed nowhere', async () => {
    const found = await examined({ WORKFRONT_API_KEY: 'hunter2' });
    expect(of('workfront', found)[0]?.said).toContain('401');
    expect(of('postgres', found)[0]?.verdict).toBe('well');
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  test('an API version that is gone is named with its setting', async () => {
    await settings({ retireDeprecated: true });
    const found = await examined({ WORKFRONT_API_VERSION: '15' });
    await settings({ retireDeprecated: false });
    expect(of('workfront', found)).toMatchObject([
      { verdict: 'finding', fix: expect.stringContaining('WORKFRONT_API_VERSION') as string },
    ]);
  });

  test('what was set aside, a gap and an instant that stands still are findings', async () => {
    const aside = { objCode: 'TASK', subject: 'a', digest: Buffer.from('d'), clock: asMicros(1) };
    await setAside(pool, 'object-poller', [{ ...aside, reason: 'UNDECODABLE', holdsBack: true }]);
    await pool.query(`
      insert into control.gaps (objcode, subject, reason, began, readers, found_at)
      values ('PROJ', 'PROJ UPDATE', 'missing', now(), '{object-poller}', now() - interval '1 h');
      insert into control.watermarks (objcode, kind, up_to, ends, moved_at)
      values ('TASK', 'swept', now(), '{}', now() - interval '9 hours'),
        ('ROLE', 'current', now(), '{}', now());
      insert into control.wanted_reads values ('RECORD', 'x', 'test', now() - interval '1 h')`);
    const found = await examined();
    expect(of('set aside', found)[0]).toMatchObject({ verdict: 'finding', said: '1 of TASK' });
    expect(of('gaps', found)).toMatchObject([
      {
        verdict: 'finding',
        said: expect.stringContaining('of PROJ; the oldest is known for 60') as string,
      },
    ]);
    expect(of('asked for', found)).toMatchObject([{ said: 'nobody answers: 1 of RECORD' }]);
    expect(of('swept instants', found)[0]?.said).toMatch(/of TASK for 540 minutes/);
    expect(of('current instants', found)[0]?.verdict).toBe('well');
  });

  test('what is normal right after a start is a note, for as long as it is normal', async () => {
    await pool.query(`
      update control.gaps set found_at = now();
      delete from control.watermarks where kind <> 'swept';
      insert into control.leases (name, holder, epoch, expires_at)
      values ('objects', 'a test', 1, now() + interval '1 h'),
        ('journal', 'a test', 1, now() + interval '1 h')`);
    const young = await examined();
    expect(of('gaps', young)).toMatchObject([{ verdict: 'note', fix: null }]);
    for (const check of ['current instants', 'history instants']) {
      expect(of(check, young)).toMatchObject([
        { verdict: 'note', said: 'of no type yet: the first reading is under way' },
      ]);
    }
    // Its poller stood still for nine hours, and runs again.
    expect(of('swept instants', young)).toMatchObject([{ verdict: 'well' }]);
    await pool.query(`update control.leases set taken_at = now() - interval '9 hours'`);
    const old = await examined();
    expect(of('history instants', old)).toMatchObject([{ verdict: 'finding' }]);
    expect(of('swept instants', old)).toMatchObject([
      { verdict: 'finding', fix: expect.stringContaining('the log of its poller') as string },
    ]);
    await pool.query(`update control.leases set expires_at = now()`);
    expect(of('swept instants', await examined())).toMatchObject([
      { fix: expect.stringContaining('its poller does not run') as string },
    ]);
  });

  test('a schema control in another database is said to promise nothing', async () => {
    const other = await freshDatabase();
    try {
      await pool.query('alter schema control rename to elsewhere');
      const found = await examined({ CONTROL_DATABASE_URL: other.url });
      expect(of('control', found).map(({ verdict }) => verdict)).toEqual(['well', 'finding']);
      expect(of('control', found)[1]?.fix).toContain('postgres_fdw');
    } finally {
      await pool.query('alter schema elsewhere rename to control');
      await other.drop();
    }
  });

  test('as text it has a line for each, and the fix under it', async () => {
    const { stdout, code } = await runHere(env, 'doctor');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^well {2}postgres /m);
    expect(stdout).toMatch(/^FIX {3}topics .*\n +→ npx workfront-cdc topics apply$/m);
    expect(stdout).toMatch(/\d+ of \d+ need something to be done\.\n$/);
  });
});
