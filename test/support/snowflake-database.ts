/** A database with a few rows shaped like the views, and queries of Snowflake's run on it. */
import { readFileSync } from 'node:fs';

import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { loadPostgresParser } from '../../services/platform/sql/postgres-parser.ts';
import { loadSqlDialects } from '../../services/platform/sql/polyglot.ts';
import { readKnownTables } from '../../services/store/snowflake/known-tables.ts';
import { translateSnowflake } from '../../services/store/snowflake/snowflake-to-postgres.ts';
import { runHere } from './command-line.ts';
import type { CommandOutcome } from './command-line.ts';
import { freshDatabase } from './fresh-database.ts';

// Answers can be worked out by hand.
const TABLES = `
create schema if not exists workfront;
create table workfront.tasks_current (taskid text, projectid text, name text, status text,
  plannedcompletiondate timestamptz, workrequired numeric, parametervalues jsonb, deleted text);
insert into workfront.tasks_current values
  ('t1', 'p1', 'Plan', 'CPL', '2026-01-31T22:00Z', 90,
   '{"DE:No. of days":"3","DE:Teams":["a","b"]}', '0'),
  ('t2', 'p1', 'Build', 'INP', '2026-02-10T08:00Z', 60, '{"DE:No. of days":10}', '0'),
  ('t3', 'p2', 'Test', 'NEW', null, null, '{}', '0'),
  ('t4', 'p2', 'Gone', 'NEW', '2026-02-01T00:00Z', 30, '{}', '1');
create table workfront.tasks_event (taskid text, status text, percentcomplete numeric,
  begin_effective_timestamp timestamptz, end_effective_timestamp timestamptz);
insert into workfront.tasks_event values
  ('t1', 'NEW', null, '2026-01-01T23:00Z', '2026-01-02T01:00Z'),
  ('t1', null, 10, '2026-01-02T01:00Z', '2026-01-05T01:00Z'),
  ('t1', 'CPL', 100, '2026-01-05T01:00Z', '2300-01-01T00:00Z'),
  ('t2', 'NEW', 0, '2026-01-03T00:00Z', '2026-01-04T12:00Z'),
  ('t2', 'INP', null, '2026-01-04T12:00Z', '2300-01-01T00:00Z');`;

export interface SnowflakeDatabase {
  readonly pool: Pool;
  /** What would run for a query of Snowflake's. */
  translate(sql: string): string;
  /** Its rows, each as the texts of its columns. */
  answer(sql: string): Promise<(string | null)[][]>;
  /** `npx workfront-cdc sql` with these arguments. */
  run(...args: readonly string[]): Promise<CommandOutcome>;
  close(): Promise<void>;
}

export async function snowflakeDatabase(): Promise<SnowflakeDatabase> {
  const database = await freshDatabase();
  const pool = openPool({ url: database.url, max: 1, applicationName: 'snowflake-queries' });
  await pool.query(TABLES);
  for (const name of ['', '-more', '-of-lists', '-of-values']) {
    const sql = readFileSync(assetPath('services/store/snowflake', `functions${name}.sql`), 'utf8');
    await pool.query(sql);
    await pool.query(sql); // safe to run again
  }
  await pool.query('set search_path = workfront');
  const parts = {
    dialects: await loadSqlDialects(),
    postgres: await loadPostgresParser(),
    tables: await readKnownTables(pool),
  };
  const translate = (sql: string): string => translateSnowflake(sql, parts);
  return {
    pool,
    translate,
    answer: async (sql) => {
      const { rows } = await pool.query<Record<string, unknown>>(translate(sql));
      return rows.map((row) => Object.values(row).map(shownCell));
    },
    run: (...args) => runHere({ DATABASE_URL: database.url }, 'sql', ...args),
    close: async () => {
      await pool.close();
      await database.drop();
    },
  };
}

function shownCell(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (_, one: unknown) => {
        return typeof one === 'bigint' ? Number(one) : one;
      });
}
