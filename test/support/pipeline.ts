/**
 * The whole pipeline as processes of their own, as an operator runs them, on a log, a database
 * and a sandbox that belong to one test. Processes can be killed (-9) and started again at any
 * moment.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { applyTopics } from '../../services/source/log/topics.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { freePort } from '../../services/local-stack/ports.ts';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import type { Kafka } from '../../services/platform/kafka/kafka.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { SERVICES } from '../../services/processes.ts';
import type { ServiceName } from '../../services/processes.ts';
import { dropTopics } from './drop-topics.ts';
import { eventually } from './eventually.ts';
import { freshStore } from './fresh-database.ts';
import { freshPrefix, sharedStack } from './shared-stack.ts';

/** A process of the pipeline, by its name in the register. */
export type PipelineRole = ServiceName;

export interface TestPipeline {
  readonly prefix: string;
  readonly databaseUrl: string;
  readonly sandboxUrl: string;
  readonly ingressUrl: string;
  /** Resolves when the process serves. */
  start(role: PipelineRole): Promise<void>;
  kill(role: PipelineRole): Promise<void>;
  /** SIGTERM; fails if it does not end well. */
  end(role: PipelineRole): Promise<void>;
  /** Its /metrics, parsed: the sum of all series of a name. */
  metric(role: PipelineRole, name: string): Promise<number>;
  /**
   * Ends every process in order (SIGTERM), drops database and topics; fails if one did not end
   * well.
   */
  stop(): Promise<void>;
}

export const API_KEY = 'sandbox';
const TOKEN = 'token-of-this-test';

interface Running {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly log: string[];
}

/** @param more what the processes are told beside where everything is */
export async function startPipeline(
  more: Readonly<Record<string, string>> = {},
): Promise<TestPipeline> {
  const stack = sharedStack();
  const prefix = freshPrefix();
  const database = await freshStore();
  await withKafka((kafka) => applyTopics(kafka.admin(), { prefix, local: true }));
  const ports = Object.fromEntries(
    await Promise.all(SERVICES.map(async ({ name }) => [name, await freePort()] as const)),
  ) as Record<PipelineRole, number>;
  const [sandboxPort, ingressPort] = [await freePort(), await freePort()];
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const env = {
    PATH: process.env['PATH'],
    PARENT_PID: String(process.pid),
    KAFKA_BROKERS: stack.kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: stack.registryUrl,
    DATABASE_URL: database.url,
    TOPIC_PREFIX: prefix,
    LOG_LEVEL: 'info',
    SANDBOX_PORT: String(sandboxPort),
    WEBHOOK_HOST: '127.0.0.1',
    WEBHOOK_PORT: String(ingressPort),
    WEBHOOK_TOKEN: TOKEN,
    WORKFRONT_URL: sandboxUrl,
    WORKFRONT_API_KEY: API_KEY,
    JOURNAL_POLL_INTERVAL_MS: '200',
    ...more,
  };
  const running = new Map<PipelineRole, Running>();

  const start = async (role: PipelineRole): Promise<void> => {
    const process = launch(role, { ...env, OPS_PORT: String(ports[role]) });
    running.set(role, process);
    await eventually(async () => isReady(process, ports[role]), {
      what: `${role} is ready`,
      deadlineMs: 60_000,
    }).catch((error: unknown) => {
      throw new Error(`${role} is not ready: ${process.log.join('').slice(-4000)}`, {
        cause: error,
      });
    });
  };
  const end = async (role: PipelineRole): Promise<void> => {
    const one = running.get(role);
    running.delete(role);
    const bad = one === undefined ? null : await endOf(role, one);
    if (bad !== null) throw new Error(bad);
  };
  return {
    prefix,
    databaseUrl: database.url,
    sandboxUrl,
    ingressUrl: `http://127.0.0.1:${ingressPort}`,
    start,
    kill: async (role) => {
      running.get(role)?.child.kill('SIGKILL');
      await running.get(role)?.exited;
      running.delete(role);
    },
    end,
    metric: async (role, name) => sumOf(name, await answerText(ports[role], '/metrics')),
    stop: async () => {
      const endings = await Promise.all([...running].map(([role, one]) => endOf(role, one)));
      await database.drop();
      await withKafka((kafka) => dropTopics(kafka, prefix));
      const bad = endings.filter((ending) => ending !== null);
      if (bad.length > 0) throw new Error(bad.join('\n'));
    },
  };
}

/** One subscription for each type and event, each type to a URL of its own (reference B.2). */
export async function subscribe(
  pipeline: TestPipeline,
  objCodes: readonly string[],
): Promise<void> {
  const url = `${pipeline.sandboxUrl}/attask/eventsubscription/api/v1/subscriptions`;
  for (const objCode of objCodes) {
    for (const eventType of ['CREATE', 'UPDATE', 'DELETE']) {
      const body = {
        objCode,
        eventType,
        authToken: TOKEN,
        url: `${pipeline.ingressUrl}/webhook/${objCode}`,
      };
      const headers = { 'content-type': 'application/json', apiKey: API_KEY };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      if (response.status !== 201) throw new Error(`subscribe: ${await response.text()}`);
    }
  }
}

/** One call of the sandbox's admin API. */
export async function sandbox<T>(
  { sandboxUrl }: TestPipeline,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${sandboxUrl}/sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

async function withKafka(act: (kafka: Kafka) => Promise<unknown>): Promise<void> {
  const kafka = openKafka({
    brokers: sharedStack().kafkaBrokers,
    clientId: 'test',
    logger: createLogger('test', { level: 'warn' }),
  });
  await act(kafka).finally(() => kafka.close());
}

function launch(role: PipelineRole, env: NodeJS.ProcessEnv): Running {
  const main = assetPath('dist', 'services', role, 'main.js');
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => log.push(text.toString()) > 200 && log.shift());
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, exited, log };
}

async function isReady({ child, log }: Running, port: number): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${log.join('')}`);
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  return response.ok;
}

async function endOf(role: PipelineRole, { child, exited, log }: Running): Promise<string | null> {
  child.kill('SIGTERM');
  const code = await exited;
  return code === 0 ? null : `${role} ended with ${code}: ${log.join('').slice(-4000)}`;
}

async function answerText(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return response.text();
}

function sumOf(name: string, text: string): number {
  let sum = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith(`${name} `) || line.startsWith(`${name}{`)) {
      sum += Number(line.slice(line.lastIndexOf(' ') + 1));
    }
  }
  return sum;
}
