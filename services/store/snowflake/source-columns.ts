/** Which columns the sources of a SELECT have, as far as it can be told without asking Postgres. */
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { isJsonObject, jsonText } from '../../core/json.ts';
import { nodeBody, listOf, nodeName } from './tree.ts';

/** Columns by table or view, all in lower case; a common table expression stands for a view. */
export type KnownTables = ReadonlyMap<string, readonly string[]>;

/** In the order of the sources; null where one of them is not known. */
export function sourceColumns(select: JsonObject, tables: KnownTables): readonly string[] | null {
  const from = isJsonObject(select['from']) ? listOf(select['from']['expressions']) : [];
  const joined = listOf(select['joins']).map((one) => (isJsonObject(one) ? one['this'] : null));
  const columns = [...from, ...joined].map((one) => columnsOf(one ?? null, tables));
  return columns.some((one) => one === null) ? null : columns.flatMap((one) => one ?? []);
}

/** The columns that a query gives; null where they cannot be told. */
export function outputColumns(query: JsonValue, tables: KnownTables): readonly string[] | null {
  const select = nodeBody(query, 'select');
  if (select === null) {
    const set = ['union', 'except', 'intersect'].map((kind) => nodeBody(query, kind)).find(Boolean);
    return set?.['left'] === undefined ? null : outputColumns(set['left'], tables);
  }
  const columns: string[] = [];
  for (const item of listOf(select['expressions'])) {
    const star = nodeBody(item, 'star');
    const all = star === null ? null : starColumns(star, select, tables);
    if (star !== null && all === null) return null;
    const name = outputName(item);
    for (const one of all ?? (name === null ? [] : [name])) columns.push(one);
  }
  return columns;
}

/** What `*` or `t.*` stands for. */
export function starColumns(
  star: JsonObject,
  select: JsonObject,
  tables: KnownTables,
): readonly string[] | null {
  const table = nodeName(star['table']);
  if (table === null) return sourceColumns(select, tables);
  const from = isJsonObject(select['from']) ? listOf(select['from']['expressions']) : [];
  const joined = listOf(select['joins']).map((one) => (isJsonObject(one) ? one['this'] : null));
  const source = [...from, ...joined].find((one) => sourceName(one ?? null) === table);
  return source === undefined ? null : columnsOf(source, tables);
}

/** The name that a column of the result gets, where it has one of its own. */
export function outputName(item: JsonValue): string | null {
  const alias = nodeBody(item, 'alias');
  return nodeName(alias === null ? nodeBody(item, 'column')?.['name'] : alias['alias']);
}

function sourceName(source: JsonValue): string | null {
  const table = nodeBody(source, 'table') ?? nodeBody(source, 'subquery');
  return nodeName(table?.['alias']) ?? nodeName(table?.['name']);
}

export function columnsOf(source: JsonValue, tables: KnownTables): readonly string[] | null {
  const table = nodeBody(source, 'table');
  if (table !== null) return tables.get(nodeName(table['name']) ?? '') ?? null;
  const subquery = nodeBody(source, 'subquery');
  if (subquery?.['this'] !== undefined) {
    const renamed = listOf(subquery['column_aliases']).flatMap((one) => nodeName(one) ?? []);
    return renamed.length > 0 ? renamed : outputColumns(subquery['this'], tables);
  }
  const lateral = nodeBody(source, 'lateral');
  return jsonText(lateral?.['alias']) === null ? null : FLATTENED;
}

/** What `flatten` gives a row. */
const FLATTENED = ['seq', 'key', 'path', 'index', 'value', 'this'];
