/**
 * A name given in the select list may be used in the rest of the SELECT; Postgres knows it in ORDER
 * BY and GROUP BY alone, and there only by itself. A column of a source goes before such a name.
 */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { outputName, sourceColumns } from './source-columns.ts';
import type { KnownTables } from './source-columns.ts';
import { nodeBody, contains, kindOf, listOf, nodeName, parenthesised } from './tree.ts';

type Aliases = ReadonlyMap<string, JsonValue>;

export function expandAliases(select: JsonObject, tables: KnownTables): JsonObject {
  const known = sourceColumns(select, tables);
  const aliases = new Map<string, JsonValue>();
  const expressions = listOf(select['expressions']).map((item) => {
    const expanded = expand(item, aliases);
    const alias = nodeBody(expanded, 'alias');
    const name = outputName(expanded);
    if (alias?.['this'] === undefined || name === null) return expanded;
    if (!isColumn(name, alias['this'], known)) aliases.set(name, alias['this']);
    return expanded;
  });
  if (aliases.size === 0) return select;
  const all = (member: string): JsonValue => expand(select[member] ?? null, aliases);
  return {
    ...select,
    expressions,
    where_clause: all('where_clause'),
    having: all('having'),
    qualify: all('qualify'),
    group_by: keepBareNames(select['group_by'] ?? null, aliases),
    order_by: keepBareNames(select['order_by'] ?? null, aliases),
  };
}

/** Where a source is unknown, a name that its own expression uses is taken for a column's. */
function isColumn(name: string, expression: JsonValue, known: readonly string[] | null): boolean {
  if (known !== null) return known.includes(name);
  return contains(expression, (kind, body) => {
    return kind === 'column' && isJsonObject(body) && nodeName(body['name']) === name;
  });
}

function expand(value: JsonValue, aliases: Aliases): JsonValue {
  if (isList(value)) return value.map((one) => expand(one, aliases));
  if (!isJsonObject(value)) return value;
  // A query inside has names of its own.
  if (QUERIES.has(kindOf(value) ?? '')) return value;
  const meant = bareName(value);
  const expression = meant === null ? undefined : aliases.get(meant);
  if (expression !== undefined) return parenthesised(expression);
  const members = Object.entries(value).map(([name, one]) => [name, expand(one, aliases)] as const);
  return Object.fromEntries(members);
}

const QUERIES: ReadonlySet<string> = new Set([
  'select',
  'union',
  'except',
  'intersect',
  'subquery',
]);

function bareName(node: JsonValue): string | null {
  const body = nodeBody(node, 'column');
  return body === null || isJsonObject(body['table']) ? null : nodeName(body['name']);
}

/** `order by total` stays: Postgres finds it, and it may be sorted in a set operation. */
function keepBareNames(clause: JsonValue, aliases: Aliases): JsonValue {
  if (!isJsonObject(clause)) return clause;
  const expressions = listOf(clause['expressions']).map((one) => {
    const sorted = isJsonObject(one) && 'desc' in one ? (one['this'] ?? null) : one;
    return bareName(sorted) === null ? expand(one, aliases) : one;
  });
  return { ...clause, expressions };
}
