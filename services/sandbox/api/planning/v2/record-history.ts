/**
 * The change log of one record: before and after of each field, by whom (reference E.3, E.5).
 */
import type { JsonObject, JsonValue } from '../../../../core/json.ts';
import { formatIsoDate } from '../../../../workfront/dates.ts';
import { v2NameOf } from '../../../../workfront/planning/field-type.ts';
import type { HistoryEntry } from '../../../tenant/history.ts';
import { sameJson, fieldText } from '../../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../../workfront/object-row.ts';
import type { PlanningModel } from '../../../tenant/planning/planning-model.ts';
import { dataOf } from '../../../../workfront/planning/record.ts';

/**
 * Newest first. Entries of removed fields stay (reference E.5), with what is still known of the
 * field.
 */
export function recordHistory(model: PlanningModel, record: ObjectRow): readonly JsonObject[] {
  const recordId = fieldText(record, 'id') ?? '';
  const entries: JsonObject[] = [];
  let before: JsonObject = {};
  for (const entry of model.tenant.history.entries('RECORD', recordId)) {
    const after = entry.changes['data'] === undefined ? before : dataOf(entry.changes);
    if (entry.kind !== 'RECALCULATE') {
      for (const one of fieldEntries(model, recordId, entry, before, after)) entries.push(one);
    }
    before = after;
  }
  return entries.reverse();
}

function fieldEntries(
  model: PlanningModel,
  recordId: string,
  entry: HistoryEntry,
  before: JsonObject,
  after: JsonObject,
): JsonObject[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !isComputed(model, name))
    .filter((name) => !sameJson(before[name] ?? null, after[name] ?? null))
    .map((fieldId) => ({
      id: `H${entry.sequence.toString(16).padStart(8, '0')}${fieldId.slice(1, 17)}`,
      recordId,
      createdBy: entry.actorID,
      createdAt: formatIsoDate(entry.atMicros),
      fieldId,
      before: cell(model, fieldId, before[fieldId] ?? null),
      after: cell(model, fieldId, after[fieldId] ?? null),
    }));
}

/** The history of the UI leaves lookups and formulas out (reference E.5). */
function isComputed(model: PlanningModel, fieldId: string): boolean {
  const type = fieldText(model.tenant.store.get('FIELD', fieldId), 'type');
  return type === 'formula' || type === 'lookup';
}

function cell(model: PlanningModel, fieldId: string, value: JsonValue): JsonObject {
  const field = model.tenant.store.get('FIELD', fieldId);
  if (field === null) return { value, fieldSnapshot: { id: fieldId } };
  const [known] = model
    .fieldsOf(fieldText(field, 'recordTypeId') ?? '')
    .filter(({ id }) => id === fieldId);
  return {
    value,
    fieldSnapshot: {
      id: fieldId,
      type: known === undefined ? null : v2NameOf(known.type),
      displayName: field['displayName'] ?? null,
      description: field['description'] ?? null,
      hasError: false,
      options: field['options'] ?? null,
      dateOptions: field['dateOptions'] ?? null,
      numberOptions: field['numberOptions'] ?? null,
      userOptions: field['userOptions'] ?? null,
    },
  };
}
