/** How far the journal was read: the last row, by its time and then its ID (reference A.6). */
import type { Micros } from '../core/change-event.generated.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { PipelineError } from '../core/errors.ts';
import { formatIsoDate, parseClock } from '../workfront/dates.ts';

export interface Cursor {
  readonly entryDate: Micros;
  readonly ID: string;
}

/** Before every row. */
export const BEGINNING: Cursor = { entryDate: 0, ID: '' };

export function isAfter(a: Cursor, b: Cursor): boolean {
  return a.entryDate > b.entryDate || (a.entryDate === b.entryDate && a.ID > b.ID);
}

/** The last row of a page, or null where no row of it has a time. */
export function lastOf(rows: readonly JsonValue[]): Cursor | null {
  let last: Cursor | null = null;
  for (const row of rows) {
    if (!isJsonObject(row)) continue;
    const entryDate = parseClock(row['entryDate']);
    if (entryDate === null) continue;
    const cursor = { entryDate, ID: typeof row['ID'] === 'string' ? row['ID'] : '' };
    if (last === null || isAfter(cursor, last)) last = cursor;
  }
  return last;
}

/** As it is stored: an instant that a person can read, and set. */
export function packCursor({ entryDate, ID }: Cursor): JsonObject {
  return { entryDate: formatIsoDate(entryDate), ID };
}

/** Throws LOG_MISMATCH for what `packCursor` did not write: going on would skip or repeat all. */
export function unpackCursor(value: JsonValue): Cursor {
  if (isJsonObject(value)) {
    const entryDate = parseClock(value['entryDate']);
    const { ID = '' } = value;
    if (entryDate !== null && typeof ID === 'string') return { entryDate, ID };
  }
  throw new PipelineError(
    'LOG_MISMATCH',
    'The journal cursor cannot be read: set it with `workfront-cdc cursors set journal`, as ' +
      '{"entryDate":"2026-01-31T00:00:00.000Z","ID":""}.',
  );
}
