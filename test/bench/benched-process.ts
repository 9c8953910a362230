/** A process of the pipeline, as built: started, watched and ended by the benchmark. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../services/local-stack/ports.ts';
import { systemClock } from '../../services/core/clock.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import type { Env } from '../../services/platform/process/config.ts';
import { eventually } from '../support/eventually.ts';
import { cpuMicrosOf, residentMiBMax } from './resources.ts';

export interface Room {
  readonly opsUrl: string;
  cpuMicros(): number;
  /** The most that it ever had. */
  residentMiBMax(): number;
  /** Throws when it has ended by itself, with the end of its log. */
  mustRun(): void;
  /** SIGTERM, in the end kill -9; returns the most memory that it had, in MiB. */
  stop(): Promise<number>;
  /** kill -9 at once; the same answer. */
  kill(): Promise<number>;
}

const READY_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 15_000;

export type BenchedRoom = 'object-poller' | 'projector' | 'sandbox' | 'webhook-ingress';

export interface RoomOptions {
  readonly name: BenchedRoom;
  readonly env: Env;
  readonly folder: string;
  /** For node itself: a profile, say. */
  readonly nodeArguments: readonly string[];
}

/** Resolves when it is ready. */
export async function startRoom({ name, env, folder, nodeArguments }: RoomOptions): Promise<Room> {
  const program = assetPath('dist', 'services', name, 'main.js');
  if (!existsSync(program)) throw new Error(`${name} is not built: npm run build`);
  const logFile = join(folder, `${name}.log`);
  const opsPort = await freePort();
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...nodeArguments, program], {
    env: { ...env, OPS_PORT: String(opsPort), PARENT_PID: String(process.pid) },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | null = null;
  child.on('exit', (code, signal) => (ended = signal ?? `exit code ${code}`));
  child.on('error', (error) => (ended = error.message));
  const pid = child.pid ?? 0;
  const opsUrl = `http://127.0.0.1:${opsPort}`;
  const mustRun = (): void => {
    if (ended !== null) throw new Error(`${name} ended (${ended}):\n${tail(logFile)}`);
  };
  const end = async (by: 'SIGTERM' | 'SIGKILL'): Promise<number> => {
    const residentMiB = ended === null ? residentMiBMax(pid) : 0;
    child.kill(by);
    const startMs = systemClock.monotonicMs();
    while (ended === null) {
      if (systemClock.monotonicMs() - startMs > STOP_DEADLINE_MS) child.kill('SIGKILL');
      await systemClock.sleep(20);
    }
    return residentMiB;
  };
  const [stop, kill] = [() => end('SIGTERM'), () => end('SIGKILL')];
  try {
    await whenReady(opsUrl, () => ended !== null, name);
    mustRun();
  } catch (error) {
    await stop();
    throw new Error(`${name} did not become ready:\n${tail(logFile)}`, { cause: error });
  }
  const residentMiB = (): number => residentMiBMax(pid);
  const cpuMicros = (): number => cpuMicrosOf(pid);
  return { opsUrl, cpuMicros, residentMiBMax: residentMiB, mustRun, stop, kill };
}

async function whenReady(opsUrl: string, ended: () => boolean, name: string): Promise<void> {
  const ready = async (): Promise<boolean> => ended() || (await fetch(`${opsUrl}/readyz`)).ok;
  await eventually(ready, { what: `${name} is ready`, deadlineMs: READY_DEADLINE_MS });
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-10).join('\n');
}
