/**
 * `/{obj}/report`: aggregates by groups (reference C.2; shape of rest_core/report.json).
 */
import type { JsonValue } from '../../../core/json.ts';
import { asMicros } from '../../../core/units.ts';
import { badRequest } from '../../../workfront/attask/attask-error.ts';
import type { FieldType } from '../../../workfront/catalogue/field-types.generated.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { AttaskCall } from './attask-call.ts';
import { readerOf, fieldSteps, typeOfPath } from '../../../workfront/attask/answer/field-paths.ts';
import { runOf } from './read-objects.ts';
import { restDate } from '../../../workfront/attask/answer/rest-date.ts';
import { allMatching } from './run-search.ts';

/** The five of reference C.2; `dcount`, of distinct values, is what the fixture shows. */
const FUNCTIONS = ['sum', 'count', 'avg', 'min', 'max', 'dcount'] as const;
type AggregateFunction = (typeof FUNCTIONS)[number];

const GROUP_BY = /^(.+?)(?:_(\d+))?_GroupBy$/;
const AGGREGATE = /^(.+)_AggFunc$/;
const ROLLUP = '$$ROLLUP';

type Read = (row: ObjectRow) => JsonValue;

interface Grouping {
  readonly path: string;
  readonly precedence: number;
}

interface Column {
  /** `sum_hours`. */
  readonly name: string;
  readonly aggregate: (rows: readonly ObjectRow[]) => JsonValue;
}

interface Shape {
  readonly groupings: readonly { readonly path: string; readonly read: Read }[];
  readonly columns: readonly Column[];
  /** A total at each level of grouping. */
  readonly rollup: boolean;
}

export function report(call: AttaskCall, objCode: string): JsonValue {
  const groupings: Grouping[] = [];
  const aggregates: { path: string; use: string }[] = [];
  let rollup = false;
  const filters = call.request.parameters.filter(([name, value]) => {
    const grouped = GROUP_BY.exec(name);
    const aggregated = AGGREGATE.exec(name)?.[1];
    if (name === ROLLUP) rollup = value === 'true';
    else if (grouped?.[1] !== undefined) {
      const precedence = Number(grouped[2] ?? Number.MAX_SAFE_INTEGER);
      if (value === 'true') groupings.push({ path: grouped[1], precedence });
    } else if (aggregated !== undefined) aggregates.push({ path: aggregated, use: value });
    else return true;
    return false;
  });
  // What the fixture shows for a report that names no field: how many objects there are.
  if (aggregates.length === 0) aggregates.push({ path: 'ID', use: 'dcount' });
  groupings.sort((a, b) => a.precedence - b.precedence);
  const reader = readers(call, objCode);
  const shape: Shape = {
    groupings: groupings.map(({ path }) => ({ path, read: reader(path).show })),
    columns: aggregates.map(({ path, use }) => columnOf(path, use, reader(path))),
    rollup,
  };
  const asked = { ...call, request: { ...call.request, parameters: filters } };
  return tableOf([...allMatching(runOf(asked, objCode))], shape, 0, {});
}

interface Reader {
  readonly type: FieldType;
  /** As stored: what is computed with. */
  readonly raw: Read;
  /** As an answer shows it: dates in the caller's zone. */
  readonly show: Read;
}

function readers(call: AttaskCall, objCode: string): (path: string) => Reader {
  const { tenant, parameters, zone } = call;
  const context = {
    version: call.request.version,
    customFields: parameters,
    nowMicros: tenant.now(),
  };
  return (path) => {
    const steps = fieldSteps(objCode, path, context);
    const type = typeOfPath(steps);
    const read = readerOf(steps, tenant.view);
    const raw: Read = (row) => read(row) ?? null;
    const dated = (value: JsonValue): JsonValue =>
      typeof value === 'number' ? restDate(asMicros(value), zone) : value;
    return { type, raw, show: type === 'dateTime' ? (row) => dated(raw(row)) : raw };
  };
}

/** Groups of the level, each with what is below it; the last level holds the aggregates. */
function tableOf(
  rows: readonly ObjectRow[],
  shape: Shape,
  level: number,
  above: Readonly<Record<string, JsonValue>>,
): JsonValue {
  const grouping = shape.groupings[level];
  if (grouping === undefined) return { ...aggregated(rows, shape), ...above };
  const groups = new Map<string, { value: JsonValue; rows: ObjectRow[] }>();
  for (const row of rows) {
    const value = grouping.read(row);
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { value, rows: [row] });
    else group.rows.push(row);
  }
  const table: Record<string, JsonValue> = {};
  for (const [key, group] of groups) {
    const values = { ...above, [grouping.path]: group.value };
    table[key] = tableOf(group.rows, shape, level + 1, values);
  }
  if (shape.rollup) table[ROLLUP] = aggregated(rows, shape);
  return table;
}

// What a group of nulls is called is unpublished.
function keyOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function aggregated(rows: readonly ObjectRow[], { columns }: Shape): Record<string, JsonValue> {
  return Object.fromEntries(columns.map(({ name, aggregate }) => [name, aggregate(rows)]));
}

function columnOf(path: string, use: string, reader: Reader): Column {
  const known = FUNCTIONS.find((one) => one === use);
  if (known === undefined) throw badRequest(`Invalid aggregate function "${use}" for ${path}`);
  const isNumber = reader.type === 'int' || reader.type === 'double' || reader.type === 'unknown';
  if ((known === 'sum' || known === 'avg') && !isNumber) {
    throw badRequest(`Field ${path} cannot be aggregated with ${use}`);
  }
  return { name: `${known}_${path}`, aggregate: (rows) => aggregate(known, rows, reader) };
}

function aggregate(use: AggregateFunction, rows: readonly ObjectRow[], reader: Reader): JsonValue {
  const filled = rows.filter((row) => reader.raw(row) !== null);
  if (use === 'count') return filled.length;
  if (use === 'dcount') return new Set(filled.map((row) => keyOf(reader.raw(row)))).size;
  if (use === 'min' || use === 'max') return extreme(filled, reader, use === 'min' ? -1 : 1);
  const numbers = filled.map(reader.raw).filter((value) => typeof value === 'number');
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (use === 'sum') return sum;
  return numbers.length === 0 ? null : sum / numbers.length;
}

function extreme(rows: readonly ObjectRow[], { raw, show }: Reader, sign: 1 | -1): JsonValue {
  let found: ObjectRow | null = null;
  for (const row of rows) {
    if (found === null || compare(raw(row), raw(found)) * sign > 0) found = row;
  }
  return found === null ? null : show(found);
}

function compare(a: JsonValue, b: JsonValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
