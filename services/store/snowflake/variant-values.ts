/** What a value out of a VARIANT is wanted as: by what it is compared with or stands beside. */
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';

/** How a use wants a value; what is no path stays as it is. */
export type Wanted = (node: JsonValue) => JsonValue;

/** What a path is until its use is known. */
export const PATH = 'variant_path';

function extract(node: JsonValue, how: string): JsonValue {
  const body = tree.nodeBody(node, PATH);
  if (body === null) return node;
  const steps = tree.listOf(body['steps']).map((step) => tree.string(jsonText(step) ?? ''));
  const from = body['from'] ?? null;
  if (steps.length > 0) return tree.call(how, from, ...steps);
  return how === 'jsonb_extract_path' ? from : tree.call('variant_text', from);
}

export function asJson(node: JsonValue): JsonValue {
  return extract(node, 'jsonb_extract_path');
}

export function valueText(node: JsonValue): JsonValue {
  return extract(node, 'jsonb_extract_path_text');
}

/** Also what is one of several values, all of them texts out of a VARIANT or none. */
export function asNumber(node: JsonValue): JsonValue {
  const isValue = tree.nodeBody(node, PATH) !== null || isChosenText(node);
  return isValue ? tree.cast(valueText(node), tree.type('NUMERIC')) : node;
}

function isChosenText(node: JsonValue): boolean {
  const kind = tree.kindOf(node) ?? '';
  if (/^(?:variant_text|jsonb_extract_path_text)$/.test(calledName(node))) return true;
  return CHOOSING.has(kind) && branchesOf(kind, tree.nodeBody(node, kind) ?? {}).some(isChosenText);
}

function calledName(node: JsonValue): string {
  return jsonText(tree.nodeBody(node, 'function')?.['name']) ?? '';
}

const CHOOSING: ReadonlySet<string> = new Set('nvl nvl2 coalesce if_func case paren'.split(' '));

/** The values of which such an expression gives one. */
export function branchesOf(kind: string, body: JsonObject): readonly JsonValue[] {
  const { this: value = null, expression = null, true_value: yes = null } = body;
  switch (kind) {
    case 'nvl':
      return [value, expression];
    case 'coalesce':
      return tree.listOf(body['expressions']);
    case 'nvl2':
    case 'if_func':
      return [yes, body['false_value'] ?? null];
    case 'case': {
      const whens = tree.listOf(body['whens']).map((one) => tree.listOf(one)[1] ?? null);
      return [...whens, body['else_'] ?? null];
    }
    default:
      return [value];
  }
}

export function asInstant(node: JsonValue): JsonValue {
  return tree.nodeBody(node, PATH) === null
    ? node
    : tree.cast(valueText(node), tree.type('TIMESTAMPTZ'));
}

/** As what is compared with it is: `x:"DE:Due" < current_date - 7` compares instants. */
export function comparedAs(others: readonly (JsonValue | undefined)[]): Wanted {
  if (others.some(isTemporal)) return asInstant;
  return others.some(isNumeric) ? asNumber : valueText;
}

const NUMERIC: ReadonlySet<string> = new Set(
  'neg add sub mul div mod sum avg count length abs round floor ceil date_diff to_number'.split(
    ' ',
  ),
);
const OF_NUMBERS: ReadonlySet<string> = new Set(
  'zeroifnull nullifzero div0 div0null datediff timestampdiff'.split(' '),
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
  const kind = tree.kindOf(node) ?? '';
  const body = tree.nodeBody(node, kind);
  if (body !== null && CHOOSING.has(kind)) return branchesOf(kind, body).some(isNumeric);
  return (
    tree.isLiteral(node, 'number') ||
    NUMERIC.has(kind) ||
    OF_NUMBERS.has(calledName(node ?? null).toLowerCase()) ||
    /^num(ber|eric)\b/i.test(isJsonObject(type) ? (jsonText(type['name']) ?? '') : '') ||
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

/** All as jsonb where one of them is made as a VARIANT, else as what one of them is. */
export function inOneSort(expressions: readonly JsonValue[]): Wanted {
  const isMade = (one: JsonValue): boolean =>
    tree.kindOf(one) === 'parse_json' || MADE.test(calledName(one));
  if (expressions.some(isMade)) return asJson;
  return comparedAs(expressions);
}

const MADE = /^(array_construct|object_construct|parse_json|to_variant|split)$/i;
