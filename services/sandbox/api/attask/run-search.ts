/**
 * Runs a parsed search over what search sees, by the clock index where that helps (reference C.7).
 */
import { LIMIT_DEFAULT, LIMIT_MAX } from '../../../workfront/attask/parse-search.ts';
import type { Search } from '../../../workfront/attask/parse-search.ts';
import { badRequest } from '../../../workfront/attask/attask-error.ts';
import { compileFilter, compileSorts } from '../../../workfront/filter/evaluate.ts';
import type { Accessor } from '../../../workfront/filter/evaluate.ts';
import type { Filter, Test } from '../../../workfront/filter/filter.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { clockField } from '../../../workfront/catalogue/schema.ts';
import type { SearchView } from '../../tenant/search-view.ts';

export interface SearchRun {
  readonly objCode: string;
  readonly search: Search;
  readonly view: SearchView;
  readonly accessor: Accessor<ObjectRow>;
  /** What the caller may not see (reference C.8). */
  readonly isHidden: (row: ObjectRow) => boolean;
}

/** One page, at most `$$LIMIT`; larger than 2000 fails (reference C.4). */
export function runSearch(run: SearchRun): ObjectRow[] {
  const { search, accessor } = run;
  const limit = search.limit ?? LIMIT_DEFAULT;
  if (limit > LIMIT_MAX) throw badRequest(`$$LIMIT cannot exceed ${LIMIT_MAX}`);
  const { rows, inOrder } = candidates(run);
  const end = search.first + limit;
  const found: ObjectRow[] = [];
  for (const row of matching(run, rows)) {
    found.push(row);
    if (inOrder && found.length >= end) break;
  }
  if (!inOrder) found.sort(compileSorts(search.sorts, accessor));
  return found.slice(search.first, end);
}

export function runCount(run: SearchRun): number {
  return [...allMatching(run)].length;
}

/** Every row that matches, unsorted and without paging. */
export function allMatching(run: SearchRun): IterableIterator<ObjectRow> {
  return matching(run, candidates(run).rows);
}

function* matching(run: SearchRun, rows: Iterable<ObjectRow>): IterableIterator<ObjectRow> {
  const matches = compileFilter(run.search.filter, run.accessor);
  for (const row of rows) if (matches(row) && !run.isHidden(row)) yield row;
}

/** The rows to look at, and whether they come in the order asked for. */
function candidates(run: SearchRun): { rows: Iterable<ObjectRow>; inOrder: boolean } {
  const { objCode, search, view } = run;
  const ids = idsIn(search.filter);
  if (ids !== null) {
    const rows = [...new Set(ids)].map((id) => view.get(objCode, id)).filter((row) => row !== null);
    return { rows, inOrder: search.sorts.length === 0 };
  }
  const clock = clockField(objCode);
  const range = clock === null ? null : rangeIn(search.filter, clock);
  const byClock = clock !== null && sortsByClock(search, clock);
  if (clock !== null && (range !== null || byClock)) {
    const [from, to] = range ?? EVER;
    const rows = view.byClock(objCode, from, to);
    if (rows !== null) return { rows, inOrder: byClock || search.sorts.length === 0 };
  }
  return { rows: view.rows(objCode), inOrder: search.sorts.length === 0 };
}

const EVER = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** The index is in the order (clock, ID), both ascending. */
function sortsByClock({ sorts }: Search, clock: string): boolean {
  const [first, second] = sorts;
  if (first === undefined || first.path !== clock || first.descending) return false;
  if (second === undefined) return true;
  return second.path === 'ID' && !second.descending;
}

function testsOf(filter: Filter): readonly Test[] {
  if (filter.kind === 'test') return [filter];
  return filter.kind === 'and' ? filter.filters.flatMap(testsOf) : [];
}

function idsIn(filter: Filter): readonly string[] | null {
  const test = testsOf(filter).find(
    ({ path, operator, anyCase }) =>
      path === 'ID' && !anyCase && (operator === 'equal' || operator === 'in'),
  );
  return test === undefined ? null : test.values.map(String);
}

/** Bounds that the filter puts on the clock; null when none. */
function rangeIn(filter: Filter, clock: string): readonly [number, number] | null {
  let [from, to]: readonly [number, number] = EVER;
  let bounded = false;
  for (const { path, type, operator, values } of testsOf(filter)) {
    const [first, second] = values.map(Number);
    if (path !== clock || type !== 'instant' || first === undefined) continue;
    if (operator === 'greater' || operator === 'greaterOrEqual') from = Math.max(from, first);
    else if (operator === 'less' || operator === 'lessOrEqual') to = Math.min(to, first);
    else if (operator === 'between' && second !== undefined) {
      from = Math.max(from, first);
      to = Math.min(to, second);
    } else continue;
    bounded = true;
  }
  return bounded ? [from, to] : null;
}
