/** Single objects read again because somebody doubts what is known of them. */
import { proveAbsences } from '../listing/delete-absent.ts';
import { searchIDs } from '../fetch.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishReads } from '../publish-reads.ts';

/**
 * More that are not shown at once are no deletes to be believed in passing: the next sweep counts
 * them against the type (delete-absent.ts).
 */
const BELIEVED_MAX = 20;

/** @param again what says the same as the last read is published too */
export async function publishByIDs(
  polling: Polling,
  type: PolledType,
  ids: readonly string[],
  { again }: { readonly again: boolean },
): Promise<void> {
  const { term, fetch, reads, lag, metrics } = polling;
  const rows = await term.again(() => searchIDs(fetch, { type, priority: 'live' }, ids));
  const options = { searchLagMs: lag.ms, again };
  await term.again(() => publishReads(type.objCode, rows, options, reads));
  metrics.refreshes.add(rows.length);
  const shown = new Set(rows.map(({ ID }) => ID));
  const missing = ids.filter((id) => !shown.has(id));
  if (missing.length > 0 && missing.length <= BELIEVED_MAX) {
    await proveAbsences(polling, type, missing);
  }
}
