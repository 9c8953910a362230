/** Two sinks over the flat topic, from their first row to their last. */
import { systemClock } from '../../../services/core/clock.ts';
import { partitionOf } from '../../../services/platform/kafka/partition-of-key.ts';
import type { Applied } from '../apply-log.ts';
import { checkpoint } from '../copy-ceiling.ts';
import type { GroundTruth } from '../deliveries.ts';
import { grouped, say } from '../progress.ts';
import type { Database, Stand } from '../stand.ts';
import type { TaskSave } from '../task-world.ts';
import { KEYS } from './flat-task.ts';
import type { FlatTable, FlatTasks } from './flat-task.ts';
import type { KafkaConnect } from './kafka-connect.ts';

const TABLES: readonly FlatTable[] = ['history', 'current'];
const DEADLINE_MS = 300_000;
const STATUS_EVERY = 100;

export type SinkRun = Omit<Applied, 'bytes'>;

/** The last save of each partition: when it is in a table, all before it are. */
export class LastSaves {
  readonly #partitions: number;
  readonly #last = new Map<number, TaskSave>();

  constructor(partitions: number) {
    this.#partitions = partitions;
  }

  add(save: TaskSave): void {
    this.#last.set(partitionOf(Buffer.from(save.objID), this.#partitions), save);
  }

  async areIn({ observer }: Database, table: FlatTable): Promise<boolean> {
    const saves = [...this.#last.values()];
    const { rows } = await observer.query<{ found: bigint }>(
      `select count(*) as found from flat_${table}
       join unnest($1::text[], $2::bigint[]) as last (id, at) on objid = id and savedat = at`,
      [saves.map(({ objID }) => objID), saves.map(({ instant }) => instant)],
    );
    return rows[0]?.found === BigInt(saves.length);
  }
}

export interface SinkOptions {
  readonly connect: KafkaConnect;
  readonly stand: Stand;
  readonly flat: FlatTasks;
  readonly topic: string;
  readonly last: LastSaves;
  readonly truth: GroundTruth;
  /** Records of the topic. */
  readonly count: number;
}

export async function runSink(options: SinkOptions, run: string): Promise<SinkRun> {
  const { connect, stand, flat } = options;
  const database = await stand.makeDatabase(run);
  const names = TABLES.map((table) => `${run}_${table}`);
  try {
    for (const table of TABLES) await database.observer.query(flat.tableSql(table));
    await checkpoint(database.observer);
    const before = { connect: connect.cpuMicros(), postgres: database.cpuMicros() };
    const walBefore = await walOf(database);
    for (const table of TABLES) {
      await connect.add(`${run}_${table}`, configOf(table, database, options));
    }
    const waiting = { connect, names, endMs: systemClock.monotonicMs() + DEADLINE_MS };
    await until(() => anyRow(database), waiting);
    const startMs = systemClock.monotonicMs();
    await until(() => allIn(database, options.last), waiting);
    const seconds = (systemClock.monotonicMs() - startMs) / 1000;
    const events = options.count;
    const done: SinkRun = {
      events,
      seconds,
      ours: connect.cpuMicros() - before.connect,
      postgres: database.cpuMicros() - before.postgres,
      wal: Number((await walOf(database)) - walBefore),
      rssMiB: connect.residentMiBMax(),
    };
    await mustBeWhole(database, options.truth);
    say(`${run}: ${grouped(events / seconds)} events/s`);
    return done;
  } finally {
    for (const name of names) await connect.remove(name);
    await database.drop();
  }
}

interface Waiting {
  readonly connect: KafkaConnect;
  readonly names: readonly string[];
  readonly endMs: number;
}

async function until(condition: () => Promise<boolean>, waiting: Waiting): Promise<void> {
  const { connect, names, endMs } = waiting;
  for (let asked = 1; !(await condition()); asked += 1) {
    if (asked % STATUS_EVERY === 0) for (const name of names) await connect.mustRun(name);
    if (systemClock.monotonicMs() > endMs) throw new Error(`the sinks took over ${DEADLINE_MS} ms`);
    await systemClock.sleep(20);
  }
}

async function anyRow({ observer }: Database): Promise<boolean> {
  const { rows } = await observer.query<{ found: boolean }>(
    `select exists (select from flat_history) or exists (select from flat_current) as found`,
  );
  return rows[0]?.found === true;
}

async function allIn(database: Database, last: LastSaves): Promise<boolean> {
  for (const table of TABLES) if (!(await last.areIn(database, table))) return false;
  return true;
}

async function walOf({ observer }: Database): Promise<bigint> {
  const { rows } = await observer.query<{ wal: bigint }>(
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal`,
  );
  return rows[0]?.wal ?? 0n;
}

async function mustBeWhole({ observer }: Database, truth: GroundTruth): Promise<void> {
  const { rows } = await observer.query<{ history: bigint; current: bigint }>(
    `select (select count(*) from flat_history) as history,
       (select count(*) from flat_current) as current`,
  );
  const { history, current } = rows[0] ?? {};
  if (history === BigInt(truth.saves) && current === BigInt(truth.tasks.size)) return;
  throw new Error(`the sinks wrote ${history} and ${current} rows`);
}

/** The best settings that were found for it. */
function configOf(
  table: FlatTable,
  database: Database,
  { topic, stand }: SinkOptions,
): Readonly<Record<string, string>> {
  const url = new URL(database.url);
  return {
    'connector.class': 'io.debezium.connector.jdbc.JdbcSinkConnector',
    topics: topic,
    'tasks.max': '1',
    'collection.name.format': `flat_${table}`,
    'connection.url': `jdbc:postgresql://${url.host}${url.pathname}`,
    'connection.username': decodeURIComponent(url.username),
    'connection.password': decodeURIComponent(url.password),
    'connection.pool.min_size': '1',
    'connection.pool.max_size': '8',
    'insert.mode': 'upsert',
    'delete.enabled': 'false',
    'schema.evolution': 'none',
    'primary.key.mode': 'record_value',
    'primary.key.fields': KEYS[table].join(','),
    'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
    'value.converter': 'io.apicurio.registry.utils.converter.AvroConverter',
    'value.converter.apicurio.registry.url': `${stand.registryRoot}/apis/registry/v2`,
    'value.converter.apicurio.registry.as-confluent': 'true',
    'value.converter.apicurio.registry.use-id': 'contentId',
    'consumer.override.max.poll.records': '5000',
    'consumer.override.max.partition.fetch.bytes': '8388608',
    'batch.size': '5000',
    'use.reduction.buffer': 'true',
    'dialect.postgres.unnest.insert.enabled': 'true',
  };
}
