/**
 * Ours against the Debezium JDBC sink over the very same facts, on one Kafka, one registry and one
 * Postgres, in one run. Ours reads ChangeEvents and keeps claims, history, current rows and
 * positions; the sink, once for history and once for current, reads flat records and folds
 * nothing: what comes late overwrites what is newer.
 */
import { applyLog } from '../apply-log.ts';
import type { Applied } from '../apply-log.ts';
import { checkTables } from '../check-tables.ts';
import { GroundTruth } from '../deliveries.ts';
import { fillLog } from '../fill-log.ts';
import { grouped, say } from '../progress.ts';
import type { Measured } from '../report.ts';
import type { Load, Stand } from '../stand.ts';
import type { Facts } from '../task-world.ts';
import { flatTasks } from './flat-task.ts';
import { startKafkaConnect } from './kafka-connect.ts';
import { LastSaves, runSink } from './run-sink.ts';
import type { SinkRun } from './run-sink.ts';

const COUNT = 300_000;
/** Processes of ours: the sink has a task for each of its two tables, and threads beside. */
const PROJECTORS = 2;
const ROUNDS = 2;

export function peerSink(stand: Stand, load: Load): Promise<Measured> {
  return measure(stand, load, 'wide');
}

export function narrowPeerSink(stand: Stand, load: Load): Promise<Measured> {
  return measure(stand, load, 'narrow');
}

async function measure(stand: Stand, load: Load, facts: Facts): Promise<Measured> {
  const name = facts === 'wide' ? 'peer-sink' : 'narrow-peer-sink';
  const count = load.events ?? COUNT;
  const prefix = `peer_${facts}`;
  const flat = flatTasks(facts);
  const topic = `flat.${facts}`;
  const schemaId = await stand.register(`${topic}-value`, flat.schema);
  const partitions = await stand.makeTopic(topic);
  const last = new LastSaves(partitions);
  const truth = new GroundTruth();
  const beside = (save: Parameters<typeof flat.record>[0]) => {
    last.add(save);
    return flat.record(save, topic, schemaId);
  };
  const log = await fillLog(stand, { seed: load.seed, facts, count, prefix, beside }, truth);
  say(`${name}: ${grouped(log.bytes / count)} bytes an event`);

  const ours: { one: Applied[]; several: Applied[] } = { one: [], several: [] };
  const sinks: SinkRun[] = [];
  const run = async (projectors: number, round: number): Promise<Applied> => {
    const database = await stand.makeDatabase(`${prefix}_${projectors}_${round}`);
    try {
      const label = `${name}: ours, ${projectors} process(es)`;
      const options = { prefix, records: log.records, projectors, label };
      const applied = await applyLog(stand, database, options);
      await checkTables(database.observer, truth);
      return applied;
    } finally {
      await database.drop();
    }
  };
  const connect = await startKafkaConnect(stand.brokers, stand.folder, process.env);
  try {
    const sink = { connect, stand, flat, topic, last, truth, count };
    await runSink(sink, `${prefix}_warm`);
    for (let round = 1; round <= ROUNDS; round += 1) {
      ours.one.push(await run(1, round));
      sinks.push(await runSink(sink, `${prefix}_sink_${round}`));
      ours.several.push(await run(PROJECTORS, round));
    }
  } finally {
    await connect.stop();
  }
  return comparison(name, { one: sumOf(ours.one), several: sumOf(ours.several) }, sumOf(sinks), {
    n: count,
    seed: load.seed,
  });
}

interface Rate {
  readonly perSecond: number;
  readonly ours: number;
  readonly postgres: number;
  readonly wal: number;
  readonly rssMiB: number;
}

/** Of several runs as one. */
function sumOf(runs: readonly Omit<Applied, 'bytes'>[]): Rate {
  const total = (of: (run: Omit<Applied, 'bytes'>) => number): number =>
    runs.reduce((sum, run) => sum + of(run), 0);
  const events = total((run) => run.events);
  return {
    perSecond: events / total(({ seconds }) => seconds),
    ours: total((run) => run.ours) / events,
    postgres: total((run) => run.postgres) / events,
    wal: total(({ wal }) => wal) / events,
    rssMiB: Math.max(...runs.map(({ rssMiB }) => rssMiB)),
  };
}

function comparison(
  name: string,
  ours: { readonly one: Rate; readonly several: Rate },
  sink: Rate,
  load: { readonly n: number; readonly seed: number },
): Measured {
  const { one, several } = ours;
  return {
    name,
    value: several.perSecond,
    unit: 'events/s',
    ceiling: sink.perSecond,
    ratio: several.perSecond / sink.perSecond,
    cpuMicrosPerEvent: { ours: several.ours, postgres: several.postgres },
    rssMiBMax: several.rssMiB,
    ...load,
    notes:
      `Ours, ${PROJECTORS} projectors of one group: ${inWords(several)}; one projector: ${inWords(one)}. ` +
      `In place of a ceiling two Debezium JDBC sinks 3.6, history and current (upsert, unnest, reduction buffer, ` +
      `5,000 a batch, a JVM of 2 GiB): ${inWords(sink)}. ${ROUNDS} rounds in turn after a warm-up of the sinks; ` +
      `every row of ours checked, the sinks' rows counted.`,
  };
}

function inWords({ perSecond, ours, postgres, wal, rssMiB }: Rate): string {
  return (
    `${grouped(perSecond)} events/s for ${grouped(ours)} + ${grouped(postgres)} µs of CPU an event, ` +
    `${grouped(wal)} bytes of WAL, ${Math.round(rssMiB)} MiB a process`
  );
}
