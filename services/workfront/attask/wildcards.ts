/** `$$TODAY`, `$$NOW`, `$$USER` and `$$CUSTOMER` as filter values (reference C.4). Pure. */
import { asMicros, plus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { fromWallClock, toWallClock } from '../time-zone.ts';

/** Who asks and when; what the wildcards stand for. */
export interface AskContext {
  readonly nowMicros: Micros;
  /** IANA zone of the session user, in which days begin. */
  readonly zone: string;
  readonly customerID: string;
  /** A field of the session user, null where empty: `$$USER.homeGroupID`. */
  readonly userField: (name: string) => string | null;
}

const DATE = /^\$\$(TODAY|NOW)([be])?([+-]\d{1,4})?([hdwmqy])?$/;

/**
 * Micros of a date wildcard, null when `text` is none. `$$TODAY` is midnight, `$$NOW` the instant.
 */
export function dateWildcard(text: string, ask: AskContext): Micros | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, base, edge, shift, unit = 'd'] = match;
  const now = toWallClock(ask.zone, ask.nowMicros);
  let wall = new Date(Math.floor(now / 1000));
  if (base === 'TODAY') wall = beginOf(wall, 'd');
  wall = move(wall, Number(shift ?? 0), unit);
  if (edge === 'b') wall = beginOf(wall, unit);
  if (edge === 'e') wall = new Date(move(beginOf(wall, unit), 1, unit).getTime() - 1);
  const subMilli = asMicros(base === 'NOW' && edge === undefined ? now % 1000 : 0);
  return plus(fromWallClock(ask.zone, asMicros(wall.getTime() * 1000)), subMilli);
}

/** The text of `$$USER.x` or `$$CUSTOMER.ID`; undefined when `text` is no such wildcard. */
export function textWildcard(text: string, ask: AskContext): string | null | undefined {
  if (text === '$$CUSTOMER' || text === '$$CUSTOMER.ID') return ask.customerID;
  if (text === '$$USER') return ask.userField('ID');
  return text.startsWith('$$USER.') ? ask.userField(text.slice('$$USER.'.length)) : undefined;
}

// Wall-clock arithmetic on a Date whose UTC fields show the zone's wall clock.
function beginOf(wall: Date, unit: string): Date {
  const year = wall.getUTCFullYear();
  const month = wall.getUTCMonth();
  const day = wall.getUTCDate();
  switch (unit) {
    case 'h':
      return new Date(Date.UTC(year, month, day, wall.getUTCHours()));
    case 'w': // weeks begin on Sunday, as in Workfront's calendar
      return new Date(Date.UTC(year, month, day - wall.getUTCDay()));
    case 'm':
      return new Date(Date.UTC(year, month, 1));
    case 'q':
      return new Date(Date.UTC(year, month - (month % 3), 1));
    case 'y':
      return new Date(Date.UTC(year, 0, 1));
    default:
      return new Date(Date.UTC(year, month, day));
  }
}

function move(wall: Date, count: number, unit: string): Date {
  const moved = new Date(wall);
  switch (unit) {
    case 'h':
      moved.setUTCHours(wall.getUTCHours() + count);
      return moved;
    case 'w':
      moved.setUTCDate(wall.getUTCDate() + 7 * count);
      return moved;
    case 'm':
      return moveMonths(wall, count);
    case 'q':
      return moveMonths(wall, 3 * count);
    case 'y':
      return moveMonths(wall, 12 * count);
    default:
      moved.setUTCDate(wall.getUTCDate() + count);
      return moved;
  }
}

/** A month on from the 31st is the last day of a shorter month, not the first of the one after. */
function moveMonths(wall: Date, count: number): Date {
  const moved = new Date(wall);
  moved.setUTCDate(1);
  moved.setUTCMonth(wall.getUTCMonth() + count);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(wall.getUTCDate(), last));
  return moved;
}
