/** The same servers in containers, as a back end for tests; needs Docker and the images below. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { GenericContainer, Network, Wait } from 'testcontainers';
import type { StartedNetwork, StartedTestContainer } from 'testcontainers';

import { answersApiVersions } from '../../services/local-stack/local-kafka.ts';
import { REGISTRY_PROPERTIES } from '../../services/local-stack/local-registry.ts';
import { freePort } from '../../services/local-stack/ports.ts';
import {
  formatIdentity,
  identify,
  isAlive,
  parseIdentity,
} from '../../services/local-stack/process-identity.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Backend, Server, ServerAction } from './backend.ts';
import { eventually } from './eventually.ts';

const IMAGES = {
  postgres: 'postgres:18',
  kafka: 'apache/kafka:4.1.0',
  registry: 'apicurio/apicurio-registry:3.0.9',
} as const;
const LABEL = 'workfront-cdc-test';
const PASSWORD = 'workfront';
const START_TIMEOUT_MS = 120_000;

type Probe = () => Promise<boolean>;

export async function startContainers(): Promise<Backend> {
  // Its reaper is one more image to pull; what a killed run leaves is removed by the next one
  // instead.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  await removeAbandoned();
  const network = await new Network().start();
  const ports = { postgres: await freePort(), kafka: await freePort(), registry: await freePort() };
  const databaseUrl = `postgres://workfront:${PASSWORD}@127.0.0.1:${ports.postgres}/workfront`;
  const registryUrl = `http://127.0.0.1:${ports.registry}/apis/ccompat/v7`;
  const [kafka, postgres] = await Promise.all([
    kafkaContainer(ports.kafka).start(),
    postgresContainer(ports.postgres, network).start(),
  ]);
  await query(databaseUrl, 'create schema if not exists apicurio');
  const registry = await registryContainer(ports.registry, network).start();
  const probes: Record<Server, Probe> = {
    kafka: () => answersApiVersions(ports.kafka),
    registry: async () => (await fetch(`${registryUrl}/subjects`)).ok,
    postgres: () => query(databaseUrl, 'select 1'),
  };
  const containers = { kafka, registry, postgres };
  return {
    description: `containers (${Object.values(IMAGES).join(', ')})`,
    kafkaFolder: null,
    kafkaBrokers: [`127.0.0.1:${ports.kafka}`],
    registryUrl,
    databaseUrl,
    control: (server, action) => control(containers[server], action, probes[server], server),
    stop: async () => {
      await Promise.all(Object.values(containers).map((container) => container.stop()));
      await network.stop();
    },
  };
}

// Host ports are chosen beforehand, because Docker would choose others after a restart.
function containerFor(server: Server, inside: number, port: number): GenericContainer {
  const self = identify(process.pid);
  return new GenericContainer(IMAGES[server])
    .withExposedPorts({ container: inside, host: port })
    .withLabels({ [LABEL]: self ? formatIdentity(self).trim() : 'unknown' })
    .withStartupTimeout(START_TIMEOUT_MS);
}

function postgresContainer(port: number, network: StartedNetwork): GenericContainer {
  return containerFor('postgres', 5432, port)
    .withNetwork(network)
    .withNetworkAliases('postgres')
    .withEnvironment({
      POSTGRES_USER: 'workfront',
      POSTGRES_PASSWORD: PASSWORD,
      POSTGRES_DB: 'workfront',
    })
    .withCommand(['postgres', '-c', 'max_connections=200', '-c', 'timezone=UTC'])
    .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/, 2));
}

function kafkaContainer(port: number): GenericContainer {
  return containerFor('kafka', 9092, port)
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_LISTENERS: 'OUTSIDE://:9092,CONTROLLER://:9093,INSIDE://:9094',
      KAFKA_ADVERTISED_LISTENERS: `OUTSIDE://127.0.0.1:${port},INSIDE://localhost:9094`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP:
        'CONTROLLER:PLAINTEXT,OUTSIDE:PLAINTEXT,INSIDE:PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INSIDE',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_MESSAGE_MAX_BYTES: String(16 * 1024 * 1024),
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_BROKER_SESSION_TIMEOUT_MS: '2000',
      KAFKA_BROKER_HEARTBEAT_INTERVAL_MS: '500',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '4',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/));
}

function registryContainer(port: number, network: StartedNetwork): GenericContainer {
  return containerFor('registry', 8080, port)
    .withNetwork(network)
    .withEnvironment({
      APICURIO_STORAGE_KIND: 'sql',
      APICURIO_STORAGE_SQL_KIND: 'postgresql',
      APICURIO_DATASOURCE_URL: 'jdbc:postgresql://postgres:5432/workfront?currentSchema=apicurio',
      APICURIO_DATASOURCE_USERNAME: 'workfront',
      APICURIO_DATASOURCE_PASSWORD: PASSWORD,
      JAVA_OPTS_APPEND: REGISTRY_PROPERTIES.join(' '),
    })
    .withWaitStrategy(Wait.forHttp('/apis/ccompat/v7/subjects', 8080));
}

async function control(
  container: StartedTestContainer,
  action: ServerAction,
  ready: Probe,
  server: Server,
): Promise<void> {
  await docker(action, container.getId());
  if (action === 'start') {
    const what = `${server} answers after its start`;
    await eventually(ready, { what, deadlineMs: START_TIMEOUT_MS });
  }
}

async function removeAbandoned(): Promise<void> {
  const listed = await docker('ps', '-a', '--filter', `label=${LABEL}`, '--format', LISTING);
  for (const line of listed.split('\n').filter(Boolean)) {
    const [id = '', owner = ''] = line.split('\t');
    const identity = parseIdentity(owner);
    if (identity === null || !isAlive(identity)) await docker('rm', '--force', '--volumes', id);
  }
}

const LISTING = `{{.ID}}\t{{.Label "${LABEL}"}}`;

async function docker(...args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)('docker', [...args])).stdout;
  } catch (error) {
    throw new Error(
      'TEST_BACKEND=containers needs a running Docker; start it, or use TEST_BACKEND=local',
      { cause: error },
    );
  }
}

async function query(databaseUrl: string, sql: string): Promise<boolean> {
  const pool = openPool({ url: databaseUrl, max: 1, applicationName: 'test-backend' });
  try {
    await pool.query(sql);
    return true;
  } finally {
    await pool.close();
  }
}
