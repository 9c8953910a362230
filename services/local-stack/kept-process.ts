/**
 * Starts a program under `keeper.sh`, so that it ends with us however we end (Law 8), and remembers
 * it in a pid file, so that what a killed machine or keeper left behind is found and ended at the
 * next start.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname } from 'node:path';

import { PipelineError } from '../core/errors.ts';
import type { Millis } from '../core/units.ts';
import { assetPath } from '../platform/process/assets.ts';
import type { Env } from '../platform/process/config.ts';
import { openPrivate, privateFolder } from './private-files.ts';
import {
  endProcess,
  formatIdentity,
  identify,
  isAlive,
  parseIdentity,
  signalProcess,
} from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

export interface KeptProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Env;
  /** The folder it runs in; ours without it. */
  readonly cwd?: string;
  readonly logFile: string;
  readonly pidFile: string;
  /** What asks the program to end in order, and how long it may take before it is killed. */
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  readonly graceMs: Millis;
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface KeptProcess {
  readonly name: string;
  readonly pid: number;
  /** Resolves with the exit code when it has ended, whoever ended it; a signal counts as 128+n. */
  readonly exited: Promise<number>;
  /** May be called twice and after the end; resolves when it has ended. */
  stop(): Promise<void>;
  /** As `kill -9` does: without a chance to end well. */
  kill(): Promise<void>;
}

const LEFTOVER_GRACE_MS = 30_000;
const LOG_BYTES_MAX = 16 * 1024 * 1024;

export async function keepProcess(options: KeptProcessOptions): Promise<KeptProcess> {
  await endLeftover(options.pidFile);
  const log = openLog(options.logFile);
  const keeper = spawn(
    'sh',
    [
      '-c',
      keeperScript(),
      'keeper',
      options.stopSignal.slice('SIG'.length),
      String(Math.ceil(options.graceMs / 1000)),
      options.command,
      ...options.args,
    ],
    // Its own process group: Ctrl-C must reach us alone, because we stop the parts in their order.
    {
      env: options.env,
      stdio: ['pipe', 'pipe', log, log],
      detached: true,
      ...(options.cwd ? { cwd: options.cwd } : {}),
      ...options.user,
    },
  );
  fs.closeSync(log);
  const exited = exitOf(keeper);
  const pid = await firstLine(keeper, exited);
  const identity = identify(pid) ?? { pid, started: 'gone' };
  try {
    privateFolder(dirname(options.pidFile));
    fs.writeFileSync(options.pidFile, formatIdentity(identity) + options.stopSignal);
  } catch (error) {
    // What cannot be found again must not be left running.
    keeper.stdin?.end();
    await exited;
    throw error;
  }
  void exited.then(() => fs.rmSync(options.pidFile, { force: true }));
  return { name: options.name, pid, exited, ...endings(keeper, identity, exited, options) };
}

/** Ends what an earlier run left behind, if its keeper was killed with it. */
export async function endLeftover(pidFile: string): Promise<boolean> {
  const leftover = readIdentity(pidFile);
  if (leftover === null) return false;
  const alive = isAlive(leftover);
  const stopSignal = fs.readFileSync(pidFile, 'utf8').endsWith('SIGINT') ? 'SIGINT' : 'SIGTERM';
  if (alive) await endProcess(leftover, stopSignal, LEFTOVER_GRACE_MS);
  fs.rmSync(pidFile, { force: true });
  return alive;
}

export function readIdentity(pidFile: string): ProcessIdentity | null {
  try {
    return parseIdentity(fs.readFileSync(pidFile, 'utf8').split('\n')[0] ?? '');
  } catch {
    return null;
  }
}

/** The end of a service's log, for a message to the person who started it. */
export function logTail(logFile: string, linesMax = 12): string {
  try {
    return fs.readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-linesMax).join('\n');
  } catch {
    return '';
  }
}

/** Without its comments, for the sake of whoever reads the list of processes. */
function keeperScript(): string {
  const script = fs.readFileSync(assetPath('infra', 'local-stack', 'keeper.sh'), 'utf8');
  return script.replace(/^ *#.*\n/gm, '');
}

function endings(
  keeper: ChildProcess,
  identity: ProcessIdentity,
  exited: Promise<number>,
  { stopSignal, graceMs }: KeptProcessOptions,
): Pick<KeptProcess, 'stop' | 'kill'> {
  return {
    stop: async () => {
      keeper.stdin?.end();
      await exited;
      // Only when the keeper itself was killed is there still something to end here.
      await endProcess(identity, stopSignal, graceMs);
    },
    kill: async () => {
      signalProcess(identity, 'SIGKILL');
      await exited;
    },
  };
}

function exitOf(keeper: ChildProcess): Promise<number> {
  // A write to a pipe whose reader is gone; nothing is ever written, but the error must have a
  // listener.
  keeper.stdin?.on('error', () => undefined);
  return new Promise((resolve) => {
    keeper.once('error', () => resolve(127));
    keeper.once('exit', (code) => resolve(code ?? 137));
  });
}

async function firstLine(keeper: ChildProcess, exited: Promise<number>): Promise<number> {
  const line = new Promise<string>((resolve) => {
    let text = '';
    keeper.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.includes('\n')) resolve(text);
    });
  });
  const pid = await Promise.race([line.then(Number), exited.then(() => NaN)]);
  if (Number.isInteger(pid)) return pid;
  throw new PipelineError(
    'START_FAILED',
    'Could not start a child process with /bin/sh; see that sh runs and that processes may be started.',
  );
}

function openLog(logFile: string): number {
  privateFolder(dirname(logFile));
  const bytes = fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > LOG_BYTES_MAX) fs.renameSync(logFile, `${logFile}.1`);
  return openPrivate(logFile, 'a');
}
