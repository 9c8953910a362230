/** Apache Kafka, one node that is broker and controller, on loopback. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';

import { PipelineError } from '../core/errors.ts';
import { assetPath } from '../platform/process/assets.ts';
import type { Env } from '../platform/process/config.ts';
import { createWhole, notWhole } from './data-folder.ts';
import { javaEnv } from './java.ts';
import { keepProcess } from './kept-process.ts';
import { createPart } from './part.ts';
import type { Part, PartOptions } from './part.ts';
import { runCommand } from './run-command.ts';

export interface LocalKafkaOptions extends Pick<PartOptions, 'logFile' | 'onCrash' | 'signal'> {
  readonly folder: string;
  readonly pidFile: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly java: string;
  readonly jars: string;
  readonly env: Env;
}

export interface LocalKafka {
  readonly part: Part;
  readonly brokers: readonly string[];
}

/** Formats the data folder when there is none; does not start the broker. */
export async function prepareLocalKafka(options: LocalKafkaOptions): Promise<LocalKafka> {
  const { folder, port, logFile, pidFile, env } = options;
  const parent = dirname(folder);
  const properties = `${basename(folder)}.properties`;
  mkdirSync(parent, { recursive: true });
  if (!existsSync(folder)) await createWhole(folder, (draft) => format(draft, options));
  if (!existsSync(join(folder, 'meta.properties'))) {
    throw notWhole(folder, 'is not a whole Kafka data folder');
  }
  writeFileSync(join(parent, properties), serverProperties(basename(folder), options));
  const part = createPart({
    ...options,
    name: 'kafka',
    launch: () =>
      keepProcess({
        name: 'kafka',
        command: options.java,
        args: [...JVM, ...program(options), 'kafka.Kafka', properties],
        env: javaEnv(env),
        cwd: parent,
        logFile,
        pidFile,
        stopSignal: 'SIGTERM',
        graceMs: 30_000,
      }),
    ready: () => answersApiVersions(port),
    readyDeadlineMs: 120_000,
  });
  return { part, brokers: [`127.0.0.1:${port}`] };
}

const JVM = ['-Xms128m', '-Xmx512m', '-XX:+ExitOnOutOfMemoryError', '-Djava.awt.headless=true'];

// Kafka takes lists of folders, and log4j lists of files: a comma in a path would make two of one.
// So both are named as seen from where they lie, the one by the working directory, the other by the
// class path, which finds log4j2.xml there.
function program({ jars }: LocalKafkaOptions): string[] {
  return ['-cp', `${assetPath('infra', 'local-stack')}:${join(jars, '*')}`];
}

async function format(draft: string, options: LocalKafkaOptions): Promise<void> {
  const properties = join(basename(draft), 'format.properties');
  const cwd = dirname(draft);
  writeFileSync(join(cwd, properties), serverProperties(basename(draft), options));
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, '_');
  const args = ['format', '--cluster-id', clusterId, '--config', properties];
  const { code, output } = await runCommand(
    options.java,
    ['-XX:TieredStopAtLevel=1', ...program(options), 'kafka.tools.StorageTool', ...args],
    { ...options, cwd, env: javaEnv(options.env) },
  );
  if (code === 0) return;
  throw new PipelineError(
    'START_FAILED',
    `The local Kafka could not format its data folder ${draft}. It said:\n${output.trim()}`,
  );
}

function serverProperties(folder: string, { port, controllerPort }: LocalKafkaOptions): string {
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': folder,
    // Topics are data (infra/kafka); a misspelt name must not become one.
    'auto.create.topics.enable': false,
    'message.max.bytes': 16 * 1024 * 1024,
    'group.initial.rebalance.delay.ms': 0,
    // After a crash the controller lets the broker serve again only when its old session is over.
    'broker.session.timeout.ms': 2_000,
    'broker.heartbeat.interval.ms': 500,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Sized for one machine: hundreds of small partitions, 512 MB of heap.
    'log.cleaner.backoff.ms': 1_000,
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
    'log.index.size.max.bytes': 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 4,
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

// The smallest request that a broker answers: 18 is ApiVersions, its version 0 has no body. The
// header: key, version, correlation id, and a client id that is absent (-1).
const API_VERSIONS = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);
const ANSWER_DEADLINE_MS = 2_000;

export function answersApiVersions(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: ANSWER_DEADLINE_MS });
    const settle = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => socket.write(API_VERSIONS));
    socket.once('data', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
