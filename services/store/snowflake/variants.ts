/**
 * Values out of a VARIANT. Snowflake compares one with anything; Postgres wants to know what it is:
 * as a cast says, a number where numbers are expected, an instant in a function of dates, jsonb
 * where the whole is wanted, and text elsewhere.
 */
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';
import { variantSteps } from './variant-paths.ts';

export function rewriteVariants(statement: JsonValue): JsonValue {
  const flattened = flattenAliases(statement);
  const columns = (body: JsonObject, node: JsonValue): JsonValue =>
    isFlattened(body, flattened) ? path(node, []) : node;
  const named =
    flattened.size === 0 ? statement : tree.rewrite(statement, new Map([['column', columns]]));
  const paths = tree.rewrite(named, PATHS);
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

/** What a path is until its use is known. */
const PATH = 'variant_path';

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

function extract(node: JsonValue, how: string): JsonValue {
  const body = tree.nodeBody(node, PATH);
  if (body === null) return node;
  const steps = tree.listOf(body['steps']).map((step) => tree.string(jsonText(step) ?? ''));
  const from = body['from'] ?? null;
  if (steps.length > 0) return tree.call(how, from, ...steps);
  return how === 'jsonb_extract_path' ? from : tree.call('variant_text', from);
}

function asJson(node: JsonValue): JsonValue {
  return extract(node, 'jsonb_extract_path');
}

function asText(node: JsonValue): JsonValue {
  return extract(node, 'jsonb_extract_path_text');
}

function asNumber(node: JsonValue): JsonValue {
  return tree.nodeBody(node, PATH) === null ? node : tree.cast(asText(node), tree.type('NUMERIC'));
}

function asInstant(node: JsonValue): JsonValue {
  return tree.nodeBody(node, PATH) === null
    ? node
    : tree.cast(asText(node), tree.type('TIMESTAMPTZ'));
}

function both(body: JsonObject, how: (node: JsonValue) => JsonValue): JsonObject {
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

/** As what is compared with it is: `x:"DE:Due" < current_date - 7` compares instants. */
function comparedAs(others: readonly (JsonValue | undefined)[]): (node: JsonValue) => JsonValue {
  if (others.some(isTemporal)) return asInstant;
  return others.some(isNumeric) ? asNumber : asText;
}

const NUMERIC: ReadonlySet<string> = new Set(
  'neg add sub mul div mod sum avg count length'.split(' '),
);
const TEMPORAL: ReadonlySet<string> = new Set(
  'current_date current_timestamp getdate sysdate to_date to_timestamp date_trunc dateadd'.split(
    ' ',
  ),
);
const TEMPORAL_TYPES = /^(date|timestamp|datetime)/i;

function isNumeric(node: JsonValue | undefined): boolean {
  const type = tree.nodeBody(node, 'cast')?.['to'];
  const name = isJsonObject(type) ? (jsonText(type['data_type']) ?? '') : '';
  const inside = tree.nodeBody(node, 'paren')?.['this'];
  if (inside !== undefined) return isNumeric(inside);
  return (
    tree.isLiteral(node, 'number') ||
    NUMERIC.has(tree.kindOf(node) ?? '') ||
    /^(int|big_int|small_int|decimal|float|double)$/.test(name)
  );
}

function isTemporal(node: JsonValue | undefined): boolean {
  const type = tree.nodeBody(node, 'cast')?.['to'];
  const name = jsonText(tree.nodeBody(node, 'function')?.['name'])?.toLowerCase() ?? '';
  if (TEMPORAL.has(name) || tree.isLiteral(node, 'date')) return true;
  const moved =
    tree.nodeBody(node, 'add') ?? tree.nodeBody(node, 'sub') ?? tree.nodeBody(node, 'paren');
  if (moved !== null) return [moved['left'], moved['right'], moved['this']].some(isTemporal);
  if (!isJsonObject(type)) return false;
  return [type['data_type'], type['name']].some((one) => TEMPORAL_TYPES.test(jsonText(one) ?? ''));
}

function arithmetic(kind: string): readonly [string, (body: JsonObject) => JsonValue] {
  return [kind, (body) => ({ [kind]: both(body, asNumber) })];
}

/** A kind whose members, or whose arguments, are wanted in one way. */
function wanting(
  kind: string,
  how: (node: JsonValue) => JsonValue,
): readonly [string, (body: JsonObject) => JsonValue] {
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
    'dateadd datediff timestampadd timeadd timediff date_trunc date_part convert_timezone to_date date ' +
    'dayname monthname to_timestamp to_timestamp_ntz to_timestamp_ltz to_timestamp_tz'
  ).split(' '),
);
const OF_NUMBERS: ReadonlySet<string> = new Set(
  'round abs sqrt power floor zeroifnull nullifzero div0 div0null greatest_number'.split(' '),
);

function functionArguments(body: JsonObject): JsonValue {
  const name = jsonText(body['name'])?.toLowerCase() ?? '';
  const how = WHOLE.has(name)
    ? asJson
    : OF_DATES.has(name)
      ? asInstant
      : OF_NUMBERS.has(name)
        ? asNumber
        : asText;
  return { function: { ...body, args: tree.listOf(body['args']).map(how) } };
}

function casted(body: JsonObject): JsonValue {
  const { to = null } = body;
  const name = isJsonObject(to) ? jsonText(to['name']) : null;
  const how = /^(VARIANT|OBJECT|ARRAY)$/i.test(name ?? '') ? asJson : asText;
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
  ...'array_size array_contains array_distinct array_position'
    .split(' ')
    .map((kind) => wanting(kind, asJson)),
  [
    'named_argument',
    (body) => ({ named_argument: { ...body, value: asJson(body['value'] ?? null) } }),
  ],
  ['between', between],
  ['coalesce', coalesced],
  ['nvl', ofOneSort],
  ['function', functionArguments],
  [PATH, (body) => ({ [PATH]: { ...body, from: asJson(body['from'] ?? null) } })],
]);

function coalesced(body: JsonObject): JsonValue {
  const expressions = tree.listOf(body['expressions']);
  return { coalesce: { ...body, expressions: expressions.map(inOneSort(expressions)) } };
}

function ofOneSort(body: JsonObject): JsonValue {
  const { this: value = null, expression = null } = body;
  const how = inOneSort([value, expression]);
  return { nvl: { ...body, this: how(value), expression: how(expression) } };
}

/** All as jsonb where one of them is made as a VARIANT, else as text. */
function inOneSort(expressions: readonly JsonValue[]): (node: JsonValue) => JsonValue {
  const isMade = (one: JsonValue): boolean =>
    tree.kindOf(one) === 'parse_json' ||
    MADE.test(jsonText(tree.nodeBody(one, 'function')?.['name']) ?? '');
  return expressions.some(isMade) ? asJson : asText;
}

const MADE = /^(array_construct|object_construct|parse_json|to_variant|split)$/i;

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

const LEFT_OVER: tree.Rules = new Map([[PATH, (_: JsonObject, node: JsonValue) => asText(node)]]);
