/**
 * Whose changes a database holds. A cursor of one tenant skips the rows of another, and two tenants
 * in one set of tables cannot be told apart again: so the first who writes is written down, and
 * anybody else is refused.
 */
import { PipelineError } from '../../core/errors.ts';
import { withTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Pool } from '../../platform/postgres/postgres.ts';

export interface ServedTenant {
  /** `https://acme.my.workfront.com`; LOCAL for a Workfront on this machine, whatever its port. */
  readonly address: string;
  /** The tenant's own name for itself, where it is known. */
  readonly customerID: string | null;
}

/** A sandbox: its port may be another at the next start. */
const LOCAL = 'a local Workfront';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export function tenantOf(config: {
  readonly WORKFRONT_URL: string;
  readonly WORKFRONT_CUSTOMER_ID?: string | undefined;
}): ServedTenant {
  const { hostname, origin } = new URL(config.WORKFRONT_URL);
  const address = LOOPBACK.test(hostname) ? LOCAL : origin;
  return { address, customerID: config.WORKFRONT_CUSTOMER_ID ?? null };
}

/** Makes the database `tenant`'s; TENANT_MISMATCH when it is another's. Safe at a common start. */
export async function claimTenant(pool: Pool, tenant: ServedTenant): Promise<void> {
  await withTransaction(pool, async (client) => {
    const owner = await readOwner(client);
    if (owner !== null && !isSame(owner, tenant)) throw mismatch(owner, tenant);
    await writeOwner(client, {
      ...tenant,
      customerID: tenant.customerID ?? owner?.customerID ?? null,
    });
  });
}

/** For a person who knows that it is the same tenant under another address. */
export async function adoptTenant(pool: Pool, tenant: ServedTenant): Promise<ServedTenant | null> {
  return withTransaction(pool, async (client) => {
    const owner = await readOwner(client);
    await writeOwner(client, tenant);
    return owner;
  });
}

function isSame(owner: ServedTenant, tenant: ServedTenant): boolean {
  if (owner.customerID !== null && tenant.customerID !== null) {
    return owner.customerID === tenant.customerID;
  }
  return owner.address === tenant.address;
}

const TABLE = `
  create schema if not exists control;
  create table if not exists control.tenant (
    only_one boolean primary key default true check (only_one),
    address text not null,
    customer_id text,
    claimed_at timestamptz not null default now()
  );
  comment on table control.tenant is
    'Whose changes this database holds, since the first of them; another tenant is refused.';`;

/** Any number that nothing else locks: the bytes of "wften". */
const LOCK = 0x77_66_74_65_6e;

async function readOwner(client: Client): Promise<ServedTenant | null> {
  await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
  // Asked first: whoever may not make a table can still find one that is there.
  const { rows: found } = await client.query<{ there: boolean }>(
    "select to_regclass('control.tenant') is not null as there",
  );
  if (found[0]?.there !== true) await client.query(TABLE);
  const { rows } = await client.query<ServedTenant>(
    'select address, customer_id as "customerID" from control.tenant',
  );
  return rows[0] ?? null;
}

async function writeOwner(client: Client, { address, customerID }: ServedTenant): Promise<void> {
  await client.query(
    `insert into control.tenant (address, customer_id) values ($1, $2)
     on conflict (only_one) do update set address = excluded.address,
       customer_id = excluded.customer_id
     where (control.tenant.address, control.tenant.customer_id)
       is distinct from (excluded.address, excluded.customer_id)`,
    [address, customerID],
  );
}

function mismatch(owner: ServedTenant, tenant: ServedTenant): PipelineError {
  return new PipelineError(
    'TENANT_MISMATCH',
    `This database holds the changes of ${inWords(owner)}, and ${inWords(tenant)} is set up: give ` +
      'each tenant a DATABASE_URL (and CONTROL_DATABASE_URL) and a TOPIC_PREFIX of its own. Is it ' +
      'the same tenant at another address: npx workfront-cdc tenant adopt.',
    { owner: inWords(owner), tenant: inWords(tenant) },
  );
}

function inWords({ address, customerID }: ServedTenant): string {
  return customerID === null ? address : `${address} (customer ${customerID})`;
}
