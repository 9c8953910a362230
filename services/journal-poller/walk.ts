/**
 * Walks the journal in pages, oldest first, without missing a row (reference A.6). Pure but for
 * the search that it is given.
 *
 * The next page begins at the time of the last row, so rows of one time that a page cut apart are
 * asked for again. When a full page does not get past the time that it began at (more rows in one
 * millisecond than a page holds), it goes on with $$FIRST inside that time, one row back, to see
 * that nothing moved meanwhile: entryDate and ID together are a total order, but rows that vanish
 * (permissions, purges) would shift it and hide others.
 */
import type { Micros } from '../core/change-event.generated.ts';
import { PipelineError } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import { lastOf } from './cursor.ts';

/** One page: rows of `since` or later, `first` of them left out. */
export type SearchPage = (window: {
  readonly since: Micros;
  readonly first: number;
}) => Promise<readonly JsonValue[]>;

/** How often the rows of one time may move while they are read before it is tried again later. */
const RESTARTS_MAX = 10;

/** Yields each page that holds a row, until one is not full. */
export async function* walk(
  search: SearchPage,
  since: Micros,
  pageRows: number,
): AsyncGenerator<readonly JsonValue[], void, void> {
  let first = 0;
  let restarts = 0;
  let seen = new Set<JsonValue>();
  for (;;) {
    const rows = await search({ since, first });
    if (first > 0 && !seen.has(idOf(rows[0]))) {
      restarts += 1;
      if (restarts > RESTARTS_MAX) throw unstable(since);
      first = 0;
      continue;
    }
    refuseDisorder(rows);
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    const last = lastOf(rows);
    if (last !== null && last.entryDate > since) {
      since = last.entryDate;
      first = 0;
      restarts = 0;
      seen = new Set();
    } else {
      const before = seen.size;
      for (const row of rows) seen.add(idOf(row));
      // A server that takes no notice of $$FIRST would answer the same page for ever.
      if (seen.size === before) throw unstable(since);
      first += rows.length - 1;
    }
  }
}

/** Rows that are not in order of time would be passed over, and nobody would know. */
function refuseDisorder(rows: readonly JsonValue[]): void {
  let before = -Infinity;
  for (const row of rows) {
    const at = lastOf([row])?.entryDate ?? before;
    if (at < before) {
      throw new PipelineError(
        'WORKFRONT_REFUSED',
        'JRNLE/search did not answer in order of entryDate, so rows could be missed. Look at what ' +
          'stands between us and Workfront: entryDate_1_Sort=asc does not reach it.',
      );
    }
    before = at;
  }
}

function idOf(row: JsonValue | undefined): JsonValue {
  return isJsonObject(row) ? (row['ID'] ?? null) : null;
}

function unstable(since: Micros): PipelineError {
  return new PipelineError(
    'WORKFRONT_UNAVAILABLE',
    'The journal rows of one time keep moving while they are read; they are read again.',
    { since },
  );
}
