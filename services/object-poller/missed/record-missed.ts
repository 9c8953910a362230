/** Changes that nobody told of become gaps, which the pollers read again (recorded-gaps.ts). */
import { greatest } from '../../core/units.ts';
import type { Micros, ObjCode } from '../../core/units.ts';
import { recordMissed } from '../../source/promises/recorded-gaps.ts';
import type { MissedChange } from '../../source/promises/recorded-gaps.ts';
import { noteWatched, watchedSince } from '../../source/promises/watched-types.ts';
import { keepLeft } from '../known/known-objects.ts';
import type { Polling } from '../polling.ts';

interface Recording extends Pick<Polling, 'control'> {
  readonly term: Pick<Polling['term'], 'again'>;
  readonly reads: { readonly missed: Pick<Polling['reads']['missed'], Taking> };
  readonly metrics: Pick<Polling['metrics'], 'missedChanges'>;
}

type Taking = 'takeMissed' | 'takeLeft' | 'takeTold';

/** @returns whether there were any */
export async function recordMissedChanges(polling: Recording): Promise<boolean> {
  const { term, control, reads, metrics } = polling;
  const found = reads.missed.takeMissed();
  for (const [objCode, since] of reads.missed.takeTold())
    await term.again(() => noteWatched(control, 'told', objCode, since));
  const watched = found.length > 0 ? await term.again(() => watchedSince(control)) : new Map();
  const missed = found.flatMap((one) => whileWatched(one, watched) ?? []);
  for (const one of missed) {
    const isNew = await term.again(() => recordMissed(control, one));
    if (isNew) metrics.missedChanges.add(1, { reason: one.reason });
  }
  // After the gaps: what is kept here is not held against the webhook before it again.
  const left = reads.missed.takeLeft();
  if (left.length > 0) await term.again(() => keepLeft(control, left));
  return missed.length > 0;
}

/**
 * Two webhooks that contradict each other were told both; a save need not have been. Null where
 * nobody was to tell of it.
 */
function whileWatched(
  missed: MissedChange,
  watched: ReadonlyMap<ObjCode, Micros>,
): MissedChange | null {
  if (missed.reason !== 'untold') return missed;
  const since = watched.get(missed.objCode);
  if (since === undefined || missed.ended < since) return null;
  return { ...missed, began: greatest(missed.began, since) };
}
