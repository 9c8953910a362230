/**
 * The order of values in a VARIANT: numbers as numbers, where their texts would sort 10 before 3.
 * Wants paths that are not read yet; leaves `workfront.variant_order` of them.
 */
import { isJsonObject, isList, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { HIDDEN_ORDER } from './selects.ts';
import { outputName } from './source-columns.ts';
import * as tree from './tree.ts';
import { PATH } from './variant-values.ts';

export function orderVariants(statement: JsonValue): JsonValue {
  return tree.rewrite(sortKeys(statement), RULES);
}

const RULES: tree.Rules = new Map<string, (body: JsonObject, node: JsonValue) => JsonValue>([
  ['select', sortedByAliases],
  ['alias', hiddenKey],
  ['aggregate_function', keyBeside],
  ...['max', 'min'].map((kind) => [kind, orderedExtreme(kind)] as const),
  ...'lt lte gt gte'.split(' ').map((kind) => [kind, orderedComparison(kind)] as const),
]);

function isPath(node: JsonValue | undefined): boolean {
  return tree.nodeBody(node, PATH) !== null;
}

function orderOf(path: JsonValue): JsonValue {
  return tree.call('variant_order', path);
}

/** Wherever a value is sorted by: ORDER BY of a query, of a window, of a list. */
function sortKeys(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, one]) => [name, sortKeys(one)] as const);
  const node: JsonObject = Object.fromEntries(members);
  const { this: key } = node;
  return 'desc' in node && key !== undefined && isPath(key)
    ? { ...node, this: orderOf(key) }
    : node;
}

/** `order by days` and `order by 2`, where that is a path of the select list. */
function sortedByAliases(body: JsonObject, node: JsonValue): JsonValue {
  const clause = body['order_by'];
  // What a DISTINCT is sorted by must be in its list.
  if (!isJsonObject(clause) || body['distinct'] === true) return node;
  const items = tree.listOf(body['expressions']);
  const expressions = tree.listOf(clause['expressions']).map((sorted) => {
    if (!isJsonObject(sorted)) return sorted;
    const item = items.find((one, at) => isMeant(sorted['this'], one, at));
    const meant = tree.nodeBody(item, 'alias')?.['this'] ?? item;
    return meant !== undefined && isPath(meant) ? { ...sorted, this: orderOf(meant) } : sorted;
  });
  return { select: { ...body, order_by: { ...clause, expressions } } };
}

/** What a translation sorts by outside of a subquery. */
function hiddenKey(body: JsonObject, node: JsonValue): JsonValue {
  const name = tree.nodeName(body['alias']) ?? '';
  if (!name.startsWith(HIDDEN_ORDER) || !isPath(body['this'])) return node;
  return { alias: { ...body, this: orderOf(body['this'] ?? null) } };
}

/** `max_by(name, x:days)`. */
function keyBeside(body: JsonObject, node: JsonValue): JsonValue {
  const [value = null, key = null, ...rest] = tree.listOf(body['args']);
  const isExtreme = /^(?:max|min)_by$/i.test(jsonText(body['name']) ?? '');
  if (!isExtreme || !isPath(key)) return node;
  return { aggregate_function: { ...body, args: [value, orderOf(key), ...rest] } };
}

function isMeant(key: JsonValue | undefined, item: JsonValue, at: number): boolean {
  const column = tree.nodeBody(key, 'column');
  if (column === null) return tree.nodeBody(key, 'literal')?.['value'] === String(at + 1);
  return !isJsonObject(column['table']) && tree.nodeName(column['name']) === outputName(item);
}

function orderedExtreme(kind: string) {
  return (body: JsonObject, node: JsonValue): JsonValue => {
    const { this: value = null } = body;
    if (!isPath(value)) return node;
    return tree.call('variant_text', { [kind]: { ...body, this: orderOf(value) } });
  };
}

function orderedComparison(kind: string) {
  return (body: JsonObject, node: JsonValue): JsonValue => {
    const { left = null, right = null } = body;
    if (!isPath(left) || !isPath(right)) return node;
    return { [kind]: { ...body, left: orderOf(left), right: orderOf(right) } };
  };
}
