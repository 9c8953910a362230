/** Changes that nobody told of become gaps, which the pollers read again (recorded-gaps.ts). */
import { recordMissed } from '../source/recorded-gaps.ts';
import type { Polling } from './polling.ts';

/** @returns whether there were any */
export async function recordMissedChanges(polling: Polling): Promise<boolean> {
  const { term, control, reads, metrics } = polling;
  const found = reads.missed.takeMissed();
  for (const one of found) {
    const isNew = await term.again(() => recordMissed(control, one));
    if (isNew) metrics.missedChanges.add(1, { reason: one.reason });
  }
  return found.length > 0;
}
