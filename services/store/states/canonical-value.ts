/**
 * One spelling for each value, the one in which the store gives it back: a state read from the
 * store equals the state that was written, so that folding on from it is the fold itself (Law 5).
 * Pure.
 */
import { PipelineError } from '../../core/errors.ts';
import type { FieldValue } from '../../core/field-value.ts';
import { SourceNumber, isJsonObject } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';

/** Our walk is recursive, and so is Postgres' (Law 7). */
const DEPTH_MAX = 256;
/** A numeral of more digits stays as it was sent: 1e100000 written out is of use to nobody. */
const DIGITS_MAX = 1000;

/** Any JSON value as a field value: scalars as such, arrays and objects as canonical JSON text. */
export function canonicalValue(value: JsonValue): FieldValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return canonicalNumber(value);
  if (value instanceof SourceNumber) return canonicalNumeral(value.text);
  return { json: canonicalJsonText(value, 0) };
}

/** As `canonicalValue` of an array, with its members sorted: the order of a set means nothing. */
export function canonicalSet(members: readonly JsonValue[]): FieldValue {
  const texts = members.map((member) => canonicalJsonText(member, 1)).sort();
  return { json: `[${texts.join(',')}]` };
}

/** For what names and identifies: with U+FFFD for NUL and for half a surrogate pair. */
export function storableText(text: string): string {
  if (!text.includes('\0') && text.isWellFormed()) return text;
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** Avro doubles may be what JSON cannot say; they stay text. */
export function canonicalNumber(value: number): FieldValue {
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  return String(value);
}

/**
 * A JSON numeral: a number where a double holds it exactly, else its plain decimal form (as numeric
 * gives it back) as JSON, else, beyond `DIGITS_MAX`, as it was sent.
 */
export function canonicalNumeral(text: string): FieldValue {
  const plain = plainDecimal(text);
  // Text that only resembles JSON may begin with zeros.
  if (plain === null) return { json: text.replace(/^(-?)0+(?=\d)/, '$1') };
  const double = Number(text);
  if (Number.isFinite(double) && plainDecimal(String(double)) === plain) return double + 0;
  return { json: plain };
}

const NUMERAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

/** `-1.50e1` is `-15`; null where the text is no numeral or its digits are too many. */
export function plainDecimal(text: string): string | null {
  const match = NUMERAL.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return '0';
  const point = whole.length + Number(power) - (whole.length + fraction.length - digits.length);
  const trimmed = digits.replace(/0+$/, '');
  if (Math.max(point, trimmed.length, trimmed.length - point) > DIGITS_MAX) return null;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${trimmed}`;
  if (point >= trimmed.length) return sign + trimmed.padEnd(point, '0');
  return `${sign}${trimmed.slice(0, point)}.${trimmed.slice(point)}`;
}

function canonicalJsonText(value: JsonValue, depth: number): string {
  if (depth > DEPTH_MAX) {
    throw new PipelineError('UNSTORABLE', `a value is nested deeper than ${DEPTH_MAX} levels`);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return scalarText(canonicalNumber(value));
  if (value instanceof SourceNumber) return scalarText(canonicalNumeral(value.text));
  if (!isJsonObject(value)) {
    return `[${value.map((member) => canonicalJsonText(member, depth + 1)).join(',')}]`;
  }
  const members = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    members.set(name, canonicalJsonText(member, depth + 1));
  }
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

function scalarText(value: FieldValue): string {
  return typeof value === 'object' && value !== null ? value.json : JSON.stringify(value);
}
