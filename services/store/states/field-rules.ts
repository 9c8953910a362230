/**
 * How one field of one type is normalised, so that the same fact from any source, API version and
 * session time zone is the same value. Pure; part of the projection's version: a change here means
 * a rebuild.
 */
import type { FieldValue } from '../../core/field-value.ts';
import { isJson } from '../../core/field-value.ts';
import type { JsonValue, ParseJson } from '../../core/json.ts';
import { unreachable } from '../../core/unreachable.ts';
import { millisOf } from '../../core/units.ts';
import { fieldsOf } from '../../workfront/catalogue/catalogue.ts';
import type { Field } from '../../workfront/catalogue/catalogue.ts';
import { parseWorkfrontDate } from '../../workfront/dates.ts';
import {
  canonicalNumber,
  canonicalNumeral,
  canonicalSet,
  canonicalValue,
} from './canonical-value.ts';
import { microsText } from './instant-text.ts';

export interface FieldRule {
  /** `MISFIT`: the value is not of the catalogue's type; it is kept as sent, in canonical form. */
  readonly convert: Convert;
  readonly form: Form;
}

type Convert = (value: Exclude<FieldValue, null>) => FieldValue | typeof MISFIT;
export const MISFIT = Symbol('misfit');

/** Which values go through a rule as they are, so that their bytes can be copied. */
export type Form =
  /** Text. */
  | 'text'
  | 'boolean'
  /** Numbers; as text only by the rule. */
  | 'number'
  /** Text is an instant, which `writeInstant` may write. */
  | 'instant'
  /** Text that has not the form of an instant, booleans, numbers. */
  | 'untyped'
  | 'none';

/** The rule for a field, or null for one that makes no version and is not claimed. */
export function ruleOf(objCode: string, name: string, parseJson: ParseJson): FieldRule | null {
  const field = fieldsOf(objCode).get(name);
  // Lateness and the like move as time goes by: a state that claimed them would be untrue tomorrow
  // (docs/architecture.md, "Normal form"). They stay in the log.
  if (field?.nowDependent === true) return null;
  // Custom fields have no published type; an array is a multi-select (reference B.4).
  if (field === undefined) {
    return { convert: untypedConvert(parseJson, name.startsWith('DE:')), form: 'untyped' };
  }
  return typedRule(field, parseJson);
}

/** The value as sent, in the one form that the store gives back. */
export function canonicalField(value: FieldValue, parseJson: ParseJson): FieldValue {
  if (isJson(value)) return canonicalValue(parseJson(value.json));
  return canonicalValue(value);
}

function typedRule({ type, setLike }: Field, parseJson: ParseJson): FieldRule {
  switch (type) {
    case 'string':
      return { convert: textValue, form: 'text' };
    case 'boolean':
      return { convert: (value) => (typeof value === 'boolean' ? value : MISFIT), form: 'boolean' };
    case 'int':
    case 'double':
      return { convert: numberValue, form: 'number' };
    case 'dateTime':
      return { convert: (value) => dateValue(value, /^$/), form: 'instant' };
    case 'date':
      return { convert: (value) => dateValue(value, /^\d{4}-\d\d-\d\d$/), form: 'none' };
    case 'string[]':
      return { convert: arrayConvert(parseJson, setLike), form: 'none' };
    case 'map':
      return { convert: (value) => mapValue(value, parseJson), form: 'none' };
    case 'unknown':
      return { convert: untypedConvert(parseJson, setLike), form: 'untyped' };
    default:
      return unreachable(type);
  }
}

function textValue(value: Exclude<FieldValue, null>): FieldValue | typeof MISFIT {
  return typeof value === 'string' ? value : MISFIT;
}

function mapValue(
  value: Exclude<FieldValue, null>,
  parseJson: ParseJson,
): FieldValue | typeof MISFIT {
  return isJson(value) ? canonicalField(value, parseJson) : MISFIT;
}

function untypedConvert(parseJson: ParseJson, setLike: boolean): Convert {
  const remembered = remember((text) => {
    const parsed = parseJson(text);
    return setLike && isArray(parsed) ? canonicalSet(parsed) : canonicalValue(parsed);
  });
  return (value) => {
    if (typeof value === 'string') return instantText(value) ?? value;
    return isJson(value) ? remembered(value.json) : canonicalValue(value);
  };
}

function numberValue(value: Exclude<FieldValue, null>): FieldValue | typeof MISFIT {
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === '') return null;
  const text = isJson(value) ? value.json : value;
  if (typeof text !== 'string' || !NUMERAL.test(text)) return MISFIT;
  return canonicalNumeral(text);
}

const NUMERAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

function dateValue(value: Exclude<FieldValue, null>, plain: RegExp): FieldValue | typeof MISFIT {
  if (typeof value !== 'string') return MISFIT;
  if (value === '') return null;
  if (plain.test(value)) return value;
  return instantText(value) ?? MISFIT;
}

/** v1 events sent the bare text where a multi-select has one value (reference B.4). */
function arrayConvert(parseJson: ParseJson, setLike: boolean): Convert {
  const remembered = remember((text) => {
    const parsed = parseJson(text);
    if (!isArray(parsed)) return MISFIT;
    return setLike ? canonicalSet(parsed) : canonicalValue(parsed);
  });
  return (value) => {
    if (typeof value === 'string') return value === '' ? null : canonicalSet([value]);
    return isJson(value) ? remembered(value.json) : MISFIT;
  };
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

// The forms that Workfront writes (reference C.6), a zone always given: REST with a colon before
// the milliseconds, events with a dot, Planning in UTC. Anything looser is text that only looks
// like a date.
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.:]\d{3}(?:[+-]\d{4})|(?:\.\d{3,6})?Z)$/;

/** `YYYY-MM-DDTHH:MM:SS.sssZ`, or null for text in none of Workfront's forms. */
export function instantText(text: string): string | null {
  if (text.length < 20 || text.length > 28 || text[10] !== 'T') return null;
  return instantOf(text);
}

const instantOf = remember((text): string | null => {
  if (!INSTANT.test(text)) return null;
  const micros = parseWorkfrontDate(text);
  if (micros === null) return null;
  // Beyond the year 4253 microseconds are not exact in a double; milliseconds are.
  if (!hasMicros(text)) return new Date(Math.round(millisOf(micros))).toISOString();
  return microsText(micros);
});

/** Of the forms of `INSTANT` only one has more digits than milliseconds take. */
function hasMicros(text: string): boolean {
  return text.length > '2026-01-15T10:30:00.123Z'.length && text.endsWith('Z');
}

/**
 * The same dates and lists come with every version of an object: remembering them saves most of the
 * work.
 */
function remember<T>(convert: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = convert(text);
    if (text.length > REMEMBERED_LENGTH_MAX) return made;
    if (known.size >= REMEMBERED_MAX) known.clear();
    known.set(text, made);
    return made;
  };
}

// Law 7: at most a few megabytes.
const REMEMBERED_MAX = 5_000;
const REMEMBERED_LENGTH_MAX = 200;
