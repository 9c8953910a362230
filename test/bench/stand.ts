/**
 * What a benchmark stands on: the local stack in a temporary folder, with the schema registered,
 * and topics and databases of its own for each measurement, made as `up` makes them.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyTopics } from '../../services/source/log/topics.ts';
import { systemClock } from '../../services/core/clock.ts';
import { retrying } from '../../services/core/retry.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { openEventCodec } from '../../services/platform/avro/event-codec.ts';
import type { EventCodec } from '../../services/platform/avro/event-codec.ts';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { migrate } from '../../services/platform/postgres/migrate.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import type { Env } from '../../services/platform/process/config.ts';
import { registerChangeEvent } from '../../services/platform/avro/registration.ts';
import { nodeOptionsOf } from '../../services/processes.ts';
import type { Backend } from '../support/backend.ts';
import { startBackend } from '../support/start-backend.ts';
import { parentOf, postgresCpuMicros } from './resources.ts';
import { startRoom } from './benched-process.ts';
import type { BenchedRoom, Room } from './benched-process.ts';

const OFFSETS_PATIENCE_MS = 30_000;

export interface Load {
  readonly seed: number;
  /** Null: as many as the benchmark is meant for. */
  readonly events: number | null;
}

export interface Database {
  readonly url: string;
  /** One connection, whose own CPU is not counted. */
  readonly observer: Pool;
  /** Of the whole server. */
  cpuMicros(): number;
  drop(): Promise<void>;
}

export class Stand {
  readonly kafka: Kafka;
  readonly codec: EventCodec;
  /** For logs and dumps; Postgres, which is another user, may write here. */
  readonly folder: string;
  readonly #backend: Backend;
  readonly #env: Env;

  constructor(backend: Backend, kafka: Kafka, codec: EventCodec, folder: string, env: Env) {
    this.#backend = backend;
    this.kafka = kafka;
    this.codec = codec;
    this.folder = folder;
    this.#env = env;
  }

  get brokers(): readonly string[] {
    return this.#backend.kafkaBrokers;
  }

  /** Of the registry's own server, without the path of an API. */
  get registryRoot(): string {
    return new URL(this.#backend.registryUrl).origin;
  }

  /** The id that the registry gives a schema of somebody else's topic. */
  async register(subject: string, schema: string): Promise<number> {
    const answer = await fetch(`${this.#backend.registryUrl}/subjects/${subject}/versions`, {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
      body: JSON.stringify({ schema }),
    });
    if (!answer.ok) throw new Error(`${subject}: ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: number };
    return id;
  }

  async makeTopics(prefix: string): Promise<void> {
    await applyTopics(this.kafka.admin(), { prefix, local: true });
  }

  /** For somebody else's records: as many partitions as a topic of tasks. Returns how many. */
  async makeTopic(topic: string): Promise<number> {
    const partitions = 6;
    await this.kafka
      .admin()
      .createTopics([{ topic, partitions, replicationFactor: 1, configs: {} }]);
    return partitions;
  }

  /** How many records a topic holds. */
  async recordsIn(topic: string): Promise<number> {
    // A broker may not have taken up its part in a topic that was made a moment ago.
    const partitions = await retrying(() => this.kafka.admin().fetchOffsets(topic), {
      clock: systemClock,
      random: Math.random,
      signal: AbortSignal.timeout(OFFSETS_PATIENCE_MS),
      onRetry: () => undefined,
    });
    return partitions.reduce((sum, { low, high }) => sum + Number(high - low), 0);
  }

  /** What a topic takes on Kafka's disk, as the broker compressed it; its indexes not counted. */
  bytesOnDisk(topic: string): number {
    const folder = this.#backend.kafkaFolder;
    if (folder === null) return NaN;
    const isPartition = (name: string): boolean =>
      name.startsWith(`${topic}-`) && /^\d+$/.test(name.slice(topic.length + 1));
    const files = readdirSync(folder)
      .filter(isPartition)
      .flatMap((partition) => {
        const names = readdirSync(join(folder, partition));
        return names
          .filter((one) => one.endsWith('.log'))
          .map((one) => join(folder, partition, one));
      });
    return files.reduce((sum, file) => sum + statSync(file).size, 0);
  }

  async makeDatabase(name: string): Promise<Database> {
    const admin = openPool({ url: this.#backend.databaseUrl, max: 1, applicationName: 'bench' });
    await admin.query(`create database ${name}`);
    const url = new URL(this.#backend.databaseUrl);
    url.pathname = name;
    const observer = openPool({
      url: url.href,
      max: 1,
      applicationName: 'bench-observer',
      statementTimeoutMs: 300_000,
    });
    await migrate(observer, assetPath('infra', 'postgres', 'migrations'));
    const { rows } = await observer.query<{ pid: number }>('select pg_backend_pid() as pid');
    const session = rows[0]?.pid ?? 0;
    const postmaster = parentOf(session);
    return {
      url: url.href,
      observer,
      cpuMicros: () => postgresCpuMicros(postmaster, [session]),
      drop: async () => {
        await observer.close();
        await admin.query(`drop database ${name} with (force)`);
        await admin.close();
      },
    };
  }

  /** Node is told what it is told in operation: its cost hangs on how much memory it may have. */
  startRoom(name: BenchedRoom, env: Env): Promise<Room> {
    const nodeArguments = this.nodeArgumentsOf(name);
    return startRoom({ name, folder: this.folder, nodeArguments, env: this.envOf(env) });
  }

  /** With `BENCH_NODE_ARGUMENTS`: a profile, say. */
  nodeArgumentsOf(name: BenchedRoom): string[] {
    const more = (this.#env['BENCH_NODE_ARGUMENTS'] ?? '').split(' ').filter(Boolean);
    return [...nodeOptionsOf(name), ...more];
  }

  /** Of a process of ours. */
  envOf(env: Env): Record<string, string | undefined> {
    return {
      PATH: this.#env['PATH'],
      KAFKA_BROKERS: this.#backend.kafkaBrokers.join(','),
      SCHEMA_REGISTRY_URL: this.#backend.registryUrl,
      ...env,
    };
  }

  async stop(): Promise<void> {
    await this.kafka.close();
    await this.#backend.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function startStand(env: Env): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'workfront-cdc-bench-'));
  chmodSync(folder, 0o777);
  const backend = await startBackend('local');
  try {
    await registerChangeEvent({ registryUrl: backend.registryUrl });
    const codec = await openEventCodec({ registryUrl: backend.registryUrl });
    const logger = createLogger('bench', { level: 'silent' });
    const kafka = openKafka({ brokers: backend.kafkaBrokers, clientId: 'bench', logger });
    return new Stand(backend, kafka, codec, folder, env);
  } catch (error) {
    await backend.stop();
    throw error;
  }
}
