/**
 * Keeps what Planning fills in by itself true, whoever changes a record or a field: lookups,
 * formulas, titles of links, and the links to records in the bin. None of it sends an event or
 * moves a clock (reference C.9, E.5).
 */
import type { JsonObject } from '../../../core/json.ts';
import type { Change } from '../change.ts';
import { sameJson, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { SaveOptions } from '../tenant.ts';
import { withComputed } from './computed-values.ts';
import type { PlanningModel } from '../planning/planning-model.ts';
import { dataOf } from '../../../workfront/planning/record.ts';

/** Links of links of links: what is farther waits for its own change. */
const DEPTH_MAX = 4;

const BY_ITSELF: SaveOptions = {
  actorID: null,
  kind: 'RECALCULATE',
  silent: true,
  keepsClock: true,
};

/** Follows every change of a record, of people and of the workload alike. */
export function followRecord(model: PlanningModel, change: Change): void {
  const { kind, objID, before, after } = change;
  if (change.objCode !== 'RECORD') return;
  const linkers = kind === 'DELETE' ? model.links.linkersOf(objID) : [];
  model.links.follow(objID, before, after);
  if (kind === 'RECALCULATE') return;
  if (after === null) return loseLinks(model, objID, linkers);
  if (kind === 'UPDATE') model.lost.forget(objID, before, after);
  if (kind === 'RESTORE') regainLinks(model, objID);
  recompute(model, model.tenant.store.get('RECORD', objID) ?? after, 0);
  recomputeLinking(model, model.tenant.store.get('RECORD', objID) ?? after, 0);
}

/** All records of a type, after one of its fields was made, changed or removed. */
export function recomputeType(model: PlanningModel, recordTypeId: string): void {
  for (const record of model.storedRecordsOf(recordTypeId)) recompute(model, record, 0);
}

/** The records that link to this one: their lookups, formulas and the titles they show. */
function recomputeLinking(model: PlanningModel, record: ObjectRow, depth: number): void {
  if (depth >= DEPTH_MAX) return;
  for (const linker of model.links.linkersOf(fieldText(record, 'id') ?? '')) {
    const row = model.tenant.store.get('RECORD', linker);
    if (row !== null) recompute(model, row, depth + 1);
  }
}

function recompute(model: PlanningModel, record: ObjectRow, depth: number): void {
  save(model, record, dataOf(record), depth);
}

function save(model: PlanningModel, record: ObjectRow, links: JsonObject, depth: number): void {
  const recordTypeId = fieldText(record, 'recordTypeId') ?? '';
  const data = withComputed(model, recordTypeId, { ...record, data: links });
  if (sameJson(data, dataOf(record))) return;
  const saved = model.tenant.update('RECORD', fieldText(record, 'id') ?? '', { data }, BY_ITSELF);
  if (saved !== null) recomputeLinking(model, saved, depth);
}

function loseLinks(model: PlanningModel, target: string, linkers: readonly string[]): void {
  for (const linker of linkers) {
    const row = model.tenant.store.get('RECORD', linker);
    if (row === null) continue;
    save(model, row, model.keepsDeletedLinks ? dataOf(row) : model.lost.lose(row, target), 0);
  }
}

function regainLinks(model: PlanningModel, recordId: string): void {
  const { store } = model.tenant;
  const isField = (id: string): boolean => store.get('FIELD', id) !== null;
  for (const loser of model.lost.losersOf(recordId)) {
    const row = store.get('RECORD', loser);
    if (row !== null) save(model, row, model.lost.giveBack(row, recordId, isField), 0);
  }
  // Its own links: what was deleted or restored while it was in the bin itself.
  for (const target of model.lost.lostBy(recordId)) {
    const row = store.get('RECORD', recordId);
    if (row === null || store.get('RECORD', target) === null) continue;
    save(model, row, model.lost.giveBack(row, target, isField), 0);
  }
  for (const target of model.links.missingFrom(recordId)) {
    const row = store.get('RECORD', recordId);
    if (row !== null && !model.keepsDeletedLinks) save(model, row, model.lost.lose(row, target), 0);
  }
}
