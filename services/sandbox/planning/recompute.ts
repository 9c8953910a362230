/** Brings computed values up to date after a record or a field has changed (workfront.md E.5). */
import { isJsonObject } from '../../core/json.ts';
import { isList, sameValue, textOf } from '../state/row.ts';
import type { Row } from '../state/row.ts';
import { withComputed } from './computed-values.ts';
import { dataOf } from './planning-model.ts';
import type { PlanningModel } from './planning-model.ts';

/** Links of links of links: what is farther waits for its own change. */
const DEPTH_MAX = 4;

/** All records of a type, after one of its fields was made, changed or removed. */
export function recomputeType(model: PlanningModel, recordTypeId: string): void {
  for (const record of model.storedRecordsOf(recordTypeId)) recompute(model, record, 0);
}

/** The records that link to this one: their lookups, formulas and the titles they show. */
export function recomputeLinking(model: PlanningModel, record: Row, depth = 0): void {
  if (depth >= DEPTH_MAX) return;
  const recordId = textOf(record, 'id') ?? '';
  const recordTypeId = textOf(record, 'recordTypeId') ?? '';
  for (const { fieldID, typeID } of referencesTo(model, recordTypeId)) {
    for (const other of model.storedRecordsOf(typeID)) {
      if (linksTo(other, fieldID, recordId)) recompute(model, other, depth + 1);
    }
  }
}

function recompute(model: PlanningModel, record: Row, depth: number): void {
  const data = withComputed(model, textOf(record, 'recordTypeId') ?? '', record);
  if (sameValue(data, dataOf(record))) return;
  const saved = model.tenant.update(
    'RECORD',
    textOf(record, 'id') ?? '',
    { data },
    { actorID: null, kind: 'RECALCULATE', silent: true, keepsClock: true },
  );
  if (saved !== null) recomputeLinking(model, saved, depth);
}

function referencesTo(
  model: PlanningModel,
  recordTypeId: string,
): { fieldID: string; typeID: string }[] {
  return [...model.tenant.store.rows('FIELD')].flatMap((field) => {
    const options = field['referenceOptions'];
    const target = isJsonObject(options) ? textOf(options, 'recordTypeId') : null;
    if (target !== recordTypeId) return [];
    return [{ fieldID: textOf(field, 'id') ?? '', typeID: textOf(field, 'recordTypeId') ?? '' }];
  });
}

function linksTo(record: Row, fieldID: string, recordId: string): boolean {
  const links = dataOf(record)[fieldID];
  if (links === undefined || !isList(links)) return false;
  return links.some((one) => isJsonObject(one) && one['id'] === recordId);
}
