/**
 * Polls Workfront's journal (JRNLE) and publishes each row as a change event (reference A).
 * Promises that the cursor moves only when its page is durable, and only by the one process that
 * holds the lease (Law 2); no row between two cursors is left out (Law 3).
 * Must not trust a clock of its own, nor filter on columns that Workfront cannot filter.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import { packCursor, unpackCursor } from '../source/walks/cursor.ts';
import type { Cursor } from '../source/walks/cursor.ts';
import { moveCursor, readCursor } from '../source/walks/cursor-store.ts';
import { JOURNAL_CURSOR } from '../source/walks/known-cursors.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import { OrderedReader } from '../source/walks/ordered-reader.ts';
import type { SearchPage } from '../source/walks/ordered-walk.ts';
import type { JournalRow } from '../workfront/journal-row.ts';
import { fillJournalGaps } from './fill-journal-gaps.ts';
import { HistoryMark } from './history-mark.ts';
import type { JournalOptions, JournalParts, JournalReading } from './journal-reading.ts';
import { LookBack, MEANWHILE_UNKNOWN_MS } from './look-back.ts';

/** The lease, and the cursor that it guards. */
export const JOURNAL = JOURNAL_CURSOR.name;

const CLOCK_FIELD = JOURNAL_CURSOR.clockField;

const SEEN_ROWS_MAX = 500_000;

/** Until the term ends. */
export async function pollJournal(
  term: LeaseTerm,
  parts: JournalParts,
  options: JournalOptions,
): Promise<void> {
  const { clock, metrics } = parts;
  let asked: Micros | null = null;
  const history = new HistoryMark(term, parts);
  const journal: JournalReading = {
    search: parts.search(term.signal, (micros) => (asked ??= micros)),
    publish: async (rows) => {
      history.touch(await term.again(() => parts.publish(rows)));
    },
  };
  const reader = await openReader(term, parts, journal, options);
  const lookBack = new LookBack(options.overlapMs, await history.lastAsked(options.overlapMs));
  while (!term.signal.aborted) {
    const startedMs = clock.monotonicMs();
    const { isWhole, backMs } = lookBack.next(startedMs, reader.cursor?.clock ?? null);
    asked = null;
    await term.again(() => reader.poll(backMs));
    if (isWhole) {
      lookBack.looked(startedMs, asked);
      await history.move(asked, options.overlapMs);
    }
    metrics.polls.add();
    term.turned();
    await fillJournalGaps(term, parts, journal, options);
    await clock.sleep(options.intervalMs, term.signal);
  }
}

async function openReader(
  { again, lease, turned }: LeaseTerm,
  { pool, metrics }: JournalParts,
  { search, publish }: JournalReading,
  options: JournalOptions,
): Promise<OrderedReader<JournalRow>> {
  const show = ({ clock }: Cursor): void =>
    metrics.cursorSeconds.set(clock / 1e6, { stream: JOURNAL });
  // Each step is tried again by itself, so that a failure costs one step and not the walk so far.
  const stored = await again(() => readCursor(pool, JOURNAL));
  const cursor = stored === null ? null : unpackCursor(stored, CLOCK_FIELD, JOURNAL);
  if (cursor !== null) show(cursor);
  const searchPage: SearchPage<JournalRow> = (window) => again(() => search(window));
  const parts = {
    search: searchPage,
    stream: 'JRNLE by entryDate',
    name: JOURNAL,
    clockField: CLOCK_FIELD,
    keyOf: rowKeyOf,
    publish,
    moveCursor: async (moved: Cursor) => {
      const value = packCursor(moved, CLOCK_FIELD);
      await again(() => moveCursor(pool, lease, JOURNAL, value)); // Law 2
      turned();
      show(moved);
    },
    overlapMs: options.overlapMs,
    memoryMs: options.overlapMs + MEANWHILE_UNKNOWN_MS,
    seenRowsMax: SEEN_ROWS_MAX,
  };
  return new OrderedReader(parts, cursor, options.begin);
}

/** A row without an ID is parked, and must not be parked again at every poll. */
export function rowKeyOf({ ID, sent }: JournalRow): string {
  return ID ?? createHash('sha256').update(canonicalJson(sent)).digest('hex');
}
