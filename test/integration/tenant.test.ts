import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { adoptTenant, claimTenant, tenantOf } from '../../services/source/tenant/tenant.ts';
import { runHere } from '../support/command-line.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';
import { openJournalDouble } from '../support/journal-double.ts';
import { freshPrefix, sharedStack } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';

const SANDBOX = tenantOf({ WORKFRONT_URL: 'http://127.0.0.1:4000' });
const ACME = tenantOf({ WORKFRONT_URL: 'https://acme.my.workfront.com' });
const CUSTOMER = 'c'.repeat(32);

let database: FreshDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 4, applicationName: 'tenant-test' });
});

afterEach(async () => {
  await pool.close();
  await database.drop();
});

describe('a database', () => {
  test.each([
    ['the sandbox is refused to a tenant', SANDBOX, ACME],
    ['a tenant is refused to the sandbox', ACME, SANDBOX],
    ['one is refused to another', ACME, { ...ACME, address: 'https://other.my.workfront.com' }],
    [
      'one customer is refused to another at the same address',
      { ...ACME, customerID: CUSTOMER },
      { ...ACME, customerID: 'd'.repeat(32) },
    ],
  ])('of %s', async (_, first, second) => {
    await claimTenant(pool, first);
    await claimTenant(pool, first);
    const refused = claimTenant(pool, second);
    await expect(refused).rejects.toMatchObject({ code: 'TENANT_MISMATCH' });
    await expect(refused).rejects.toThrow(/DATABASE_URL.*TOPIC_PREFIX.*tenant adopt/);
  });

  test('stays with a tenant that moves, once it is known by its customer ID', async () => {
    await claimTenant(pool, ACME);
    await claimTenant(pool, { ...ACME, customerID: CUSTOMER });
    await claimTenant(pool, { address: 'https://new.my.workfront.com', customerID: CUSTOMER });
    await claimTenant(pool, { address: 'https://new.my.workfront.com', customerID: null });
  });

  test('goes to another when a person says so', async () => {
    await claimTenant(pool, ACME);
    expect(await adoptTenant(pool, SANDBOX)).toEqual(ACME);
    await claimTenant(pool, SANDBOX);
  });

  test('is claimed by one of those who start at once', async () => {
    const claims = [ACME, SANDBOX, ACME, SANDBOX].map((tenant) => claimTenant(pool, tenant));
    const results = await Promise.allSettled(claims);
    const kept = results.map(({ status }) => status === 'fulfilled');
    expect([
      [true, false, true, false],
      [false, true, false, true],
    ]).toContainEqual(kept);
  });
});

describe('a process that is set up for another tenant', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tenant-test-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const envOf = () => ({
    KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: sharedStack().registryUrl,
    DATABASE_URL: database.url,
    TOPIC_PREFIX: freshPrefix(),
    WORKFRONT_CDC_DATA_DIR: join(folder, 'data'),
    WORKFRONT_CDC_PORTS: 'any',
  });

  test('the poller does not use the cursor', async () => {
    const double = await openJournalDouble();
    const env = { ...envOf(), WORKFRONT_URL: double.url, WORKFRONT_API_KEY: 'key' };
    try {
      await runHere(env, 'topics', 'apply');
      await claimTenant(pool, ACME);
      const poller = await spawnService('journal-poller', env);
      expect(await poller.exited).toBe(2);
      expect(poller.log()).toContain('TENANT_MISMATCH');
      expect(double.requests()).toBe(0);
    } finally {
      await double.close();
    }
  });

  test.each([
    ['a sandbox after a tenant', ACME, {}],
    [
      'a tenant after the sandbox',
      SANDBOX,
      { WORKFRONT_URL: 'https://acme.my.workfront.com', WORKFRONT_API_KEY: 'key' },
    ],
  ])('up makes nothing on given servers: %s', async (_, owner, more) => {
    await claimTenant(pool, owner);
    const { code, stderr } = await runHere({ ...envOf(), ...more }, 'up');
    expect(code).toBe(2);
    expect(stderr).toContain('This database holds the changes of ' + owner.address);
    const { rows } = await pool.query(`select from pg_namespace where nspname = 'store_1'`);
    expect(rows).toEqual([]);
  });
});
