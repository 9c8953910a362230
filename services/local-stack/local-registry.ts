/** Apicurio Registry on loopback, speaking the Confluent API, storing in Postgres. */
import { dirname } from 'node:path';

import type { Env } from '../platform/process/config.ts';
import { openPool } from '../platform/postgres/postgres.ts';
import { javaEnv } from './java.ts';
import { keepProcess } from './kept-process.ts';
import { createPart } from './part.ts';
import type { Part, PartOptions } from './part.ts';

export interface LocalRegistryOptions extends Pick<PartOptions, 'logFile' | 'onCrash' | 'signal'> {
  readonly pidFile: string;
  readonly port: number;
  readonly java: string;
  readonly jar: string;
  /** The database where schemas are kept, in a schema `apicurio` of their own. */
  readonly databaseUrl: string;
  readonly env: Env;
}

export interface LocalRegistry {
  readonly part: Part;
  readonly registryUrl: string;
}

// Light on memory and quick to start: it answers a few requests a minute.
const JVM = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
/** Java properties; also for a registry in a container. */
export const REGISTRY_PROPERTIES = [
  // Its default is 20 connections, held at all times.
  '-Dapicurio.datasource.jdbc.initial-size=1',
  '-Dapicurio.datasource.jdbc.min-size=1',
  '-Dapicurio.datasource.jdbc.max-size=10',
  // Without this it answers 500, once for each connection that a restart of Postgres has cut.
  '-Dquarkus.datasource.postgresql.jdbc.validate-on-borrow=true',
];
const ANSWER_DEADLINE_MS = 2_000;

/** Makes the schema where it keeps its tables; does not start it. */
export async function prepareLocalRegistry(options: LocalRegistryOptions): Promise<LocalRegistry> {
  await createSchema(options.databaseUrl);
  const registryUrl = `http://127.0.0.1:${options.port}/apis/ccompat/v7`;
  const part = createPart({
    ...options,
    name: 'registry',
    launch: () =>
      keepProcess({
        name: 'registry',
        command: options.java,
        args: [...JVM, ...REGISTRY_PROPERTIES, '-jar', options.jar],
        env: { ...withoutOthers(javaEnv(options.env)), ...settings(options) },
        // It would read a .env and a config/ of the folder that somebody happens to stand in.
        cwd: dirname(options.pidFile),
        logFile: options.logFile,
        pidFile: options.pidFile,
        stopSignal: 'SIGTERM',
        graceMs: 15_000,
      }),
    ready: () => answers(`${registryUrl}/subjects`),
    readyDeadlineMs: 120_000,
  });
  return { part, registryUrl };
}

async function createSchema(databaseUrl: string): Promise<void> {
  const pool = openPool({ url: databaseUrl, max: 1, applicationName: 'local-stack' });
  try {
    await pool.query('create schema if not exists apicurio');
  } finally {
    await pool.close();
  }
}

function settings({ port, databaseUrl }: LocalRegistryOptions): Env {
  const url = new URL(databaseUrl);
  const sslmode = url.searchParams.get('sslmode');
  const query = new URLSearchParams({
    currentSchema: 'apicurio',
    ...(sslmode === null ? {} : { sslmode }),
  });
  return {
    QUARKUS_HTTP_HOST: '127.0.0.1',
    QUARKUS_HTTP_PORT: String(port),
    QUARKUS_BANNER_ENABLED: 'false',
    QUARKUS_HTTP_ACCESS_LOG_ENABLED: 'false',
    QUARKUS_LOG_LEVEL: 'WARN',
    QUARKUS_LOG_CATEGORY__IO_APICURIO__LEVEL: 'WARN',
    APICURIO_STORAGE_KIND: 'sql',
    APICURIO_STORAGE_SQL_KIND: 'postgresql',
    APICURIO_DATASOURCE_URL: `jdbc:postgresql://${url.host}${url.pathname}?${query.toString()}`,
    APICURIO_DATASOURCE_USERNAME: decodeURIComponent(url.username),
    APICURIO_DATASOURCE_PASSWORD: decodeURIComponent(url.password),
  };
}

/** Our LOG_LEVEL is not a level it knows, and its own variables may be meant for another one. */
function withoutOthers(env: Env): Env {
  const others = /^(LOG_LEVEL|QUARKUS_|APICURIO_)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !others.test(name)));
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_DEADLINE_MS) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
