/** CPU and memory of processes, from /proc; Linux only. */
import { readFileSync, readdirSync } from 'node:fs';

/** Linux reports times to user space in hundredths of a second. */
const TICK_MICROS = 10_000;

/** What it has used since it began. */
export function cpuMicrosOf(pid: number): number {
  const { own } = timesOf(pid);
  return own * TICK_MICROS;
}

/**
 * All of a Postgres server: sessions, those that ended, and what works in the background.
 * @param without sessions of our own that only look on
 */
export function postgresCpuMicros(postmaster: number, without: readonly number[]): number {
  const { own, ended } = timesOf(postmaster);
  let ticks = own + ended;
  for (const pid of childrenOf(postmaster)) {
    if (!without.includes(pid)) ticks += timesOf(pid).own;
  }
  return ticks * TICK_MICROS;
}

/** The most that it ever had resident. */
export function residentMiBMax(pid: number): number {
  const [, kib] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib ?? 0) / 1024;
}

export function parentOf(pid: number): number {
  return Number(fieldsOf(pid)[1]);
}

function timesOf(pid: number): { own: number; ended: number } {
  const fields = fieldsOf(pid);
  const ticks = (at: number): number => Number(fields[at] ?? 0);
  return { own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
}

// proc(5): what follows the name, which is in brackets and may hold anything: state, ppid, …
function fieldsOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // it has just ended
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}
