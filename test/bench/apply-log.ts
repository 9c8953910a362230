/** The real projector over a log that is there: events a second, CPU, WAL, bytes and memory. */
import { systemClock } from '../../services/core/clock.ts';
import { checkpoint } from './copy-ceiling.ts';
import { grouped, say } from './progress.ts';
import type { Room } from './benched-process.ts';
import type { Database, Stand } from './stand.ts';

/** A million wide events at a third of today's rate. */
const DEADLINE_MS = 600_000;

export interface ApplyOptions {
  readonly prefix: string;
  /** That the log holds. */
  readonly records: number;
  /** Processes, one consumer group. */
  readonly projectors: number;
  readonly label: string;
}

export interface Applied {
  readonly events: number;
  readonly seconds: number;
  /** CPU micros. */
  readonly ours: number;
  readonly postgres: number;
  readonly rssMiB: number;
  /** Bytes of the write-ahead log. */
  readonly wal: number;
  /** With their indexes, at the end. */
  readonly bytes: TableBytes;
}

export interface TableBytes {
  readonly changes: number;
  readonly past: number;
  readonly now: number;
}

/** What projectors do with a log, from the first applied event to the last. */
export async function applyLog(
  stand: Stand,
  database: Database,
  { prefix, records, projectors, label }: ApplyOptions,
): Promise<Applied> {
  await checkpoint(database.observer);
  const env = { DATABASE_URL: database.url, TOPIC_PREFIX: prefix };
  const rooms: Room[] = [];
  const stop = async (): Promise<number> =>
    Math.max(...(await Promise.all(rooms.map((room) => room.stop()))));
  try {
    for (let n = 0; n < projectors; n += 1) rooms.push(await stand.startRoom('projector', env));
    const first = await sample(rooms, database, 1);
    say(`${label}: measuring from event ${grouped(first.applied)}`);
    const last = await sample(rooms, database, records);
    const events = last.applied - first.applied;
    const seconds = (last.atMs - first.atMs) / 1000;
    if (events <= 0) throw new Error(`${records} events are too few: all were there at once`);
    say(`${label}: ${grouped(events / seconds)} events/s`);
    return {
      events,
      seconds,
      ours: last.ours - first.ours,
      postgres: last.postgres - first.postgres,
      wal: Number(last.wal - first.wal),
      bytes: await bytesOfTables(database),
      rssMiB: await stop(),
    };
  } finally {
    await stop();
  }
}

/** Waits until so many events are applied. */
async function sample(rooms: readonly Room[], database: Database, wanted: number) {
  const endMs = systemClock.monotonicMs() + DEADLINE_MS;
  for (;;) {
    const { rows } = await database.observer
      .query<{ applied: bigint; wal: bigint }>(APPLIED)
      .catch(() => NOTHING_YET);
    const applied = Number(rows[0]?.applied ?? 0);
    const atMs = systemClock.monotonicMs();
    if (applied >= wanted) {
      const { wal = 0n } = rows[0] ?? {};
      const ours = rooms.reduce((sum, room) => sum + room.cpuMicros(), 0);
      return { applied, atMs, wal, ours, postgres: database.cpuMicros() };
    }
    for (const room of rooms) room.mustRun();
    if (atMs > endMs) throw new Error(`only ${applied} events were applied in ${DEADLINE_MS} ms`);
    await systemClock.sleep(20);
  }
}

// The projector makes its tables at its start. The log has no gaps, so positions count records.
const NOTHING_YET = { rows: [{ applied: 0n, wal: 0n }] };
const APPLIED = `select coalesce(sum(next), 0)::bigint as applied,
  pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal from store_1.positions`;

async function bytesOfTables({ observer }: Database): Promise<TableBytes> {
  const { rows } = await observer.query<Record<keyof TableBytes, bigint>>(
    `select pg_total_relation_size('store_1.changes') as changes,
       pg_total_relation_size('store_1.task_past') as past,
       pg_total_relation_size('store_1.task_now') as now`,
  );
  const { changes = 0n, past = 0n, now = 0n } = rows[0] ?? {};
  return { changes: Number(changes), past: Number(past), now: Number(now) };
}
