/** How far a stream of rows was read: the last row, by its clock and then its ID. */
import type { Micros } from '../core/change-event.generated.ts';
import { PipelineError } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { formatIsoDate, parseClock } from '../workfront/dates.ts';

export interface Cursor {
  readonly clock: Micros;
  readonly ID: string;
}

/** What the walk has to know of a row. */
export interface OrderedRow {
  /** By which the stream is in order; null where the row has no time. */
  readonly clock: Micros | null;
  readonly ID: string | null;
}

/** Before every row. */
export const BEGINNING: Cursor = { clock: 0, ID: '' };

export function isAfter(a: Cursor, b: Cursor): boolean {
  return a.clock > b.clock || (a.clock === b.clock && a.ID > b.ID);
}

/** The last row of a page, or null where no row of it has a time. */
export function lastOf(rows: readonly OrderedRow[]): Cursor | null {
  let last: Cursor | null = null;
  for (const { clock, ID } of rows) {
    if (clock === null) continue;
    const cursor = { clock, ID: ID ?? '' };
    if (last === null || isAfter(cursor, last)) last = cursor;
  }
  return last;
}

/** As it is stored: an instant that a person can read, and set. */
export function packCursor({ clock, ID }: Cursor, clockField: string): JsonObject {
  return { [clockField]: formatIsoDate(clock), ID };
}

/**
 * Throws CURSOR_UNREADABLE for what `packCursor` did not write: going on would skip or repeat all.
 * @param name the cursor's own, for the person who has to set it
 */
export function unpackCursor(value: JsonValue, clockField: string, name: string): Cursor {
  if (isJsonObject(value)) {
    const clock = parseClock(value[clockField]);
    const { ID = '' } = value;
    if (clock !== null && typeof ID === 'string') return { clock, ID };
  }
  throw new PipelineError(
    'CURSOR_UNREADABLE',
    `The cursor ${name} cannot be read: set it with \`workfront-cdc cursors set ${name}\`, as ` +
      `{"${clockField}":"2026-01-31T00:00:00.000Z","ID":""}.`,
  );
}
