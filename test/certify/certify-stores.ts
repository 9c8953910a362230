/**
 * Law 5 on a real Postgres: the same sightings of the same events, once folded whole by a rebuild's
 * writer and once told shuffled, repeated, cut anywhere, by partitions of different speeds, with
 * writers that forget; the tables must be the same byte for byte.
 */
import { createHash } from 'node:crypto';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { seededRandom } from '../../services/core/random.ts';
import type { Random } from '../../services/core/random.ts';
import { FIRST_OFFSET, offsetAfter } from '../../services/core/units.ts';
import { inTransaction, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Client, Pool } from '../../services/platform/postgres/postgres.ts';
import { openObjectsBulkWriter } from '../../services/projector/projections/objects/objects-bulk-writer.ts';
import { openObjectsWriter } from '../../services/projector/projections/objects/objects-writer.ts';
import type { ChangeRow } from '../../services/store/claims/change-row.ts';
import { compareStores } from '../../services/store/compare/compare-stores.ts';
import { applyStore, inStore } from '../../services/store/live-store.ts';
import { switchReaders } from '../../services/store/switch-readers.ts';
import { objectTables } from '../../services/store/tables/object-tables.ts';
import { applyViews } from '../../services/store/views/apply-views.ts';
import { claimOfEvent } from '../support/claim-of-event.ts';
import { simulateObject } from '../support/simulated-object.ts';

/** What one world of seeds came to. */
export interface StoreCounts {
  seeds: number;
  events: number;
  sightings: number;
  versions: bigint;
  /** Versions of one object that hold at one instant, and instants between two that none holds. */
  overlaps: bigint;
  holes: bigint;
  /** Worlds whose daily history was hashed too. */
  dailyHistories: number;
  readonly hashes: string[];
  /** Seeds whose rows were not the same. */
  readonly failures: number[];
}

const WHOLE = 'store_1';
const CUT = 'store_2';
const CODES = ['TASK', 'TASK', 'TASK', 'OPTASK', 'of another kind'];
const SEEDS_AT_ONCE = 250;
const PARTITIONS = 4;

export async function certifyStores(
  pool: Pool,
  seed: number,
  seeds: number,
  onCertified: (seeds: number) => void,
): Promise<StoreCounts> {
  const definition = objectTables();
  for (const schema of [WHOLE, CUT]) await applyStore(pool, { schema, definition });
  await withTransaction(pool, applyViews);
  const counts: StoreCounts = {
    seeds: 0,
    events: 0,
    sightings: 0,
    versions: 0n,
    overlaps: 0n,
    holes: 0n,
    dailyHistories: 0,
    hashes: [],
    failures: [],
  };
  for (let from = 0; from < seeds; from += SEEDS_AT_ONCE) {
    const some = Math.min(SEEDS_AT_ONCE, seeds - from);
    await certifyWorld(pool, seed + from, some, counts);
    onCertified(some);
  }
  return counts;
}

async function certifyWorld(
  pool: Pool,
  seed: number,
  seeds: number,
  counts: StoreCounts,
): Promise<void> {
  await empty(pool);
  const seedOf = new Map<string, number>();
  const events: ChangeEvent[] = [];
  for (let one = seed; one < seed + seeds; one += 1) {
    for (const event of lifeOf(one)) {
      seedOf.set(event.objID, one);
      events.push(event);
    }
  }
  const random = seededRandom(seed);
  const sightings = sightingsOf(events, random);
  await writeWhole(pool, sightings);
  await writeCut(pool, sightings, random);
  const comparison = await withTransaction(pool, (client) => compareStores(client, WHOLE, CUT));
  const failed = comparison.differing.map(({ objID }) => seedOf.get(objID) ?? seed);
  counts.seeds += seeds;
  counts.events += events.length;
  counts.sightings += sightings.length;
  counts.hashes.push(comparison.hash);
  counts.failures.push(...new Set(failed));
  await countGaps(pool, counts);
  if (counts.seeds % (SEEDS_AT_ONCE * HISTORIES_EVERY) === SEEDS_AT_ONCE) {
    await compareHistories(pool, seed, counts);
  }
}

/** A few objects, one after another in time. */
function lifeOf(seed: number): ChangeEvent[] {
  const random = seededRandom(seed);
  const events: ChangeEvent[] = [];
  const objects = random.int(1, 3);
  for (let index = 0; index < objects; index += 1) {
    const objID = createHash('md5').update(`${seed} ${index}`).digest('hex');
    const objCode = CODES[random.int(0, CODES.length - 1)] ?? 'TASK';
    for (const event of simulateObject(random, random.int(1, 15)).events) {
      events.push({ ...event, objID, objCode });
    }
  }
  return events;
}

/** Each event at its place in the log, some of them again at later ones. */
function sightingsOf(events: readonly ChangeEvent[], random: Random): ChangeRow[] {
  const next = Array.from({ length: PARTITIONS }, () => FIRST_OFFSET);
  const told = [...events].sort((a, b) => a.observedAt - b.observedAt);
  const again = told.filter(() => random.int(0, 9) === 0);
  return [...told, ...again].map((event) => {
    const partition = Number.parseInt(event.objID.slice(0, 8), 16) % PARTITIONS;
    const offset = next[partition] ?? FIRST_OFFSET;
    next[partition] = offsetAfter(offset);
    const { objID, objCode, actorID } = event;
    return {
      objID,
      objCode,
      actorID,
      topic: 'changes',
      partition,
      offset,
      claim: claimOfEvent(event),
    };
  });
}

async function writeWhole(pool: Pool, sightings: readonly ChangeRow[]): Promise<void> {
  await inStore(pool, WHOLE, async (client) => {
    const writer = openObjectsBulkWriter();
    await writer.prepare(client);
    writer.add(sightings);
    await inTransaction(client, () => writer.write(client));
  });
}

async function writeCut(
  pool: Pool,
  sightings: readonly ChangeRow[],
  random: Random,
): Promise<void> {
  await inStore(pool, CUT, async (client) => {
    const writer = openObjectsWriter(1024 * 1024);
    await writer.prepare(client);
    for (const batch of batchesOf(sightings, random)) {
      if (random.int(0, 19) === 0) writer.forget();
      const trust = random.int(0, 19) === 0 ? 'careful' : 'trusting';
      await inTransaction(client, async () => {
        await writer.add(client, batch, trust);
        await writer.flush(client);
      });
      writer.committed();
    }
  });
}

/** Some partitions run ahead of others, and within each what is near changes places. */
function batchesOf(sightings: readonly ChangeRow[], random: Random): ChangeRow[][] {
  const queues = Array.from({ length: PARTITIONS }, (_, partition) =>
    shuffled(
      sightings.filter((row) => row.partition === partition),
      random,
    ),
  );
  const batches: ChangeRow[][] = [];
  while (queues.some((queue) => queue.length > 0)) {
    const batch = queues.flatMap((queue) => {
      const isSlow = random.int(0, 2) === 0;
      return isSlow ? [] : queue.splice(0, random.int(1, BATCH_MAX));
    });
    if (batch.length > 0) batches.push(batch);
  }
  return batches;
}

const BATCH_MAX = 400;

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    const [a, b] = [mixed[at], mixed[other]];
    if (a === undefined || b === undefined) continue;
    mixed[at] = b;
    mixed[other] = a;
  }
  return mixed;
}

async function empty(pool: Pool): Promise<void> {
  for (const schema of [WHOLE, CUT]) {
    const tables = ['changes', 'task', 'optask', 'object'].flatMap((base) =>
      base === 'changes' ? [base] : [`${base}_now`, `${base}_past`],
    );
    await pool.query(`truncate ${tables.map((name) => `${schema}.${name}`).join(', ')}`);
  }
}

async function countGaps(pool: Pool, counts: StoreCounts): Promise<void> {
  for (const base of ['task', 'optask', 'object']) {
    const { rows } = await pool.query<{ versions: bigint; overlaps: bigint; holes: bigint }>(
      gapsSql(base),
    );
    counts.versions += rows[0]?.versions ?? FIRST_OFFSET;
    counts.overlaps += rows[0]?.overlaps ?? FIRST_OFFSET;
    counts.holes += rows[0]?.holes ?? FIRST_OFFSET;
  }
}

const gapsSql = (base: string): string => `
select count(*) as versions, count(*) filter (where ended > later) as overlaps,
  count(*) filter (where ended < later) as holes
from (
  select ended, lead(began) over (partition by objid order by began) as later
  from (select objid, began, ended from ${CUT}.${base}_past
    union all select objid, began, null from ${CUT}.${base}_now) as all_versions) as version`;

/** A day's history is worked out from both tables: the views over either store say the same. */
async function compareHistories(pool: Pool, seed: number, counts: StoreCounts): Promise<void> {
  const hashes: string[] = [];
  for (const store of [WHOLE, CUT]) {
    await withTransaction(pool, async (client: Client) => {
      await switchReaders(client, objectTables(), { store, previous: null });
      const { rows } = await client.query<{ hash: string }>(HISTORY_SQL);
      hashes.push(rows[0]?.hash ?? '');
    });
  }
  counts.dailyHistories += 1;
  if (hashes[0] !== hashes[1]) counts.failures.push(seed);
}

const HISTORIES_EVERY = 8;
// Whole rows; the simulated lives begin on 2023-11-14 and last some days.
const HISTORY_SQL = `
select md5(coalesce(string_agg(hash::text, ' ' order by hash), '')) as hash
from (select hashtextextended(day::text, 0) as hash from workfront.tasks_daily_history as day
  where calendardate < '2023-12-01') as days`;
