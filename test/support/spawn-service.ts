/** One built process of ours on the shared servers, with ports of its own. */
import { spawn } from 'node:child_process';
import { assetPath } from '../../services/platform/process/assets.ts';
import { eventually } from './eventually.ts';
import { sharedStack } from './shared-stack.ts';

export interface Service {
  /** Of its own web server, where it has one. */
  readonly url: string;
  readonly opsUrl: string;
  /** Everything it wrote, the last lines of it. */
  log(): string;
  /** Resolves when /readyz says so. */
  ready(deadlineMs?: number): Promise<void>;
  /** The sum of all series of a name in its /metrics. */
  metric(name: `workfront_cdc_${string}`): Promise<number>;
  signal(name: NodeJS.Signals): void;
  /** Exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
}

const LINES_MAX = 500;

/** Starts `dist/services/<role>/main.js`; resolves when it listens. Build before. */
export async function spawnService(
  role: string,
  env: Readonly<Record<string, string>>,
): Promise<Service> {
  const stack = sharedStack();
  const child = spawn(process.execPath, [assetPath('dist', 'services', role, 'main.js')], {
    env: {
      PATH: process.env['PATH'],
      PARENT_PID: String(process.pid),
      KAFKA_BROKERS: stack.kafkaBrokers.join(','),
      SCHEMA_REGISTRY_URL: stack.registryUrl,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let listening: { readonly url?: string; readonly opsUrl: string } | null = null;
  let rest = '';
  const read = (chunk: Buffer): void => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      if (lines.length > LINES_MAX) lines.shift();
      if (line.includes('"opsUrl"')) listening = JSON.parse(line) as typeof listening;
    }
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const log = (): string => [...lines, rest].join('\n');
  const state = await eventually(() => (child.exitCode === null ? listening : 'ended'), {
    what: `${role} listens`,
    deadlineMs: 60_000,
  });
  if (state === 'ended') throw new Error(`${role} ended with ${child.exitCode}: ${log()}`);
  const { url = '', opsUrl } = state;
  return {
    url,
    opsUrl,
    log,
    exited,
    ready: async (deadlineMs = 60_000) => {
      const isReady = async () => (await fetch(`${opsUrl}/readyz`)).ok;
      await eventually(isReady, { what: `${role} is ready`, deadlineMs });
    },
    metric: async (name) => sumOf(name, await (await fetch(`${opsUrl}/metrics`)).text()),
    signal: (name) => void child.kill(name),
  };
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
