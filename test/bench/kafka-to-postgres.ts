/**
 * Events a second from Kafka into the tables, by the real projector on a fresh database. The log is
 * written before; measured from the first applied event, which leaves out the start, the join and
 * the first fetch.
 */
import { applyLog } from './apply-log.ts';
import type { TableBytes } from './apply-log.ts';
import { checkTables } from './check-tables.ts';
import { copyCeiling } from './copy-ceiling.ts';
import { GroundTruth } from './deliveries.ts';
import { fillLog } from './fill-log.ts';
import type { FilledLog } from './fill-log.ts';
import { grouped, say } from './progress.ts';
import type { Measured } from './report.ts';
import type { Load, Stand } from './stand.ts';
import type { Facts } from './task-world.ts';

const COUNT = 300_000;
const ROUNDS = 2;

export function kafkaToPostgres(stand: Stand, load: Load): Promise<Measured> {
  return measure(stand, load, { name: 'kafka-to-postgres', prefix: 'log', facts: 'wide' });
}

export function narrowKafkaToPostgres(stand: Stand, load: Load): Promise<Measured> {
  return measure(stand, load, {
    name: 'narrow-kafka-to-postgres',
    prefix: 'narrow',
    facts: 'narrow',
  });
}

interface Case {
  readonly name: string;
  readonly prefix: string;
  readonly facts: Facts;
}

async function measure(stand: Stand, load: Load, one: Case): Promise<Measured> {
  const { name, prefix, facts } = one;
  const count = load.events ?? COUNT;
  const truth = new GroundTruth();
  const log = await fillLog(stand, { seed: load.seed, facts, count, prefix }, truth);
  const sum = { events: 0, seconds: 0, copySeconds: 0, ours: 0, postgres: 0, rssMiBMax: 0 };
  const written = { wal: 0, changes: 0, past: 0, now: 0 };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const database = await stand.makeDatabase(`${prefix}_${round}`);
    const label = `${name} ${round}/${ROUNDS}`;
    try {
      const options = { prefix, records: log.records, projectors: 1, label };
      const applied = await applyLog(stand, database, options);
      await checkTables(database.observer, truth);
      sum.events += applied.events;
      sum.seconds += applied.seconds;
      sum.ours += applied.ours;
      sum.postgres += applied.postgres;
      written.wal += applied.wal;
      written.changes += applied.bytes.changes / ROUNDS;
      written.past += applied.bytes.past / ROUNDS;
      written.now += applied.bytes.now / ROUNDS;
      sum.rssMiBMax = Math.max(sum.rssMiBMax, applied.rssMiB);
      const copySeconds = await copyCeiling(database, stand.folder);
      await checkTables(database.observer, truth);
      say(`${label}: copy ${grouped(count / copySeconds)} events/s`);
      sum.copySeconds += copySeconds;
    } finally {
      await database.drop();
    }
  }
  const value = sum.events / sum.seconds;
  const ceiling = (count * ROUNDS) / sum.copySeconds;
  return {
    name,
    value,
    unit: 'events/s',
    ceiling,
    ratio: value / ceiling,
    cpuMicrosPerEvent: { ours: sum.ours / sum.events, postgres: sum.postgres / sum.events },
    rssMiBMax: sum.rssMiBMax,
    n: count,
    seed: load.seed,
    notes:
      `${logInWords(log, count, truth)}. WAL ${grouped(written.wal / sum.events)} bytes an event; ` +
      `tables and indexes ${grouped((written.changes + written.past + written.now) / count)}. ` +
      `${growthInWords(log, written, count, truth)} Ceiling: COPY of these very rows into the same ` +
      `tables and indexes with the positions, one transaction. ${ROUNDS} rounds in turn.`,
  };
}

const GROWN_TASKS = 1_000_000;
const GROWN_SAVES = 20;

/** What a tenant of that size takes, by what these rows took. */
function growthInWords(
  log: FilledLog,
  { changes, past, now }: TableBytes,
  count: number,
  truth: GroundTruth,
): string {
  const gigabytes = (bytesEach: number, rows: number): string =>
    ((bytesEach * rows) / 1e9).toFixed(1);
  const { saves, tasks } = truth;
  const closed = saves - tasks.size;
  const all = GROWN_TASKS * GROWN_SAVES;
  return (
    `A million tasks of ${GROWN_SAVES} saves each, at these sizes: ` +
    `${gigabytes(log.bytesOnDisk / count, all)} GB in Kafka, ${gigabytes(changes / saves, all)} in ` +
    `changes, ${gigabytes(past / closed, all - GROWN_TASKS)} in task_past, ` +
    `${gigabytes(now / tasks.size, GROWN_TASKS)} in task_now.`
  );
}

function logInWords(log: FilledLog, count: number, truth: GroundTruth): string {
  return (
    `${grouped(count)} webhook events of ${grouped(truth.tasks.size)} tasks (3 % repeats, 2 % late), ` +
    `${grouped(log.bytes / count)} bytes each, ${grouped(log.bytesOnDisk / count)} on Kafka's disk, give ` +
    `${grouped(truth.saves)} changes, ${grouped(truth.saves)} versions and ${grouped(truth.tasks.size)} ` +
    `current rows: counts, instants and every current row checked`
  );
}
