/** The cursors that pollers keep: the name of each, and by which clock its stream is in order. */
import { PipelineError } from '../../core/errors.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import { formatIsoDate, parseClock } from '../../workfront/dates.ts';
import type { Cursor } from './cursor.ts';

export interface KnownCursor {
  readonly name: string;
  /** The member of its stored value that holds the clock. */
  readonly clockField: string;
}

export const JOURNAL_CURSOR: KnownCursor = { name: 'journal', clockField: 'entryDate' };

export function objectCursor(objCode: string): KnownCursor {
  return { name: `objects.${objCode}`, clockField: 'lastUpdateDate' };
}

/** Null for a name that no poller gives. */
export function knownCursor(name: string): KnownCursor | null {
  if (name === JOURNAL_CURSOR.name) return JOURNAL_CURSOR;
  const [, objCode] = /^objects\.([A-Z_]+)$/.exec(name) ?? [];
  return objCode === undefined ? null : objectCursor(objCode);
}

/**
 * What an operator gives for a cursor, in the form of its own source. Throws USAGE for anything
 * else, and for an instant that Workfront has not reached: until then nothing would be read.
 * @param now the server's time
 */
export function readGivenCursor(
  { name, clockField }: KnownCursor,
  value: JsonValue,
  now: Micros,
): Cursor {
  const object = isJsonObject(value) ? value : {};
  const foreign = Object.keys(object).find((member) => member !== clockField && member !== 'ID');
  const clock = parseClock(object[clockField]);
  const { ID = '' } = object;
  if (foreign !== undefined || clock === null || typeof ID !== 'string') {
    const said = foreign === undefined ? '' : ` It has no ${foreign}.`;
    throw new PipelineError(
      'USAGE',
      `The cursor ${name} is a time and an ID, as {"${clockField}":"2026-01-31T00:00:00.000Z",` +
        `"ID":""}.${said}`,
    );
  }
  if (clock > now) {
    throw new PipelineError(
      'USAGE',
      `${formatIsoDate(clock)} lies in the future: by Workfront's clock it is ` +
        `${formatIsoDate(now)}. Nothing would be read until then.`,
    );
  }
  return { clock, ID };
}
