/** A Kafka Connect worker of our own, for as long as the benchmark needs it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findJava } from '../../../services/local-stack/java.ts';
import { freePort } from '../../../services/local-stack/ports.ts';
import type { Env } from '../../../services/platform/process/config.ts';
import { eventually } from '../../support/eventually.ts';
import { cpuMicrosOf, residentMiBMax } from '../resources.ts';
import { peerJars } from './jars.ts';
import type { PeerJars } from './jars.ts';

const STARTED_MS = 60_000;
const HEAP = '2g';

export class KafkaConnect {
  readonly #child: ChildProcess;
  readonly #url: string;

  constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.#url = url;
  }

  cpuMicros(): number {
    return cpuMicrosOf(this.#child.pid ?? 0);
  }

  residentMiBMax(): number {
    return residentMiBMax(this.#child.pid ?? 0);
  }

  async add(name: string, config: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${this.#url}/connectors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, config }),
    });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  }

  /** Throws when it, or a task of its, has failed. */
  async mustRun(name: string): Promise<void> {
    const answer = await fetch(`${this.#url}/connectors/${name}/status`);
    const text = await answer.text();
    if (text.includes('"FAILED"')) throw new Error(`${name} failed: ${text.slice(0, 2_000)}`);
  }

  async remove(name: string): Promise<void> {
    await fetch(`${this.#url}/connectors/${name}`, { method: 'DELETE' });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
}

/** Resolves when it takes connectors. */
export async function startKafkaConnect(
  brokers: readonly string[],
  folder: string,
  env: Env,
): Promise<KafkaConnect> {
  const jars = await peerJars(env);
  const java = await findJava(env);
  const port = await freePort();
  // Each of a run has its own: where it was in the log before is none of its business.
  const home = mkdtempSync(join(folder, 'connect-'));
  const log = join(home, 'connect.log');
  writeFileSync(join(home, 'log4j2.properties'), LOGGING);
  writeFileSync(join(home, 'worker.properties'), workerOf({ brokers, home, port, jars }));
  const output = openSync(log, 'a');
  const child = spawn(
    java,
    [
      `-Xms${HEAP}`,
      `-Xmx${HEAP}`,
      `-Dlog4j2.configurationFile=${join(home, 'log4j2.properties')}`,
      '-cp',
      join(jars.connect, '*'),
      'org.apache.kafka.connect.cli.ConnectStandalone',
      join(home, 'worker.properties'),
    ],
    { env, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const url = `http://127.0.0.1:${port}`;
  const connect = new KafkaConnect(child, url);
  try {
    const answers = () => fetch(`${url}/connectors`).then(({ ok }) => ok);
    await eventually(answers, { what: 'Kafka Connect answers', deadlineMs: STARTED_MS });
    return connect;
  } catch (error) {
    await connect.stop();
    throw new Error(readFileSync(log, 'utf8').slice(-3_000), { cause: error });
  }
}

const LOGGING = `rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %p %c{1} %m%n
`;

interface Worker {
  readonly brokers: readonly string[];
  readonly home: string;
  readonly port: number;
  readonly jars: PeerJars;
}

function workerOf({ brokers, home, port, jars }: Worker): string {
  return `bootstrap.servers=${brokers.join(',')}
key.converter=org.apache.kafka.connect.storage.StringConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
offset.storage.file.filename=${join(home, 'offsets')}
offset.flush.interval.ms=1000
listeners=http://127.0.0.1:${port}
plugin.path=${jars.plugins}
`;
}
