/**
 * One Planning condition on one field as a filter; both grammars end here (reference E.2 to
 * E.4).
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { unreachable } from '../../core/unreachable.ts';
import { parseWorkfrontDate } from '../dates.ts';
import { not, test } from '../filter/filter.ts';
import type { Filter, FilterValue, Operator, ValueType } from '../filter/filter.ts';
import { supports, planningValueType } from './field-type.ts';
import type { Condition, PlanningFieldType } from './field-type.ts';
import { invalid } from './planning-error.ts';

export interface PlanningField {
  readonly id: string;
  readonly type: PlanningFieldType;
}

const SYSTEM_PATHS: Readonly<Partial<Record<PlanningFieldType, string>>> = {
  'created-by': 'createdBy',
  'created-at': 'createdAt',
  'updated-by': 'updatedBy',
  'updated-at': 'updatedAt',
};

/** Where the field's value stands in a record. */
export function pathOf({ id, type }: PlanningField): string {
  return SYSTEM_PATHS[type] ?? `data.${id}`;
}

/**
 * Throws `PlanningError` when the type does not take the condition, or the value is not of the
 * type.
 */
export function conditionFilter(
  field: PlanningField,
  condition: Condition,
  value: JsonValue,
): Filter {
  if (!supports(field.type, condition)) {
    throw invalid(`${condition} cannot be used with a field of type ${field.type}`, field.id);
  }
  const positive = NEGATIONS[condition];
  const filter = positiveFilter(field, positive ?? condition, value);
  return positive === undefined ? filter : not(filter);
}

/** `IS_NOT` is not `IS`, and so on: a record without a value passes the negation. */
const NEGATIONS: Readonly<Partial<Record<Condition, Condition>>> = {
  IS_NOT: 'IS',
  IS_NOT_EMPTY: 'IS_EMPTY',
  DOES_NOT_CONTAIN: 'CONTAINS',
  IS_NOT_BETWEEN: 'IS_BETWEEN',
  IS_NONE_OF: 'IS_ANY_OF',
  HAS_NONE_OF: 'HAS_ANY_OF',
};

const OPERATORS: Readonly<Partial<Record<Condition, Operator>>> = {
  CONTAINS: 'contains',
  GREATER_THAN: 'greater',
  IS_AFTER: 'greater',
  GREATER_THAN_OR_EQUAL: 'greaterOrEqual',
  LESS_THAN: 'less',
  IS_BEFORE: 'less',
  LESS_THAN_OR_EQUAL: 'lessOrEqual',
  IS_ANY_OF: 'in',
  HAS_ANY_OF: 'hasAny',
  HAS_ALL_OF: 'hasAll',
  IS_EXACTLY: 'setEqual',
};

const MANY: ReadonlySet<Condition> = new Set([
  'IS_ANY_OF',
  'HAS_ANY_OF',
  'HAS_ALL_OF',
  'IS_EXACTLY',
]);

function positiveFilter(field: PlanningField, condition: Condition, value: JsonValue): Filter {
  const path = pathOf(field);
  const type = planningValueType(field.type);
  if (condition === 'IS_EMPTY') return test(path, type, 'blank');
  if (condition === 'IS_BETWEEN') {
    return test(path, type, 'between', pair(operands(value, type, field), field));
  }
  if (condition === 'IS') return isFilter(path, type, value, operand(value, type, field));
  const values = MANY.has(condition) ? operands(value, type, field) : [operand(value, type, field)];
  // Text is searched without regard to case; equality is exact.
  return test(path, type, OPERATORS[condition] ?? 'equal', values, condition === 'CONTAINS');
}

const DAY_MICROS = 86_400_000_000;

/** A date given without a time means its whole day. */
function isFilter(path: string, type: ValueType, sent: JsonValue, value: FilterValue): Filter {
  const wholeDay = type === 'instant' && typeof sent === 'string' && sent.length === 10;
  if (!wholeDay || typeof value !== 'number') return test(path, type, 'equal', [value]);
  return test(path, type, 'between', [value, value + DAY_MICROS - 1]);
}

function operands(value: JsonValue, type: ValueType, field: PlanningField): FilterValue[] {
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  return items.map((item) => operand(item, type, field));
}

function pair(values: FilterValue[], field: PlanningField): FilterValue[] {
  if (values.length !== 2) throw invalid('a range takes two values', field.id);
  return values;
}

/** People and links are given by id, or as the object that a record shows. */
function operand(value: JsonValue, type: ValueType, field: PlanningField): FilterValue {
  const plain = isJsonObject(value) ? (value['id'] ?? value['externalId'] ?? null) : value;
  switch (type) {
    case 'number': {
      const number = typeof plain === 'string' && plain.trim() !== '' ? Number(plain) : plain;
      if (typeof number === 'number' && Number.isFinite(number)) return number;
      break;
    }
    case 'boolean':
      if (typeof plain === 'boolean') return plain;
      if (plain === 'true' || plain === 'false') return plain === 'true';
      break;
    case 'instant': {
      const micros = typeof plain === 'string' ? parseWorkfrontDate(plain) : null;
      if (micros !== null) return micros;
      break;
    }
    case 'text':
    case 'texts':
    case 'day':
      if (typeof plain === 'string') return plain;
      if (typeof plain === 'number' || typeof plain === 'boolean') return String(plain);
      break;
    default:
      return unreachable(type);
  }
  throw invalid(`the value does not suit a field of type ${field.type}`, field.id);
}
