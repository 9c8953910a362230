/**
 * Single values in Postgres' binary form, one after another: the length in four bytes, then the
 * value. What COPY takes and gives. Pure.
 */
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';

/** Writes cells into bytes that are used again. */
export class CellBytes {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  get length(): number {
    return this.#length;
  }

  /** What was written, in memory of its own. */
  copy(): Buffer {
    const copy = Buffer.allocUnsafe(this.#length);
    this.#bytes.copy(copy, 0, 0, this.#length);
    return copy;
  }

  null(): void {
    this.#reserve(4);
    this.#int32(-1);
  }

  /** Text that is ASCII without NUL in `source`. False, and nothing written, where it is not. */
  asciiText(source: Buffer, from: number, until: number): boolean {
    this.#reserve(4 + until - from);
    const start = this.#length;
    this.#int32(until - from);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = from; index < until; index += 1) {
      const code = source[index] ?? 0;
      if (code === 0 || code > 0x7f) {
        this.#length = start;
        return false;
      }
      bytes[at++] = code;
    }
    this.#length = at;
    return true;
  }

  text(value: string): void {
    this.#reserve(4 + value.length * 3);
    const start = this.#length;
    this.#length += 4;
    this.#length += this.#bytes.write(value, this.#length);
    this.#bytes.writeInt32BE(this.#length - start - 4, start);
  }

  /** @param json that Postgres accepts, in the first `length` bytes */
  jsonb(json: Buffer, length: number): void {
    this.#reserve(5 + length);
    this.#int32(length + 1);
    this.#bytes[this.#length++] = JSONB_VERSION;
    this.#length += json.copy(this.#bytes, this.#length, 0, length);
  }

  jsonbText(json: string): void {
    this.#reserve(5 + json.length * 3);
    const start = this.#length;
    this.#length += 4;
    this.#bytes[this.#length++] = JSONB_VERSION;
    this.#length += this.#bytes.write(json, this.#length);
    this.#bytes.writeInt32BE(this.#length - start - 4, start);
  }

  boolean(value: boolean): void {
    this.#reserve(5);
    this.#int32(1);
    this.#bytes[this.#length++] = value ? 1 : 0;
  }

  /** Days since 1970. */
  date(days: number): void {
    this.#reserve(8);
    this.#int32(4);
    this.#int32(days - EPOCH_2000_DAYS);
  }

  /** Exact at every instant that Postgres knows: milliseconds since 1970, and microseconds more. */
  instant(millis: number, micros: Micros): void {
    this.#reserve(12);
    this.#int32(8);
    const since2000 = millis - EPOCH_2000_MILLIS;
    const high = Math.floor(since2000 / TWO_32);
    const low = (since2000 - high * TWO_32) * 1000 + micros;
    const carry = Math.floor(low / TWO_32);
    this.#int32(high * 1000 + carry);
    this.#int32(low - carry * TWO_32);
  }

  /** A finite number, written as a double prints it. */
  number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < SAFE_INTEGER_MAX) this.#integer(value);
    else this.#decimal(plainDigits(String(value)));
  }

  /** A decimal without an exponent, of any length that numeric has. */
  decimal(text: string): void {
    this.#decimal(plainDigits(text));
  }

  #integer(value: number): void {
    this.#reserve(12 + 8);
    let rest = Math.abs(value);
    const digits = GROUPS;
    let count = 0;
    while (rest > 0) {
      const next = Math.floor(rest / 10_000);
      digits[count++] = rest - next * 10_000;
      rest = next;
    }
    let zeros = 0;
    while (zeros < count && digits[zeros] === 0) zeros += 1;
    this.#int32(8 + 2 * (count - zeros));
    this.#int16(count - zeros);
    this.#int16(count === 0 ? 0 : count - 1);
    this.#int16(value < 0 ? NUMERIC_NEGATIVE : 0);
    this.#int16(0);
    for (let index = count - 1; index >= zeros; index -= 1) this.#int16(digits[index] ?? 0);
  }

  #decimal({ isNegative, whole, fraction }: Digits): void {
    const left = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
    const right = fraction.padEnd(Math.ceil(fraction.length / 4) * 4, '0');
    const groups = (left + right).match(/\d{4}/g)?.map(Number) ?? [];
    let first = 0;
    while (first < groups.length && groups[first] === 0) first += 1;
    let end = groups.length;
    while (end > first && groups[end - 1] === 0) end -= 1;
    const count = end - first;
    this.#reserve(12 + 2 * count);
    this.#int32(8 + 2 * count);
    this.#int16(count);
    this.#int16(count === 0 ? 0 : left.length / 4 - 1 - first);
    this.#int16(isNegative && count > 0 ? NUMERIC_NEGATIVE : 0);
    this.#int16(fraction.length);
    for (let index = first; index < end; index += 1) this.#int16(groups[index] ?? 0);
  }

  #int16(value: number): void {
    this.#bytes[this.#length++] = value >>> 8;
    this.#bytes[this.#length++] = value;
  }

  #int32(value: number): void {
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = value >>> 24;
    bytes[at++] = value >>> 16;
    bytes[at++] = value >>> 8;
    bytes[at++] = value;
    this.#length = at;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}

interface Digits {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Of a numeral as JavaScript prints it, exponent and all. */
function plainDigits(text: string): Digits {
  const isNegative = text.startsWith('-');
  const [mantissa = '', power = '0'] = text.slice(isNegative ? 1 : 0).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const exponent = Number(power);
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return { isNegative, whole: '0', fraction: '0'.repeat(-point) + digits };
  if (point >= digits.length) {
    return { isNegative, whole: digits.padEnd(point, '0'), fraction: '' };
  }
  return { isNegative, whole: digits.slice(0, point), fraction: digits.slice(point) };
}

/** Of a cell's length that stands at `at`: -1 is null. */
export function int32At(bytes: Buffer, at: number): number {
  return (
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)
  );
}

/** The values of cells whose data stand from here until there. */
export const readCell = {
  text: (bytes: Buffer, from: number, until: number): string => bytes.toString('utf8', from, until),
  boolean: (bytes: Buffer, from: number): boolean => bytes[from] !== 0,
  /** Of an array of texts without nulls. */
  texts: (bytes: Buffer, from: number): string[] => {
    const count = int32At(bytes, from) === 0 ? 0 : int32At(bytes, from + 12);
    const texts: string[] = [];
    let at = from + 20;
    while (texts.length < count) {
      const length = int32At(bytes, at);
      texts.push(bytes.toString('utf8', at + 4, at + 4 + length));
      at += 4 + length;
    }
    return texts;
  },
  /** Of jsonb: its text. */
  json: (bytes: Buffer, from: number, until: number): string =>
    bytes.toString('utf8', from + 1, until),
  /** Days since 1970. */
  date: (bytes: Buffer, from: number): number => int32At(bytes, from) + EPOCH_2000_DAYS,
  /** Microseconds since 1970, for instants that a double holds. */
  micros: (bytes: Buffer, from: number): Micros =>
    asMicros(
      int32At(bytes, from) * TWO_32 + (int32At(bytes, from + 4) >>> 0) + EPOCH_2000_MILLIS * 1000,
    ),
  /** Milliseconds since 1970, and the microseconds left. */
  instant: (bytes: Buffer, from: number): { millis: number; micros: Micros } => {
    const high = int32At(bytes, from);
    const low = int32At(bytes, from + 4) >>> 0;
    // high * 2^32 + low, divided by a thousand without leaving the integers of a double.
    const quotient = Math.floor(high / 1000);
    const rest = (high - quotient * 1000) * TWO_32 + low;
    const millis = Math.floor(rest / 1000);
    return {
      millis: quotient * TWO_32 + millis + EPOCH_2000_MILLIS,
      micros: asMicros(rest - millis * 1000),
    };
  },
  /** As a decimal without an exponent, and without zeros that say nothing. */
  decimal: (bytes: Buffer, from: number): string => {
    const count = int16At(bytes, from);
    const weight = (int16At(bytes, from + 2) << 16) >> 16;
    const isNegative = int16At(bytes, from + 4) === NUMERIC_NEGATIVE;
    if (count === 0) return '0';
    let whole = '';
    let fraction = '';
    for (let index = 0; index < Math.max(count, weight + 1); index += 1) {
      const group = index < count ? int16At(bytes, from + 8 + 2 * index) : 0;
      const digits = String(group).padStart(4, '0');
      if (index <= weight) whole += digits;
      else fraction += digits;
    }
    if (weight < -1) fraction = '0000'.repeat(-1 - weight) + fraction;
    const left = whole.replace(/^0+/, '') || '0';
    const right = fraction.replace(/0+$/, '');
    return `${isNegative ? '-' : ''}${left}${right === '' ? '' : `.${right}`}`;
  },
} as const;

function int16At(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

const FIRST_BYTES = 16 * 1024;
const JSONB_VERSION = 1;
const NUMERIC_NEGATIVE = 0x4000;
const SAFE_INTEGER_MAX = 2 ** 53;
const GROUPS = new Uint16Array(8);
const EPOCH_2000_MILLIS = 946_684_800_000;
const EPOCH_2000_DAYS = 10_957;
const TWO_32 = 2 ** 32;
