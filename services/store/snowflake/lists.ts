/** ARRAY_AGG: a list is jsonb here, without nulls, and empty where it is made of nothing. */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';

/** Outer nodes first: what is made jsonb stands around OVER and WITHIN GROUP. */
export function rewriteLists(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(rewriteLists);
  if (!isJsonObject(value)) return value;
  const list = listIn(value);
  if (list !== null) return asVariant(inside(list));
  return inside(value);
}

function inside(node: JsonObject): JsonObject {
  const kind = tree.kindOf(node);
  // The call itself has been seen; what it collects may make lists too.
  const body = kind === null ? null : tree.nodeBody(node, kind);
  const isCall = kind === 'array_agg' || kind === 'window_function';
  const members = Object.entries(isCall && body !== null ? body : node).map(
    ([name, one]) =>
      [
        name,
        kind === 'window_function' && name === 'this' ? withinCall(one) : rewriteLists(one),
      ] as const,
  );
  const rewritten: JsonObject = Object.fromEntries(members);
  return isCall && kind !== null && body !== null ? { [kind]: rewritten } : rewritten;
}

function withinCall(node: JsonValue): JsonValue {
  return isJsonObject(node) && tree.kindOf(node) === 'array_agg'
    ? inside(node)
    : rewriteLists(node);
}

/** The call that makes a list, with its order and its window; null for another node. */
function listIn(node: JsonObject): JsonObject | null {
  const window = tree.nodeBody(node, 'window_function');
  const group = tree.nodeBody(node, 'within_group');
  const made = tree.nodeBody(node, 'array_agg');
  if (window !== null && isJsonObject(window['this'])) {
    const list = listIn(window['this']);
    return list === null ? null : { window_function: { ...window, this: list } };
  }
  if (group !== null && isJsonObject(group['this'])) {
    const list = tree.nodeBody(listIn(group['this']) ?? null, 'array_agg');
    const order = { order_by: group['order_by'] ?? [] };
    return list === null ? null : { array_agg: { ...list, ...order } };
  }
  return made === null
    ? null
    : { array_agg: { ...made, filter: tree.notNull(made['this'] ?? null) } };
}

function asVariant(list: JsonValue): JsonValue {
  return tree.call('coalesce', tree.call('to_jsonb', list), tree.call('jsonb_build_array'));
}
