/** Finds the Java and the Maven of this machine, or says what to install. */
import { platform } from 'node:os';
import { join } from 'node:path';

import { PipelineError } from '../core/errors.ts';
import type { Env } from '../platform/process/config.ts';
import { runCommand } from './run-command.ts';

// Kafka 4.1 brokers and Apicurio Registry 3.0 are built for Java 17.
const JAVA_MIN = 17;
// What the pinned Maven plugins ask for.
const MAVEN_MIN = [3, 6] as const;

const INSTALL_JAVA =
  'Install a Java runtime, version 17 or newer (Debian: apt install openjdk-17-jre-headless, ' +
  'macOS: brew install openjdk@17), or set JAVA_HOME to one; or set KAFKA_BROKERS and ' +
  'SCHEMA_REGISTRY_URL to servers that run already.';
const INSTALL_MAVEN =
  'Install Maven, version 3.6 or newer (Debian: apt install maven, macOS: brew install maven): ' +
  'it downloads Kafka and the schema registry, once.';

/** The path of a java program that is new enough. */
export async function findJava(env: Env): Promise<string> {
  const home = env['JAVA_HOME'];
  const java = home ? join(home, 'bin', 'java') : 'java';
  const { code, output } = await runCommand(java, ['-version'], { env });
  const where = home ? `JAVA_HOME=${home}` : 'PATH';
  if (code !== 0) throw unfit(`No Java that runs was found (${where}). ${INSTALL_JAVA}`);
  const version = javaMajor(output);
  if (version === null || version < JAVA_MIN) {
    const found = version === null ? 'of unknown version' : String(version);
    throw unfit(`Java ${found} is too old (${where}). ${INSTALL_JAVA}`);
  }
  return java;
}

/** The name of a Maven that is new enough; asked for only when something must be downloaded. */
export async function findMaven(env: Env): Promise<string> {
  const { code, output } = await runCommand('mvn', ['--version'], { env });
  if (code !== 0) throw unfit(`No Maven that runs was found (PATH). ${INSTALL_MAVEN}`);
  const [, major, minor] = /Apache Maven (\d+)\.(\d+)/.exec(output) ?? [];
  const old =
    Number(major) < MAVEN_MIN[0] ||
    (Number(major) === MAVEN_MIN[0] && Number(minor) < MAVEN_MIN[1]);
  if (old) throw unfit(`Maven ${major}.${minor} is too old. ${INSTALL_MAVEN}`);
  return 'mvn';
}

/** Java reads letters beyond ASCII in a path only where its locale says that they are UTF-8. */
export function javaEnv(env: Env): Env {
  return platform() === 'linux' ? { ...env, LC_ALL: 'C.UTF-8' } : env;
}

/** 8 for `1.8.0_412`, 17 for `17.0.15`, 21 for `21-ea`. */
export function javaMajor(output: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (first === undefined) return null;
  return first === '1' && second !== undefined ? Number(second) : Number(first);
}

function unfit(message: string): PipelineError {
  return new PipelineError('PROGRAM_MISSING', message);
}
