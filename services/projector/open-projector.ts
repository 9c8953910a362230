/** A projector from its configuration: what `main.ts` runs, and tests run in their own process. */
import type { Clock } from '../core/clock.ts';
import { retrying } from '../core/retry.ts';
import { claimTenant, tenantOf } from '../source/tenant/tenant.ts';
import { deadLetterTopic } from '../source/log/topic-name.ts';
import { kafkaOptions, registryOptions } from '../platform/connection-options.ts';
import { openEventCodec } from '../platform/avro/event-codec.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import { openKafka } from '../platform/kafka/kafka.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Scope } from '../platform/process/lifecycle.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { Metrics } from '../platform/process/metrics.ts';
import { openPool } from '../platform/postgres/postgres.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import { requireFit } from '../platform/postgres/require-fit.ts';
import { openPublisher } from '../platform/kafka/publisher.ts';
import type { Publisher } from '../platform/kafka/publisher.ts';
import { keepForms } from '../store/views/forms/keep-forms.ts';
import { keepViews } from '../store/views/keep-views.ts';
import type { ProjectorConfig } from './config.ts';
import type { Leash } from './leash.ts';
import { LiveFollower } from './live-follower.ts';
import { LostSchemas } from './lost-schemas.ts';
import { createNote, createPark } from './parking.ts';
import type { Park } from './parking.ts';
import type { Projection } from './projections/projection.ts';
import { openProjections } from './projections/register.ts';
import type { ProjectedRow } from './projections/register.ts';
import { projectorMetrics } from './projector-metrics.ts';
import type { ProjectorMetrics } from './projector-metrics.ts';
import { Projector } from './projector.ts';
import type { ProjectorOptions } from './projector-options.ts';
import { createReadEntry, createReadTold } from './read-entry.ts';
import { settleDoubts } from './settle-doubts.ts';
import { readLivePointer } from '../store/live-pointer.ts';
import { applyStore } from '../store/live-store.ts';
import { subscribedTopics, topicsOfTypes } from './subscribed-topics.ts';

/** Waits for its dependencies, makes the stores, and reads until the scope ends. */
export async function openProjector(
  scope: Scope,
  config: ProjectorConfig,
  metrics: Metrics,
  clock: Clock,
): Promise<RunningProjector> {
  const { logger } = scope;
  const all = projectorParts(scope, config, metrics, clock);
  const { pool } = all[0];
  const roles = {
    reader: config.STORE_READER_ROLE ?? null,
    guardedReader: config.STORE_GUARDED_READER_ROLE ?? null,
  };
  const found = await whenThere(scope, config, all[0]);
  const followers: LiveFollower[] = [];
  for (const parts of all) {
    const log = logOf(parts, found);
    if (log.topics.length === 0) continue;
    const follower = followLive(parts, log, found);
    scope.own(`projector of ${parts.projection.name}`, follower, (one) => one.stop());
    await follower.start();
    followers.push(follower);
  }
  await keepViews({ pool, roles, logger, retry: found.retry });
  void keepForms({ pool, roles, logger, clock, signal: scope.signal });
  const control = openControl(scope, config) ?? pool;
  const isNearEnd = (): boolean => followers[0]?.isNearEnd() ?? false;
  const doubts = { store: pool, control, quietMs: config.PROJECTOR_DOUBTS_MS, isNearEnd };
  void settleDoubts({ ...doubts, clock, logger }, scope.signal);
  return allOf(followers);
}

export type RunningProjector = Pick<LiveFollower, 'readiness' | 'isHealthy'>;

function allOf(followers: readonly LiveFollower[]): RunningProjector {
  return {
    readiness: () =>
      followers.map((one) => one.readiness()).find(({ ready }) => !ready) ?? { ready: true },
    isHealthy: () => followers.every((one) => one.isHealthy()),
  };
}

function followLive(parts: ProjectorParts, log: ReadableLog, found: FoundLog): LiveFollower {
  const { config, pool, projection, clock, logger, onFailed } = parts;
  const definition = projection.store;
  const fixed = parts.isFirst ? config.STORE_SCHEMA : undefined;
  return new LiveFollower({
    clock,
    logger,
    onFailed,
    readLive: async () => {
      if (fixed !== undefined) return fixed;
      const pointer = await readLivePointer(pool, definition.projection);
      return pointer?.store ?? definition.firstStore;
    },
    open: async (schema) => {
      await found.patient(() => applyStore(pool, { schema, definition }));
      logger.info({ topics: log.topics.length, store: schema }, 'reading the log');
      return projectorOn(schema, parts, log);
    },
  });
}

/** The part of the log that its projection reads. */
export function logOf({ config, projection }: ProjectorParts, found: ReadableLog): ReadableLog {
  const topics = topicsOfTypes(found.topics, config.TOPIC_PREFIX, projection.objCodes);
  return { topics, codec: found.codec };
}

/** What a projector is made of: all but the projection is one for the whole process. */
export interface ProjectorParts {
  readonly config: ProjectorConfig;
  readonly kafka: Kafka;
  readonly publisher: Publisher;
  readonly pool: Pool;
  readonly projection: Projection<ProjectedRow>;
  /** Whether it sets records aside in the dead letters for all. */
  readonly isFirst: boolean;
  readonly numbers: ProjectorMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onFailed: (error: unknown) => void;
}

/** Of each projection. */
export function projectorParts(
  scope: Scope,
  config: ProjectorConfig,
  metrics: Metrics,
  clock: Clock,
): [ProjectorParts, ...ProjectorParts[]] {
  const numbersOf = projectorMetrics(metrics);
  const projections = openProjections({
    cacheBytesMax: Math.floor(config.PROJECTOR_CACHE_BYTES_MAX / config.PROJECTOR_LANES),
    onMisfits: (projection, count) => numbersOf(projection).misfits.add(count),
  });
  const onFailed = (error: unknown): void => scope.fail(error);
  const { logger } = scope;
  const shared = { config, ...connect(scope, config, projections.length), clock, logger, onFailed };
  const [first, ...others] = projections.map((projection, index) => {
    const numbers = numbersOf(projection.name);
    return { ...shared, projection, isFirst: index === 0, numbers };
  });
  if (first === undefined) throw new Error('no projection is registered');
  return [first, ...others];
}

/** What a projector reads, once it is there. */
export interface ReadableLog {
  readonly topics: readonly string[];
  readonly codec: EventCodec;
}

/** @param more of which only a rebuild makes use */
export function projectorOn(
  schema: string,
  parts: ProjectorParts,
  { topics, codec }: ReadableLog,
  more: { readonly leash?: Leash; readonly park?: Park } = {},
): Projector<ProjectedRow> {
  const { config, kafka, pool, projection, numbers: metrics, clock, logger } = parts;
  return new Projector({
    kafka,
    pool,
    schema,
    projection,
    clock,
    logger,
    metrics,
    ...boundsOf(config, schema, topics),
    schemas: new LostSchemas({ codec, policy: config.PROJECTOR_LOST_SCHEMAS, clock }),
    readEntry: createReadEntry(codec, projection),
    readTold: createReadTold(codec),
    park: parkOf(parts),
    onFailed: parts.onFailed,
    ...more,
  });
}

/** Where it puts what it cannot take. */
export function parkOf({ config, publisher, isFirst, numbers, logger }: ProjectorParts): Park {
  const topic = deadLetterTopic(config.TOPIC_PREFIX);
  if (!isFirst) return createNote({ metrics: numbers, logger });
  return createPark({ topic, publisher, metrics: numbers, logger });
}

/** How much it takes at once, and how long it waits. */
function boundsOf(
  config: ProjectorConfig,
  schema: string,
  topics: readonly string[],
): Pick<
  ProjectorOptions<ProjectedRow>,
  'lanes' | 'consumer' | 'limits' | 'patienceMs' | 'stallMs'
> {
  return {
    lanes: config.PROJECTOR_LANES,
    consumer: {
      groupId: `${config.TOPIC_PREFIX}.projector.${schema}`,
      topics,
      maxBytes: FETCH_BYTES_MAX,
      maxBytesPerPartition: PARTITION_BYTES_MAX,
      fetchEveryMs: FETCH_EVERY_MS,
      sessionTimeoutMs: config.PROJECTOR_SESSION_TIMEOUT_MS,
      heartbeatIntervalMs: Math.floor(config.PROJECTOR_SESSION_TIMEOUT_MS / 5),
    },
    limits: {
      entriesMax: config.PROJECTOR_QUEUE_EVENTS_MAX,
      bytesMax: config.PROJECTOR_QUEUE_BYTES_MAX,
      batchEntriesMax: config.PROJECTOR_BATCH_EVENTS_MAX,
    },
    patienceMs: config.PROJECTOR_PATIENCE_MS,
    stallMs: config.PROJECTOR_STALL_MS,
  };
}

interface Connections {
  readonly kafka: Kafka;
  readonly publisher: Publisher;
  readonly pool: Pool;
}

function connect(scope: Scope, config: ProjectorConfig, projections: number): Connections {
  const { logger } = scope;
  const kafka = openKafka(kafkaOptions(config, SERVICE, logger));
  scope.own('kafka', kafka, (one) => one.close());
  const publisher = openPublisher(kafka);
  scope.own('publisher', publisher, (one) => one.close());
  const pool = openPool({
    url: config.DATABASE_URL,
    max: config.PROJECTOR_LANES * projections + SPARE_SESSIONS,
    applicationName: SERVICE,
    onIdleError: (error) => logger.warn({ error }, 'Postgres closed a session'),
  });
  scope.own('postgres', pool, (one) => one.close());
  return { kafka, publisher, pool };
}

/** Null where it is in the database of the tables. */
function openControl(scope: Scope, { CONTROL_DATABASE_URL: url }: ProjectorConfig): Pool | null {
  if (url === undefined) return null;
  const { logger } = scope;
  const control = openPool({
    url,
    max: 1,
    applicationName: SERVICE,
    onIdleError: (error) => logger.warn({ error }, 'Postgres closed a session'),
  });
  return scope.own('control', control, (one) => one.close());
}

export interface FoundLog extends ReadableLog {
  readonly retry: { clock: Clock; random: () => number; signal: AbortSignal };
  /** Tries for as long as the process runs. */
  readonly patient: <T>(act: () => Promise<T>) => Promise<T>;
}

/** However long it takes for them to come: the order in which processes start does not matter. */
export async function whenThere(
  { logger, signal }: Scope,
  config: ProjectorConfig,
  { kafka, pool, clock }: Pick<ProjectorParts, 'kafka' | 'pool' | 'clock'>,
): Promise<FoundLog> {
  const retry = { clock, random: Math.random, signal };
  const onRetry = (error: unknown): void => logger.warn({ error }, 'waiting for a dependency');
  const patient = <T>(act: () => Promise<T>): Promise<T> => retrying(act, { ...retry, onRetry });
  const topics = await patient(() => subscribedTopics(kafka, config.TOPIC_PREFIX));
  const codec = await patient(() => openEventCodec(registryOptions(config)));
  await patient(() => requireFit(pool));
  const { WORKFRONT_URL, WORKFRONT_CUSTOMER_ID } = config;
  if (WORKFRONT_URL !== undefined) {
    const tenant = tenantOf({ WORKFRONT_URL, WORKFRONT_CUSTOMER_ID });
    await patient(() => claimTenant(pool, tenant));
  }
  return { topics, codec, retry, patient };
}

const SERVICE = 'projector';
/** Beside the lanes: one to read positions, one for the views, one for forms, one for doubts. */
const SPARE_SESSIONS = 4;
/** kafkajs copies each answer into one buffer, and fresh memory is dear: large ones cost more. */
const FETCH_BYTES_MAX = 256 * 1024;
const PARTITION_BYTES_MAX = 128 * 1024;
const FETCH_EVERY_MS = 30;
