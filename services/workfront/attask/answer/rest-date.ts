/** Dates of the REST API in a zone, quick enough for pages of 2000 rows with ten dates each. */
import { asMicros } from '../../../core/units.ts';
import type { Micros } from '../../../core/units.ts';
import { formatRestDate } from '../../dates.ts';
import { zoneOffsetMinutes } from '../../time-zone.ts';

// Every zone's offset is a multiple of a quarter of an hour, so within one only minutes and less
// move: what stands around them is kept.
const QUARTER_MICROS = 900_000_000;
const MINUTE_MICROS = 60_000_000;
const KEPT_MAX = 50_000;

interface Quarter {
  /** `2020-05-18T17:` */
  readonly head: string;
  readonly minute: number;
  /** `-0600` */
  readonly tail: string;
}

const kept = new Map<string, Map<number, Quarter>>();
const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** As `formatRestDate` with the zone's offset at that instant. */
export function restDate(micros: Micros, zone: string): string {
  const slot = Math.floor(micros / QUARTER_MICROS);
  const { head, minute, tail } = quarterOf(slot, zone);
  const within = micros - slot * QUARTER_MICROS;
  const minutes = Math.floor(within / MINUTE_MICROS);
  const millis = Math.floor((within - minutes * MINUTE_MICROS) / 1000);
  const seconds = Math.floor(millis / 1000);
  const rest = String(millis - seconds * 1000).padStart(3, '0');
  return `${head}${TWO[minute + minutes] ?? ''}:${TWO[seconds] ?? ''}:${rest}${tail}`;
}

function quarterOf(slot: number, zone: string): Quarter {
  let ofZone = kept.get(zone);
  if (ofZone === undefined) kept.set(zone, (ofZone = new Map<number, Quarter>()));
  const known = ofZone.get(slot);
  if (known !== undefined) return known;
  const start = asMicros(slot * QUARTER_MICROS);
  const text = formatRestDate(start, zoneOffsetMinutes(zone, start));
  const mark = text.indexOf('T') + 4;
  const quarter = {
    head: text.slice(0, mark),
    minute: Number(text.slice(mark, mark + 2)),
    tail: text.slice(-5),
  };
  if (ofZone.size >= KEPT_MAX) ofZone.clear();
  ofZone.set(slot, quarter);
  return quarter;
}
