/** Clauses of a SELECT that Postgres lacks: QUALIFY, GROUP BY ALL, TOP, `* exclude`. */
import { PipelineError } from '../../core/errors.ts';
import { jsonText, isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { expandAliases } from './aliases.ts';
import { outputColumns, outputName, starColumns } from './source-columns.ts';
import type { KnownTables } from './source-columns.ts';
import { rewriteSources } from './sources.ts';
import { patternOf } from './variant-paths.ts';
import * as tree from './tree.ts';

/** Columns that a translation needs and nobody asked for begin so; `sql` does not print them. */
export const HIDDEN = '_hidden_';
/** Those that a SELECT is sorted by, outside of the subquery that computes them. */
export const HIDDEN_ORDER = `${HIDDEN}order`;

/** Rewrites every SELECT of a statement, outer ones first: they name what inner ones give. */
export function rewriteSelects(value: JsonValue, tables: KnownTables): JsonValue {
  if (isList(value)) return value.map((one) => rewriteSelects(one, tables));
  if (!isJsonObject(value)) return value;
  const select = tree.nodeBody(value, 'select');
  const inside = tablesInside(select ?? value, tables);
  if (select === null) return membersRewritten(value, inside);
  return { select: membersRewritten(rewriteSelect(select, inside), inside) };
}

function membersRewritten(value: JsonObject, tables: KnownTables): JsonObject {
  const members = Object.entries(value).map(
    ([name, one]) => [name, rewriteSelects(one, tables)] as const,
  );
  return Object.fromEntries(members);
}

function tablesInside(query: JsonObject, tables: KnownTables): KnownTables {
  const clause = query['with'];
  const ctes = isJsonObject(clause) ? tree.listOf(clause['ctes']) : [];
  const known = new Map(tables);
  for (const cte of ctes) {
    if (!isJsonObject(cte)) continue;
    const name = tree.nodeName(cte['alias']);
    const renamed = tree.listOf(cte['columns']).flatMap((one) => tree.nodeName(one) ?? []);
    const columns = renamed.length > 0 ? renamed : outputColumns(cte['this'] ?? null, known);
    if (name === null) continue;
    if (columns === null) known.delete(name);
    else known.set(name, columns);
  }
  return known;
}

function rewriteSelect(select: JsonObject, tables: KnownTables): JsonObject {
  const from = withoutWholeRows(rewriteSources(select, tables), tables);
  const written = withoutStars(expandAliases(from, tables), tables);
  const plain = orderedByAll(groupedByAll(withoutTop(written)));
  return isJsonObject(plain['qualify']) ? qualified(plain, plain['qualify'], tables) : plain;
}

function withoutTop(select: JsonObject): JsonObject {
  const top = select['top'];
  if (!isJsonObject(top)) return select;
  return { ...select, top: null, limit: { this: top['this'] ?? null } };
}

/** `object_construct(*)`: a member for each column, where they are known. */
function withoutWholeRows(select: JsonObject, tables: KnownTables): JsonObject {
  const construct = (body: JsonObject, node: JsonValue): JsonValue => {
    const args = tree.listOf(body['args']);
    const [star] = args.map((one) => tree.nodeBody(one, 'star'));
    const name = jsonText(body['name'])?.toLowerCase() ?? '';
    if (!isJsonObject(star) || !name.startsWith('object_construct')) return node;
    const columns = starColumns(star, select, tables);
    if (columns === null) throw new PipelineError('USAGE', STAR_UNKNOWN);
    const members = columns.flatMap((one) => [tree.string(one), tree.column(one)]);
    return { function: { ...body, args: members } };
  };
  const rules = new Map([['function', construct]]);
  return { ...select, expressions: tree.rewrite(select['expressions'] ?? [], rules) };
}

/** `* exclude (a)`, `* rename`, `* replace`: written out, where the columns are known. */
function withoutStars(select: JsonObject, tables: KnownTables): JsonObject {
  const expressions = tree.listOf(select['expressions']).flatMap((item) => {
    const star = tree.nodeBody(item, 'star');
    const isPlain = star === null || ['except', 'replace', 'rename'].every((one) => !star[one]);
    if (isPlain) return [item];
    const columns = starColumns(star, select, tables);
    if (columns === null) throw new PipelineError('USAGE', STAR_UNKNOWN);
    const without = tree.listOf(star['except']).flatMap((one) => tree.nodeName(one) ?? []);
    const renamed = new Map(
      tree.listOf(star['rename']).map((one) => {
        const [from, to] = tree.listOf(one);
        return [tree.nodeName(from), tree.nodeName(to)] as const;
      }),
    );
    const [taken] = without.flatMap((name) => patternOf(name) ?? []);
    const instead = new Map(
      tree
        .listOf(star['replace'])
        .map((one) => [isJsonObject(one) ? tree.nodeName(one['alias']) : '', one]),
    );
    return columns
      .filter((name) => !without.includes(name) && (taken === undefined || taken.test(name)))
      .map((name) => {
        const other = instead.get(name);
        const expression = isJsonObject(other) ? (other['this'] ?? null) : null;
        const plain = tree.column(name, tree.nodeName(star['table']));
        const shown = renamed.get(name) ?? name;
        if (expression === null && shown === name) return plain;
        return tree.aliased(expression ?? plain, tree.identifier(shown));
      });
  });
  return { ...select, expressions };
}

const STAR_UNKNOWN =
  'Write the columns out in place of `* exclude`, `* rename` or `* replace`: this query reads a ' +
  'table whose columns are not known here.';

/** `order by all`: by each column, from left to right. */
function orderedByAll(select: JsonObject): JsonObject {
  const clause = select['order_by'];
  const items = tree.listOf(select['expressions']);
  const [only, ...others] = tree.listOf(isJsonObject(clause) ? clause['expressions'] : []);
  if (!isJsonObject(clause) || !isJsonObject(only) || others.length > 0) return select;
  const word = tree.nodeBody(only['this'], 'column');
  const isColumn = items.some((item) => outputName(item) === 'all');
  if (word === null || tree.nodeName(word['name'])?.toLowerCase() !== 'all' || isColumn) {
    return select;
  }
  if (items.some((item) => tree.kindOf(item) === 'star')) {
    throw new PipelineError('USAGE', 'Write the columns out for ORDER BY ALL.');
  }
  const expressions = items.map((_, at) => ({ ...only, this: tree.number(at + 1) }));
  return { ...select, order_by: { ...clause, expressions } };
}

function groupedByAll(select: JsonObject): JsonObject {
  const clause = select['group_by'];
  if (!isJsonObject(clause) || clause['all'] !== true) return select;
  const expressions = tree
    .listOf(select['expressions'])
    .map((item) => tree.nodeBody(item, 'alias')?.['this'] ?? item)
    .filter((item) => tree.kindOf(item) !== 'literal' && !aggregates(item));
  const group = expressions.length > 0 ? { ...clause, all: null, expressions } : null;
  return { ...select, group_by: group };
}

/** An aggregate of polyglot's may have a FILTER; a window function groups nothing either. */
function aggregates(item: JsonValue): boolean {
  const isOne = (kind: string, body: JsonValue): boolean =>
    GROUPLESS.has(kind) || (isJsonObject(body) && 'filter' in body);
  return tree.contains(item, isOne, (kind) => kind === 'select');
}

const GROUPLESS: ReadonlySet<string> = new Set(['within_group', 'window_function']);

/**
 * QUALIFY filters by window functions, after all but ORDER BY and LIMIT: the SELECT becomes a
 * subquery that computes the condition, and those two move outside with what they sort by.
 */
function qualified(select: JsonObject, qualify: JsonObject, tables: KnownTables): JsonObject {
  const items = tree.listOf(select['expressions']);
  const hasStar = items.some((item) => tree.kindOf(item) === 'star');
  const inner: JsonValue[] = hasStar
    ? [...items]
    : items.map((item, at) => tree.aliased(unaliased(item), tree.identifier(`_c${at}`)));
  const outer: JsonValue[] = hasStar
    ? shownOf(select, tables)
    : items.map((item, at) => {
        const name = outputName(item) ?? `column${at + 1}`;
        const given = tree.nodeBody(item, 'alias')?.['alias'];
        const shown = isJsonObject(given) ? given : tree.identifier(name);
        return tree.aliased(tree.column(`_c${at}`), shown);
      });
  const condition = tree.identifier(`${HIDDEN}qualify`);
  inner.push(tree.aliased(qualify['this'] ?? null, condition));
  const order = sortedOutside(select, items, inner);
  const subquery = { ...select, ...NOTHING, expressions: inner };
  return {
    ...select,
    where_clause: { this: tree.column(`${HIDDEN}qualify`) },
    qualify: null,
    group_by: null,
    having: null,
    joins: [],
    windows: null,
    lateral_views: [],
    expressions: outer,
    order_by: order,
    from: { expressions: [wrapped(subquery)] },
  };
}

/** All that was asked for: `*` would also show what is computed beside it. */
function shownOf(select: JsonObject, tables: KnownTables): JsonValue[] {
  const all = { star: { table: null, except: null, replace: null, rename: null } };
  const columns = outputColumns({ select }, tables) ?? [];
  const isTold = columns.length > 0 && new Set(columns).size === columns.length;
  return isTold ? columns.map((name) => tree.column(name)) : [all];
}

const NOTHING = {
  qualify: null,
  order_by: null,
  limit: null,
  offset: null,
  fetch: null,
  distinct: false,
  with: null,
  leading_comments: [],
};

function wrapped(select: JsonObject): JsonObject {
  return tree.subquery({ select }, tree.identifier('_q'));
}

function unaliased(item: JsonValue): JsonValue {
  return tree.nodeBody(item, 'alias')?.['this'] ?? item;
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  const text = (node: JsonValue): string =>
    JSON.stringify(node, (name, value: unknown) => (name === 'span' ? null : value));
  return text(one) === text(other);
}

function sortedOutside(
  select: JsonObject,
  items: readonly JsonValue[],
  inner: JsonValue[],
): JsonValue {
  const clause = select['order_by'];
  if (!isJsonObject(clause)) return null;
  const aliases = new Map(items.map((item) => [outputName(item), unaliased(item)]));
  const expressions = tree.listOf(clause['expressions']).map((one, at) => {
    if (!isJsonObject(one)) return one;
    const sorted = one['this'] ?? null;
    // By its place in the list: the places are the same outside.
    if (tree.isLiteral(sorted, 'number')) return one;
    const name = tree.nodeName(tree.nodeBody(sorted, 'column')?.['name']);
    const isQualified = isJsonObject(tree.nodeBody(sorted, 'column')?.['table']);
    const meant = isQualified ? undefined : aliases.get(name);
    // What a DISTINCT is sorted by must be in its list: by the place there.
    const place = items.findIndex((item) => isSame(unaliased(item), meant ?? sorted));
    if (select['distinct'] === true && place >= 0) return { ...one, this: tree.number(place + 1) };
    inner.push(tree.aliased(meant ?? sorted, tree.identifier(`${HIDDEN_ORDER}${at}`)));
    return { ...one, this: tree.column(`${HIDDEN_ORDER}${at}`) };
  });
  return { ...clause, expressions };
}
