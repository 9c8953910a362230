/**
 * Events a second from Kafka into the tables, by the real projector on a fresh database. The log is
 * written before; measured from the first applied event, which leaves out the start, the join and
 * the first fetch.
 */
import { applyLog } from './apply-log.ts';
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
  const written = { wal: 0, bytes: 0 };
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
      written.bytes += applied.bytes;
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
      `tables and indexes ${grouped(written.bytes / (count * ROUNDS))}. Ceiling: COPY of these very rows into the same ` +
      `tables and indexes with the positions, one transaction. ${ROUNDS} rounds in turn.`,
  };
}

function logInWords(log: FilledLog, count: number, truth: GroundTruth): string {
  return (
    `${grouped(count)} webhook events of ${grouped(truth.tasks.size)} tasks (3 % repeats, 2 % late), ` +
    `${grouped(log.bytes / count)} bytes each, ${grouped(log.bytesOnDisk / count)} on Kafka's disk, give ` +
    `${grouped(truth.saves)} changes, ${grouped(truth.saves)} versions and ${grouped(truth.tasks.size)} ` +
    `current rows: counts, instants and every current row checked`
  );
}
