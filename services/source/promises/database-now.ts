/** The clock by which the processes that share a database tell what came first. */
import type { Queryable } from '../../platform/postgres/postgres.ts';

const NOW = 'select clock_timestamp()::text as now';

/** As Postgres writes it, to the microsecond. */
export async function databaseNow(database: Queryable): Promise<string> {
  const { rows } = await database.query<{ now: string }>(NOW);
  const [row] = rows;
  if (row === undefined) throw new Error('a database tells its time');
  return row.now;
}
