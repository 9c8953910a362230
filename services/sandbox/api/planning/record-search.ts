/** Finds, sorts and groups records for both versions' searches (reference E.2, E.3). */
import { isJsonObject } from '../../../core/json.ts';
import type { JsonValue } from '../../../core/json.ts';
import { parseWorkfrontDate } from '../../../workfront/dates.ts';
import { compileFilter, compileSorts } from '../../../workfront/filter/evaluate.ts';
import type { Accessor } from '../../../workfront/filter/evaluate.ts';
import type { Filter, Sort } from '../../../workfront/filter/filter.ts';
import { pathOf } from '../../../workfront/planning/condition-filter.ts';
import { valueTypeOf } from '../../../workfront/planning/field-type.ts';
import { invalid } from '../../../workfront/planning/planning-error.ts';
import { isList, textOf } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { dataOf } from '../../tenant/planning/planning-model.ts';
import type { FieldDefinition } from '../../tenant/planning/planning-model.ts';

export interface Group {
  readonly fieldId: string;
  readonly value: JsonValue;
  readonly recordIds: readonly string[];
}

/** Reads a path of a record in the form in which filters compare it. */
export const recordAccessor: Accessor<ObjectRow> = (path, type) => {
  const isData = path.startsWith('data.');
  const key = isData ? path.slice('data.'.length) : path;
  return (row) => {
    const value = isData ? dataOf(row)[key] : row[key];
    if (value === undefined || value === null) return null;
    if (type === 'instant') return isList(value) ? value.map(instantOf) : instantOf(value);
    // People and links are compared by id.
    if (isList(value)) return value.map((one) => (isJsonObject(one) ? (one['id'] ?? null) : one));
    return value;
  };
};

function instantOf(value: JsonValue): JsonValue {
  return typeof value === 'string' ? parseWorkfrontDate(value) : value;
}

export function findRecords(
  records: readonly ObjectRow[],
  filter: Filter,
  sorts: readonly Sort[],
): readonly ObjectRow[] {
  const found = records.filter(compileFilter(filter, recordAccessor));
  return sorts.length === 0 ? found : found.sort(compileSorts(sorts, recordAccessor));
}

/** `[{fieldId, direction}]`; direction asc when left out. */
export function readSorts(
  sent: JsonValue,
  find: (key: string) => FieldDefinition | null,
): readonly Sort[] {
  if (sent === null) return [];
  if (!isList(sent)) throw invalid('must be an array', 'sort');
  return sent.map((one) => {
    const key = isJsonObject(one) ? textOf(one, 'fieldId') : null;
    const direction = isJsonObject(one) ? (textOf(one, 'direction') ?? 'asc') : '';
    if (key === null) throw invalid('must not be blank', 'fieldId');
    return sortOf(key, direction, find);
  });
}

const SYSTEM: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'createdBy', 'updatedBy']);

export function sortOf(
  key: string,
  direction: string,
  find: (key: string) => FieldDefinition | null,
): Sort {
  const word = direction.toLowerCase();
  if (word !== 'asc' && word !== 'desc') throw invalid('must be asc or desc', 'direction');
  const descending = word === 'desc';
  if (SYSTEM.has(key)) {
    const type = key.endsWith('At') ? 'instant' : 'text';
    return { path: key, type, descending, anyCase: false };
  }
  const field = find(key);
  if (field === null) throw invalid(`field ${key} does not exist`, 'fieldId');
  return { path: pathOf(field), type: valueTypeOf(field.type), descending, anyCase: true };
}

export function groupBy(records: readonly ObjectRow[], field: FieldDefinition): readonly Group[] {
  const groups = new Map<string, { value: JsonValue; recordIds: string[] }>();
  for (const record of records) {
    const value = dataOf(record)[field.id] ?? null;
    const key = JSON.stringify(value);
    const group = groups.get(key) ?? { value, recordIds: [] };
    groups.set(key, group);
    group.recordIds.push(textOf(record, 'id') ?? '');
  }
  return [...groups.values()].map((group) => ({ fieldId: field.id, ...group }));
}
