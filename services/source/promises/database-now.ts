/** The clock by which the processes that share a database tell what came first. */
import type { Queryable } from '../../platform/postgres/postgres.ts';

const NOW = 'select clock_timestamp()::text as now';

/** As Postgres writes it, to the microsecond. */
export async function databaseNow(database: Queryable): Promise<string> {
  return (await database.query<{ now: string }>(NOW)).rows[0]?.now ?? 'infinity';
}
