/**
 * Runs a filter, and sorts, over rows in memory. Compiles once, so that a row costs closures only.
 */
import type { JsonValue } from '../../core/json.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { Filter, Operator, Sort, Test, ValueType } from './filter.ts';
import { matchesLike, soundex } from './text-match.ts';

/**
 * The value of a path in a row, in the type's own form: instants as micros, days as `YYYY-MM-DD`.
 * An array fans out: a scalar test holds when it holds for one of its elements
 * (`assignments:assignedToID`).
 */
export type Accessor<Row> = (path: string, type: ValueType) => (row: Row) => JsonValue | undefined;

export function compileFilter<Row>(filter: Filter, accessor: Accessor<Row>): (row: Row) => boolean {
  switch (filter.kind) {
    case 'and': {
      const all = filter.filters.map((one) => compileFilter(one, accessor));
      return (row) => all.every((matches) => matches(row));
    }
    case 'or': {
      const any = filter.filters.map((one) => compileFilter(one, accessor));
      return (row) => any.some((matches) => matches(row));
    }
    case 'not': {
      const matches = compileFilter(filter.filter, accessor);
      return (row) => !matches(row);
    }
    case 'test':
      return compileTest(filter, accessor);
    default:
      return unreachable(filter);
  }
}

/** Compares rows by the sorts in their order; nulls come last ascending and first descending. */
export function compileSorts<Row>(
  sorts: readonly Sort[],
  accessor: Accessor<Row>,
): (a: Row, b: Row) => number {
  const keys = sorts.map((sort) => ({ sort, read: accessor(sort.path, sort.type) }));
  return (a, b) => {
    for (const { sort, read } of keys) {
      const order = compareValues(sortKey(read(a), sort), sortKey(read(b), sort));
      if (order !== 0) return sort.descending ? -order : order;
    }
    return 0;
  };
}

type Scalar = string | number | boolean;

type Holds = (value: Scalar) => boolean;

function compileTest<Row>(test: Test, accessor: Accessor<Row>): (row: Row) => boolean {
  const read = accessor(test.path, test.type);
  const { operator } = test;
  if (operator === 'null') return (row) => isNull(read(row));
  if (operator === 'blank') return (row) => isBlank(read(row));
  const wanted = operands(test);
  if (isOfSets(operator)) {
    const holds = SET_TESTS[operator];
    return (row) => holds(elements(read(row), test), wanted);
  }
  const holds = SCALAR_TESTS[operator](wanted, test);
  return (row) => {
    const value = read(row);
    if (Array.isArray(value)) {
      return elements(value, test).some(holds);
    }
    const scalar = fold(value, test);
    return scalar !== null && holds(scalar);
  };
}

type SetOperator = 'hasAny' | 'hasAll' | 'setEqual';
type ScalarOperator = Exclude<Operator, SetOperator | 'null' | 'blank'>;
type Scalars = readonly Scalar[];

const SET_TESTS: Readonly<Record<SetOperator, (set: Scalars, wanted: Scalars) => boolean>> = {
  hasAny: (set, wanted) => wanted.some((one) => set.includes(one)),
  hasAll: (set, wanted) => set.length > 0 && wanted.every((one) => set.includes(one)),
  setEqual: (set, wanted) =>
    set.length > 0 &&
    wanted.every((one) => set.includes(one)) &&
    set.every((one) => wanted.includes(one)),
};

function isOfSets(operator: Operator): operator is SetOperator {
  return Object.hasOwn(SET_TESTS, operator);
}

const SCALAR_TESTS: Readonly<Record<ScalarOperator, (wanted: Scalars, test: Test) => Holds>> = {
  equal: withOne((first) => (value) => value === first),
  in: (wanted) => (value) => wanted.includes(value),
  between: ([first, second]) => {
    if (first === undefined || second === undefined) return () => false;
    return (value) => compareScalars(value, first) >= 0 && compareScalars(value, second) <= 0;
  },
  less: withOne((first) => (value) => compareScalars(value, first) < 0),
  lessOrEqual: withOne((first) => (value) => compareScalars(value, first) <= 0),
  greater: withOne((first) => (value) => compareScalars(value, first) > 0),
  greaterOrEqual: withOne((first) => (value) => compareScalars(value, first) >= 0),
  contains: withOne((first, { type }) =>
    type === 'texts' ? (value) => value === first : (value) => includes(value, first),
  ),
  containsAny: (wanted) => (value) => wanted.some((one) => includes(value, one)),
  containsAll: (wanted) => (value) => wanted.every((one) => includes(value, one)),
  startsWith: withOne((first) => (value) => String(value).startsWith(String(first))),
  like: withOne((first) => (value) => matchesLike(String(first), String(value))),
  soundsLike: withOne((first) => {
    const sound = soundex(String(first));
    return (value) => soundex(String(value)) === sound;
  }),
  lengthLess: withOne((first) => (value) => String(value).length < Number(first)),
  lengthEqual: withOne((first) => (value) => String(value).length === Number(first)),
  lengthGreater: withOne((first) => (value) => String(value).length > Number(first)),
  bitsAny: withOne((first) => (value) => (Number(value) & Number(first)) !== 0),
  bitsAll: withOne((first) => (value) => (Number(value) & Number(first)) === Number(first)),
};

/** A test by its first operand; nothing passes one that has none. */
function withOne(make: (first: Scalar, test: Test) => Holds) {
  return ([first]: Scalars, test: Test): Holds =>
    first === undefined ? () => false : make(first, test);
}

function operands(test: Test): readonly Scalar[] {
  if (!test.anyCase) return test.values;
  return test.values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value));
}

function elements(value: JsonValue | undefined, test: Test): readonly Scalar[] {
  if (value === undefined || value === null) return [];
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  const scalars: Scalar[] = [];
  for (const item of items) {
    const scalar = fold(item, test);
    if (scalar !== null) scalars.push(scalar);
  }
  return scalars;
}

/** The value in the form in which the test compares it; null where the test cannot hold. */
function fold(value: JsonValue | undefined, test: Test): Scalar | null {
  if (value === undefined || value === null || typeof value === 'object') return null;
  switch (test.type) {
    case 'text':
    case 'texts':
    case 'day': {
      const text = String(value);
      return test.anyCase ? text.toLowerCase() : text;
    }
    case 'number':
    case 'instant':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    default:
      return unreachable(test.type);
  }
}

function includes(value: Scalar, wanted: Scalar): boolean {
  return String(value).includes(String(wanted));
}

function isNull(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isBlank(value: JsonValue | undefined): boolean {
  return isNull(value) || (typeof value === 'string' && value.trim() === '');
}

function sortKey(value: JsonValue | undefined, sort: Sort): Scalar | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(String).join(',');
  if (typeof value === 'object') return null;
  return sort.anyCase && typeof value === 'string' ? value.toLowerCase() : value;
}

function compareValues(a: Scalar | null, b: Scalar | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareScalars(a, b);
}

function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a !== typeof b) return compareScalars(String(a), String(b));
  return a < b ? -1 : a > b ? 1 : 0;
}
