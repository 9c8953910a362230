/** Kafka, the registry and Postgres: reached, and as the pipeline needs them. */
import { planChangeEvent } from '../../platform/avro/registration.ts';
import type { Kafka } from '../../platform/kafka/kafka.ts';
import { readMigrations } from '../../platform/postgres/migrate.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { requireFit } from '../../platform/postgres/require-fit.ts';
import { assetPath } from '../../platform/process/assets.ts';
import { readPlan } from '../../source/log/topics.ts';
import type { AdminContext } from '../admin-context.ts';
import { registryOf, topicOptions, withKafka, withPool } from '../connections.ts';
import { finding, note, well } from './finding.ts';
import type { Finding } from './finding.ts';

/** More events than that in the log and not in the tables are worth a look. */
const BACKLOG_MAX = 100_000;
/** What a topic's records depend on; other settings are told as a note. */
const KEEPING = new Set(['retention.ms', 'retention.bytes', 'cleanup.policy']);

export function lookAtKafka(context: AdminContext): Promise<readonly Finding[]> {
  return withKafka(context, async (kafka) => {
    const found = [well('kafka', `cluster ${await kafka.admin().clusterId()} answers`)];
    const plan = await readPlan(kafka.admin(), topicOptions(context, false));
    const missing = plan.missing.map(({ topic }) => topic);
    if (missing.length > 0) {
      const names = missing.slice(0, 5).join(', ');
      const fix = 'npx workfront-cdc topics apply';
      found.push(finding('topics', `${missing.length} are missing: ${names}`, fix));
    }
    for (const { topic, setting, wanted, actual } of plan.drift) {
      const said = `${topic}: ${setting} is ${actual}, and should be ${wanted}`;
      const isKept = !KEEPING.has(setting);
      found.push(isKept ? note('topics', said) : finding('topics', said, ALTER(topic, setting)));
    }
    if (plan.missing.length + plan.drift.length === 0) {
      found.push(well('topics', 'all are there, and keep what is written'));
    }
    return [...found, ...(await withPool(context, 'store', (pool) => backlog(pool, kafka)))];
  });
}

const ALTER = (topic: string, setting: string): string =>
  `before a record is dropped: kafka-configs.sh --alter --entity-type topics --entity-name ${topic} ` +
  `--delete-config ${setting}`;

const POSITIONS = 'select topic, partition, next from live.positions';

async function backlog(store: Queryable, kafka: Kafka): Promise<Finding[]> {
  const { rows } = await store.query<{ topic: string; partition: number; next: bigint }>(POSITIONS);
  let waiting = 0n;
  const lost: string[] = [];
  for (const topic of new Set(rows.map((row) => row.topic))) {
    const ends = await kafka.admin().fetchOffsets(topic);
    for (const row of rows.filter((one) => one.topic === topic)) {
      const end = ends.find(({ partition }) => partition === row.partition);
      if (end === undefined) continue;
      if (end.high > row.next) waiting += end.high - row.next;
      if (end.low > row.next) lost.push(`${topic}/${row.partition}`);
    }
  }
  if (lost.length > 0) {
    const said = `Kafka has dropped records that are not in the tables yet: ${lost.join(', ')}`;
    return [finding('log', said, 'keep records for ever, then backfill the types of these topics')];
  }
  const said = `${waiting} events are in the log and not in the tables yet`;
  if (waiting <= BigInt(BACKLOG_MAX)) return [well('log', said)];
  return [finding('log', said, 'does the projector run? docs/operating/monitoring.md')];
}

export async function lookAtRegistry(context: AdminContext): Promise<readonly Finding[]> {
  const plan = await planChangeEvent(registryOf(context));
  if (!plan.compatible) {
    const said = 'it would refuse the schema of change events: the log could not be read';
    return [finding('registry', said, 'run the release that wrote the log, or another registry')];
  }
  if (plan.id === null) {
    const fix = 'npx workfront-cdc schemas apply';
    return [finding('registry', `${plan.subject} is not registered`, fix)];
  }
  return [well('registry', `${plan.subject} is registered with id ${plan.id}`)];
}

/** Settings without which an acknowledged write may be gone after a crash. */
const DURABILITY = `
  select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off'
`;

export function lookAtStore(context: AdminContext): Promise<readonly Finding[]> {
  return withPool(context, 'store', async (pool) => {
    await requireFit(pool);
    const { rows } = await pool.query<{ name: string }>(DURABILITY);
    const off = rows.map(({ name }) => name);
    if (off.length === 0) return [well('postgres', 'the database of the tables is fit')];
    const said = `${off.join(' and ')} is off: a crash may leave tables that are not what they say`;
    return [finding('postgres', said, `alter system set ${off[0]} = on`)];
  });
}

const APPLIED = 'select name from control.migrations';
const HAS_CONTROL = `select to_regclass('control.watermark_trail') is not null as has`;

export async function lookAtControl(context: AdminContext): Promise<readonly Finding[]> {
  const directory = assetPath('infra', 'postgres', 'migrations');
  const wanted = (await readMigrations(directory)).map(({ name }) => name);
  const applied = await withPool(context, 'control', async (pool) => {
    const { rows } = await pool.query<{ there: boolean }>(
      `select to_regclass('control.migrations') is not null as there`,
    );
    if (rows[0]?.there !== true) return [];
    return (await pool.query<{ name: string }>(APPLIED)).rows.map(({ name }) => name);
  });
  const left = wanted.filter((name) => !applied.includes(name));
  const isOfTables = await withPool(context, 'store', async (pool) => {
    return (await pool.query<{ has: boolean }>(HAS_CONTROL)).rows[0]?.has === true;
  });
  return [
    left.length === 0
      ? well('control', 'schema control is up to date')
      : finding('control', `not applied: ${left.join(', ')}`, 'npx workfront-cdc migrate'),
    ...(isOfTables || left.length > 0
      ? []
      : [
          finding(
            'control',
            'it lives in another database than the tables, so workfront.freshness promises nothing',
            'map its tables into that database with postgres_fdw, as schema control',
          ),
        ]),
  ];
}
