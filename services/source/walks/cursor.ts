/** How far a stream of rows was read: the last row, by its clock and then its ID. */
import { PipelineError } from '../../core/errors.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { asMicros, microsOf } from '../../core/units.ts';
import type { Micros, Millis } from '../../core/units.ts';
import { formatIsoDate, parseClock } from '../../workfront/dates.ts';

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
export const BEGINNING: Cursor = { clock: asMicros(0), ID: '' };

export function isAfter(a: Cursor, b: Cursor): boolean {
  return a.clock > b.clock || (a.clock === b.clock && a.ID > b.ID);
}

/**
 * The last row of a page that is not dated after `upTo`, or null where no row is. A cursor is moved
 * with the server's time: beyond a row that is dated in the future, what comes before that future
 * would never be read.
 */
export function lastOf(rows: readonly OrderedRow[], upTo: Micros): Cursor | null {
  let last: Cursor | null = null;
  for (const { clock, ID } of rows) {
    if (clock === null || clock > upTo) continue;
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
 * Throws CURSOR_AHEAD where the server's time is further behind the cursor than a poll looks back:
 * what is saved until then would be passed over in silence.
 */
export function refuseAhead(
  cursor: Cursor | null,
  { name, clockField, asked, overlapMs }: AheadParts,
): void {
  if (cursor === null || cursor.clock <= asked + microsOf(overlapMs)) return;
  const [at, now] = [formatIsoDate(cursor.clock), formatIsoDate(asked)];
  throw new PipelineError(
    'CURSOR_AHEAD',
    `The cursor ${name} stands at ${at}, but by Workfront's clock it is ${now}: nothing would be ` +
      'read until then. Set it to the last instant up to which all was read, with ' +
      `\`workfront-cdc cursors set ${name} '{"${clockField}":"${now}","ID":""}'\`.`,
    { cursor: name },
  );
}

export interface AheadParts {
  readonly name: string;
  readonly clockField: string;
  /** The server's time. */
  readonly asked: Micros;
  readonly overlapMs: Millis;
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
