/**
 * Tells whether a remembered process is still that process: a pid alone may belong to another by
 * now.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

import { systemClock } from '../core/clock.ts';
import type { Millis } from '../core/units.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, as the system says it; only ever compared for equality. */
  readonly started: string;
}

/** Null when no such process runs. */
export function identify(pid: number): ProcessIdentity | null {
  const started = existsSync('/proc/self/stat') ? startedByProc(pid) : startedByPs(pid);
  return started === null ? null : { pid, started };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

/** The command line of a process, arguments separated by blanks; empty when it is gone. */
export function commandLine(pid: number): string {
  if (!existsSync('/proc/self/stat')) return runPs(pid, 'args=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** Null when it is gone. */
export function parentPidOf(pid: number): number | null {
  const text = existsSync('/proc/self/stat') ? procStat(pid)[1] : runPs(pid, 'ppid=');
  return text === undefined || text === null ? null : Number(text);
}

/** Asks a process to end, waits, and ends it for certain when `graceMs` are over. */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  graceMs: Millis,
): Promise<void> {
  const deadlineMs = systemClock.monotonicMs() + graceMs;
  signalProcess(identity, signal);
  while (isAlive(identity)) {
    if (systemClock.monotonicMs() > deadlineMs) signalProcess(identity, 'SIGKILL');
    await systemClock.sleep(20);
  }
}

export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    if (isAlive(identity)) process.kill(identity.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

export function parseIdentity(text: string): ProcessIdentity | null {
  const [pid = '', ...started] = text.trim().split(' ');
  return /^\d+$/.test(pid) && started.length > 0
    ? { pid: Number(pid), started: started.join(' ') }
    : null;
}

export function formatIdentity({ pid, started }: ProcessIdentity): string {
  return `${pid} ${started}\n`;
}

// Field 22 of stat counts from the boot, so the boot belongs to it. A zombie runs no more.
function startedByProc(pid: number): string | null {
  const fields = procStat(pid);
  const started = fields[19];
  if (started === undefined || fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${started}@${boot}`;
}

/** From the third field on: the second is a name that may hold blanks and parentheses. */
function procStat(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function startedByPs(pid: number): string | null {
  const started = runPs(pid, 'stat=,lstart=');
  if (started === null || started.startsWith('Z')) return null;
  return started.slice(started.indexOf(' ')).trim();
}

function runPs(pid: number, columns: string): string | null {
  try {
    const text = execFileSync('ps', ['-o', columns, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim() || null;
  } catch {
    return null;
  }
}
