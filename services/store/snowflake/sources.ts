/** Sources in FROM that Postgres does not have: PIVOT, UNPIVOT, SAMPLE, a bare VALUES. */
import { PipelineError } from '../../core/errors.ts';
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { columnsOf } from './source-columns.ts';
import type { KnownTables } from './source-columns.ts';
import * as tree from './tree.ts';

/** The SELECT with each of its sources as one that Postgres has. */
export function rewriteSources(select: JsonObject, tables: KnownTables): JsonObject {
  const from = select['from'];
  const joins = tree.listOf(select['joins']);
  const rewritten = (source: JsonValue): JsonValue => rewriteSource(source, tables);
  return {
    ...select,
    from: isJsonObject(from)
      ? { ...from, expressions: tree.listOf(from['expressions']).map(rewritten) }
      : (from ?? null),
    joins: joins.map((join) =>
      isJsonObject(join) ? { ...join, this: rewritten(join['this'] ?? null) } : join,
    ),
  };
}

function rewriteSource(source: JsonValue, tables: KnownTables): JsonValue {
  const pivot = tree.nodeBody(source, 'pivot');
  if (pivot !== null) return pivoted(pivot, tables);
  const unpivot = tree.nodeBody(source, 'unpivot');
  if (unpivot !== null) return unpivoted(unpivot, tables);
  const values = tree.nodeBody(source, 'values');
  if (values !== null) return ofValues(values);
  const table = tree.nodeBody(source, 'table');
  const sample = table?.['table_sample'];
  return table !== null && isJsonObject(sample) ? sampled(table, sample) : source;
}

/** A column for each value that is listed; all columns that it does not use group the rows. */
function pivoted(pivot: JsonObject, tables: KnownTables): JsonValue {
  const source = rewriteSource(pivot['this'] ?? null, tables);
  const [field] = tree.listOf(pivot['fields']);
  const listed = tree.nodeBody(field, 'in');
  const by = listed?.['this'] ?? null;
  const used = columnNames([by, ...tree.listOf(pivot['expressions'])]);
  const groups = knownColumns(source, tables, 'PIVOT')
    .filter((name) => !used.has(name))
    .map((name) => tree.column(name));
  const made = tree.listOf(listed?.['expressions']).flatMap((item) => {
    const { value, name } = pivotValue(item);
    const condition = { eq: { ...SIDES, left: by, right: value } };
    const aggregates = tree.listOf(pivot['expressions']);
    return aggregates.map((one) =>
      tree.aliased(filtered(one, condition), tree.identifier(name, true)),
    );
  });
  const group = { expressions: groups, all: null, totals: false };
  const select = selectOf([...groups, ...made], source, {
    group_by: groups.length > 0 ? group : null,
  });
  const renamed = tree.listOf(pivot['alias_columns']);
  return subqueryOf(select, pivot['alias'] ?? null, 'pivoted', renamed);
}

/** As Snowflake names them: a text with its quotes, or the name behind AS. */
function pivotValue(item: JsonValue): { readonly value: JsonValue; readonly name: string } {
  const aliased = tree.nodeBody(item, 'pivot_alias');
  const value = aliased?.['this'] ?? item;
  const text = jsonText(tree.nodeBody(value, 'literal')?.['value']);
  if (text === null) {
    const message = "PIVOT needs its values written out: for status in ('NEW', 'CPL').";
    throw new PipelineError('USAGE', message);
  }
  const given = tree.nodeName(tree.nodeBody(aliased?.['alias'], 'column')?.['name']);
  const plain = tree.isLiteral(value, 'string') ? `'${text}'` : text;
  return { value, name: given ?? plain };
}

function filtered(aggregate: JsonValue, condition: JsonValue): JsonValue {
  const kind = tree.kindOf(aggregate);
  const body = kind === null ? null : tree.nodeBody(aggregate, kind);
  if (kind !== null && body !== null && 'filter' in body) {
    return { [kind]: { ...body, filter: condition } };
  }
  throw new PipelineError('USAGE', 'PIVOT takes one aggregate, such as sum(workrequired).');
}

/** A row for each of the columns that is not null. */
function unpivoted(unpivot: JsonObject, tables: KnownTables): JsonValue {
  const source = rewriteSource(unpivot['this'] ?? null, tables);
  const columns = [...columnNames(tree.listOf(unpivot['columns']))];
  const kept = knownColumns(source, tables, 'UNPIVOT').filter((name) => !columns.includes(name));
  const selects = columns.map((name) => {
    const items = [
      ...kept.map((one) => tree.column(one)),
      tree.aliased(tree.string(name.toUpperCase()), unpivotName(unpivot['name_column'])),
      tree.aliased(tree.column(name), unpivotName(unpivot['value_column'])),
    ];
    return selectOf(items, source, { where_clause: { this: tree.notNull(tree.column(name)) } });
  });
  const all = selects.reduce((left, right) => ({ union: { ...UNION, left, right } }));
  return subqueryOf(all, unpivot['alias'] ?? null, 'unpivoted', []);
}

function unpivotName(name: JsonValue | undefined): JsonObject {
  return isJsonObject(name) ? name : tree.identifier('value');
}

/** Postgres samples tables alone, and ours are views. */
function sampled(table: JsonObject, sample: JsonObject): JsonValue {
  const source = { table: { ...table, table_sample: null, alias: null, column_aliases: [] } };
  const size = sample['size'] ?? null;
  const all = [{ star: { table: null, except: null, replace: null, rename: null } }];
  const select =
    sample['method'] === 'Row'
      ? selectOf(all, source, { order_by: { expressions: [BY_CHANCE] }, limit: { this: size } })
      : selectOf(all, source, { where_clause: { this: chanceOf(size) } });
  return subqueryOf(select, table['alias'] ?? table['name'] ?? null, 'sampled', []);
}

const BY_CHANCE = { this: { random: null }, desc: false, nulls_first: null, explicit_asc: false };

function chanceOf(percent: JsonValue): JsonValue {
  const SHARE = { mul: { left: { random: null }, right: tree.number(100) } };
  const { mul } = SHARE;
  return { lt: { ...SIDES, left: { mul: { ...SIDES, ...mul } }, right: percent } };
}

function ofValues(values: JsonObject): JsonValue {
  const { alias = null, column_aliases: columns = [], ...plain } = values;
  const bare = { values: { ...plain, alias: null, column_aliases: [] } };
  return subqueryOf(bare, alias, 'listed', tree.listOf(columns));
}

function knownColumns(source: JsonValue, tables: KnownTables, what: string): readonly string[] {
  const columns = columnsOf(source, tables);
  if (columns !== null) return columns;
  const message = `${what} needs to know the columns: select them by name in a subquery before it.`;
  throw new PipelineError('USAGE', message);
}

function columnNames(nodes: readonly JsonValue[]): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (body: JsonObject, node: JsonValue): JsonValue => {
    const name = tree.nodeName(body['name']);
    if (name !== null) names.add(name);
    return node;
  };
  for (const node of nodes) tree.rewrite(node, new Map([['column', collect]]));
  return names;
}

const SIDES = { left_comments: [], operator_comments: [], trailing_comments: [] };
const UNION = {
  all: true,
  distinct: false,
  with: null,
  order_by: null,
  limit: null,
  offset: null,
  by_name: false,
  corresponding: false,
  strict: false,
};

function selectOf(
  expressions: readonly JsonValue[],
  source: JsonValue,
  clauses: JsonObject,
): JsonObject {
  const select: JsonObject = { expressions, from: { expressions: [source] }, ...EMPTY, ...clauses };
  return { select };
}

const EMPTY: JsonObject = {
  joins: [],
  lateral_views: [],
  where_clause: null,
  group_by: null,
  having: null,
  qualify: null,
  order_by: null,
  limit: null,
  offset: null,
  fetch: null,
  distinct: false,
  distinct_on: null,
  top: null,
  with: null,
  sample: null,
  windows: null,
  locks: [],
  leading_comments: [],
};

function subqueryOf(
  query: JsonValue,
  alias: JsonValue,
  otherwise: string,
  columns: readonly JsonValue[],
): JsonObject {
  const name = isJsonObject(alias) ? alias : tree.identifier(otherwise);
  return tree.subquery(query, name, columns);
}
