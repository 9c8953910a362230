/**
 * Window functions: IGNORE NULLS, which Postgres does not have, by aggregates of ours over a frame;
 * and the frame that FIRST_VALUE, LAST_VALUE and NTH_VALUE have in Snowflake when none is given,
 * the whole partition.
 */
import { PipelineError } from '../../core/errors.ts';
import { isJsonObject, isList, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { asText } from './casts.ts';
import * as tree from './tree.ts';

type Definitions = ReadonlyMap<string, JsonObject>;

export function rewriteWindows(statement: JsonValue): JsonValue {
  const definitions = new Map<string, JsonObject>();
  const collect = (body: JsonObject, node: JsonValue): JsonValue => {
    for (const one of tree.listOf(body['windows'])) {
      if (!isJsonObject(one)) continue;
      const name = tree.nodeName(one['name']);
      if (name !== null && isJsonObject(one['spec'])) definitions.set(name, one['spec']);
    }
    return node;
  };
  tree.rewrite(statement, new Map([['select', collect]]));
  const window = (body: JsonObject): JsonValue => rewriteWindow(body, definitions);
  return tree.rewrite(statement, new Map([['window_function', window]]));
}

function rewriteWindow(body: JsonObject, definitions: Definitions): JsonObject {
  const kind = tree.kindOf(body['this']) ?? '';
  const fn = tree.nodeBody(body['this'], kind);
  const over = overOf(body, definitions);
  if (fn === null || over === null) return { window_function: body };
  if (jsonText(fn['name'])?.toLowerCase() === 'ratio_to_report') return shareOf(fn, over);
  if (kind === 'within_group') {
    return listedInWindow(fn, over) ?? percentileInWindow(fn, over) ?? { window_function: body };
  }
  if (kind === 'count' && fn['distinct'] === true) {
    return windowed(tree.call('count_distinct', asText(fn['this'] ?? null)), over);
  }
  if (fn['ignore_nulls'] === true) return ignoringNulls(kind, fn, over);
  if (!VALUES.has(kind) || isJsonObject(over['frame'])) return { window_function: body };
  return { window_function: { ...body, over: { ...over, frame: frame('UnboundedFollowing') } } };
}

const VALUES: ReadonlySet<string> = new Set(['first_value', 'last_value', 'nth_value']);

/** What stands behind OVER, with a named window written out. */
function overOf(body: JsonObject, definitions: Definitions): JsonObject | null {
  const over = body['over'];
  if (!isJsonObject(over)) return null;
  const name = tree.nodeName(over['window_name']);
  const named = name === null ? undefined : definitions.get(name);
  if (named === undefined) return over;
  const own = Object.entries(over).filter(([, value]) => !isEmpty(value));
  return { ...EMPTY_OVER, ...named, ...Object.fromEntries(own), window_name: null };
}

const EMPTY_OVER = { window_name: null, partition_by: [], order_by: [], frame: null, alias: null };

function isEmpty(value: JsonValue): boolean {
  return value === null || (isList(value) && value.length === 0);
}

/** A value's share of its partition's sum; of nothing where that is 0. */
function shareOf(fn: JsonObject, over: JsonObject): JsonObject {
  const [value = null] = tree.listOf(fn['args']);
  const all = windowed(tree.call('sum', value), over);
  const sides = { left_comments: [], operator_comments: [], trailing_comments: [] };
  const right = tree.call('nullif', all, tree.number(0));
  return tree.parenthesised({ div: { left: value, right, ...sides } });
}

/** `listagg(…) within group (order by …) over (…)`: Postgres sorts no aggregate over a window. */
function listedInWindow(group: JsonObject, over: JsonObject): JsonObject | null {
  const list = tree.nodeBody(group['this'], 'list_agg');
  if (list === null) return null;
  const [sorted, another] = tree.listOf(group['order_by']);
  const by = isJsonObject(sorted) ? (sorted['this'] ?? null) : null;
  if (another !== undefined || isJsonObject(over['frame'])) {
    const message = 'LISTAGG over a window cannot be translated with two sort keys or a frame.';
    throw new PipelineError('USAGE', message);
  }
  const texts = asText(list['this'] ?? null);
  const options = [
    list['separator'] ?? tree.string(''),
    boolean(isJsonObject(sorted) && sorted['desc'] === true),
    boolean(list['distinct'] === true),
  ];
  const all = (value: JsonValue): JsonValue => windowed(tree.call('array_agg', value), over);
  return tree.call('listed', all(texts), all(by ?? texts), ...options);
}

/** `percentile_cont(0.9) within group (order by …) over (…)`, of the partition's values. */
function percentileInWindow(group: JsonObject, over: JsonObject): JsonObject | null {
  const kind = tree.kindOf(group['this']) ?? '';
  const fn = tree.nodeBody(group['this'], kind);
  const name = kind === 'percentile_cont' ? kind : jsonText(fn?.['name'])?.toLowerCase();
  const [sorted] = tree.listOf(group['order_by']);
  if (fn === null || name !== 'percentile_cont' || !isJsonObject(sorted)) return null;
  const fraction = fn['this'] ?? tree.listOf(fn['args'])[0] ?? null;
  const all = windowed(tree.call('array_agg', sorted['this'] ?? null), over);
  return tree.call('percentile_of', all, fraction, boolean(sorted['desc'] === true));
}

function boolean(value: boolean): JsonObject {
  return { boolean: { value } };
}

function ignoringNulls(kind: string, fn: JsonObject, over: JsonObject): JsonObject {
  const value = fn['this'] ?? null;
  switch (kind) {
    case 'first_value':
      return windowed(tree.call('first_not_null', value), framed(over));
    case 'last_value':
      return windowed(tree.call('last_not_null', value), framed(over));
    case 'lag':
      return shifted(fn, { ...over, frame: frame({ Preceding: tree.number(1) }) });
    case 'lead':
      // From the other end, where the frame only grows: as LAG, it is linear.
      return shifted(fn, {
        ...over,
        order_by: tree.listOf(over['order_by']).map(reversed),
        frame: frame({ Preceding: tree.number(1) }),
      });
    default:
      throw new PipelineError('USAGE', `${kind} with IGNORE NULLS cannot be translated.`);
  }
}

function shifted(fn: JsonObject, over: JsonObject): JsonObject {
  const offset = fn['offset'] ?? tree.number(1);
  const shift = windowed(tree.call('nth_last_not_null', fn['this'] ?? null, offset), over);
  const { default: otherwise = null } = fn;
  return otherwise === null ? shift : tree.call('coalesce', shift, otherwise);
}

function framed(over: JsonObject): JsonObject {
  return isJsonObject(over['frame']) ? over : { ...over, frame: frame('UnboundedFollowing') };
}

/** Rows from the partition's first. */
function frame(end: JsonValue): JsonObject {
  const start = 'UnboundedPreceding';
  return { kind: 'Rows', start, end, exclude: null, kind_text: null };
}

function windowed(fn: JsonObject, over: JsonObject): JsonObject {
  return { window_function: { this: fn, over } };
}

function reversed(sorted: JsonValue): JsonValue {
  if (!isJsonObject(sorted)) return sorted;
  const { desc = false, nulls_first: nullsFirst = null } = sorted;
  return {
    ...sorted,
    desc: desc !== true,
    nulls_first: nullsFirst === null ? null : nullsFirst !== true,
  };
}
