/**
 * Values out of a VARIANT. Snowflake compares one with anything; Postgres wants to know what it is:
 * as a cast says, a number where numbers are expected, an instant in a function of dates, jsonb
 * where the whole is wanted, and text elsewhere.
 */
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';
import { orderVariants } from './variant-order.ts';
import { variantSteps } from './variant-paths.ts';
import {
  asInstant,
  asJson,
  asNumber,
  valueText,
  branchesOf,
  comparedAs,
} from './variant-values.ts';
import { PATH, inOneSort } from './variant-values.ts';
import type { Wanted } from './variant-values.ts';

export function rewriteVariants(statement: JsonValue): JsonValue {
  const flattened = flattenAliases(statement);
  const columns = (body: JsonObject, node: JsonValue): JsonValue =>
    isFlattened(body, flattened) ? path(node, []) : node;
  const named =
    flattened.size === 0 ? statement : tree.rewrite(statement, new Map([['column', columns]]));
  const paths = orderVariants(tree.rewrite(named, PATHS));
  return tree.rewrite(tree.rewrite(paths, USES), LEFT_OVER);
}

/** Names of `flatten` in FROM; the empty one where it has none. */
function flattenAliases(statement: JsonValue): ReadonlySet<string> {
  const aliases = new Set<string>();
  const inFrom = (name: string | null, source: JsonValue): void => {
    const isOne = (_: string, body: JsonValue): boolean =>
      isJsonObject(body) && jsonText(body['name'])?.toLowerCase() === 'flatten';
    if (tree.contains(source, isOne, (kind) => kind === 'select')) aliases.add(name ?? '');
  };
  const lateral = (body: JsonObject, node: JsonValue): JsonValue => {
    inFrom(jsonText(body['alias']), body['this'] ?? null);
    return node;
  };
  const alias = (body: JsonObject, node: JsonValue): JsonValue => {
    inFrom(tree.nodeName(body['alias']), body['this'] ?? null);
    return node;
  };
  tree.rewrite(
    statement,
    new Map([
      ['lateral', lateral],
      ['alias', alias],
    ]),
  );
  return aliases;
}

/** The two VARIANT columns that `flatten` gives. */
function isFlattened(body: JsonObject, aliases: ReadonlySet<string>): boolean {
  const table = tree.nodeName(body['table']);
  const name = tree.nodeName(body['name']) ?? '';
  return /^(value|this)$/.test(name) && (table === null || aliases.has(table.toLowerCase()));
}

const PATHS: tree.Rules = new Map([
  ['j_s_o_n_extract', (body: JsonObject) => path(body['this'], stepsIn(body['expression']))],
  ['subscript', subscript],
  ['function', (body: JsonObject, node: JsonValue) => getFunction(body) ?? node],
]);

function path(from: JsonValue | undefined, steps: readonly string[]): JsonValue {
  const before = tree.nodeBody(from, PATH);
  if (before === null) return { [PATH]: { from: from ?? null, steps } };
  return { [PATH]: { ...before, steps: [...tree.listOf(before['steps']), ...steps] } };
}

function stepsIn(literal: JsonValue | undefined): readonly string[] {
  return variantSteps(tree.wordOf(literal) ?? '');
}

function subscript(body: JsonObject, node: JsonValue): JsonValue {
  const literal = tree.nodeBody(body['index'], 'literal');
  const step = jsonText(literal?.['value']);
  return step === null ? node : path(body['this'], [step]);
}

/** `get(x, 'name')` and `get_path(x, 'a.b')`. */
function getFunction(body: JsonObject): JsonValue | null {
  const [from, step] = tree.listOf(body['args']);
  const word = tree.wordOf(step);
  const number = tree.isLiteral(step, 'number') ? tree.nodeBody(step, 'literal')?.['value'] : null;
  const name = jsonText(body['name'])?.toLowerCase();
  if (name === 'get_path' && word !== null) return path(from, variantSteps(word));
  if (name === 'get') return path(from, [word ?? jsonText(number) ?? '']);
  return null;
}

function both(body: JsonObject, how: Wanted): JsonObject {
  return { ...body, left: how(body['left'] ?? null), right: how(body['right'] ?? null) };
}

function comparison(kind: string): readonly [string, (body: JsonObject) => JsonValue] {
  return [
    kind,
    (body) => {
      const sides = [body['left'], body['right']];
      return { [kind]: both(body, comparedAs(sides)) };
    },
  ];
}

function arithmetic(kind: string): readonly [string, (body: JsonObject) => JsonValue] {
  return [kind, (body) => ({ [kind]: both(body, asNumber) })];
}

/** A kind whose members, or whose arguments, are wanted in one way. */
function wanting(kind: string, how: Wanted): readonly [string, (body: JsonObject) => JsonValue] {
  return [
    kind,
    (body) => ({
      [kind]: Object.fromEntries(Object.entries(body).map(([name, one]) => [name, how(one)])),
    }),
  ];
}

const WHOLE: ReadonlySet<string> = new Set(
  (
    'flatten object_keys typeof is_null_value is_array is_object as_array as_object to_json ' +
    'array_to_string to_variant to_array to_object array_cat array_slice strip_null_value ' +
    'array_intersection array_except array_append array_prepend arrays_overlap array_compact ' +
    'array_sort array_min array_max'
  ).split(' '),
);
const OF_DATES: ReadonlySet<string> = new Set(
  (
    'datediff timediff timestampdiff date_trunc date_part convert_timezone to_date date ' +
    'dayname monthname to_timestamp to_timestamp_ntz to_timestamp_ltz to_timestamp_tz'
  ).split(' '),
);
const OF_NUMBERS: ReadonlySet<string> = new Set(
  'round abs sqrt power floor zeroifnull nullifzero div0 div0null greatest_number'.split(' '),
);

function monthsAdded(body: JsonObject): JsonObject {
  return {
    this: asInstant(body['this'] ?? null),
    expression: asNumber(body['expression'] ?? null),
  };
}

/** Functions whose arguments are all of one sort. */
const OF_ONE_SORT: ReadonlySet<string> = new Set(
  'greatest least nullif equal_null ifnull greatest_ignore_nulls least_ignore_nulls'.split(' '),
);

function functionArguments(body: JsonObject): JsonValue {
  const name = jsonText(body['name'])?.toLowerCase() ?? '';
  const args = tree.listOf(body['args']);
  if (OF_ONE_SORT.has(name)) return { function: { ...body, args: args.map(inOneSort(args)) } };
  if (name === 'decode') return { function: { ...body, args: decodedArguments(args) } };
  if (/^(?:date|timestamp|time)add$/.test(name)) {
    const [unit = null, count = null, value = null] = args;
    return { function: { ...body, args: [unit, asNumber(count), asInstant(value)] } };
  }
  const how = WHOLE.has(name)
    ? asJson
    : OF_DATES.has(name)
      ? asInstant
      : OF_NUMBERS.has(name)
        ? asNumber
        : valueText;
  return { function: { ...body, args: args.map(how) } };
}

function decodedArguments(args: readonly JsonValue[]): readonly JsonValue[] {
  const [value = null, ...rest] = args;
  const isSought = (at: number): boolean => at % 2 === 0 && at + 1 < rest.length;
  const sought = comparedAs(rest.filter((_, at) => isSought(at)));
  const results = inOneSort(rest.filter((_, at) => !isSought(at)));
  return [sought(value), ...rest.map((one, at) => (isSought(at) ? sought(one) : results(one)))];
}

function casted(body: JsonObject): JsonValue {
  const { to = null } = body;
  const name = isJsonObject(to) ? jsonText(to['name']) : null;
  const how = /^(VARIANT|OBJECT|ARRAY)$/i.test(name ?? '') ? asJson : valueText;
  return { cast: { ...body, this: how(body['this'] ?? null) } };
}

const USES: tree.Rules = new Map<string, (body: JsonObject, node: JsonValue) => JsonValue>([
  ['cast', casted],
  ...'eq neq lt lte gt gte'.split(' ').map(comparison),
  ...'add sub mul div mod'.split(' ').map(arithmetic),
  ...'neg sum avg median stddev stddev_pop variance var_pop abs round floor ceil'
    .split(' ')
    .map((kind) => wanting(kind, asNumber)),
  ...'date_diff last_day year month day week quarter hour minute second day_of_week day_of_year'
    .split(' ')
    .map((kind) => wanting(kind, asInstant)),
  ...'array_size array_contains array_distinct array_position array_agg'
    .split(' ')
    .map((kind) => wanting(kind, asJson)),
  [
    'named_argument',
    (body) => ({ named_argument: { ...body, value: asJson(body['value'] ?? null) } }),
  ],
  ['between', between],
  ...'coalesce nvl nvl2 if_func case'.split(' ').map(choosing),
  ['in', member],
  ['add_months', (body) => ({ add_months: { ...body, ...monthsAdded(body) } })],
  ['function', functionArguments],
  [PATH, (body) => ({ [PATH]: { ...body, from: asJson(body['from'] ?? null) } })],
]);

/** Its values in one sort: `nvl(x:hours, 0)` is a number. */
function choosing(kind: string): readonly [string, (body: JsonObject) => JsonValue] {
  return [
    kind,
    (body) => {
      const how = inOneSort(branchesOf(kind, body));
      if (kind === 'case') return { case: caseOf(body, how) };
      const members = kind === 'nvl' ? ['this', 'expression'] : ['true_value', 'false_value'];
      const changed = members.map((name) => [name, how(body[name] ?? null)] as const);
      if (kind !== 'coalesce') return { [kind]: { ...body, ...Object.fromEntries(changed) } };
      return { coalesce: { ...body, expressions: tree.listOf(body['expressions']).map(how) } };
    },
  ];
}

function caseOf(body: JsonObject, how: Wanted): JsonObject {
  const whens = tree.listOf(body['whens']).map(tree.listOf);
  const found = comparedAs(whens.map(([one]) => one));
  return {
    ...body,
    operand: found(body['operand'] ?? null),
    whens: whens.map(([one = null, then = null]) => [one, how(then)]),
    else_: how(body['else_'] ?? null),
  };
}

function member(body: JsonObject): JsonValue {
  const how = comparedAs(tree.listOf(body['expressions']));
  return { in: { ...body, this: how(body['this'] ?? null) } };
}

function between(body: JsonObject): JsonValue {
  const { low, high } = body;
  const how = comparedAs([low, high]);
  return {
    between: {
      ...body,
      this: how(body['this'] ?? null),
      low: how(low ?? null),
      high: how(high ?? null),
    },
  };
}

const LEFT_OVER: tree.Rules = new Map([
  [PATH, (_: JsonObject, node: JsonValue) => valueText(node)],
]);
