// The outside world, one file per technology: Kafka, the registry, Avro, Postgres, HTTP, signals.
// Promises: every limit explicit (Law 7), every foreign error turned into a `PipelineError` here.
// Must not: know Workfront, decide what a change means, read process.env.
import { parse } from 'lossless-json';
import { SourceNumber } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';

/** Deeper nesting is refused: our own walks over JSON are recursive (Law 7). */
export const JSON_DEPTH_MAX = 256;

/**
 * Parses JSON without rounding: a numeral that a double would change becomes a `SourceNumber` (Law
 * 9). Throws SyntaxError on bad text and on nesting beyond `JSON_DEPTH_MAX`. Of repeated names the
 * last wins.
 */
export function parseJson(text: string): JsonValue {
  if (hasMany(text, '{') || hasMany(text, '[')) refuseDepth(text);
  if (!RISKY_NUMERAL.test(text)) return JSON.parse(text) as JsonValue;
  // lossless-json accepts what JSON.parse refuses in corners, so JSON.parse stays the judge of
  // syntax.
  JSON.parse(text);
  return parse(text, null, {
    parseNumber,
    onDuplicateKey: ({ newValue }) => newValue,
  }) as JsonValue;
}

// Sixteen or more digits, or an exponent, where a numeral can stand. Text inside strings may match
// too: that costs only the slower way.
const RISKY_NUMERAL = /(?:^|[\s:,[])-?(?:[\d.]{16}|[\d.]+[eE])/;

function parseNumber(text: string): number | SourceNumber {
  const value = Number(text);
  return Number.isFinite(value) && sameDecimal(text, String(value))
    ? value
    : new SourceNumber(text);
}

/** Whether two numerals name the same decimal, however written: `1.50e1` and `15`. */
function sameDecimal(a: string, b: string): boolean {
  const left = decimalOf(a);
  const right = decimalOf(b);
  return (
    left.digits === right.digits && left.exponent === right.exponent && left.sign === right.sign
  );
}

function decimalOf(text: string): { sign: string; digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  // A zero has no exponent and no sign worth keeping.
  if (digits === '') return { sign: '', digits, exponent: 0 };
  return { sign, digits, exponent: Number(power) - fraction.length + (all.length - digits.length) };
}

/** Whether there are so many of them that JSON may be nested too deeply; most have a few. */
function hasMany(text: string, opener: string): boolean {
  let count = 0;
  for (let at = text.indexOf(opener); at !== -1; at = text.indexOf(opener, at + 1)) {
    count += 1;
    if (count > JSON_DEPTH_MAX / 2) return true;
  }
  return false;
}

const OPENERS = ['{'.charCodeAt(0), '['.charCodeAt(0)] as const;
const CLOSERS = ['}'.charCodeAt(0), ']'.charCodeAt(0)] as const;
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

function refuseDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === OPENERS[0] || code === OPENERS[1]) {
      depth += 1;
      if (depth > JSON_DEPTH_MAX)
        throw new SyntaxError(`JSON nested deeper than ${JSON_DEPTH_MAX}`);
    } else if (code === CLOSERS[0] || code === CLOSERS[1]) depth -= 1;
  }
}
