/**
 * Filters of Planning v1: `{fieldId: {$op: value}}` inside `$and` and `$or`, as an array
 * (source PB) or an object (source PA, its migration page). Accepts PB's odd spellings, too
 * (reference E.2).
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { and, or } from '../filter/filter.ts';
import type { Filter } from '../filter/filter.ts';
import { conditionFilter } from './condition-filter.ts';
import type { PlanningField } from './condition-filter.ts';
import { CONDITIONS } from './field-type.ts';
import type { Condition } from './field-type.ts';
import { invalid } from './planning-error.ts';

/** The field by id or alias; null when the record type has none such. */
export type FindField = (key: string) => PlanningField | null;

/**
 * `doesnotcontain` and so on, in lower case without separators; and what source PB writes instead.
 */
const BY_NAME: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ...CONDITIONS.map((one) => [one.replaceAll('_', '').toLowerCase(), one] as const),
  ['isnotcontain', 'DOES_NOT_CONTAIN'],
  ['donotcontain', 'DOES_NOT_CONTAIN'],
  ['notcontains', 'DOES_NOT_CONTAIN'],
]);

const DEPTH_MAX = 20;

export function parseV1Filters(filters: JsonValue, find: FindField): Filter {
  return parseNode(filters, find, 0);
}

function parseNode(node: JsonValue, find: FindField, depth: number): Filter {
  if (depth > DEPTH_MAX) throw invalid('filters are nested too deep', 'filters');
  if (node === null) return and([]);
  if (Array.isArray(node))
    return and(node.map((one: JsonValue) => parseNode(one, find, depth + 1)));
  if (!isJsonObject(node)) throw invalid('a filter must be an object', 'filters');
  return and(
    Object.entries(node).map(([key, value]) => {
      if (key === '$and' || key === '$or') {
        if (!Array.isArray(value)) throw invalid(`${key} takes an array`, 'filters');
        const members = value.map((one: JsonValue) => parseNode(one, find, depth + 1));
        return key === '$and' ? and(members) : or(members);
      }
      return parseField(key, value, find);
    }),
  );
}

function parseField(key: string, value: JsonValue, find: FindField): Filter {
  if (key === '') throw invalid('Field name cannot be empty');
  const field = find(key);
  if (field === null) throw invalid(`Field ${key} does not exist`, key);
  if (isJsonObject(value)) {
    return and(
      Object.entries(value).map(([name, operand]) =>
        conditionFilter(field, conditionOf(name), operand),
      ),
    );
  }
  // "fieldId": "$isEmpty" needs no operand; a bare value means $is, or membership for sets.
  if (typeof value === 'string' && value.startsWith('$')) {
    return conditionFilter(field, conditionOf(value), null);
  }
  const isSet =
    field.type === 'multi-select' || field.type === 'user' || field.type === 'reference';
  return conditionFilter(field, isSet ? 'HAS_ANY_OF' : 'IS', value);
}

function conditionOf(name: string): Condition {
  const found = name.startsWith('$') ? BY_NAME.get(name.slice(1).toLowerCase()) : undefined;
  if (found === undefined) throw invalid(`Unknown modifier ${name}`, 'filters');
  return found;
}
