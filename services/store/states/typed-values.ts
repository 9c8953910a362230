/**
 * Values in columns of their own type, and back. A column shows what it can of a value; where that
 * is not the whole value, `write…` says so, and the value stands in `other` (Law 9). Pure.
 */
import { isJson } from '../../core/field-value.ts';
import type { FieldValue } from '../../core/field-value.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { readCell } from '../../platform/bytes/cells.ts';
import type { CellBytes } from '../../platform/bytes/cells.ts';
import { parseJson } from '../../platform/json.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { ColumnType } from '../tables/type-tables.ts';
import { canonicalNumeral, canonicalValue } from './canonical-value.ts';
import { isStorableJson, isStorableText } from './stored-json.ts';

/**
 * @param value in canonical form
 * @returns whether `valueOfCell` gives it back
 */
export function writeValue(to: CellBytes, type: ColumnType, value: FieldValue): boolean {
  if (value === null) {
    to.null();
    return true;
  }
  switch (type) {
    case 'text':
      return writeText(to, value);
    case 'numeric':
      return writeNumber(to, value);
    case 'boolean':
      if (typeof value !== 'boolean') return writeNothing(to);
      to.boolean(value);
      return true;
    case 'date':
      return writeDate(to, value);
    case 'timestamptz':
      return writeInstant(to, value);
    case 'jsonb':
      if (!isJson(value) || !value.json.startsWith('[') || !isStorableJson(value.json)) {
        return writeNothing(to);
      }
      to.jsonbText(value.json);
      return true;
    default:
      return unreachable(type);
  }
}

/** Of a cell that is not null, whose data stand in `bytes` from here until there. */
export function valueOfCell(
  type: ColumnType,
  bytes: Buffer,
  from: number,
  until: number,
): FieldValue {
  switch (type) {
    case 'text':
      return readCell.text(bytes, from, until);
    case 'numeric':
      return canonicalNumeral(readCell.decimal(bytes, from));
    case 'boolean':
      return readCell.boolean(bytes, from);
    case 'date':
      return new Date(readCell.date(bytes, from) * DAY_MILLIS).toISOString().slice(0, 10);
    case 'timestamptz':
      return instantTextOf(readCell.instant(bytes, from));
    case 'jsonb':
      return canonicalValue(parseJson(readCell.json(bytes, from, until)));
    default:
      return unreachable(type);
  }
}

function writeNothing(to: CellBytes): false {
  to.null();
  return false;
}

function writeText(to: CellBytes, value: FieldValue): boolean {
  if (typeof value !== 'string' || !isStorableText(value)) return writeNothing(to);
  to.text(value);
  return true;
}

function writeNumber(to: CellBytes, value: FieldValue): boolean {
  if (typeof value === 'number') {
    to.number(value);
    return true;
  }
  if (!isJson(value) || !DECIMAL.test(value.json)) return writeNothing(to);
  to.decimal(value.json);
  return true;
}

/** As `canonicalNumeral` writes what numeric holds and a double does not. */
const DECIMAL = /^-?\d{1,1000}(?:\.\d{1,1000})?$/;

/** A date; of an instant its date in UTC. */
function writeDate(to: CellBytes, value: FieldValue): boolean {
  const day = shownDay(value);
  if (day === null) return writeNothing(to);
  to.date(millisOf(`${day}T00:00:00.000Z`) / DAY_MILLIS);
  return value === day;
}

/** What a date column shows of a value; null: nothing. */
export function shownDay(value: FieldValue): string | null {
  const day = typeof value === 'string' ? DATE.exec(value)?.[1] : undefined;
  if (day === undefined || Number.isNaN(millisOf(`${day}T00:00:00.000Z`))) return null;
  return day;
}

/** What a numeric column shows of a value, as Postgres reads it; null: nothing. */
export function shownDecimal(value: FieldValue): string | null {
  if (typeof value === 'number') return String(value);
  return isJson(value) && DECIMAL.test(value.json) ? value.json : null;
}

/** An instant; of a date its midnight in UTC. */
function writeInstant(to: CellBytes, value: FieldValue): boolean {
  if (typeof value !== 'string') return writeNothing(to);
  const isDay = DAY.test(value);
  const match = isDay ? null : INSTANT.exec(value);
  if (!isDay && match === null) return writeNothing(to);
  const millis = millisOf(isDay ? `${value}T00:00:00.000Z` : `${value.slice(0, 23)}Z`);
  if (Number.isNaN(millis)) return writeNothing(to);
  to.instant(millis, asMicros(Number(match?.[1] ?? 0)));
  return !isDay;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const DATE = /^(\d{4}-\d\d-\d\d)(?:T[0-9:.]+Z)?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(\d{3})?Z$/;

/** Postgres' year 1 is the first that it writes as we do; NaN for what is no instant since. */
function millisOf(text: string): number {
  const millis = Date.parse(text);
  // 30 February would become a day of March.
  if (Number.isNaN(millis) || millis < YEAR_1_MILLIS) return NaN;
  return new Date(millis).toISOString() === text ? millis : NaN;
}

function instantTextOf({ millis, micros }: { millis: number; micros: Micros }): string {
  const text = new Date(millis).toISOString();
  return micros === 0 ? text : `${text.slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
}

const DAY_MILLIS = 86_400_000;
const YEAR_1_MILLIS = Date.UTC(2000, 0, 1) - 730_119 * DAY_MILLIS;
