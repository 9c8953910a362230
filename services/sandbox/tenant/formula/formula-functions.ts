/** The functions that formulas may call, by name. What cannot be calculated comes to null. */
import { isList } from '../../../core/json.ts';
import type { JsonValue } from '../../../core/json.ts';
import { asMicros, plus } from '../../../core/units.ts';
import { formatIsoDate, parseWorkfrontDate } from '../../../workfront/dates.ts';

type FormulaFunction = (values: readonly JsonValue[]) => JsonValue;

const DAY_MICROS = 86_400_000_000;

export const FORMULA_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  SUM: (values) => numbers(values).reduce((a, b) => a + b, 0),
  AVERAGE: (values) => average(numbers(values)),
  MIN: (values) => extreme(numbers(values), Math.min),
  MAX: (values) => extreme(numbers(values), Math.max),
  SUB: (values) => reduced(values, (a, b) => a - b),
  PROD: (values) => reduced(values, (a, b) => a * b),
  DIV: (values) => reduced(values, (a, b) => a / b),
  ABS: ([value]) => (typeof value === 'number' ? Math.abs(value) : null),
  ROUND: ([value, digits]) => rounded(value, typeof digits === 'number' ? digits : 0),
  IF: ([condition, then, otherwise]) => (isTrue(condition) ? then : otherwise) ?? null,
  ISBLANK: ([value]) => isBlank(value),
  CONCAT: (values) => flat(values).map(shown).join(''),
  LEN: ([value]) => shown(value).length,
  UPPER: ([value]) => shown(value).toUpperCase(),
  LOWER: ([value]) => shown(value).toLowerCase(),
  LEFT: ([value, length]) => shown(value).slice(0, count(length)),
  RIGHT: ([value, length]) => shown(value).slice(-count(length) || Number.MAX_SAFE_INTEGER),
  ADDDAYS: ([date, days]) => addDays(date, days),
  DATEDIFF: ([from, to]) => daysBetween(from, to),
  ARRAYJOIN: ([delimiter, ...values]) => flat(values).map(shown).join(shown(delimiter)),
  ARRAYUNIQUE: (values) => [...new Set(flat(values).map(shown))],
};

export function numbers(values: readonly JsonValue[]): number[] {
  return flat(values).filter((value) => typeof value === 'number');
}

export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}

function extreme(values: number[], pick: (...values: number[]) => number): number | null {
  return values.length === 0 ? null : pick(...values);
}

/** As people see a value; nothing for nothing. */
export function shown(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function flat(values: readonly JsonValue[]): JsonValue[] {
  return values.flatMap((value) => (isList(value) ? flat(value) : value === null ? [] : [value]));
}

function reduced(
  values: readonly JsonValue[],
  step: (a: number, b: number) => number,
): number | null {
  const [first, ...rest] = numbers(values);
  if (first === undefined) return null;
  const result = rest.reduce(step, first);
  return Number.isFinite(result) ? result : null;
}

function rounded(value: JsonValue | undefined, digits: number): number | null {
  if (typeof value !== 'number') return null;
  const scale = 10 ** Math.min(Math.max(Math.trunc(digits), 0), 10);
  return Math.round(value * scale) / scale;
}

function isBlank(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (isList(value) && !value.length);
}

function isTrue(value: JsonValue | undefined): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

function count(value: JsonValue | undefined): number {
  return typeof value === 'number' && value > 0 ? Math.trunc(value) : 0;
}

function addDays(date: JsonValue | undefined, days: JsonValue | undefined): string | null {
  const micros = typeof date === 'string' ? parseWorkfrontDate(date) : null;
  if (micros === null || typeof days !== 'number' || Math.abs(days) > 1_000_000) return null;
  return formatIsoDate(plus(micros, asMicros(Math.trunc(days) * DAY_MICROS)));
}

function daysBetween(from: JsonValue | undefined, to: JsonValue | undefined): number | null {
  const [a, b] = [from, to].map((one) =>
    typeof one === 'string' ? parseWorkfrontDate(one) : null,
  );
  return typeof a === 'number' && typeof b === 'number' ? Math.floor((b - a) / DAY_MICROS) : null;
}
