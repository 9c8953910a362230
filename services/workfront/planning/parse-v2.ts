/**
 * Filters of Planning v2: groups of conditions by name (reference E.3; FilterNodeDto of the OpenAPI
 * file).
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { and, or } from '../filter/filter.ts';
import type { Filter } from '../filter/filter.ts';
import { conditionFilter } from './condition-filter.ts';
import { CONDITIONS } from './field-type.ts';
import type { FindField } from './parse-v1.ts';
import { invalid } from './planning-error.ts';

const DEPTH_MAX = 20;

/** `{operator, conditions}`, or one bare condition; null is no filter. */
export function parseV2Filter(node: JsonValue, find: FindField, depth = 0): Filter {
  if (node === null) return and([]);
  if (depth > DEPTH_MAX) throw invalid('the filter is nested too deep', 'filter');
  if (!isJsonObject(node)) throw invalid('must be an object', 'filter');
  const { operator, conditions } = node;
  if (operator === undefined && conditions === undefined) return parseCondition(node, find);
  if (operator !== 'AND' && operator !== 'OR') {
    throw invalid('must be AND or OR', 'filter.operator');
  }
  if (!Array.isArray(conditions)) throw invalid('must be an array', 'filter.conditions');
  const members = conditions.map((one: JsonValue) => parseV2Filter(one, find, depth + 1));
  return operator === 'AND' ? and(members) : or(members);
}

function parseCondition(node: { readonly [name: string]: JsonValue }, find: FindField): Filter {
  const { fieldId, condition, value = null } = node;
  if (typeof fieldId !== 'string' || fieldId === '') throw invalid('must not be blank', 'fieldId');
  const known = CONDITIONS.find((one) => one === condition);
  if (known === undefined) throw invalid(`must be one of ${CONDITIONS.join(', ')}`, 'condition');
  const field = find(fieldId);
  if (field === null) throw invalid(`field ${fieldId} does not exist`, 'fieldId');
  return conditionFilter(field, known, value);
}
