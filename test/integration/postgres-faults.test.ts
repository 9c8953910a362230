import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { requireFit } from '../../services/platform/postgres/require-fit.ts';
import { sharedStack } from '../support/shared-stack.ts';

const { databaseUrl } = sharedStack();
let admin: Pool;
let name: string;

beforeEach(() => {
  admin = openPool({ url: databaseUrl, max: 1, applicationName: 'test' });
  name = `fault_${crypto.randomUUID().replaceAll('-', '')}`;
});
afterEach(async () => {
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`drop role if exists ${name}`);
  await admin.close();
});

async function withPool<T>(
  change: (url: URL) => void,
  use: (pool: Pool) => Promise<T>,
): Promise<T> {
  const url = new URL(databaseUrl);
  change(url);
  const pool = openPool({ url: url.href, max: 1, applicationName: 'fault' });
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

const refusal = (code: string, fix: RegExp) => ({
  code,
  message: expect.stringMatching(fix) as string,
});

describe('a database that does not fit', () => {
  it('is refused at the start for its encoding', async () => {
    await admin.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    const asked = withPool((url) => void (url.pathname = name), requireFit);
    await expect(asked).rejects.toMatchObject(refusal('DATABASE_UNFIT', /LATIN1.*encoding 'UTF8'/));
  });

  it('is waited for while it takes no writes, and fits again afterwards', async () => {
    await admin.query(`create database ${name}`);
    await admin.query(`alter database ${name} set default_transaction_read_only = on`);
    const toIt = (url: URL): void => void (url.pathname = name);
    await expect(withPool(toIt, requireFit)).rejects.toMatchObject(
      refusal('POSTGRES_UNAVAILABLE', /takes no writes.*default_transaction_read_only/),
    );
    const writing = withPool(toIt, (pool) => pool.query('create table t (a int)'));
    await expect(writing).rejects.toMatchObject(refusal('POSTGRES_UNAVAILABLE', /read-only/));
    await admin.query(`alter database ${name} reset default_transaction_read_only`);
    await withPool(toIt, requireFit);
  });
});

describe('a connection that is refused', () => {
  it.each([
    ['a wrong database', (url: URL) => void (url.pathname = 'nowhere'), /mend its name/],
    ['a wrong password', (url: URL) => void (url.password = 'wrong'), /user and password/],
    [
      'TLS that is off',
      (url: URL) => url.searchParams.set('sslmode', 'require'),
      /sslmode=disable/,
    ],
  ])('says in one sentence what to mend: %s', async (_, change, fix) => {
    const asked = withPool(change, (pool) => pool.query('select 1'));
    await expect(asked).rejects.toMatchObject(refusal('POSTGRES_REFUSED', fix));
  });

  it('is tried again where the server is only full or ends a transaction', async () => {
    await admin.query(`create role ${name} login password 'p' connection limit 0`);
    const full = withPool(
      (url) => {
        url.username = name;
        url.password = 'p';
      },
      (pool) => pool.query('select 1'),
    );
    await expect(full).rejects.toMatchObject(refusal('POSTGRES_UNAVAILABLE', /max_connections/));
    await admin.query(`alter role ${name} connection limit -1`);
    await admin.query(`alter role ${name} set transaction_timeout = '200ms'`);
    const slow = withPool(
      (url) => {
        url.username = name;
        url.password = 'p';
      },
      (pool) => pool.query('select pg_sleep(5)'),
    );
    await expect(slow).rejects.toMatchObject(
      refusal('POSTGRES_UNAVAILABLE', /transaction_timeout/),
    );
  });
});
