/** What test databases are copies of, made once for each Postgres of a run. */
import { assetPath } from '../../services/platform/process/assets.ts';
import { migrate } from '../../services/platform/postgres/migrate.ts';
import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { applyStore } from '../../services/store/live-store.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { STORE_TEMPLATE, TEMPLATE_DATABASE } from './provided-stack.ts';

export async function makeTemplates(databaseUrl: string): Promise<void> {
  const open = (url: string): Pool => openPool({ url, max: 1, applicationName: 'test-setup' });
  const admin = open(databaseUrl);
  const make = async (name: string, more: string, fill: (pool: Pool) => Promise<void>) => {
    await admin.query(`create database ${name} ${more}`);
    const url = new URL(databaseUrl);
    url.pathname = name;
    const pool = open(url.href);
    await fill(pool).finally(() => pool.close());
  };
  try {
    await make(TEMPLATE_DATABASE, '', async (pool) => {
      await migrate(pool, assetPath('infra', 'postgres', 'migrations'));
    });
    await make(STORE_TEMPLATE, `template ${TEMPLATE_DATABASE}`, makeStore);
  } finally {
    await admin.close();
  }
}

async function makeStore(pool: Pool): Promise<void> {
  await applyStore(pool, { schema: 'store_1', definition: objectTables() });
  await withTransaction(pool, applyViews);
}
