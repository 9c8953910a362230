/**
 * Instants in every spelling that Workfront uses (reference C.6), to microseconds and back.
 * Pure. Promises that one instant has one number, whatever zone and spelling it came in; a text
 * that names no instant (empty, no zone, 30 February) is null, never a guess.
 */
import { asMicros, millisOf, plus } from '../core/units.ts';
import type { Micros } from '../core/units.ts';

const MINUTE_MICROS = 60_000_000;

// REST writes a colon before the milliseconds, events a dot, Planning ends in Z; the offset comes
// with and without its colon. Sub-microsecond digits are floored.
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.:,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/**
 * The instant that the text names; a date only is its midnight in UTC. Whole milliseconds are
 * exact up to the year 4253; a change clock must be a safe integer, see `parseClock`.
 */
export function parseWorkfrontDate(text: string): Micros | null {
  const match = INSTANT.exec(text);
  if (match === null) return parseDay(text);
  const [, year, month, day, hours, minutes, seconds = '00', fraction = '', zone = 'Z'] = match;
  const days = daysOf(Number(year), Number(month), Number(day));
  const offset = offsetMinutes(zone);
  if (days === null || offset === null) return null;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  if (h > 23 || m > 59 || s > 59) return null;
  const wholeSeconds = days * 86_400 + h * 3600 + (m - offset) * 60 + s;
  return asMicros(wholeSeconds * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6)));
}

/**
 * As `parseWorkfrontDate`, for a value that dates a change: null unless it is exact, and after
 * 1970, since what is at or before it is an empty clock and not a time.
 */
export function parseClock(value: unknown): Micros | null {
  return typeof value === 'string' ? clockOf(parseWorkfrontDate(value)) : null;
}

/** The same rule for microseconds that came another way. */
export function clockOf(micros: Micros | null): Micros | null {
  return micros !== null && Number.isSafeInteger(micros) && micros > 0 ? micros : null;
}

/** `2020-05-18T17:00:00:000-0600`, as the REST API writes it. */
export function formatRestDate(micros: Micros, zoneMinutes = 0): string {
  return withMillis(micros, zoneMinutes, ':');
}

/** `2017-10-06T13:48:07.776-0600`, as events write it. */
export function formatEventDate(micros: Micros, zoneMinutes = 0): string {
  return withMillis(micros, zoneMinutes, '.');
}

/** `2026-01-15T10:30:00.000Z`, as Planning writes it and as queries take it. */
export function formatIsoDate(micros: Micros): string {
  return new Date(toMillis(micros)).toISOString();
}

function parseDay(text: string): Micros | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const days = daysOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return days === null ? null : asMicros(days * 86_400_000_000);
}

/** Days since 1970-01-01; null where the calendar has no such day. */
function daysOf(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  // `Date.UTC` reads the years 0 to 99 as 1900 to 1999, and rolls 30 February over into March.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day ? date.getTime() / 86_400_000 : null;
}

function offsetMinutes(zone: string): number | null {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 18 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function withMillis(micros: Micros, zoneMinutes: number, mark: ':' | '.'): string {
  const wall = new Date(
    toMillis(plus(micros, asMicros(zoneMinutes * MINUTE_MICROS))),
  ).toISOString();
  const size = Math.abs(zoneMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const zone = `${zoneMinutes < 0 ? '-' : '+'}${hours}${String(size % 60).padStart(2, '0')}`;
  return `${wall.slice(0, -5)}${mark}${wall.slice(-4, -1)}${zone}`;
}

function toMillis(micros: Micros): number {
  return Math.floor(millisOf(micros));
}
