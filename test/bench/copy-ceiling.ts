/**
 * The ceiling of kafka-to-postgres: the very rows that the projector wrote, by COPY into the very
 * tables, indexes and all, with the positions, in one transaction.
 */
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../services/core/clock.ts';
import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Database } from './stand.ts';

const TABLES = ['changes', 'task_past', 'task_now', 'positions'] as const;
const CHUNK_BYTES = 256 * 1024;

/** Empties the tables and fills them again; returns the seconds that the filling took. */
export async function copyCeiling({ url, observer }: Database, folder: string): Promise<number> {
  const files = new Map<string, string>();
  for (const table of TABLES) {
    const file = join(folder, `${table}.copy`);
    await observer.query(`copy store_1.${table} to '${file}' with (format binary)`);
    files.set(table, file);
  }
  await observer.query(`truncate ${TABLES.map((table) => `store_1.${table}`).join(', ')}`);
  await checkpoint(observer);
  const pool = openPool({
    url,
    max: 1,
    applicationName: 'bench-copy',
    statementTimeoutMs: 300_000,
  });
  try {
    await pool.query('select 1');
    const startMs = systemClock.monotonicMs();
    await withTransaction(pool, async (client) => {
      for (const [table, file] of files) {
        await client.copyIn(`copy store_1.${table} from stdin (format binary)`, chunksOf(file));
      }
    });
    return (systemClock.monotonicMs() - startMs) / 1000;
  } finally {
    await pool.close();
    for (const file of files.values()) rmSync(file, { force: true });
  }
}

/** What was written before is on disk, so that it does not weigh on what is measured next. */
export async function checkpoint(database: Database['observer']): Promise<void> {
  await database.query('checkpoint');
}

function* chunksOf(file: string): Generator<Buffer> {
  const from = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const bytes = readSync(from, chunk);
      if (bytes === 0) return;
      yield chunk.subarray(0, bytes);
    }
  } finally {
    closeSync(from);
  }
}
