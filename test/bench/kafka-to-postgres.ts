/**
 * Events a second from Kafka into the tables, by the real projector on a fresh database. The log is
 * written before; measured from the first applied event, which leaves out the start, the join and
 * the first fetch.
 */
import { systemClock } from '../../services/core/clock.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import type { OutgoingRecord } from '../../services/platform/kafka/publisher.ts';
import { checkTables } from './check-tables.ts';
import { copyCeiling, checkpoint } from './copy-ceiling.ts';
import { GroundTruth, deliveries } from './deliveries.ts';
import { grouped, say } from './progress.ts';
import type { Measured } from './report.ts';
import { saveRecord, taskTopic } from './save-records.ts';
import type { Database, Load, Stand } from './stand.ts';
import type { Room } from './benched-process.ts';

const NAME = 'kafka-to-postgres';
const PREFIX = 'log';
const COUNT = 300_000;
/** Each task is saved about ten times. */
const EVENTS_PER_TASK = 10;
const ROUNDS = 2;
const DEADLINE_MS = 240_000;

export async function kafkaToPostgres(stand: Stand, load: Load): Promise<Measured> {
  const count = load.events ?? COUNT;
  const truth = new GroundTruth();
  const bytes = await fillLog(stand, load.seed, count, truth);
  const onDisk = stand.bytesOnDisk(taskTopic(PREFIX));
  // A send that a new topic answers in part is sent again: the log may hold more than was made.
  const ends = await stand.kafka.admin().fetchOffsets(taskTopic(PREFIX));
  const inLog = ends.reduce((sum, { high }) => sum + Number(high), 0);
  const sum = { events: 0, seconds: 0, copySeconds: 0, ours: 0, postgres: 0, rssMiBMax: 0 };
  const written = { wal: 0, bytes: 0 };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const database = await stand.makeDatabase(`${PREFIX}_${round}`);
    try {
      const applied = await applyLog(stand, database, inLog, `${NAME} ${round}/${ROUNDS}`);
      await checkTables(database.observer, truth);
      sum.events += applied.events;
      sum.seconds += applied.seconds;
      sum.ours += applied.ours;
      sum.postgres += applied.postgres;
      written.wal += applied.wal;
      written.bytes += applied.bytes;
      sum.rssMiBMax = Math.max(sum.rssMiBMax, applied.rssMiB);
      const copySeconds = await copyCeiling(database, stand.folder);
      await checkTables(database.observer, truth);
      say(`${NAME} ${round}/${ROUNDS}: copy ${grouped(count / copySeconds)} events/s`);
      sum.copySeconds += copySeconds;
    } finally {
      await database.drop();
    }
  }
  const value = sum.events / sum.seconds;
  const ceiling = (count * ROUNDS) / sum.copySeconds;
  return {
    name: NAME,
    value,
    unit: 'events/s',
    ceiling,
    ratio: value / ceiling,
    cpuMicrosPerEvent: { ours: sum.ours / sum.events, postgres: sum.postgres / sum.events },
    rssMiBMax: sum.rssMiBMax,
    n: count,
    seed: load.seed,
    notes:
      `${grouped(count)} webhook events of ${grouped(truth.tasks.size)} tasks (3 % repeats, 2 % late), ` +
      `${grouped(bytes / count)} bytes each, ${grouped(onDisk / count)} on Kafka's disk, give ${grouped(truth.saves)} changes, ` +
      `${grouped(truth.saves)} versions and ${grouped(truth.tasks.size)} current rows: counts, ` +
      `instants and every current row checked. WAL ${grouped(written.wal / sum.events)} bytes an event; ` +
      `tables and indexes ${grouped(written.bytes / (count * ROUNDS))}. Ceiling: COPY of these very rows into the same ` +
      `tables and indexes with the positions, one transaction. ${ROUNDS} rounds in turn.`,
  };
}

/** In the order of the deliveries: one send at a time. Returns the bytes of all values. */
async function fillLog(
  stand: Stand,
  seed: number,
  count: number,
  truth: GroundTruth,
): Promise<number> {
  await stand.makeTopics(PREFIX);
  const publisher = openPublisher(stand.kafka, { sendsInFlightMax: 1 });
  const options = { seed, count, tasks: count / EVENTS_PER_TASK, ...SHARES };
  let bytes = 0;
  let made = 0;
  let sending = Promise.resolve();
  let batch: OutgoingRecord[] = [];
  for (const save of deliveries(options, truth)) {
    const record = saveRecord(save, stand.codec, PREFIX);
    bytes += record.value.length;
    made += 1;
    batch.push(record);
    if (batch.length < 1_000 && made < count) continue;
    await sending;
    sending = publisher.publish(batch);
    batch = [];
    if (made % 50_000 === 0) say(`${NAME}: ${grouped(made)} of ${grouped(count)} in Kafka`);
  }
  await sending;
  await publisher.close();
  return bytes;
}

const SHARES = { repeatedShare: 0.03, lateShare: 0.02, deletedShare: 0.003 };

interface Applied {
  readonly events: number;
  readonly seconds: number;
  /** CPU micros. */
  readonly ours: number;
  readonly postgres: number;
  readonly rssMiB: number;
  /** Bytes of the write-ahead log. */
  readonly wal: number;
  /** Of all tables with their indexes, at the end. */
  readonly bytes: number;
}

async function applyLog(
  stand: Stand,
  database: Database,
  count: number,
  label: string,
): Promise<Applied> {
  await checkpoint(database.observer);
  const room = await stand.startRoom('projector', {
    DATABASE_URL: database.url,
    TOPIC_PREFIX: PREFIX,
  });
  try {
    const first = await sample(room, database, 1);
    say(`${label}: measuring from event ${grouped(first.applied)}`);
    const last = await sample(room, database, count);
    const events = last.applied - first.applied;
    const seconds = (last.atMs - first.atMs) / 1000;
    say(`${label}: ${grouped(events / seconds)} events/s`);
    return {
      events,
      seconds,
      ours: last.ours - first.ours,
      postgres: last.postgres - first.postgres,
      wal: Number(last.wal - first.wal),
      bytes: await bytesOfTables(database),
      rssMiB: await room.stop(),
    };
  } finally {
    await room.stop();
  }
}

/** Waits until so many events are applied. */
async function sample(room: Room, database: Database, wanted: number) {
  const endMs = systemClock.monotonicMs() + DEADLINE_MS;
  for (;;) {
    const { rows } = await database.observer
      .query<{ applied: bigint; wal: bigint }>(APPLIED)
      .catch(() => NOTHING_YET);
    const applied = Number(rows[0]?.applied ?? 0);
    const atMs = systemClock.monotonicMs();
    if (applied >= wanted) {
      const { wal = 0n } = rows[0] ?? {};
      return { applied, atMs, wal, ours: room.cpuMicros(), postgres: database.cpuMicros() };
    }
    room.mustRun();
    if (atMs > endMs) throw new Error(`only ${applied} events were applied in ${DEADLINE_MS} ms`);
    await systemClock.sleep(20);
  }
}

// The projector makes its tables at its start. The log has no gaps, so positions count events.
const NOTHING_YET = { rows: [{ applied: 0n, wal: 0n }] };
const APPLIED = `select coalesce(sum(next), 0)::bigint as applied,
  pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal from store_1.positions`;

async function bytesOfTables({ observer }: Database): Promise<number> {
  const { rows } = await observer.query<{ bytes: bigint }>(
    `select sum(pg_total_relation_size(oid))::bigint as bytes from pg_class
     where relnamespace = 'store_1'::regnamespace and relkind = 'r'`,
  );
  return Number(rows[0]?.bytes ?? 0n);
}
