/**
 * Where Kafka, the registry and Postgres are: as the environment says, else those that `up` runs.
 */
import { folderOwner } from '../local-stack/data-folder.ts';
import type { TopicOptions } from '../source/log/topics.ts';
import { PipelineError } from '../core/errors.ts';
import { controlUrl } from '../platform/process/config.ts';
import { kafkaOptions, registryOptions } from '../platform/connection-options.ts';
import { openKafka } from '../platform/kafka/kafka.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import { createLogger } from '../platform/process/logger.ts';
import { openPool } from '../platform/postgres/postgres.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { RegistryOptions } from '../platform/avro/registry-client.ts';
import { Secret } from '../platform/process/secret.ts';
import type { AdminContext } from './admin-context.ts';
import { readStackFile } from './stack-file.ts';
import type { StackFile } from './stack-file.ts';

/** The running stack of this folder, or null. */
export function runningStack({ dataDir }: Pick<AdminContext, 'dataDir'>): StackFile | null {
  return folderOwner(dataDir) === null ? null : readStackFile(dataDir);
}

export async function withKafka<T>(
  context: AdminContext,
  use: (kafka: Kafka) => Promise<T>,
): Promise<T> {
  const kafka = openAdminKafka(context, brokersOf(context));
  try {
    return await use(kafka);
  } finally {
    await kafka.close();
  }
}

export function openAdminKafka({ settings }: AdminContext, brokers: readonly string[]): Kafka {
  // kafkajs says of each retry what the error at the end says once.
  const logger = createLogger('admin', { level: 'silent' });
  const config = { ...settings, KAFKA_BROKERS: [...brokers] };
  return openKafka(kafkaOptions(config, 'admin', logger));
}

export function brokersOf(context: AdminContext): readonly string[] {
  const found = context.settings.KAFKA_BROKERS ?? runningStack(context)?.kafkaBrokers;
  return found ?? missing(context, 'KAFKA_BROKERS');
}

/** What topics must be like: on one machine nothing is replicated. */
export function topicOptions(context: AdminContext, local: boolean): TopicOptions {
  const brokers = brokersOf(context);
  const prefix = context.settings.TOPIC_PREFIX;
  return { prefix, local: local || brokers.every(isLoopback) };
}

export function registryOf(context: AdminContext): RegistryOptions {
  const url = context.settings.SCHEMA_REGISTRY_URL ?? runningStack(context)?.registryUrl;
  const config = {
    ...context.settings,
    SCHEMA_REGISTRY_URL: url ?? missing(context, 'SCHEMA_REGISTRY_URL'),
  };
  return registryOptions(config);
}

/** `store` holds the tables, `control` the cursors; often one database. */
export async function withPool<T>(
  context: AdminContext,
  which: 'store' | 'control',
  use: (pool: Pool) => Promise<T>,
): Promise<T> {
  const url = databaseOf(context, which);
  const pool = openPool({ url, max: 2, applicationName: 'workfront-cdc', statementTimeoutMs: 0 });
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

/** With its password: for processes that are started. */
export function storeUrlOf(context: AdminContext): Secret {
  return databaseOf(context, 'store');
}

function databaseOf(context: AdminContext, which: 'store' | 'control'): Secret {
  const { DATABASE_URL, CONTROL_DATABASE_URL } = context.settings;
  const running = runningStack(context)?.databaseUrl;
  const store = DATABASE_URL ?? (running === undefined ? undefined : new Secret(running));
  if (which === 'control' && (CONTROL_DATABASE_URL ?? store) !== undefined) {
    return controlUrl({ DATABASE_URL: store, CONTROL_DATABASE_URL });
  }
  return store ?? missing(context, which === 'control' ? 'CONTROL_DATABASE_URL' : 'DATABASE_URL');
}

function isLoopback(broker: string): boolean {
  return /^(127\.|localhost:|\[::1\])/.test(broker);
}

function missing(context: AdminContext, variable: string): never {
  if (folderOwner(context.dataDir) !== null) {
    throw new PipelineError(
      'CONFIG_INVALID',
      `${variable} is not known yet: the local stack is starting. Ask again when ` +
        'npx workfront-cdc status says that it runs.',
      { variables: variable },
    );
  }
  throw new PipelineError(
    'CONFIG_INVALID',
    `${variable} is not set, and no local stack runs here: set it, or start one with ` +
      'npx workfront-cdc up --detach.',
    { variables: variable },
  );
}
