/** Aggregates that Postgres lacks, or has with another form. */
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { asText } from './casts.ts';
import * as tree from './tree.ts';

export function countCall(body: JsonObject): JsonObject {
  return { count: { star: false, distinct: false, filter: null, original_name: null, ...body } };
}

/** Of no rows it is 0, where a sum would be null. */
export function countIf(body: JsonObject): JsonValue {
  return countCall({ this: null, star: true, filter: body['this'] ?? null });
}

export function aggregateCall(body: JsonObject, node: JsonValue): JsonValue {
  const name = jsonText(body['name'])?.toLowerCase() ?? '';
  const args = tree.listOf(body['args']);
  const [first = null, second = null] = args;
  switch (name) {
    case 'max_by':
    case 'min_by':
      return extreme(first, second, args[2], name === 'max_by');
    case 'object_agg':
      return aggregate('jsonb_object_agg', [asText(first), second], tree.notNull(second));
    case 'approx_percentile':
      return sortedAggregate('percentile_cont', [second], first);
    case 'array_unique_agg':
      return tree.call('array_distinct', aggregate('jsonb_agg', [first], tree.notNull(first)));
    default: {
      const known = SAME_AS.get(name);
      return known === undefined ? node : { aggregate_function: { ...body, name: known } };
    }
  }
}

const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['booland_agg', 'bool_and'],
  ['boolor_agg', 'bool_or'],
]);

function aggregate(name: string, args: readonly JsonValue[], filter: JsonValue): JsonObject {
  return { aggregate_function: { name, args, distinct: false, filter } };
}

function ordered(node: JsonValue, desc: boolean): JsonObject {
  return { this: node, desc, nulls_first: null, explicit_asc: false };
}

/** The value that stands beside the greatest, or the least; or the list of the first so many. */
function extreme(
  value: JsonValue,
  by: JsonValue,
  count: JsonValue | undefined,
  desc: boolean,
): JsonValue {
  const all = {
    array_agg: {
      this: value,
      distinct: false,
      filter: tree.notNull(by),
      order_by: [ordered(by, desc)],
      name: null,
    },
  };
  if (count !== undefined) return tree.call('first_of', tree.call('to_jsonb', all), count);
  return { subscript: { this: tree.parenthesised(all), index: tree.number(1) } };
}

export function sortedAggregate(
  name: string,
  args: readonly JsonValue[],
  by: JsonValue,
): JsonValue {
  const fn = { aggregate_function: { name, args, distinct: false, filter: null } };
  return { within_group: { this: fn, order_by: [ordered(by, false)] } };
}

export function withinGroup(body: JsonObject, node: JsonValue): JsonValue {
  const order = tree.listOf(body['order_by']);
  const list = tree.nodeBody(body['this'], 'list_agg');
  return list === null ? node : stringAgg(list, order);
}

/** Of nothing it is an empty text there. */
export function stringAgg(body: JsonObject, order: readonly JsonValue[]): JsonValue {
  const text = asText(body['this'] ?? null);
  const { separator = null, filter = null } = body;
  const between = separator ?? tree.string('');
  const [sorted, another] = order;
  if (body['distinct'] === true && isJsonObject(sorted) && another === undefined) {
    // Postgres sorts what is distinct by its text alone: 10 before 9.
    const all = (value: JsonValue): JsonValue => tree.call('array_agg', value);
    const isDescending = { boolean: { value: sorted['desc'] === true } };
    const options = [between, isDescending, { boolean: { value: true } }];
    return tree.call('listed', all(text), all(sorted['this'] ?? null), ...options);
  }
  const strings = {
    this: text,
    separator: between,
    order_by: order.length > 0 ? order : null,
    filter,
  };
  const list = { string_agg: { ...strings, distinct: body['distinct'] ?? false } };
  return tree.call('coalesce', list, tree.string(''));
}
