/** A database with what the views read of a store, to be filled by hand, and the views over it. */
import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { freshDatabase } from './fresh-database.ts';

const LIVE = `
  create schema live;
  create table live.versions (
    objid text collate "C", objcode text collate "C", entrydate timestamptz, deleted boolean,
    fields jsonb, observedat timestamptz, primary key (objid, objcode, entrydate));
  create table live.current (
    objid text collate "C", objcode text collate "C", entrydate timestamptz, deleted boolean,
    fields jsonb, observedat timestamptz, primary key (objid, objcode))`;

export interface ViewsDatabase {
  readonly pool: Pool;
  close(): Promise<void>;
}

export async function viewsDatabase(): Promise<ViewsDatabase> {
  const database = await freshDatabase();
  const options = { url: database.url, max: 4, applicationName: 'views-test' } as const;
  const pool = openPool({ ...options, json: 'parsed' });
  await pool.query(LIVE);
  await withTransaction(pool, applyViews);
  return {
    pool,
    close: async () => {
      await pool.close();
      await database.drop();
    },
  };
}
