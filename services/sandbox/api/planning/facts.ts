/** What Planning's answers show of the tenant beside the row itself. */
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { typeV1, workspaceV1 } from '../../../workfront/planning/answer/show-v1.ts';
import type { PermissionV1 } from '../../../workfront/planning/answer/show-v1.ts';
import type { PlanningFacts } from '../../../workfront/planning/answer/shown-parts.ts';
import type { JsonObject } from '../../../core/json.ts';
import { hasFormulaError } from '../../tenant/formula/computed-values.ts';
import type { PlanningModel } from '../../tenant/planning/planning-model.ts';
import type { Role } from '../../tenant/planning/share-book.ts';
import { roleOn } from '../../tenant/planning/sharing.ts';
import type { PlanningCall } from './planning-call.ts';
import { seen } from './readable.ts';

export function factsOf(model: PlanningModel): PlanningFacts {
  const { store } = model.tenant;
  return {
    imsOrgId: model.tenant.settings.imsOrgID,
    userName: (userID) => fieldText(store.get('USER', userID), 'name'),
    typeAlias: (recordTypeId) => fieldText(store.get('RECORD_TYPE', recordTypeId), 'alias'),
    hasError: (field) => hasFormulaError(model, field),
  };
}

export function permissionOf(role: Role | null): PermissionV1 {
  if (role === null) return 'none';
  return ({ manager: 'manage', editor: 'edit', viewer: 'view' } as const)[role];
}

export function callerTypeV1({ model, caller }: PlanningCall, row: ObjectRow): JsonObject {
  const permission = permissionOf(roleOn(model, caller, 'RECORD_TYPE', row));
  return typeV1(row, model.fieldsOf(fieldText(row, 'id') ?? ''), permission, factsOf(model));
}

export function callerWorkspaceV1(call: PlanningCall, row: ObjectRow): JsonObject {
  const { model, caller } = call;
  const types = seen(call, 'RECORD_TYPE', model.typesOf(fieldText(row, 'id') ?? ''));
  const permission = permissionOf(roleOn(model, caller, 'WORKSPACE', row));
  const shown = types.map((type) => callerTypeV1(call, type));
  return workspaceV1(row, shown, permission, factsOf(model));
}
