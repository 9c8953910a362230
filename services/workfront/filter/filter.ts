// The one filter AST: what every search dialect of Workfront (attask URLs, Planning v1 and v2)
// parses to.
// Promises two-valued logic: a test on an absent or null value is false, and `not` of it is true.
// Must not know a dialect, a store or SQL; `evaluate.ts` runs it in memory, the query API compiles
// it.

/**
 * How a path's values are compared. `instant` is micros UTC, `day` is `YYYY-MM-DD`, `texts` a set.
 */
export type ValueType = 'text' | 'number' | 'boolean' | 'instant' | 'day' | 'texts';

/** An operand; instants are micros since 1970 UTC. */
export type FilterValue = string | number | boolean;

export const OPERATORS = [
  'equal', // one operand
  'in', // any number of operands
  'between', // two operands, both inclusive
  'less',
  'lessOrEqual',
  'greater',
  'greaterOrEqual',
  'contains', // text in text; on `texts`: an element equals
  'containsAny',
  'containsAll',
  'startsWith',
  'like', // SQL pattern: % and _
  'soundsLike', // American Soundex
  'lengthLess',
  'lengthEqual',
  'lengthGreater',
  'bitsAny', // one number: value & operand <> 0
  'bitsAll', // one number: value & operand = operand
  'null', // absent or null; no operand
  'blank', // null, empty text or empty set; no operand
  'hasAny', // set operators: operands are elements
  'hasAll',
  'setEqual',
] as const;

export type Operator = (typeof OPERATORS)[number];

export interface Test {
  readonly kind: 'test';
  /** API field name, `DE:<name>`, `data.<fieldId>`, or a dotted path such as `project:status`. */
  readonly path: string;
  readonly type: ValueType;
  readonly operator: Operator;
  readonly values: readonly FilterValue[];
  /** Text is compared without regard to letter case. */
  readonly anyCase: boolean;
}

export type Filter =
  | { readonly kind: 'and'; readonly filters: readonly Filter[] }
  | { readonly kind: 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | Test;

/** Matches everything. */
export const EVERYTHING: Filter = { kind: 'and', filters: [] };

export interface Sort {
  readonly path: string;
  readonly type: ValueType;
  readonly descending: boolean;
  readonly anyCase: boolean;
}

export function test(
  path: string,
  type: ValueType,
  operator: Operator,
  values: readonly FilterValue[] = [],
  anyCase = false,
): Test {
  return { kind: 'test', path, type, operator, values, anyCase };
}

export function and(filters: readonly Filter[]): Filter {
  const [only] = filters;
  return filters.length === 1 && only !== undefined ? only : { kind: 'and', filters };
}

export function or(filters: readonly Filter[]): Filter {
  const [only] = filters;
  return filters.length === 1 && only !== undefined ? only : { kind: 'or', filters };
}

export function not(filter: Filter): Filter {
  return { kind: 'not', filter };
}
