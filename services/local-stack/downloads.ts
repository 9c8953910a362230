/**
 * Kafka and the registry by Maven, once for all checkouts, into a cache. A download becomes visible
 * under its name only when it is whole, so one that was cut off is never taken for complete.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { PipelineError } from '../core/errors.ts';
import type { Env } from '../platform/process/config.ts';
import { assetPath } from '../platform/process/assets.ts';
import { findMaven } from './java.ts';
import { formatIdentity, identify, isAlive, parseIdentity } from './process-identity.ts';
import { runCommand } from './run-command.ts';

const KAFKA_VERSION = '4.1.0';
const APICURIO_VERSION = '3.0.9';
const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin';
// Newer plugins read the pom of what they copy, and the registry's names a parent that is not in
// Central.
const OLD_DEPENDENCY_PLUGIN = `${DEPENDENCY_PLUGIN}:2.8`;

export interface DownloadOptions {
  readonly cacheDir: string;
  readonly env: Env;
  readonly progress: DownloadProgress;
  readonly signal?: AbortSignal | undefined;
}

/** Hears of a download as it goes; `doneMB` counts from 0 to about `totalMB`. */
export interface DownloadProgress {
  begin(what: string, totalMB: number): void;
  update(what: string, doneMB: number): void;
  end(what: string): void;
}

interface Download {
  readonly name: string;
  readonly what: string;
  readonly totalMB: number;
  readonly fetch: (folder: string, mvn: string, options: DownloadOptions) => Promise<void>;
}

/** The folder of Kafka's jars. */
export function kafkaJars(options: DownloadOptions): Promise<string> {
  return cached(options, {
    name: `kafka-${KAFKA_VERSION}`,
    what: `Apache Kafka ${KAFKA_VERSION}`,
    totalMB: 62,
    fetch: (folder, mvn, given) =>
      maven(mvn, `Apache Kafka ${KAFKA_VERSION}`, given, [
        `${DEPENDENCY_PLUGIN}:3.8.1:copy-dependencies`,
        `--file=${assetPath('infra', 'local-stack', 'pom.xml')}`,
        `-Dkafka.version=${KAFKA_VERSION}`,
        '-DincludeScope=runtime',
        `-DoutputDirectory=${folder}`,
      ]),
  });
}

/** The jar that is Apicurio Registry. */
export async function registryJar(options: DownloadOptions): Promise<string> {
  const what = `Apicurio Registry ${APICURIO_VERSION}`;
  const archive = `apicurio-registry-app-${APICURIO_VERSION}`;
  const folder = await cached(options, {
    name: `apicurio-${APICURIO_VERSION}`,
    what,
    totalMB: 115,
    fetch: async (target, mvn, given) => {
      await maven(mvn, what, given, [
        `${OLD_DEPENDENCY_PLUGIN}:copy`,
        `-Dartifact=io.apicurio:apicurio-registry-app:${APICURIO_VERSION}:tar.gz:all`,
        `-DoutputDirectory=${target}`,
      ]);
      const packed = join(target, `${archive}-all.tar.gz`);
      const untar = await runCommand('tar', ['-xzf', packed, '-C', target], given);
      if (untar.code !== 0) throw failed(`${what} could not be unpacked by tar`, untar.output);
      rmSync(packed);
    },
  });
  return join(folder, `${archive}-runner.jar`);
}

async function cached(options: DownloadOptions, download: Download): Promise<string> {
  const folder = join(options.cacheDir, download.name);
  if (existsSync(folder)) return folder;
  const mvn = await findMaven(options.env);
  mkdirSync(options.cacheDir, { recursive: true });
  removeAbandoned(options.cacheDir, download.name);
  const partial = join(options.cacheDir, partialName(download.name));
  mkdirSync(partial);
  options.progress.begin(download.what, download.totalMB);
  try {
    await download.fetch(partial, mvn, options);
    putInPlace(partial, folder);
  } finally {
    options.progress.end(download.what);
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

function putInPlace(partial: string, folder: string): void {
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another run was faster; what it put there is whole.
    if (!existsSync(folder)) throw error;
  }
}

function partialName(name: string): string {
  const self = identify(process.pid);
  return `.${name}.partial.${self ? formatIdentity(self).trim() : process.pid}`;
}

function removeAbandoned(cacheDir: string, name: string): void {
  const prefix = `.${name}.partial.`;
  for (const entry of readdirSync(cacheDir)) {
    if (!entry.startsWith(prefix)) continue;
    const owner = parseIdentity(entry.slice(prefix.length));
    if (owner === null || !isAlive(owner)) {
      rmSync(join(cacheDir, entry), { recursive: true, force: true });
    }
  }
}

async function maven(
  mvn: string,
  what: string,
  { env, progress, signal }: DownloadOptions,
  args: readonly string[],
): Promise<void> {
  const batch = ['-Dstyle.color=never', ...args];
  const onOutput = countMegabytes((doneMB) => progress.update(what, doneMB));
  const { code, output } = await runCommand(mvn, batch, { env, onOutput, signal });
  if (code === 0) return;
  throw failed(`${what} could not be downloaded by Maven`, output);
}

/**
 * Adds up what Maven says: `Progress (1): 12/109 MB` while a file comes, `Downloaded ... (43 kB
 * at`.
 */
export function countMegabytes(report: (doneMB: number) => void): (text: string) => void {
  let wholeMB = 0;
  return (text) => {
    let currentMB = 0;
    for (const match of text.matchAll(SAID)) {
      const amount = Number(match[1] ?? match[3]) * (UNIT_MB[match[2] ?? match[4] ?? ''] ?? 0);
      if (match[3] === undefined) currentMB = amount;
      else {
        wholeMB += amount;
        currentMB = 0;
      }
    }
    report(wholeMB + currentMB);
  };
}

const SAID =
  /Progress \(\d+\): ([\d.]+)(?:\/[\d.]+)? ?([kMG]?B)|Downloaded .*?\(([\d.]+) ([kMG]?B)/g;
const UNIT_MB: Readonly<Record<string, number>> = { B: 1e-6, kB: 1e-3, MB: 1, GB: 1e3 };

function failed(what: string, output: string): PipelineError {
  const errors = output.split('\n').filter((line) => line.includes('ERROR'));
  const said = (errors.length > 0 ? errors : output.split('\n')).slice(0, 3).join('\n');
  return new PipelineError(
    'DOWNLOAD_FAILED',
    `${what}; see that this machine reaches Maven Central or that ~/.m2/settings.xml names a mirror, ` +
      `then run it again. It said:\n${said}`,
  );
}
