/**
 * Values of another sort than Postgres wants: Snowflake takes a number or an instant for a text in
 * functions of texts, a truth for a number, and a text for a number that it is compared with.
 */
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { asText } from './casts.ts';
import * as tree from './tree.ts';

type Rule = (body: JsonObject, node: JsonValue) => JsonValue;

export function convertSorts(statement: JsonValue): JsonValue {
  return tree.rewrite(statement, RULES);
}

const RULES: tree.Rules = new Map<string, Rule>([
  ['function', textFunction],
  ...'trim length substring str_position contains starts_with ends_with'
    .split(' ')
    .map((kind) => [kind, textMember(kind)] as const),
  ['cast', truthAsNumber],
  ...['add', 'sub'].map((kind) => [kind, daysMoved(kind)] as const),
  ...['eq', 'neq'].map((kind) => [kind, flagCompared(kind)] as const),
  ['in', flagIn],
  ['nvl', (body) => ({ nvl: ofFlags(body, ['this', 'expression']) })],
  ['coalesce', (body) => ({ coalesce: ofFlags(body, ['expressions']) })],
]);

const TEXT_FIRST: ReadonlySet<string> = new Set(
  (
    'lpad rpad left right ltrim rtrim split_part replace reverse repeat translate strtok ascii ' +
    'md5 startswith endswith insert'
  ).split(' '),
);

function textFunction(body: JsonObject, node: JsonValue): JsonValue {
  const name = jsonText(body['name'])?.toLowerCase() ?? '';
  const args = tree.listOf(body['args']);
  const place = name === 'charindex' ? 1 : TEXT_FIRST.has(name) ? 0 : null;
  if (place === null) return node;
  return {
    function: { ...body, args: args.map((one, at) => (at === place ? textArgument(one) : one)) },
  };
}

function textMember(kind: string): Rule {
  return (body) => ({ [kind]: { ...body, this: textArgument(body['this'] ?? null) } });
}

function textArgument(node: JsonValue): JsonValue {
  return tree.isLiteral(node, 'string') || tree.kindOf(node) === 'null' ? node : asText(node);
}

const TRUTHS: ReadonlySet<string> = new Set(
  'eq neq lt lte gt gte and or not in between like i_like is_null boolean exists'.split(' '),
);

/** Postgres casts a truth to an integer alone, and an integer to any number. */
function truthAsNumber(body: JsonObject, node: JsonValue): JsonValue {
  const { to = null, this: value = null } = body;
  const name = isJsonObject(to) ? `${jsonText(to['data_type'])} ${jsonText(to['name'])}` : '';
  const isNumber = /int|decimal|number|float|double/i.test(name);
  return isNumber && isTruth(value) ? { cast: { ...body, this: asInteger(value) } } : node;
}

function asInteger(value: JsonValue): JsonValue {
  return tree.cast(value, tree.type('INTEGER'));
}

/** By its form, or by the name that Workfront gives such fields; a number may have one as well. */
function isTruth(node: JsonValue): boolean {
  const inside = tree.nodeBody(node, 'paren')?.['this'];
  if (inside !== undefined) return isTruth(inside);
  const name = tree.nodeName(tree.nodeBody(node, 'column')?.['name']) ?? '';
  return TRUTHS.has(tree.kindOf(node) ?? '') || /^(?:is(?!su)|has(?!h))[a-z]/.test(name);
}

/** A number is added to days alone: a date that was cut stays one. */
function daysMoved(kind: string): Rule {
  return (body, node) => {
    const { left = null, right = null } = body;
    const name = jsonText(tree.nodeBody(left, 'function')?.['name'])?.toLowerCase();
    if (name !== 'date_trunc' || !tree.isLiteral(right, 'number')) return node;
    return { [kind]: { ...body, left: tree.cast(left, tree.type('DATE')) } };
  };
}

/** `deleted` is a text in the views of Workfront and a number in those of Planning. */
function isFlag(node: JsonValue): boolean {
  const isOne = (kind: string, body: JsonValue): boolean =>
    kind === 'column' && isJsonObject(body) && tree.nodeName(body['name']) === 'deleted';
  const isQuery = (kind: string): boolean => /^(?:select|case|if_func|subquery)$/.test(kind);
  return FLAG_KINDS.has(tree.kindOf(node) ?? '') && tree.contains(node, isOne, isQuery);
}

const FLAG_KINDS: ReadonlySet<string> = new Set('column nvl coalesce trim paren'.split(' '));

function digits(node: JsonValue): JsonValue {
  const value = tree.isLiteral(node, 'number') ? tree.nodeBody(node, 'literal')?.['value'] : null;
  return typeof value === 'string' ? tree.string(value) : node;
}

function flagCompared(kind: string): Rule {
  return (body, node) => {
    const { left = null, right = null } = body;
    if (!tree.isLiteral(right, 'number')) return node;
    if (isTruth(left)) return { [kind]: { ...body, left: asInteger(left) } };
    if (!isFlag(left)) return node;
    return { [kind]: { ...body, left: asText(left), right: digits(right) } };
  };
}

function flagIn(body: JsonObject, node: JsonValue): JsonValue {
  const { this: value = null } = body;
  const expressions = tree.listOf(body['expressions']);
  if (!isFlag(value) || !expressions.some((one) => tree.isLiteral(one, 'number'))) return node;
  return { in: { ...body, this: asText(value), expressions: expressions.map(digits) } };
}

function ofFlags(body: JsonObject, members: readonly string[]): JsonObject {
  const values = members.flatMap((name) => body[name] ?? []);
  const isMixed = values.some(isFlag) && values.some((one) => tree.isLiteral(one, 'number'));
  if (!isMixed) return body;
  const one = (node: JsonValue): JsonValue => (isFlag(node) ? asText(node) : digits(node));
  const changed = members.map((name) => {
    const value = body[name] ?? null;
    return [name, name === 'expressions' ? tree.listOf(value).map(one) : one(value)] as const;
  });
  return { ...body, ...Object.fromEntries(changed) };
}
