/** What a caller may see: 403 for one object, left out of lists of many. */
import { isJsonObject, isList } from '../../../core/json.ts';
import type { JsonValue } from '../../../core/json.ts';

import type { ObjectRow } from '../../../workfront/object-row.ts';
import { targetOf } from '../../tenant/planning/link-index.ts';
import type { PlanningCall } from './planning-call.ts';
import type { PlanningCode } from '../../tenant/planning/planning-model.ts';
import { need, roleOn } from '../../tenant/planning/sharing.ts';
import { dataOf, dynamicWorkspaces } from '../../../workfront/planning/record.ts';

export function readable(call: PlanningCall, objCode: PlanningCode, id: string): ObjectRow {
  const row = call.model.get(objCode, id);
  need(call.model, call.caller, 'viewer', objCode, row);
  return row;
}

/** Records of one type, few of which are hidden: its managers need not be asked about each. */
export function seenRecords(
  call: PlanningCall,
  recordTypeId: string,
  rows: readonly ObjectRow[],
): ObjectRow[] {
  const type = call.model.get('RECORD_TYPE', recordTypeId);
  if (call.model.hidden.size > 0) return seen(call, 'RECORD', rows);
  if (call.caller.isAdmin) return [...rows];
  const isGlobal = dynamicWorkspaces(type).length > 0;
  const role = roleOn(call.model, call.caller, 'RECORD_TYPE', type);
  if (role === 'manager' && !isGlobal) return [...rows];
  return seen(call, 'RECORD', rows);
}

export function seen(
  call: PlanningCall,
  objCode: PlanningCode,
  rows: readonly ObjectRow[],
): ObjectRow[] {
  return rows.filter((row) => roleOn(call.model, call.caller, objCode, row) !== null);
}

/**
 * Without its links to records that the caller may not see (WF planning/access/share-records.md).
 */
export function visibleLinks(call: PlanningCall, record: ObjectRow): ObjectRow {
  const { model, caller } = call;
  if (caller.isAdmin && model.hidden.size === 0) return record;
  const isSeen = (link: JsonValue): boolean => {
    const id = isJsonObject(link) ? targetOf(link) : null;
    const other = id === null ? null : model.tenant.store.get('RECORD', id);
    return other === null || roleOn(model, caller, 'RECORD', other) !== null;
  };
  const data = Object.entries(dataOf(record)).map(
    ([field, value]) => [field, isList(value) ? value.filter(isSeen) : value] as const,
  );
  return { ...record, data: Object.fromEntries(data) };
}
