/** Kafka Connect, the sink and its converter, by Maven, once; about 140 MB in the user's cache. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '../../../services/local-stack/cache-dir.ts';
import { findMaven } from '../../../services/local-stack/java.ts';
import { runCommand } from '../../../services/local-stack/run-command.ts';
import { assetPath } from '../../../services/platform/process/assets.ts';
import type { Env } from '../../../services/platform/process/config.ts';
import { say } from '../progress.ts';

const SINK = 'io.debezium:debezium-connector-jdbc:3.6.0.Final:tar.gz:plugin';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

export interface PeerJars {
  /** For the class path. */
  readonly connect: string;
  /** A folder of plug-ins. */
  readonly plugins: string;
}

export async function peerJars(env: Env): Promise<PeerJars> {
  const home = join(cacheDir(env), 'peer-sink-debezium-3.6.0');
  const jars = { connect: join(home, 'connect'), plugins: join(home, 'plugins') };
  if (existsSync(home)) return jars;
  const partial = `${home}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, 'plugins', 'debezium'), { recursive: true });
  await copyOf('connect', join(partial, 'connect'), env);
  await copyOf('converter', join(partial, 'plugins', 'converter'), env);
  say('peer-sink: the sink by Maven');
  await maven(env, [`${PLUGIN}:copy`, `-Dartifact=${SINK}`, `-DoutputDirectory=${partial}`]);
  const packed = join(partial, 'debezium-connector-jdbc-3.6.0.Final-plugin.tar.gz');
  const target = join(partial, 'plugins', 'debezium');
  await must(env, 'tar', ['-xzf', packed, '-C', target]);
  rmSync(packed);
  renameSync(partial, home);
  return jars;
}

async function copyOf(profile: string, folder: string, env: Env): Promise<void> {
  say(`peer-sink: ${profile} by Maven`);
  const pom = assetPath('test', 'bench', 'peer-sink', 'pom.xml');
  await maven(env, [
    `${PLUGIN}:copy-dependencies`,
    `--file=${pom}`,
    `--activate-profiles=${profile}`,
    '-DincludeScope=runtime',
    `-DoutputDirectory=${folder}`,
  ]);
}

async function maven(env: Env, args: readonly string[]): Promise<void> {
  await must(env, await findMaven(env), ['-q', '-B', ...args]);
}

async function must(env: Env, command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runCommand(command, args, { env });
  if (code !== 0) throw new Error(`${command} failed:\n${output}`);
}
