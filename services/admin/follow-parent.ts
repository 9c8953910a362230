/** Notices that the program which started this one is gone: the kernel tells nobody. */
import { commandLine, identify, isAlive, parentPidOf } from '../local-stack/process-identity.ts';
import { systemClock } from '../core/clock.ts';

const POLL_MS = 500;
/** npm starts a script through a shell, which lives on when npm is killed. */
const SHELL = /(^|\/)(ba|da|z)?sh -c /;

/** Calls `onGone` once, unless the signal aborts before. */
export async function followParent(onGone: () => void, signal: AbortSignal): Promise<void> {
  const parent = process.ppid;
  const grandparent = SHELL.test(commandLine(parent)) ? parentPidOf(parent) : null;
  const followed = [parent, grandparent ?? parent].map(identify);
  while (!signal.aborted) {
    if (followed.some((one) => one === null || !isAlive(one))) {
      onGone();
      return;
    }
    await systemClock.sleep(POLL_MS, signal).catch(() => undefined);
  }
}
