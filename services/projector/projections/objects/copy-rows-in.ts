/** Rows on their way into a table. */
import type { Client } from '../../../platform/postgres/postgres.ts';
import type { CopyRows } from '../../../platform/bytes/copy-rows.ts';

/** @returns whether there were any */
export async function copyRows(client: Client, target: string, rows: CopyRows): Promise<boolean> {
  if (rows.rows === 0) return false;
  await client.copyIn(`copy ${target} from stdin (format binary)`, rows.chunks());
  // After a failure the socket may hold them still: then they are left to the collector.
  rows.release();
  return true;
}
