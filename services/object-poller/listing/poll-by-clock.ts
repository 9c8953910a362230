/**
 * One type with a change clock, from its cursor to now (reference C.7). The first time through is
 * the snapshot: the same walk from the beginning, so that a kill costs no page that is durable.
 * The window closes `searchLagMs` before the first question, and the cursor goes no further: what
 * was saved since may show only when its place has been passed. Each poll begins again before it,
 * for rows that show later still.
 */
import { asMicros, greatest, microsOf, minus } from '../../core/units.ts';
import type { Micros, Millis } from '../../core/units.ts';
import {
  isAfter,
  lastOf,
  packCursor,
  refuseAhead,
  unpackCursor,
} from '../../source/walks/cursor.ts';
import type { Cursor } from '../../source/walks/cursor.ts';
import { moveCursor, readCursor } from '../../source/walks/cursor-store.ts';
import { objectCursor } from '../../source/walks/known-cursors.ts';
import { walkByID } from '../../source/walks/listing-walk.ts';
import { walk } from '../../source/walks/ordered-walk.ts';
import type { SearchedRows } from '../../source/walks/ordered-walk.ts';
import { readAhead } from '../../source/walks/read-ahead.ts';
import { noteWatched } from '../../source/promises/watched-types.ts';
import { readWatermark } from '../../source/promises/watermarks.ts';
import { formatIsoDate } from '../../workfront/dates.ts';
import { countOf, searchByClock, searchByID } from '../fetch.ts';
import type { Question } from '../fetch.ts';
import { promise } from '../polling.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishReads } from '../publish-reads.ts';
import type { ObjectRead } from '../object-read.ts';
import type { SnapshotProgress } from './snapshot-progress.ts';

/**
 * How far a poll looks back: most of them a little more than the lag, some the whole overlap.
 * @returns how many rows were published
 */
export async function pollByClock(
  polling: Polling,
  type: PolledType,
  { lookBackMs, progress }: { readonly lookBackMs: Millis; readonly progress: SnapshotProgress },
): Promise<number> {
  const { term, control, lag } = polling;
  const { objCode } = type;
  const { name, clockField } = objectCursor(objCode);
  const stored = await term.again(() => readCursor(control, name));
  const cursor = stored === null ? null : unpackCursor(stored, clockField, name);
  const closedUpTo = await term.again(() => readWatermark(control, objCode, 'current'));
  const isSnapshot = closedUpTo === null;
  const window: ClockWindow = {
    type,
    cursor,
    closedUpTo,
    since: asMicros(0),
    asked: null,
    isNoted: false,
  };
  if (cursor !== null) {
    const backMs = isSnapshot ? 0 : Math.max(lookBackMs, lag.ms);
    window.since = greatest(asMicros(0), minus(cursor.clock, microsOf(backMs)));
  }
  if (isSnapshot) await beginSnapshot(polling, window, progress);
  let published = 0;
  for await (const page of readAhead(pagesOf(polling, window))) {
    await noteBegun(polling, window);
    published += await take(polling, window, page);
    if (isSnapshot) progress.add(objCode, page.rows.length);
    term.turned();
  }
  if (isSnapshot) {
    await noteBegun(polling, window); // of a type without rows
    published += await withoutClock(polling, window);
    progress.finish(objCode);
  }
  if (window.asked !== null) {
    await promise(polling, objCode, ['current'], minus(window.asked, microsOf(lag.ms)));
  }
  return published;
}

interface ClockWindow {
  readonly type: PolledType;
  cursor: Cursor | null;
  readonly closedUpTo: Micros | null;
  since: Micros;
  /** When the first question was asked, by the server's clock. */
  asked: Micros | null;
  /** That it was asked for the first time. */
  isNoted: boolean;
}

/** Saves of before are history: from here on each is to be told. */
async function noteBegun({ term, control }: Polling, window: ClockWindow): Promise<void> {
  const { asked, closedUpTo, isNoted, type } = window;
  if (closedUpTo !== null || isNoted || asked === null) return;
  await term.again(() => noteWatched(control, 'read', type.objCode, asked));
  window.isNoted = true;
}

function questionOf({ options }: Polling, window: ClockWindow): Question {
  return {
    type: window.type,
    priority: window.closedUpTo === null ? 'backfill' : 'live',
    onAsked: (micros) => {
      const known = objectCursor(window.type.objCode);
      refuseAhead(window.cursor, { ...known, asked: micros, overlapMs: options.overlapMs });
      window.asked ??= micros;
    },
  };
}

async function beginSnapshot(
  polling: Polling,
  window: ClockWindow,
  progress: SnapshotProgress,
): Promise<void> {
  const { term, fetch } = polling;
  const { clockField } = objectCursor(window.type.objCode);
  const where = [
    [clockField, formatIsoDate(window.since)],
    [`${clockField}_Mod`, 'gte'],
  ] as const;
  const rows = await term.again(() => countOf(fetch, { ...questionOf(polling, window), where }));
  progress.begin(window.type.objCode, rows);
}

function pagesOf(
  polling: Polling,
  window: ClockWindow,
): AsyncGenerator<SearchedRows<ObjectRead>, void, void> {
  const { term, fetch } = polling;
  const search = searchByClock(fetch, questionOf(polling, window));
  const { objCode } = window.type;
  const stream = `${objCode} by ${objectCursor(objCode).clockField}`;
  const again: typeof search = (one) => term.again(() => search(one));
  return walk(again, window.since, stream);
}

async function take(
  polling: Polling,
  window: ClockWindow,
  { rows, askedMicros }: SearchedRows<ObjectRead>,
): Promise<number> {
  const { term, control, lag, reads, metrics } = polling;
  const { objCode } = window.type;
  metrics.reads.add(rows.length);
  const options = { searchLagMs: lag.ms, isFirst: window.closedUpTo === null };
  const { published, fresh } = await term.again(() => publishReads(objCode, rows, options, reads));
  for (const { read, known } of fresh) {
    const isNews = read.clock !== null && read.clock > Number(known?.clock ?? -1n);
    if (window.closedUpTo === null || read.clock === null || !isNews) continue;
    // One that another path told of first is not late: it was doubted, and is read again.
    // Nor is one that is back from the bin under its old clock.
    if (known !== null && (known.hash === null || known.gone)) continue;
    if (lag.learn(read.clock, window.closedUpTo, read.askedMicros)) metrics.lateRows.add();
  }
  const last = lastOf(rows, minus(window.asked ?? askedMicros, microsOf(lag.ms)));
  if (last === null || (window.cursor !== null && !isAfter(last, window.cursor))) return published;
  const { name, clockField } = objectCursor(objCode);
  const value = packCursor(last, clockField);
  await term.again(() => moveCursor(control, term.lease, name, value)); // Law 2
  window.cursor = last;
  return published;
}

/** Rows whose clock is empty come in no window: they are listed once, and by every sweep. */
async function withoutClock(polling: Polling, window: ClockWindow): Promise<number> {
  const { term, fetch, lag, reads, options, metrics } = polling;
  const { objCode } = window.type;
  const { clockField } = objectCursor(objCode);
  const where = [
    [clockField, ''],
    [`${clockField}_Mod`, 'isnull'],
  ] as const;
  const search = searchByID(fetch, { ...questionOf(polling, window), where });
  const again: typeof search = (first) => term.again(() => search(first));
  const stream = `${objCode} without ${clockField}`;
  let published = 0;
  for await (const page of walkByID(again, { pageRows: options.pageRows, stream })) {
    metrics.reads.add(page.length);
    published += (
      await term.again(() => publishReads(objCode, page, { searchLagMs: lag.ms }, reads))
    ).published;
  }
  return published;
}
