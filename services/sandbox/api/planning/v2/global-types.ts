/**
 * Global record types: used in other workspaces than their own, where people make records of their
 * own (RecordTypeDto of the OpenAPI file; reference E.3, E.5; WF
 * planning/architecture/cross-workspace-record-types-overview.md).
 */
import { isJsonObject, isList } from '../../../../core/json.ts';
import type { JsonObject } from '../../../../core/json.ts';
import { invalid, PlanningError } from '../../../../workfront/planning/planning-error.ts';
import { queryValue } from '../../../../workfront/api-request.ts';
import { idOf, fieldText } from '../../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../../workfront/object-row.ts';
import type { PlanningCall } from '../planning-call.ts';
import { isSubject, need, reaches, roleIn } from '../../../tenant/planning/sharing.ts';
import { dynamicWorkspaces } from '../../../../workfront/planning/record.ts';

/** `sourceRecordTypeId`: the type is not made but added to the workspace. */
export function attachType(call: PlanningCall, sourceId: string, workspaceId: string): ObjectRow {
  const { model, caller, by } = call;
  const type = model.get('RECORD_TYPE', sourceId);
  if (type['isGlobal'] !== true) throw invalid('is not a global record type', 'sourceRecordTypeId');
  if (!caller.isAdmin && !isAuthorized(call, type)) {
    throw new PlanningError(403, 'FORBIDDEN', 'You may not add this record type to a workspace');
  }
  const ids = dynamicWorkspaces(type);
  if (workspaceId === type['workspaceId'] || ids.includes(workspaceId)) {
    throw invalid('is in this workspace already', 'sourceRecordTypeId');
  }
  const dynamicWorkspaceIds = [...ids, workspaceId];
  return model.tenant.update('RECORD_TYPE', sourceId, { dynamicWorkspaceIds }, by) ?? type;
}

/**
 * Out of a workspace, without an event on any record (reference E.5). Source PA says that the
 * records made there go with it, the OpenAPI file that all data stays:
 * `planningDetachKeepsRecords`. In a type's own workspace there is no usage to take away: what
 * happens is unpublished, here all of it goes.
 */
export function detachType(call: PlanningCall, typeId: string, workspace: ObjectRow): void {
  const { model, caller } = call;
  const type = model.get('RECORD_TYPE', typeId);
  const workspaceId = idOf(workspace);
  const ids = dynamicWorkspaces(type);
  const isOwn = type['workspaceId'] === workspaceId;
  if (!isOwn && !ids.includes(workspaceId)) model.notFound('RECORD_TYPE', typeId);
  need(model, caller, 'manager', 'WORKSPACE', workspace);
  const silent = { ...call.by, silent: true };
  if (isOwn) return model.removeType(typeId, silent);
  for (const record of model.storedRecordsOf(typeId)) {
    if (record['workspaceId'] !== workspaceId) continue;
    if (!model.tenant.settings.planningDetachKeepsRecords) {
      model.tenant.remove('RECORD', idOf(record), silent);
    }
  }
  const dynamicWorkspaceIds = ids.filter((id) => id !== workspaceId);
  model.tenant.update('RECORD_TYPE', typeId, { dynamicWorkspaceIds }, silent);
}

/** Global types of other workspaces that the caller may add to this one. */
export function attachable(call: PlanningCall, workspaceId: string): readonly ObjectRow[] {
  return [...call.model.tenant.store.rows('RECORD_TYPE')].filter((type) => {
    if (type['isGlobal'] !== true || type['workspaceId'] === workspaceId) return false;
    if (dynamicWorkspaces(type).includes(workspaceId)) return false;
    return call.caller.isAdmin || isAuthorized(call, type);
  });
}

/** It cannot be deleted while other workspaces have it; with which code is unpublished. */
export function refuseInUse(type: ObjectRow): void {
  if (dynamicWorkspaces(type).length === 0) return;
  throw new PlanningError(403, 'RECORD_TYPE_IN_USE', 'Other workspaces have this record type');
}

/**
 * Where a record is made: null for the type's own workspace. A global type's is taken when the
 * caller may make records there, else he has to name another; how is unpublished, here as
 * `scopeWorkspaceId`, as in the calls of record types.
 */
export function homeOf(call: PlanningCall, type: ObjectRow): string | null {
  const { model, caller } = call;
  const asked = queryValue(call.request, 'scopeWorkspaceId');
  const own = fieldText(type, 'workspaceId') ?? '';
  if (asked !== null && asked !== own && !dynamicWorkspaces(type).includes(asked)) {
    throw invalid('does not have this record type', 'scopeWorkspaceId');
  }
  if (reaches(roleIn(model, caller, type, asked ?? own), 'editor')) {
    return asked === own ? null : asked;
  }
  const message = 'You need to be editor of this record type';
  const hint = dynamicWorkspaces(type).length === 0 ? '' : ' in its workspace, or name another';
  throw new PlanningError(403, 'FORBIDDEN', message + hint);
}

/** `scopeWorkspaceIds` of a search: records made in these workspaces. */
export function inScope(
  sent: JsonObject[string] | undefined,
  type: ObjectRow,
): (record: ObjectRow) => boolean {
  if (sent === undefined || sent === null) return () => true;
  if (!isList(sent)) throw invalid('must be an array', 'scopeWorkspaceIds');
  const wanted = new Set(sent.filter((id) => typeof id === 'string'));
  if (wanted.size === 0) return () => true;
  const own = fieldText(type, 'workspaceId') ?? '';
  return (record) => wanted.has(fieldText(record, 'workspaceId') ?? own);
}

/** `redrock/user` and the like, or plainly `user`. */
function isAuthorized({ caller }: PlanningCall, type: ObjectRow): boolean {
  const listed = type['authorizedToCreateDynamicRecordType'];
  return (listed !== undefined && isList(listed) ? listed : []).some((one) => {
    if (!isJsonObject(one)) return false;
    const kind = (fieldText(one, 'type') ?? '').replace(/^\w+\//, '');
    const subjectType = { cmpy: 'company', teamob: 'team' }[kind] ?? kind;
    return isSubject(
      { subjectId: fieldText(one, 'id') ?? '', subjectType },
      caller.user,
      caller.userID,
    );
  });
}
