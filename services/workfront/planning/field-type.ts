/** Field types of Planning, their two spellings, and what filters they take (reference E.4). */
import { unreachable } from '../../core/unreachable.ts';
import type { ValueType } from '../filter/filter.ts';

/** As v1, events and Data Connect spell them. */
export const FIELD_TYPES = [
  ...(['text', 'long-text', 'url', 'number', 'percentage', 'currency', 'date'] as const),
  ...(['boolean', 'single-select', 'multi-select', 'reference', 'user', 'formula'] as const),
  ...(['lookup', 'created-by', 'created-at', 'updated-by', 'updated-at'] as const),
] as const;

export type PlanningFieldType = (typeof FIELD_TYPES)[number];

/** v2 names; url, lookup and the four system types have none. */
const V2_NAMES: Readonly<Partial<Record<PlanningFieldType, string>>> = {
  text: 'TEXT',
  'long-text': 'PARAGRAPH',
  number: 'NUMBER',
  percentage: 'PERCENTAGE',
  currency: 'CURRENCY',
  date: 'DATE',
  boolean: 'CHECKBOX',
  'single-select': 'SINGLE_SELECT',
  'multi-select': 'MULTI_SELECT',
  reference: 'REFERENCE',
  user: 'USER',
  formula: 'FORMULA',
};

export function v2NameOf(type: PlanningFieldType): string | null {
  return V2_NAMES[type] ?? null;
}

/** From either spelling; null for neither. */
export function fieldTypeOf(name: string): PlanningFieldType | null {
  return FIELD_TYPES.find((type) => type === name || V2_NAMES[type] === name) ?? null;
}

/** As v2 spells them; v1 writes `$isNotEmpty` for IS_NOT_EMPTY. */
export const CONDITIONS = [
  ...(['CONTAINS', 'DOES_NOT_CONTAIN', 'IS', 'IS_NOT', 'IS_EMPTY', 'IS_NOT_EMPTY'] as const),
  ...(['GREATER_THAN', 'GREATER_THAN_OR_EQUAL', 'LESS_THAN', 'LESS_THAN_OR_EQUAL'] as const),
  ...(['IS_AFTER', 'IS_BEFORE', 'IS_BETWEEN', 'IS_NOT_BETWEEN'] as const),
  ...(['IS_ANY_OF', 'IS_NONE_OF'] as const),
  ...(['HAS_ANY_OF', 'HAS_ALL_OF', 'HAS_NONE_OF', 'IS_EXACTLY'] as const),
] as const;

export type Condition = (typeof CONDITIONS)[number];

const EMPTINESS = ['IS_EMPTY', 'IS_NOT_EMPTY'] as const;
const EQUALITY = ['IS', 'IS_NOT'] as const;
const TEXT = ['CONTAINS', 'DOES_NOT_CONTAIN', ...EQUALITY, ...EMPTINESS] as const;
const NUMBER = [
  ...EQUALITY,
  ...(['GREATER_THAN', 'GREATER_THAN_OR_EQUAL', 'LESS_THAN', 'LESS_THAN_OR_EQUAL'] as const),
  ...EMPTINESS,
] as const;
const INSTANT = [
  ...EQUALITY,
  ...(['IS_AFTER', 'IS_BEFORE', 'IS_BETWEEN', 'IS_NOT_BETWEEN'] as const),
] as const;
const CHOICE = [...EQUALITY, 'IS_ANY_OF', 'IS_NONE_OF'] as const;
const SET = ['HAS_ANY_OF', 'HAS_ALL_OF', 'IS_EXACTLY', 'HAS_NONE_OF', ...EMPTINESS] as const;

/** The table of the Planning page: which modifiers each type supports. */
const SUPPORTED: Readonly<Record<PlanningFieldType, readonly Condition[]>> = {
  text: TEXT,
  'long-text': TEXT,
  url: TEXT,
  formula: TEXT,
  number: NUMBER,
  percentage: NUMBER,
  currency: NUMBER,
  date: [...INSTANT, ...EMPTINESS],
  boolean: ['IS'],
  'single-select': [...CHOICE, ...EMPTINESS],
  'multi-select': SET,
  user: SET,
  reference: SET,
  'created-by': CHOICE,
  'created-at': INSTANT,
  'updated-by': [...CHOICE, ...EMPTINESS],
  'updated-at': [...INSTANT, ...EMPTINESS],
  // "depends on the linked field", which the caller resolves; what is left is text
  lookup: TEXT,
};

export function supports(type: PlanningFieldType, condition: Condition): boolean {
  return SUPPORTED[type].includes(condition);
}

export function planningValueType(type: PlanningFieldType): ValueType {
  switch (type) {
    case 'number':
    case 'percentage':
    case 'currency':
      return 'number';
    case 'date':
    case 'created-at':
    case 'updated-at':
      return 'instant';
    case 'boolean':
      return 'boolean';
    case 'multi-select':
    case 'user':
    case 'reference':
      return 'texts';
    case 'text':
    case 'long-text':
    case 'url':
    case 'single-select':
    case 'formula':
    case 'lookup':
    case 'created-by':
    case 'updated-by':
      return 'text';
    default:
      return unreachable(type);
  }
}
