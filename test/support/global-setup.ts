/**
 * Starts the servers for the whole run, whichever of the projects integration and e2e run, and
 * says which back end it is: a set for each file that may run at the same time, because tests
 * stop, kill and restart servers, and make roles and databases that all of one server would see.
 */
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject, Vitest } from 'vitest/node';

import { forgetForeignPostgres } from '../../services/local-stack/foreign-postgres.ts';
import { registerChangeEvent } from '../../services/platform/avro/registration.ts';
import { SERVERS } from './backend.ts';
import type { Backend, ServerAction } from './backend.ts';
import { makeTemplates } from './template-databases.ts';
import type { SharedStack } from './provided-stack.ts';
import { startBackend } from './start-backend.ts';

interface Lane {
  readonly stack: SharedStack;
  stop(): Promise<void>;
}

interface Shared {
  users: number;
  readonly started: Promise<Lane[]>;
}

const ON_SERVERS = /\/test\/(integration|e2e|chaos)\//;

// Each project loads this file for itself; what they share hangs on the process.
const KEY = Symbol.for('workfront-cdc.test-stack');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const holder = globalThis as { [KEY]?: Shared };
  const shared = (holder[KEY] ??= { users: 0, started: startAll(lanesFor(project.vitest)) });
  shared.users += 1;
  const lanes = await shared.started;
  const stacks = lanes.map(({ stack }) => stack);
  project.provide('stacks', stacks);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete holder[KEY];
    await stopAll(lanes);
  };
}

/** A file that runs alone needs one set of servers. */
function lanesFor({ state, config }: Vitest): number {
  const files = state.getPaths().filter((path) => ON_SERVERS.test(path));
  return Math.max(1, Math.min(config.poolOptions?.forks?.maxForks ?? 1, files.length));
}

async function startAll(count: number): Promise<Lane[]> {
  // Before a worker inherits them: the servers of this run are not those that they are meant for.
  forgetForeignPostgres(process.env);
  // They live for minutes: compiling them well costs more than it saves.
  process.env['JAVA_TOOL_OPTIONS'] ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  const startedMs = performance.now();
  const starting = await Promise.allSettled(Array.from({ length: count }, startLane));
  const lanes = starting.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failure = starting.find((one) => one.status === 'rejected');
  if (failure !== undefined) {
    await stopAll(lanes);
    throw failure.reason;
  }
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const description = lanes[0]?.stack.backend ?? 'none';
  process.stdout.write(`test back end: ${count} of ${description}, started in ${seconds} s\n`);
  return lanes;
}

async function stopAll(lanes: readonly Lane[]): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.stop()));
}

async function startLane(): Promise<Lane> {
  const backend = await startBackend(process.env['TEST_BACKEND'] || 'local');
  try {
    await registerChangeEvent({ registryUrl: backend.registryUrl });
    await makeTemplates(backend.databaseUrl);
    const control = await serveControl(backend);
    const { port } = control.address() as AddressInfo;
    return {
      stack: {
        backend: backend.description,
        kafkaBrokers: backend.kafkaBrokers,
        registryUrl: backend.registryUrl,
        databaseUrl: backend.databaseUrl,
        controlUrl: `http://127.0.0.1:${port}`,
      },
      stop: async () => {
        control.close();
        await backend.stop();
      },
    };
  } catch (error) {
    await backend.stop();
    throw error;
  }
}

const ACTIONS: readonly ServerAction[] = ['stop', 'kill', 'start'];

function serveControl(backend: Backend): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const [, part, wanted] = (request.url ?? '').split('/');
    const name = SERVERS.find((one) => one === part);
    const action = ACTIONS.find((one) => one === wanted);
    if (name === undefined || action === undefined) {
      response.writeHead(404).end();
      return;
    }
    backend.control(name, action).then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
