/**
 * The `_Mod` words of the attask grammar and what each means as a filter (reference C.3). Pure.
 */
import { and, not, or, test } from '../filter/filter.ts';
import type { Filter, Operator, ValueType } from '../filter/filter.ts';
import { badRequest } from './attask-error.ts';
import { dateOperand, operandOf } from './operands.ts';
import type { DateOperand } from './operands.ts';
import type { AskContext } from './wildcards.ts';

/** One parameter with its modifier: `values` as sent, `range` the value of `<field>_Range`. */
export interface SearchTerm {
  readonly path: string;
  readonly type: ValueType;
  readonly modifier: string;
  readonly values: readonly string[];
  readonly range: string | null;
}

interface Meaning {
  readonly operator: Operator;
  readonly negated?: boolean;
  readonly anyCase?: boolean;
  /** Operands are numbers whatever the field is: lengths and bits. */
  readonly numeric?: boolean;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  eq: { operator: 'equal' },
  ne: { operator: 'equal', negated: true }, // matches nulls too; nee does not
  cieq: { operator: 'equal', anyCase: true },
  cine: { operator: 'equal', anyCase: true, negated: true },
  in: { operator: 'in' },
  notin: { operator: 'in', negated: true },
  ciin: { operator: 'in', anyCase: true },
  cinotin: { operator: 'in', anyCase: true, negated: true },
  between: { operator: 'between' },
  notbetween: { operator: 'between', negated: true },
  cibetween: { operator: 'between', anyCase: true },
  cinotbetween: { operator: 'between', anyCase: true, negated: true },
  lt: { operator: 'less' },
  lte: { operator: 'lessOrEqual' },
  gt: { operator: 'greater' },
  gte: { operator: 'greaterOrEqual' },
  contains: { operator: 'contains' },
  notcontains: { operator: 'contains', negated: true },
  cicontains: { operator: 'contains', anyCase: true },
  cinotcontains: { operator: 'contains', anyCase: true, negated: true },
  cicontainsany: { operator: 'containsAny', anyCase: true },
  cinotcontainsany: { operator: 'containsAny', anyCase: true, negated: true },
  cicontainsall: { operator: 'containsAll', anyCase: true },
  cinotcontainsall: { operator: 'containsAll', anyCase: true, negated: true },
  startswith: { operator: 'startsWith' },
  like: { operator: 'like' },
  cilike: { operator: 'like', anyCase: true },
  soundex: { operator: 'soundsLike' },
  length_lt: { operator: 'lengthLess', numeric: true },
  length_eq: { operator: 'lengthEqual', numeric: true },
  length_gt: { operator: 'lengthGreater', numeric: true },
  isnull: { operator: 'null' },
  notnull: { operator: 'null', negated: true },
  isblank: { operator: 'blank' },
  notblank: { operator: 'blank', negated: true },
  allof: { operator: 'hasAll' },
  bitwiseor: { operator: 'bitsAny', numeric: true },
  bitwiseand: { operator: 'bitsAll', numeric: true },
  bitwisenand: { operator: 'bitsAll', numeric: true, negated: true },
};

/** Every modifier that is understood, `nee` and `exacttime` included. */
export const MODIFIERS: readonly string[] = [...Object.keys(MEANINGS), 'nee', 'exacttime'];

const TEXT_ONLY: ReadonlySet<Operator> = new Set([
  'contains',
  'containsAny',
  'containsAll',
  'startsWith',
  'like',
  'soundsLike',
]);

export function filterOfTerm(term: SearchTerm, ask: AskContext): Filter {
  const { path, type, modifier } = term;
  if (modifier === 'nee') {
    // ne that leaves nulls out (reference C.3)
    return and([filterOfTerm({ ...term, modifier: 'ne' }, ask), not(test(path, type, 'null'))]);
  }
  const meaning = Object.hasOwn(MEANINGS, modifier) ? MEANINGS[modifier] : undefined;
  if (modifier !== 'exacttime' && meaning === undefined) {
    throw badRequest(`Invalid modifier "${modifier}" for field ${path}`);
  }
  const {
    operator,
    negated = false,
    anyCase = false,
    numeric = false,
  } = meaning ?? ({ operator: 'equal' } satisfies Meaning);
  if (TEXT_ONLY.has(operator) && type !== 'text' && type !== 'texts') {
    throw badRequest(`Modifier "${modifier}" cannot be used with field ${path}`);
  }
  const positive =
    operator === 'null' || operator === 'blank'
      ? test(path, type, operator)
      : numeric
        ? test(path, type === 'instant' ? 'number' : type, operator, [number(term)])
        : type === 'instant'
          ? dateFilter(term, operator, modifier === 'exacttime', ask)
          : plainFilter(term, operator, anyCase, ask);
  return negated ? not(positive) : positive;
}

function number(term: SearchTerm): number {
  return Number(operandOf(term.values[0] ?? '', 'number', term.path, null));
}

function plainFilter(
  term: SearchTerm,
  operator: Operator,
  anyCase: boolean,
  ask: AskContext,
): Filter {
  const { path, type } = term;
  const texts = operator === 'between' ? [...term.values.slice(0, 1), rangeOf(term)] : term.values;
  const values = texts.map((text) => operandOf(text, type, path, ask));
  if (type !== 'texts') return test(path, type, operator, values, anyCase);
  // A set equals a value when it holds it: `accessorIDs=<id>`.
  if (operator === 'equal') return test(path, type, 'hasAny', values.slice(0, 1), anyCase);
  return test(path, type, operator === 'in' ? 'hasAny' : operator, values, anyCase);
}

/**
 * A date with eq matches the whole day; exacttime and the orders compare instants (reference C.3).
 */
function dateFilter(term: SearchTerm, operator: Operator, exact: boolean, ask: AskContext): Filter {
  const { path, type } = term;
  const dates = term.values.map((text) => dateOperand(text, path, ask));
  if (operator === 'between') {
    const upper = dateOperand(rangeOf(term), path, ask);
    return test(path, type, 'between', [first(dates, path).instant, upper.last]);
  }
  if (operator === 'equal' || operator === 'in') {
    const wholeDay = (date: DateOperand): Filter =>
      exact
        ? test(path, type, 'equal', [date.instant])
        : test(path, type, 'between', [date.dayStart, date.dayEnd]);
    return or((operator === 'in' ? dates : dates.slice(0, 1)).map(wholeDay));
  }
  return test(path, type, operator, [first(dates, path).instant]);
}

function first<T>(values: readonly T[], path: string): T {
  const [value] = values;
  if (value === undefined) throw badRequest(`No value given for field ${path}`);
  return value;
}

function rangeOf(term: SearchTerm): string {
  if (term.range === null) {
    throw badRequest(`Field ${term.path} needs ${term.path}_Range with modifier ${term.modifier}`);
  }
  return term.range;
}
