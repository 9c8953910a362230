/** Days and offsets of an IANA time zone. Pure; asks `Intl` once per zone and half hour. */
import { asMicros, minus, plus } from '../core/units.ts';
import type { Micros, Millis } from '../core/units.ts';

const HALF_HOUR_MICROS = 1_800_000_000;
const OFFSETS_MAX = 20_000;
const DAY_MICROS = 86_400_000_000;

const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone, then by half hour. */
const offsets = new Map<string, Map<number, number>>();

/** False for a name that `Intl` does not know. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Minutes to add to UTC to get the wall clock of `zone` at that instant. */
export function zoneOffsetMinutes(zone: string, micros: Micros): number {
  // No zone has changed its offset off the half hour since 1972.
  const slot = Math.floor(micros / HALF_HOUR_MICROS);
  let ofZone = offsets.get(zone);
  if (ofZone === undefined) offsets.set(zone, (ofZone = new Map<number, number>()));
  const known = ofZone.get(slot);
  if (known !== undefined) return known;
  const start = (slot * HALF_HOUR_MICROS) / 1000;
  const minutes = Math.round((wallClockMs(zone, start) - start) / 60_000);
  if (ofZone.size >= OFFSETS_MAX) ofZone.clear();
  ofZone.set(slot, minutes);
  return minutes;
}

/** The instant at which the wall clock of `zone` shows the given UTC-like fields. */
export function fromWallClock(zone: string, wallMicros: Micros): Micros {
  const guess = minus(wallMicros, zoneOffset(zone, wallMicros));
  return minus(wallMicros, zoneOffset(zone, guess));
}

export function toWallClock(zone: string, micros: Micros): Micros {
  return plus(micros, zoneOffset(zone, micros));
}

function zoneOffset(zone: string, micros: Micros): Micros {
  return asMicros(zoneOffsetMinutes(zone, micros) * 60_000_000);
}

/** First instant of the day of `zone` that holds `micros`, moved by whole days. */
export function startOfDay(zone: string, micros: Micros, days = 0): Micros {
  const wall = toWallClock(zone, micros);
  return fromWallClock(zone, asMicros((Math.floor(wall / DAY_MICROS) + days) * DAY_MICROS));
}

/** `YYYY-MM-DD` of the instant in the zone. */
export function dayOf(zone: string, micros: Micros): string {
  return new Date(toWallClock(zone, micros) / 1000).toISOString().slice(0, 10);
}

function wallClockMs(zone: string, ms: Millis): Millis {
  const parts: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(ms)) parts[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour % 24, minute, second);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}
