/** What a caller may see: 403 for one object, left out of lists of many. */
import type { Row } from '../state/row.ts';
import type { PlanningCall } from './planning-call.ts';
import type { PlanningCode } from './planning-model.ts';
import { need, roleOn } from './sharing.ts';

export function readable(call: PlanningCall, objCode: PlanningCode, id: string): Row {
  const row = call.model.get(objCode, id);
  need(call.model, call.caller, 'viewer', objCode, row);
  return row;
}

export function seen(call: PlanningCall, objCode: PlanningCode, rows: readonly Row[]): Row[] {
  return rows.filter((row) => roleOn(call.model, call.caller, objCode, row) !== null);
}
