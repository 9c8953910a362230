/** Finds, sorts and groups records for both versions' searches (reference E.2, E.3). */
import { isJsonObject, isList, ownMember } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { parseWorkfrontDate } from '../dates.ts';
import { compileFilter, compileSorts } from '../filter/evaluate.ts';
import type { Accessor } from '../filter/evaluate.ts';
import type { Filter, Sort } from '../filter/filter.ts';
import { pathOf } from './condition-filter.ts';
import { planningValueType } from './field-type.ts';
import { invalid } from './planning-error.ts';
import { fieldText } from '../object-row.ts';
import type { ObjectRow } from '../object-row.ts';
import { dataOf } from './record.ts';
import type { FieldDefinition } from './record.ts';
import type { FindField } from './parse-v1.ts';

export interface RecordGroup {
  readonly fieldId: string;
  readonly value: JsonValue;
  readonly recordIds: readonly string[];
}

/** Reads a path of a record in the form in which filters compare it. */
export const recordAccessor: Accessor<ObjectRow> = (path, type) => {
  const isData = path.startsWith('data.');
  const key = isData ? path.slice('data.'.length) : path;
  return (row) => {
    const value = ownMember(isData ? dataOf(row) : row, key);
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

const SYSTEM: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'createdBy', 'updatedBy']);

export function sortOf(key: string, direction: string, find: FindField): Sort {
  const word = direction.toLowerCase();
  if (word !== 'asc' && word !== 'desc') throw invalid('must be asc or desc', 'direction');
  const descending = word === 'desc';
  if (SYSTEM.has(key)) {
    const type = key.endsWith('At') ? 'instant' : 'text';
    return { path: key, type, descending, anyCase: false };
  }
  const field = find(key);
  if (field === null) throw invalid(`field ${key} does not exist`, 'fieldId');
  return { path: pathOf(field), type: planningValueType(field.type), descending, anyCase: true };
}

export function groupBy(
  records: readonly ObjectRow[],
  field: FieldDefinition,
): readonly RecordGroup[] {
  const groups = new Map<string, { value: JsonValue; recordIds: string[] }>();
  for (const record of records) {
    const value = dataOf(record)[field.id] ?? null;
    const key = JSON.stringify(value);
    const group = groups.get(key) ?? { value, recordIds: [] };
    groups.set(key, group);
    group.recordIds.push(fieldText(record, 'id') ?? '');
  }
  return [...groups.values()].map((group) => ({ fieldId: field.id, ...group }));
}
