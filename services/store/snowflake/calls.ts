/**
 * Functions and types that Postgres lacks, or has with another sense. Most of Snowflake's functions
 * are in `functions.sql` under their own names; here is what a function cannot do: lazy branches,
 * words for units, other signatures, other types.
 */
import { jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import {
  aggregateCall,
  countCall,
  countIf,
  sortedAggregate,
  stringAgg,
  withinGroup,
} from './aggregates.ts';
import { asText, casted, toNumber, tryCast } from './casts.ts';
import { patternCall } from './patterns.ts';
import { part, place, written } from './texts.ts';
import { canonicalUnit } from './time-units.ts';
import * as tree from './tree.ts';

type Rule = (body: JsonObject, node: JsonValue) => JsonValue;

export function rewriteCalls(statement: JsonValue): JsonValue {
  const sorted = tree.rewrite(statement, new Map([['within_group', withinGroup]]));
  return tree.rewrite(sorted, RULES);
}

const NUMERIC = tree.type('NUMERIC');
const TEXT = tree.type('TEXT');

/** Members that are the arguments, in order, of what becomes a call of another name. */
function calling(name: string, ...members: readonly string[]): Rule {
  return (body) => {
    const args = members.map((member) => body[member] ?? null).filter((one) => one !== null);
    return tree.call(name, ...args);
  };
}

const RULES: tree.Rules = new Map<string, Rule>([
  ['function', functionCall],
  ['aggregate_function', aggregateCall],
  ['if_func', branch],
  ['named_argument', renamedArgument],
  ['date_diff', dateDiff],
  ['div', division],
  ['cast', casted],
  ['try_cast', tryCast],
  ['count_if', countIf],
  ['list_agg', (body) => stringAgg(body, [])],
  ['to_number', toNumber],
  ['last_day', lastDay],
  ['mode', (body) => sortedAggregate('mode', [], body['this'] ?? null)],
  ['like', likeAny('like')],
  ['i_like', likeAny('i_like')],
  [
    'regexp_like',
    (body, node) => patternCall('rlike', [body['this'] ?? null, body['pattern'] ?? null]) ?? node,
  ],
  ['str_position', place],
  [
    'substring',
    (body, node) => part(body['this'] ?? null, body['start'] ?? null, body['length'] ?? null, node),
  ],
  ['contains', calling('contains', 'this', 'expression')],
  ['starts_with', calling('startswith', 'this', 'expression')],
  ['ends_with', calling('endswith', 'this', 'expression')],
  ['parse_json', calling('parse_json', 'this')],
  ['array_size', calling('array_size', 'this')],
  ['array_distinct', calling('array_distinct', 'this')],
  ['array_position', calling('array_position', 'this', 'expression')],
  ['array_contains', arrayContains],
  ['approx_count_distinct', (body) => countCall({ this: body['this'] ?? null, distinct: true })],
  ['add_months', calling('add_months', 'this', 'expression')],
  ['months_between', calling('months_between', 'this', 'expression')],
  ['next_day', calling('next_day', 'this', 'expression')],
  ['coalesce', (body) => tree.call('coalesce', ...tree.listOf(body['expressions']))],
  [
    'nvl2',
    (body) => chosen(tree.notNull(body['this'] ?? null), body['true_value'], body['false_value']),
  ],
  ...'year month day week quarter hour minute second'.split(' ').map(datePart),
  ['day_of_week', calling('dayofweek', 'this')],
  ['day_of_month', calling('day', 'this')],
  ['day_of_year', calling('dayofyear', 'this')],
  ['week_of_year', calling('week', 'this')],
]);

/** A constant needs a type to be an element of any. */
function arrayContains(body: JsonObject): JsonValue {
  const { this: value = null, expression = null } = body;
  const typed = tree.isLiteral(value, 'string') ? asText(value) : value;
  return tree.call('array_contains', typed, expression);
}

function datePart(kind: string): readonly [string, Rule] {
  return [kind, calling(kind, 'this')];
}

/** Functions whose first argument is a unit: a bare word there is no column. */
const WITH_UNIT: ReadonlyMap<string, string> = new Map([
  ...'dateadd timestampadd timeadd'.split(' ').map((name) => [name, 'dateadd'] as const),
  ...'datediff timestampdiff timediff'.split(' ').map((name) => [name, 'datediff'] as const),
  ['date_trunc', 'date_trunc'],
  ['date_part', 'date_part'],
]);

const SAME_AS: ReadonlyMap<string, string> = new Map([
  ...'to_timestamp_ntz to_timestamp_ltz to_timestamp_tz'
    .split(' ')
    .map((name) => [name, 'to_timestamp'] as const),
  ['date', 'to_date'],
  ['ifnull', 'coalesce'],
  ['len', 'length'],
  ['booland_agg', 'bool_and'],
  ['boolor_agg', 'bool_or'],
  ['array_to_string', 'array_text'],
  // Those of Postgres pass nulls over.
  ['greatest_ignore_nulls', 'greatest'],
  ['least_ignore_nulls', 'least'],
  ['truncate', 'trunc'],
  ['datefromparts', 'date_from_parts'],
  ['timestampfromparts', 'timestamp_from_parts'],
  ['timestamp_ntz_from_parts', 'timestamp_from_parts'],
  ['array_construct', 'jsonb_build_array'],
  ['object_construct_keep_null', 'jsonb_build_object'],
  ['uuid_string', 'gen_random_uuid'],
  ['conditional_true_event', 'count_if'],
]);

const NOW: ReadonlyMap<string, string> = new Map([
  ...'current_timestamp getdate sysdate localtimestamp systimestamp'
    .split(' ')
    .map((name) => [name, 'current_timestamp'] as const),
  ['current_date', 'current_date'],
  ['current_time', 'current_time'],
]);

function functionCall(body: JsonObject): JsonValue {
  const name = jsonText(body['name'])?.toLowerCase() ?? '';
  const args = tree.listOf(body['args']);
  const [first = null, second = null] = args;
  const now = NOW.get(name);
  if (now !== undefined && args.length === 0) return tree.bare(now);
  const unitOf = WITH_UNIT.get(name);
  const unit = tree.wordOf(first);
  if (unitOf !== undefined && unit !== null) {
    return withUnit(unitOf, canonicalUnit(unit), args.slice(1));
  }
  switch (name) {
    case 'to_varchar':
    case 'to_char':
      return second === null ? tree.cast(first, TEXT) : written(first, second);
    case 'mid':
      return tree.call('part_of', ...args);
    case 'trunc':
      return truncated(first, second, body);
    case 'concat':
      return args.reduce(
        (all, one) => ({ concat: { ...SIDES, left: all, right: asText(one) } }),
        asText(tree.string('')),
      );
    case 'to_double':
      return tree.call('to_number', asText(first));
    case 'try_to_double':
      return tree.call('try_to_number', asText(first));
    case 'decode':
      return decoded(args);
    case 'object_construct':
      return tree.call('without_nulls', tree.call('jsonb_build_object', ...args));
    case 'concat_ws':
    case 'greatest':
    case 'least':
      return nullWhereAny(name, args);
    case 'table':
      // `table(flatten(x))` is a function in FROM, and needs no word for it.
      return first;
    case 'seq1':
    case 'seq2':
    case 'seq4':
    case 'seq8':
      // Of `generator`, the only source that it makes sense with.
      return tree.column('seq');
    default: {
      const known = SAME_AS.get(name);
      if (known !== undefined) return tree.call(known, ...args);
      return patternCall(name, args) ?? { function: body };
    }
  }
}

/** A date that is moved by less than a day is an instant. */
function withUnit(name: string, unit: string, args: readonly JsonValue[]): JsonValue {
  const [count = null, value = null] = args;
  const isInstant = name === 'dateadd' && /^(?:hour|minute|second|ms|milli.*)$/.test(unit);
  const rest = isInstant ? [count, tree.cast(value, tree.type('TIMESTAMPTZ'))] : args;
  return tree.call(name, tree.string(unit), ...rest);
}

/** The only function with a member and a column of one name is `flatten(input, path)`. */
function renamedArgument(body: JsonObject, node: JsonValue): JsonValue {
  if (tree.nodeName(body['name']) !== 'path') return node;
  return { named_argument: { ...body, name: tree.identifier('from_path') } };
}

const SIDES = { left_comments: [], operator_comments: [], trailing_comments: [] };

/** `trunc(instant, 'month')` is another function than `trunc(number, 2)`. */
function truncated(first: JsonValue, second: JsonValue, body: JsonObject): JsonValue {
  const unit = tree.isLiteral(second, 'string') ? tree.wordOf(second) : null;
  if (unit === null) return { function: body };
  return tree.call('date_trunc', tree.string(canonicalUnit(unit)), first);
}

function dateDiff(body: JsonObject): JsonValue {
  const unit = tree.string(canonicalUnit(jsonText(body['unit']) ?? 'day'));
  return tree.call('datediff', unit, body['expression'] ?? null, body['this'] ?? null);
}

/** Branches that are not taken must not be computed: `iff(n = 0, 0, total / n)`. */
function branch(body: JsonObject): JsonValue {
  return chosen(body['condition'] ?? null, body['true_value'], body['false_value']);
}

function chosen(
  condition: JsonValue,
  then: JsonValue | undefined,
  otherwise: JsonValue | undefined,
): JsonObject {
  return {
    case: { operand: null, whens: [[condition, then ?? null]], else_: otherwise ?? null },
  };
}

/** `decode(a, 1, 'x', 'y')`: null is equal to null. */
function decoded([value = null, ...rest]: readonly JsonValue[]): JsonValue {
  const whens: JsonValue[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    whens.push([tree.call('equal_null', value, rest[at] ?? null), rest[at + 1] ?? null]);
  }
  const otherwise = rest.length % 2 === 1 ? (rest.at(-1) ?? null) : null;
  return { case: { operand: null, whens, else_: otherwise } };
}

/** Null where any is, which Postgres passes over. */
function nullWhereAny(name: string, args: readonly JsonValue[]): JsonValue {
  const all = args.map(tree.notNull).reduce((left, right) => ({ and: { left, right, ...SIDES } }));
  return chosen(all, tree.call(name, ...args), undefined);
}

/** 1 / 2 is 0.5 there and 0 in Postgres, unless one side is no integer. */
function division(body: JsonObject): JsonValue {
  const left = body['left'] ?? null;
  const isDecimal = tree.isLiteral(left, 'number') && /[.e]/i.test(literalText(left));
  return {
    div: { ...body, left: isDecimal ? left : tree.cast(tree.parenthesised(left), NUMERIC) },
  };
}

function literalText(node: JsonValue): string {
  return jsonText(tree.nodeBody(node, 'literal')?.['value']) ?? '';
}

function lastDay(body: JsonObject): JsonValue {
  const unit = canonicalUnit(jsonText(body['unit']) ?? 'month');
  return tree.call('last_day', body['this'] ?? null, tree.string(unit));
}

function likeAny(kind: string): Rule {
  return (body, node) => {
    const patterns = tree.nodeBody(body['right'], 'tuple') ?? tree.nodeBody(body['right'], 'paren');
    if (patterns === null || body['quantifier'] === null) return node;
    const expressions = tree.listOf(patterns['expressions'] ?? [patterns['this'] ?? null]);
    const array = { array_func: { expressions, bracket_notation: true, use_list_keyword: false } };
    return { [kind]: { ...body, right: tree.parenthesised(array) } };
  };
}
