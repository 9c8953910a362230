/** Notices that the program which started this one is gone: the kernel tells nobody. */
import { systemClock } from '../core/clock.ts';

const POLL_MS = 500;

/** Calls `onGone` once, unless the signal aborts before. */
export async function followParent(onGone: () => void, signal: AbortSignal): Promise<void> {
  const parent = process.ppid;
  while (!signal.aborted) {
    if (process.ppid !== parent) {
      onGone();
      return;
    }
    await systemClock.sleep(POLL_MS, signal).catch(() => undefined);
  }
}
