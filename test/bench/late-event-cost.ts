/**
 * What one late event costs in SQL where its object has a thousand versions: all statements of its
 * transaction by the projection's own writer, each from its call to its answer. What stands for the
 * ceiling is a change that comes in order.
 */
import { systemClock } from '../../services/core/clock.ts';
import { offsetOf } from '../../services/core/units.ts';
import { inTransaction, openPool } from '../../services/platform/postgres/postgres.ts';
import type { Client } from '../../services/platform/postgres/postgres.ts';
import { openObjectsWriter } from '../../services/projector/projections/objects/objects-writer.ts';
import { createClaimReader } from '../../services/store/claims/claim-reader.ts';
import type { ChangeRow } from '../../services/store/claims/change-row.ts';
import { applyStore, inStore } from '../../services/store/live-store.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { say } from './progress.ts';
import type { Measured } from './report.ts';
import { saveRecord } from './save-records.ts';
import type { Load, Stand } from './stand.ts';
import { TaskWorld } from './task-world.ts';

const NAME = 'late-event';
const VERSIONS = 1_000;
/** Held back until all others are in the tables. */
const LATE = 60;
const IN_ORDER = 60;
const LIMIT_MS = 20;

export async function lateEventCost(stand: Stand, { seed, events }: Load): Promise<Measured> {
  const versions = Math.min(events ?? VERSIONS, VERSIONS);
  const rows = rowsOfOneTask(stand, seed, versions);
  const usual = rows.slice(0, -IN_ORDER);
  const every = Math.floor(usual.length / (LATE + 1));
  const late = usual.filter((_, at) => at % every === every - 1).slice(0, LATE);
  const early = usual.filter((row) => !late.includes(row));
  const database = await stand.makeDatabase('late_event');
  const pool = openPool({ url: database.url, max: 2, applicationName: 'bench' });
  try {
    await applyStore(pool, { schema: 'store_1', definition: objectTables() });
    const { lateMs, inOrderMs, postgres } = await inStore(pool, 'store_1', async (client) => {
      await write(client, early);
      await client.query('analyze');
      const inOrderMs = [];
      for (const row of rows.slice(-IN_ORDER)) inOrderMs.push(await write(client, [row]));
      const lateMs = [];
      const before = database.cpuMicros();
      for (const row of late) lateMs.push(await write(client, [row]));
      const postgres = (database.cpuMicros() - before) / late.length;
      return { lateMs, inOrderMs, postgres };
    });
    await mustBeWhole(database.observer, rows.length);
    return lateMeasured({ lateMs, inOrderMs, postgres }, versions, seed);
  } finally {
    await pool.close();
    await database.drop();
  }
}

function rowsOfOneTask(stand: Stand, seed: number, count: number): ChangeRow[] {
  const world = new TaskWorld({ seed, facts: 'wide', tasks: 1, deletedShare: 0 });
  const toRow = createClaimReader(() => undefined);
  return Array.from({ length: count }, (_, at) => {
    const { topic, value } = saveRecord(world.next().save, stand.codec, 'late');
    const place = { topic, partition: 0, offset: offsetOf(BigInt(at)) };
    return toRow(stand.codec.decodeBrief(value), place);
  });
}

/** In a transaction of their own, by a writer that remembers nothing; the milliseconds of SQL. */
async function write(client: Client, rows: readonly ChangeRow[]): Promise<number> {
  const spent = { ms: 0 };
  const timed = timedClient(client, spent);
  const writer = openObjectsWriter(1024 * 1024);
  await writer.prepare(client);
  await inTransaction(client, async () => {
    await writer.add(timed, rows, 'trusting');
    await writer.flush(timed);
  });
  return spent.ms;
}

function timedClient(client: Client, spent: { ms: number }): Client {
  const timing = async <T>(asked: Promise<T>): Promise<T> => {
    const startMs = systemClock.monotonicMs();
    try {
      return await asked;
    } finally {
      spent.ms += systemClock.monotonicMs() - startMs;
    }
  };
  return {
    query: (sql, values) => timing(client.query(sql, values)),
    copyIn: (sql, chunks) => timing(client.copyIn(sql, chunks)),
    copyOut: (sql) => timing(client.copyOut(sql)),
    prepared: (name, sql, values) => timing(client.prepared(name, sql, values)),
    ended: client.ended,
  };
}

async function mustBeWhole(observer: { query: Client['query'] }, versions: number): Promise<void> {
  const { rows } = await observer.query<{ past: bigint; now: bigint; changes: bigint }>(
    `select (select count(*) from store_1.task_past) as past,
       (select count(*) from store_1.task_now) as now,
       (select count(*) from store_1.changes) as changes`,
  );
  const [row] = rows;
  const isWhole =
    row !== undefined &&
    row.now === 1n &&
    Number(row.past) === versions - 1 &&
    Number(row.changes) === versions;
  if (!isWhole) throw new Error(`of ${versions} versions there are ${JSON.stringify(row, text)}`);
}

const text = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value}` : value;

interface LateCost {
  readonly lateMs: readonly number[];
  readonly inOrderMs: readonly number[];
  /** CPU micros of a late event. */
  readonly postgres: number;
}

function lateMeasured(
  { lateMs, inOrderMs, postgres }: LateCost,
  versions: number,
  seed: number,
): Measured {
  const value = median(lateMs);
  const ceiling = median(inOrderMs);
  const most = Math.max(...lateMs);
  say(`${NAME}: ${value.toFixed(1)} ms of SQL, in order ${ceiling.toFixed(1)} ms`);
  return {
    name: NAME,
    value,
    unit: 'ms of SQL',
    ceiling,
    ratio: ceiling / value,
    cpuMicrosPerEvent: { ours: 0, postgres },
    rssMiBMax: 0,
    n: versions,
    seed,
    notes:
      `One late event into a task with ${versions} versions of about fifty fields, its values and ` +
      `end put between two of them: median of ${lateMs.length}, at most ${most.toFixed(1)} ms, ` +
      `the server's CPU ${(postgres / 1000).toFixed(1)} ms of it. A ` +
      `change that comes in order takes ${ceiling.toFixed(1)} ms. ` +
      (value > LIMIT_MS ? `Missed: over ${LIMIT_MS} ms.` : `Under the limit of ${LIMIT_MS} ms.`),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
