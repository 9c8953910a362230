/**
 * The local stack: Kafka, a schema registry and Postgres on loopback, for `workfront-cdc up` and
 * for the tests. It promises that nothing it started outlives the program that asked for it, and
 * that what it stored is there at the next start. It must not know what the pipeline does with the
 * servers.
 */
import { join } from 'node:path';

import type { Env } from '../platform/process/config.ts';
import { endLeftovers, lockDataFolder, pidsFolder } from './data-folder.ts';
import { kafkaJars, registryJar } from './downloads.ts';
import type { DownloadProgress } from './downloads.ts';
import { findJava } from './java.ts';
import { prepareLocalKafka } from './local-kafka.ts';
import { prepareLocalPostgres } from './local-postgres.ts';
import { prepareLocalRegistry } from './local-registry.ts';
import type { Part } from './part.ts';
import { choosePort } from './ports.ts';
import { privateFolder } from './private-files.ts';
import type { PortName, PortsOptions } from './ports.ts';

export interface StackOptions {
  /** Where data, logs and pid files live; one stack at a time. */
  readonly dataDir: string;
  /** Where downloads are kept for every checkout of this user. */
  readonly cacheDir: string;
  readonly env: Env;
  /** Servers that run already and are used instead of started. */
  readonly given?: {
    readonly kafkaBrokers?: readonly string[] | undefined;
    readonly registryUrl?: string | undefined;
    readonly databaseUrl?: string | undefined;
  };
  readonly prefer?: PortsOptions['prefer'];
  readonly progress?: DownloadProgress;
  /**
   * Hears what a person should know: a port that was taken, a first-time step that takes a while.
   */
  readonly say?: (message: string) => void;
  readonly onCrash?: (name: string, exitCode: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Stack {
  readonly kafkaBrokers: readonly string[];
  readonly registryUrl: string;
  readonly databaseUrl: string;
  /** Null for a Postgres that was given: its roles are its owner's affair. */
  readonly analystUrl: string | null;
  readonly superuserUrl: string | null;
  /** What was started here, by name; a server that was given is not among them. */
  readonly parts: { readonly [Name in 'kafka' | 'registry' | 'postgres']: Part | null };
  /** In reverse order; safe to call twice. */
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const unlock = lockDataFolder(options.dataDir);
  const parts = new Map<string, Part>();
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= stopAll(parts).finally(unlock));
  try {
    // Before ports are chosen: what is left over still holds those that we want again.
    await endLeftovers(options.dataDir);
    return { ...(await startParts(options, parts)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: StackOptions,
  parts: Map<string, Part>,
): Promise<Omit<Stack, 'stop'>> {
  const java = await findPrograms(options);
  // Both are waited for, also when one fails: what is half started must be there to be stopped.
  const [kafka, postgres] = await bothSettled(
    startKafka(options, java, parts),
    startPostgres(options, parts),
  );
  const registryUrl = await startRegistry(options, java, postgres.databaseUrl, parts);
  const part = (name: string): Part | null => parts.get(name) ?? null;
  return {
    kafkaBrokers: kafka,
    registryUrl,
    ...postgres,
    parts: { kafka: part('kafka'), registry: part('registry'), postgres: part('postgres') },
  };
}

interface Programs {
  readonly java: string;
  readonly jars: string;
  readonly jar: string;
}

/**
 * What the parts to be started run on. One download after the other: Maven's own store is not for
 * two.
 */
async function findPrograms({ given, ...options }: StackOptions): Promise<Programs> {
  const wantKafka = given?.kafkaBrokers === undefined;
  const wantRegistry = given?.registryUrl === undefined;
  if (!wantKafka && !wantRegistry) return { java: '', jars: '', jar: '' };
  const download = { ...options, progress: options.progress ?? NO_PROGRESS };
  const java = await findJava(options.env);
  const jars = wantKafka ? await kafkaJars(download) : '';
  const jar = wantRegistry ? await registryJar(download) : '';
  return { java, jars, jar };
}

async function startKafka(
  options: StackOptions,
  { java, jars }: Programs,
  parts: Map<string, Part>,
): Promise<readonly string[]> {
  if (options.given?.kafkaBrokers !== undefined) return options.given.kafkaBrokers;
  const port = await portFor('kafka', options);
  const controllerPort = await portFor('kafkaController', options);
  const folder = join(options.dataDir, 'kafka');
  const common = commonOptions('kafka', options);
  const kafka = await prepareLocalKafka({ ...common, folder, port, controllerPort, java, jars });
  parts.set('kafka', kafka.part);
  await kafka.part.start();
  return kafka.brokers;
}

type StackDatabase = Pick<Stack, 'databaseUrl' | 'analystUrl' | 'superuserUrl'>;

async function startPostgres(
  options: StackOptions,
  parts: Map<string, Part>,
): Promise<StackDatabase> {
  if (options.given?.databaseUrl !== undefined) {
    const { databaseUrl } = options.given;
    return { databaseUrl, analystUrl: null, superuserUrl: null };
  }
  const port = await portFor('postgres', options);
  const folder = join(options.dataDir, 'postgres');
  const postgres = await prepareLocalPostgres({
    ...commonOptions('postgres', options),
    folder,
    port,
  });
  parts.set('postgres', postgres.part);
  await postgres.part.start();
  const { databaseUrl, analystUrl, superuserUrl } = postgres;
  return { databaseUrl, analystUrl, superuserUrl };
}

async function startRegistry(
  options: StackOptions,
  { java, jar }: Programs,
  databaseUrl: string,
  parts: Map<string, Part>,
): Promise<string> {
  if (options.given?.registryUrl !== undefined) return options.given.registryUrl;
  const port = await portFor('registry', options);
  const common = commonOptions('registry', options);
  const registry = await prepareLocalRegistry({ ...common, port, java, jar, databaseUrl });
  parts.set('registry', registry.part);
  await registry.part.start();
  return registry.registryUrl;
}

function commonOptions(name: string, { dataDir, env, signal, onCrash }: StackOptions) {
  const pids = pidsFolder(dataDir);
  privateFolder(pids);
  return {
    logFile: join(dataDir, 'logs', `${name}.log`),
    pidFile: join(pids, name),
    env,
    signal,
    onCrash: onCrash ?? (() => undefined),
  };
}

function portFor(name: PortName, { dataDir, prefer, say }: StackOptions): Promise<number> {
  const file = join(dataDir, 'ports.json');
  return choosePort(name, { file, prefer: prefer ?? 'usual', say: say ?? (() => undefined) });
}

async function bothSettled<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

/** The registry stores in Postgres, so it goes first. */
async function stopAll(parts: ReadonlyMap<string, Part>): Promise<void> {
  await parts.get('registry')?.stop();
  const others = ['kafka', 'postgres'].map(async (name) => parts.get(name)?.stop());
  const results = await Promise.allSettled(others);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

const NO_PROGRESS: DownloadProgress = {
  begin: () => undefined,
  update: () => undefined,
  end: () => undefined,
};
