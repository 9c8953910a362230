/** Changes that nobody told of become gaps, which the pollers read again (recorded-gaps.ts). */
import { recordMissed } from '../source/recorded-gaps.ts';
import { keepLeft } from './known-objects.ts';
import type { Polling } from './polling.ts';

/** @returns whether there were any */
export async function recordMissedChanges(polling: Polling): Promise<boolean> {
  const { term, control, reads, metrics } = polling;
  const found = reads.missed.takeMissed();
  for (const one of found) {
    const isNew = await term.again(() => recordMissed(control, one));
    if (isNew) metrics.missedChanges.add(1, { reason: one.reason });
  }
  // After the gaps: what is kept here is not held against the webhook before it again.
  const left = reads.missed.takeLeft();
  if (left.length > 0) await term.again(() => keepLeft(control, left));
  return found.length > 0;
}
