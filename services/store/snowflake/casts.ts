/** Types and casts: integers of 38 digits, instants of whatever zone, casts that may fail. */
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';

const NUMERIC = tree.type('NUMERIC');
const TEXT = tree.type('TEXT');
const WHOLE = { data_type: 'decimal', precision: 38, scale: 0 };

export function asText(node: JsonValue): JsonValue {
  return tree.cast(node, TEXT);
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(TIMESTAMP.*|DATETIME)$/i, 'TIMESTAMPTZ'],
  [/^(VARIANT|OBJECT|ARRAY)$/i, 'JSONB'],
  [/^(BYTEINT|TINYINT)$/i, 'NUMERIC'],
];

/** Integers there have 38 digits; an instant is one whatever its zone was. */
function typeOf(to: JsonValue): JsonValue {
  if (!isJsonObject(to)) return to;
  const name = jsonText(to['data_type']) ?? '';
  if (name === 'timestamp') return tree.type('TIMESTAMPTZ');
  const isWhole = name === 'decimal' && typeof to['precision'] !== 'number';
  // The functions of numbers take numeric, and no value of ours needs an exponent.
  if (/^(float|double)$/.test(name)) return NUMERIC;
  if (isWhole || /^(tiny_?int|small_?int|int|big_?int)$/.test(name)) {
    return WHOLE;
  }
  const custom = jsonText(to['name']) ?? '';
  if (/^(FLOAT[48]?|DOUBLE( PRECISION)?|REAL)$/i.test(custom)) return NUMERIC;
  if (/^NUMBER$/i.test(custom)) return WHOLE;
  if (/^NUMBER\b/i.test(custom)) return tree.type(custom.replace(/^NUMBER/i, 'NUMERIC'));
  const known = TYPES.find(([pattern]) => pattern.test(custom));
  return known === undefined ? to : tree.type(known[1]);
}

export function casted(body: JsonObject): JsonValue {
  const to = typeOf(body['to'] ?? null);
  const isVariant = isJsonObject(to) && to['name'] === 'JSONB';
  const value = body['this'] ?? null;
  if (!isVariant) return { cast: { ...body, to } };
  return tree.call('to_jsonb', tree.isLiteral(value, 'string') ? asText(value) : value);
}

export function tryCast(body: JsonObject): JsonValue {
  const { to = null } = body;
  const text = asText(body['this'] ?? null);
  const kind = isJsonObject(to) ? `${jsonText(to['data_type'])} ${jsonText(to['name'])}` : '';
  if (/int|decimal|number|float|double/i.test(kind)) {
    return tree.cast(tree.call('try_to_number', text), isJsonObject(to) ? typed(to) : NUMERIC);
  }
  if (/timestamp|datetime/i.test(kind)) return tree.call('try_to_timestamp', text);
  if (/date/i.test(kind)) return tree.call('try_to_date', text);
  if (/bool/i.test(kind)) return tree.call('try_to_boolean', text);
  return tree.cast(text, isJsonObject(to) ? typed(to) : TEXT);
}

function typed(to: JsonObject): JsonObject {
  const type = typeOf(to);
  return isJsonObject(type) ? type : to;
}

/** Whole without a scale; polyglot takes for a format what is the precision where there are two. */
export function toNumber(body: JsonObject): JsonValue {
  const isSafe = isJsonObject(body['safe']);
  const { format = null, precision = null, scale = null } = body;
  const isPrecision = tree.isLiteral(format, 'number');
  const digits = tree.nodeBody(isPrecision ? precision : scale, 'literal')?.['value'];
  const text = asText(body['this'] ?? null);
  const args = format === null || isPrecision ? [text] : [text, format];
  const value = tree.call(isSafe ? 'try_to_number' : 'to_number', ...args);
  return tree.call('round', value, tree.number(Number(jsonText(digits) ?? 0)));
}
