// What it is for: `npm run bench [-- NAME ...] [--json]`, speed and memory of the real processes.
// Promises: the truth of the tables is checked first, and a ceiling is measured in the same run.
// Must not: bend what it measures, run without an end, or touch a stack that it did not start.
import { inspect, parseArgs } from 'node:util';
import { systemClock } from '../../services/core/clock.ts';
import { catchUpMemory } from './catch-up-memory.ts';
import { idleCalls } from './idle-calls.ts';
import { kafkaToPostgres, narrowKafkaToPostgres } from './kafka-to-postgres.ts';
import { largeSnapshot, snapshot } from './object-snapshot.ts';
import { narrowPeerSink, peerSink } from './peer-sink/peer-sink.ts';
import { lateEventCost } from './late-event-cost.ts';
import { say } from './progress.ts';
import { queries } from './queries.ts';
import { refresh } from './refresh.ts';
import { jsonLine, markdownTable, writeResults } from './report.ts';
import type { BenchOutcome, Measured } from './report.ts';
import { rebuild } from './rebuild.ts';
import { replay } from './replay.ts';
import { sandboxSearch } from './sandbox-search.ts';
import { spool } from './spool.ts';
import { startStand } from './stand.ts';
import type { Load, Stand } from './stand.ts';
import { webhookAccept } from './webhook-accept.ts';
import { webhookToRow } from './webhook-to-row.ts';

const BENCHMARKS: Readonly<Record<string, (stand: Stand, load: Load) => Promise<Measured>>> = {
  'catch-up-memory': catchUpMemory,
  'kafka-to-postgres': kafkaToPostgres,
  'narrow-kafka-to-postgres': narrowKafkaToPostgres,
  'idle-calls': idleCalls,
  queries,
  refresh,
  snapshot,
  'sandbox-search': sandboxSearch,
  spool,
  'webhook-accept': webhookAccept,
  'webhook-to-row': webhookToRow,
};

/** Only when asked for by name: each takes minutes, some a download the first time. */
const ON_REQUEST: typeof BENCHMARKS = {
  'large-snapshot': largeSnapshot,
  'late-event': lateEventCost,
  'narrow-peer-sink': narrowPeerSink,
  'peer-sink': peerSink,
  rebuild,
  replay,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      // For trying things out: not what results.md shows.
      events: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !(name in BENCHMARKS || name in ON_REQUEST));
  if (unknown.length > 0) {
    say(
      `no benchmark is named ${unknown.join(', ')}; there are ${[...ALL, ...Object.keys(ON_REQUEST)].join(', ')}`,
    );
    process.exitCode = 2;
    return;
  }
  const names = positionals.length > 0 ? positionals : ALL;
  const load = {
    seed: Number(process.env['SEED'] ?? 20_260_105),
    events: values.events === undefined ? null : Number(values.events),
  };
  const startMs = systemClock.monotonicMs();
  const outcomes = await runAll(names, load, values.json);
  const seconds = (systemClock.monotonicMs() - startMs) / 1000;
  if (!values.json) process.stdout.write(`\n${markdownTable(outcomes)}\n`);
  const full = load.events === null && ALL.every((name) => names.includes(name));
  if (full) writeResults(outcomes, seconds, 'results.md');
  const asked = load.events === null && names.every((name) => name in ON_REQUEST);
  if (asked) writeResults(outcomes, seconds, `results-${names.toSorted().join('-')}.md`);
  if (outcomes.some((one) => 'failed' in one)) process.exitCode = 1;
}

const ALL = Object.keys(BENCHMARKS);

async function runAll(
  names: readonly string[],
  load: Load,
  json: boolean,
): Promise<BenchOutcome[]> {
  say(`seed ${load.seed} (SEED=${load.seed} repeats it); starting Kafka, a registry and Postgres`);
  const stand = await startStand(process.env);
  const stop = (): void => {
    void stand.stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const outcomes: BenchOutcome[] = [];
  try {
    for (const name of names) {
      const outcome = await run(name, stand, load);
      outcomes.push(outcome);
      if (json) process.stdout.write(`${jsonLine(outcome)}\n`);
    }
  } finally {
    await stand.stop();
  }
  return outcomes;
}

/** One that fails does not keep the others from being measured. */
async function run(name: string, stand: Stand, load: Load): Promise<BenchOutcome> {
  try {
    const benchmark = BENCHMARKS[name] ?? ON_REQUEST[name];
    if (benchmark === undefined) throw new Error(`no benchmark is named ${name}`);
    return await benchmark(stand, load);
  } catch (error) {
    say(`${name} failed: ${inspect(error)}`);
    return { name, failed: error instanceof Error ? error.message : String(error) };
  }
}

await main();
