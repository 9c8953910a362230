/**
 * Walks rows that are in order of a clock (entryDate, lastUpdateDate) and then of their ID in
 * pages, oldest first, without missing a row (reference A.6, C.7). Pure but for the search that it
 * is given.
 *
 * The next page begins at the time of the last row, so rows of one time that a page cut apart are
 * asked for again. When a full page does not get past the time that it began at (more rows in one
 * millisecond than a page holds), it goes on with $$FIRST inside that time, one row back, to see
 * that nothing moved meanwhile: clock and ID together are a total order, but rows that vanish
 * (permissions, purges, a save that moves the clock) would shift it and hide others.
 */
import type { Micros } from '../core/change-event.generated.ts';
import { PipelineError } from '../core/errors.ts';
import { lastOf } from './cursor.ts';
import type { OrderedRow } from './cursor.ts';

/** One page: rows of `since` or later, `first` of them left out. */
export type SearchPage<Row extends OrderedRow> = (window: {
  readonly since: Micros;
  readonly first: number;
}) => Promise<readonly Row[]>;

/** How often the rows of one time may move while they are read before it is tried again later. */
const RESTARTS_MAX = 10;

/**
 * Yields each page that holds a row, until one is not full.
 * @param stream in words for people, for example `JRNLE by entryDate`
 */
export async function* walk<Row extends OrderedRow>(
  search: SearchPage<Row>,
  since: Micros,
  { pageRows, stream }: { readonly pageRows: number; readonly stream: string },
): AsyncGenerator<readonly Row[], void, void> {
  let first = 0;
  let restarts = 0;
  let seen = new Set<string | null>();
  for (;;) {
    const rows = await search({ since, first });
    if (first > 0 && !seen.has(rows[0]?.ID ?? null)) {
      restarts += 1;
      if (restarts > RESTARTS_MAX) throw unstable(stream, since);
      first = 0;
      continue;
    }
    refuseDisorder(rows, stream);
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    const last = lastOf(rows);
    if (last !== null && last.clock > since) {
      since = last.clock;
      first = 0;
      restarts = 0;
      seen = new Set();
    } else {
      const before = seen.size;
      for (const row of rows) seen.add(row.ID);
      // A server that takes no notice of $$FIRST would answer the same page for ever.
      if (seen.size === before) throw unstable(stream, since);
      first += rows.length - 1;
    }
  }
}

/** Rows that are not in order of time would be passed over, and nobody would know. */
function refuseDisorder(rows: readonly OrderedRow[], stream: string): void {
  let before = -Infinity;
  for (const { clock } of rows) {
    const at = clock ?? before;
    if (at < before) {
      throw new PipelineError(
        'ROWS_DISORDERED',
        `The search of ${stream} did not answer in that order, so rows could be missed. Look at ` +
          'what stands between us and Workfront: the sort that we ask for does not reach it.',
      );
    }
    before = at;
  }
}

function unstable(stream: string, since: Micros): PipelineError {
  return new PipelineError(
    'ROWS_UNSTABLE',
    `The rows of one time keep moving while they are read (${stream}); they are read again.`,
    { since },
  );
}
