/**
 * Takes the windows of `control.gaps` in hand: what a window of blindness may have hidden is read
 * from the tenant again, exactly that window (docs/architecture.md, "How complete").
 */
import { asMicros, greatest, minus, plus } from '../../core/units.ts';
import type { RecordedGap } from '../../source/promises/recorded-gaps.ts';
import { gapsAreRead, gapsToRead, postponeGap } from '../../source/promises/gap-readings.ts';
import { walk } from '../../source/walks/ordered-walk.ts';
import { searchByClock } from '../fetch.ts';
import { listWhole, sweep } from '../listing/list-type.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishReads } from '../publish-reads.ts';
import { publishByIDs } from './read-objects.ts';
import { isTypeRefused } from '../listing/type-refused.ts';

export const OBJECT_READER = 'object-poller';
/** Of single objects, in one call. */
const GAPS_AT_ONCE = 200;
/** A clock of the tenant's and the guardian's look at it are this far apart at most. */
const MARGIN_MICROS = asMicros(5_000_000);

/** @returns whether there was anything to do */
export async function fillGaps(
  polling: Polling,
  types: ReadonlyMap<string, PolledType>,
): Promise<boolean> {
  const { term, control, lag } = polling;
  const reader = OBJECT_READER;
  const choice = { reader, objCodes: [...types.keys()], knownForMs: lag.ms } as const;
  const gaps = await term.again(() => gapsToRead(control, choice, GAPS_AT_ONCE));
  for (const [objCode, some] of byType(gaps)) {
    const type = types.get(objCode);
    if (type === undefined) continue;
    try {
      await read(polling, type, some);
      const ids = some.map(({ id }) => id);
      await term.again(() => gapsAreRead(control, ids, reader)); // Law 2
      polling.metrics.gapsRead.add(ids.length);
    } catch (error) {
      if (!isTypeRefused(error)) throw error;
      polling.logger.warn({ objCode, error }, 'a gap cannot be read again now');
      for (const { id } of some) await term.again(() => postponeGap(control, id));
    }
  }
  return gaps.length > 0;
}

function byType(gaps: readonly RecordedGap[]): Map<string, RecordedGap[]> {
  const found = new Map<string, RecordedGap[]>();
  for (const gap of gaps) found.set(gap.objCode, [...(found.get(gap.objCode) ?? []), gap]);
  return found;
}

async function read(
  polling: Polling,
  type: PolledType,
  gaps: readonly RecordedGap[],
): Promise<void> {
  const ids = [...new Set(gaps.flatMap(({ objID }) => objID ?? []))];
  if (ids.length > 0) await publishByIDs(polling, type, ids, { again: false });
  const windows = gaps.filter(({ objID }) => objID === null);
  if (windows.length === 0) return;
  if (type.clockField === null) await listWhole(polling, type);
  else {
    for (const gap of windows) await readWindow(polling, type, gap);
    // Who is deleted is in no window: only a listing that is younger than the gap shows it.
    if (windows.some(({ subject }) => /DELETE/.test(subject))) await sweep(polling, type);
  }
}

async function readWindow(polling: Polling, type: PolledType, gap: RecordedGap): Promise<void> {
  const { term, fetch, lag, reads, metrics } = polling;
  const { objCode } = type;
  const until = plus(gap.ended, MARGIN_MICROS);
  const search = searchByClock(fetch, { type, priority: 'backfill', until });
  const again: typeof search = (page) => term.again(() => search(page));
  const since = greatest(asMicros(0), minus(gap.began, MARGIN_MICROS));
  for await (const { rows } of walk(again, since, `${objCode} in a gap`)) {
    metrics.reads.add(rows.length);
    await term.again(() => publishReads(objCode, rows, { searchLagMs: lag.ms }, reads));
    term.turned();
  }
}
