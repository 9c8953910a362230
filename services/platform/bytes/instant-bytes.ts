/**
 * Instants brought into our spelling without making text of them: by far the most come in one of
 * the two forms that Workfront's APIs write. Pure; promises what `instantText` says, or false.
 */
import type { JsonBytes } from './json-bytes.ts';

/**
 * Writes `YYYY-MM-DDTHH:MM:SS.sssZ` for what stands in `source`, if that is
 * `YYYY-MM-DDTHH:MM:SS.sss+HHMM` (or a colon before the milliseconds) or `YYYY-MM-DDTHH:MM:SS.sssZ`
 * (reference C.6). False, and nothing written, where it is not, or not plainly so.
 */
export function writeInstantJson(
  to: JsonBytes,
  source: Buffer,
  from: number,
  until: number,
): boolean {
  if (!hasMarks(source, from, until - from)) return false;
  const year = digits(source, from, 4);
  const month = digits(source, from + 5, 2);
  const day = digits(source, from + 8, 2);
  const hour = digits(source, from + 11, 2);
  const minute = digits(source, from + 14, 2);
  const isDay = year >= YEAR_MIN && year <= YEAR_MAX && day >= 1 && day <= daysIn(year, month);
  const isTime = isBelow(hour, 24) && isBelow(minute, 60);
  const isExact = isBelow(digits(source, from + 17, 2), 60) && digits(source, from + 20, 3) >= 0;
  const ahead = until - from === UTC_LENGTH ? 0 : minutesAhead(source, from + ZONE_AT);
  if (!isDay || !isTime || !isExact || ahead === null) return false;
  const at = to.reserveString(UTC_LENGTH);
  source.copy(to.bytes, at, from, from + ZONE_AT);
  to.bytes[at + 19] = DOT;
  to.bytes[at + ZONE_AT] = LETTER_Z;
  if (ahead !== 0) move(to.bytes, at, { year, month, day, minutes: hour * 60 + minute - ahead });
  return true;
}

/** The same instant in milliseconds since 1970; NaN where it is not plainly one. */
export function instantMillis(source: Buffer, from: number, until: number): number {
  if (!hasMarks(source, from, until - from)) return NaN;
  const year = digits(source, from, 4);
  const month = digits(source, from + 5, 2);
  const day = digits(source, from + 8, 2);
  const hour = digits(source, from + 11, 2);
  const minute = digits(source, from + 14, 2);
  const second = digits(source, from + 17, 2);
  const millis = digits(source, from + 20, 3);
  const isDay = year >= YEAR_MIN && year <= YEAR_MAX && day >= 1 && day <= daysIn(year, month);
  const isTime = isBelow(hour, 24) && isBelow(minute, 60);
  const ahead = until - from === UTC_LENGTH ? 0 : minutesAhead(source, from + ZONE_AT);
  if (!isDay || !isTime || !isBelow(second, 60) || millis < 0 || ahead === null) return NaN;
  const minutes = hour * 60 + minute - ahead;
  return ((daysSince1970(year, month, day) * DAY_MINUTES + minutes) * 60 + second) * 1000 + millis;
}

/** By the calendar that begins each year in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * 146_097 + days - 719_468;
}

interface Moved {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Of the day, up to a day before or after it. */
  readonly minutes: number;
}

/** Writes the date, hour and minute over what stands there. */
function move(target: Buffer, at: number, { year, month, day, minutes }: Moved): void {
  const days = Math.floor(minutes / DAY_MINUTES);
  const ofDay = minutes - days * DAY_MINUTES;
  put(target, at + 11, Math.floor(ofDay / 60), 2);
  put(target, at + 14, ofDay % 60, 2);
  if (days === 0) return;
  let [y, m, d] = [year, month, day + days];
  if (d < 1) {
    m -= 1;
    if (m < 1) [y, m] = [y - 1, 12];
    d = daysIn(y, m);
  } else if (d > daysIn(y, m)) {
    m += 1;
    if (m > 12) [y, m] = [y + 1, 1];
    d = 1;
  }
  put(target, at, y, 4);
  put(target, at + 5, m, 2);
  put(target, at + 8, d, 2);
}

function hasMarks(source: Buffer, from: number, length: number): boolean {
  const beforeMillis = source[from + 19];
  const isLong = length === OFFSET_LENGTH && (beforeMillis === DOT || beforeMillis === COLON);
  const isUtc = length === UTC_LENGTH && beforeMillis === DOT && source[from + 23] === LETTER_Z;
  return (
    (isLong || isUtc) &&
    source[from + 4] === HYPHEN &&
    source[from + 7] === HYPHEN &&
    source[from + 10] === LETTER_T &&
    source[from + 13] === COLON &&
    source[from + 16] === COLON
  );
}

/** Of `+HHMM` or `-HHMM`; null where it is neither. */
function minutesAhead(source: Buffer, at: number): number | null {
  const sign = source[at];
  const hours = digits(source, at + 1, 2);
  const minutes = digits(source, at + 3, 2);
  // No zone is further away: see `parseWorkfrontDate`.
  if (!isBelow(hours, 19) || !isBelow(minutes, 60)) return null;
  if (sign === PLUS) return hours * 60 + minutes;
  return sign === HYPHEN ? -(hours * 60 + minutes) : null;
}

/** A number of `count` digits; negative where one is none. */
function digits(source: Buffer, at: number, count: number): number {
  let sum = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = (source[index] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    sum = sum * 10 + digit;
  }
  return sum;
}

function put(target: Buffer, at: number, value: number, count: number): void {
  let rest = value;
  for (let index = at + count - 1; index >= at; index -= 1) {
    const tenth = Math.floor(rest / 10);
    target[index] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
}

/** 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month] ?? 0);
}

function isBelow(value: number, end: number): boolean {
  return value >= 0 && value < end;
}

const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_MINUTES = 24 * 60;
const ZONE_AT = 23;
const UTC_LENGTH = 24;
const OFFSET_LENGTH = 28;
/** Within these no zone moves an instant into a year that is spelt otherwise. */
const YEAR_MIN = 1000;
const YEAR_MAX = 9998;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const COLON = 0x3a;
const ZERO = 0x30;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
