/**
 * A log of tasks, a database, and projectors (real processes) between them. Tests say which events
 * come in which order, and look at the tables at the end.
 */
import { createHash } from 'node:crypto';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { changesTopic, deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { openEventCodec } from '../../services/platform/avro/event-codec.ts';
import type { EventCodec } from '../../services/platform/avro/event-codec.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import type { OutgoingRecord, Publisher } from '../../services/platform/kafka/publisher.ts';
import { CLAIM_COLUMNS } from '../../services/store/tables/claim-rows.ts';
import { OTHER_TYPES, tableOf } from '../../services/store/tables/type-tables.ts';
import { keyColumns } from '../../services/store/tables/version-rows.ts';
import { dropTopics } from './drop-topics.ts';
import { eventually } from './eventually.ts';
import { freshStore } from './fresh-database.ts';
import type { FreshDatabase } from './fresh-database.ts';
import type { Random } from '../../services/core/random.ts';
import { freshPrefix, sharedStack } from './shared-stack.ts';
import { CROWD_CASES } from './crowd-cases.ts';
import { simulateCrowd } from './crowded-object.ts';
import { simulateObject } from './simulated-object.ts';
import { spawnService } from './spawn-service.ts';
import type { Service } from './spawn-service.ts';

export interface ProjectorRun {
  readonly prefix: string;
  readonly topic: string;
  readonly kafka: Kafka;
  readonly codec: EventCodec;
  publish(events: readonly ChangeEvent[]): Promise<void>;
  publishRecords(records: readonly OutgoingRecord[]): Promise<void>;
  /** The environment that makes a projector one of this run's. */
  readonly env: Readonly<Record<string, string>>;
  start(env?: Readonly<Record<string, string>>): Promise<Service>;
  /** As `start`, but does not wait until it is ready. */
  launch(env?: Readonly<Record<string, string>>): Promise<Service>;
  /** Resolves when the store's positions are at the log's end. */
  caughtUp(deadlineMs?: number): Promise<void>;
  /** Makes the topic anew, empty: another log under the same name. */
  replaceLog(): Promise<void>;
  close(): Promise<void>;
}

export interface ProjectorStore {
  readonly database: FreshDatabase;
  readonly pool: Pool;
  readonly schema: string;
}

const PARTITIONS = 4;
/** Who is killed is missed soon. */
const QUICK = { PROJECTOR_SESSION_TIMEOUT_MS: '6000', LOG_LEVEL: 'debug' };

/** The store of one run, empty; several runs of a test file share a database. */
export async function openStore(schema = 'store_1'): Promise<ProjectorStore> {
  const database = await freshStore();
  const pool = openPool({ url: database.url, max: 2, applicationName: 'test' });
  return { database, pool, schema };
}

export async function closeStore({ database, pool }: ProjectorStore): Promise<void> {
  await pool.close();
  await database.drop();
}

export async function openRun(
  { database, pool, schema }: ProjectorStore,
  objCode = 'TASK',
): Promise<ProjectorRun> {
  const { kafkaBrokers: brokers, registryUrl } = sharedStack();
  const prefix = freshPrefix();
  const topic = changesTopic(prefix, objCode);
  const logger = createLogger('test', { level: 'silent' });
  const kafka = openKafka({ brokers, clientId: 'projector-run', logger });
  await makeTopics(kafka, [topic, deadLetterTopic(prefix)]);
  const codec = await openEventCodec({ registryUrl });
  const publisher: Publisher = openPublisher(kafka, { sendDeadlineMs: 60_000 });
  const started: Service[] = [];
  const env = { DATABASE_URL: database.url, TOPIC_PREFIX: prefix, STORE_SCHEMA: schema, ...QUICK };
  let lastSeen: readonly string[] = [];
  const isCaughtUp = async (): Promise<boolean> => {
    const { rows } = await pool.query<{ partition: number; next: bigint }>(
      `select partition, next from ${schema}.positions where topic = $1`,
      [topic],
    );
    const ends = await kafka.admin().fetchOffsets(topic);
    const found = new Map(rows.map(({ partition, next }) => [partition, next]));
    const places = ends.map(({ partition, high }) => ({
      partition,
      next: found.get(partition) ?? 0n,
      high,
    }));
    lastSeen = places.map(({ partition, next, high }) => `${partition}: ${next} of ${high}`);
    return places.every(({ next, high }) => next === high);
  };
  const launch = async (more: Readonly<Record<string, string>> = {}): Promise<Service> => {
    const service = await spawnService('projector', { ...env, ...more });
    started.push(service);
    return service;
  };
  return {
    prefix,
    topic,
    kafka,
    codec,
    env,
    launch,
    publish: (events) => publisher.publish(events.map((event) => toRecord(event, codec, topic))),
    publishRecords: (records) => publisher.publish(records),
    start: async (more = {}) => {
      const service = await launch(more);
      await service.ready();
      return service;
    },
    caughtUp: async (deadlineMs = 60_000) => {
      const what = 'the projector has caught up';
      const progress = (): string => lastSeen.join(', ');
      await eventually(isCaughtUp, { what, deadlineMs, progress }).catch((cause: unknown) => {
        const logs = started.map((service) => service.log()).join('\n');
        // At the end too: of a long output only that may be shown.
        const message = `${what}: did not happen; ${progress()}\n${logs}\n${progress()}`;
        throw new Error(message, { cause });
      });
    },
    replaceLog: async () => {
      await kafka.admin().deleteTopics([topic]);
      await eventually(() => makeTopics(kafka, [topic]).then(() => true), {
        what: 'the topic is there again',
      });
    },
    close: async () => {
      // A test that failed left them; one that has ended takes no notice.
      for (const service of started) service.signal('SIGKILL');
      await Promise.all(started.map(({ exited }) => exited));
      await publisher.close();
      await dropTopics(kafka, prefix).finally(() => kafka.close());
    },
  };
}

async function makeTopics(kafka: Kafka, topics: readonly string[]): Promise<void> {
  await kafka.admin().createTopics(
    topics.map((topic) => ({
      topic,
      partitions: topic.endsWith('.changes') ? PARTITIONS : 1,
      replicationFactor: 1,
      configs: { 'max.message.bytes': '16777216' },
    })),
  );
}

/** What happens to `objects` tasks, each with its own story, in one order of telling. */
export function simulateTasks(random: Random, objects: number, steps: number): ChangeEvent[] {
  const events: ChangeEvent[] = [];
  for (let index = 0; index < objects; index += 1) {
    const objID = createHash('md5').update(`task ${index}`).digest('hex');
    // Every other one is saved in crowds.
    const { events: own } =
      index % 2 === 1
        ? simulateCrowd(random, random.pick(CROWD_CASES))
        : simulateObject(random, random.int(1, steps));
    for (const event of own) {
      // One topic is enough: what matters of a type without a clock is that it shows none.
      events.push({ ...event, objID, objCode: 'TASK' });
    }
  }
  return events.sort((a, b) => a.observedAt - b.observedAt);
}

/** The tables as text, without the places in the log, which differ from log to log. */
export async function dumpTables(
  { pool, schema }: ProjectorStore,
  objCodes: readonly string[] = ['TASK'],
): Promise<string> {
  const dump = async (table: string, columns: string, order: string): Promise<string> => {
    const { rows } = await pool.query<{ row: string }>(
      `select (t.*)::text as row from (select ${columns} from ${schema}.${table}) as t
       order by ${order}`,
    );
    return [`${table}: ${rows.length}`, ...rows.map(({ row }) => row)].join('\n');
  };
  const places = ['topic', 'partition', '"offset"'];
  const claim = CLAIM_COLUMNS.map(({ name }) => name).filter((name) => !places.includes(name));
  const dumps = [await dump('changes', claim.join(', '), 'objid, objcode, eventid')];
  for (const table of [...objCodes.map(tableOf), OTHER_TYPES]) {
    const key = keyColumns(table).join(', ');
    dumps.push(await dump(table.past, '*', `${key}, began`), await dump(table.now, '*', key));
  }
  return dumps.join('\n');
}

/** The metric follows the commit that `caughtUp` sees. */
export async function metricBecomes(
  service: Service,
  name: `workfront_cdc_${string}`,
  wanted: number,
): Promise<void> {
  let found = NaN;
  const isThere = async (): Promise<boolean> => (found = await service.metric(name)) === wanted;
  await eventually(isThere, { what: `${name} is ${wanted}`, deadlineMs: 5_000 }).catch(() => {
    throw new Error(`${name} is ${found}, not ${wanted}`);
  });
}

/** Ends in order; throws with its log when it did not. */
export async function endWell(service: Service): Promise<void> {
  service.signal('SIGTERM');
  const code = await service.exited;
  if (code !== 0) throw new Error(`the projector ended with ${code}: ${service.log()}`);
}
