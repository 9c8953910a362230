/**
 * Who may do what in Planning: roles on workspaces, record types, records and views (reference E.3;
 * WF planning/access/sharing-permissions-overview.md, share-record-types.md, share-records.md;
 * global types: planning/architecture/cross-workspace-record-types-overview.md). Viewers see;
 * editors ("Contribute") make, edit and delete records; managers all the rest. What is a guess is
 * named in README.md.
 */
import { isJsonObject, isList } from '../../../core/json.ts';
import type { JsonObject } from '../../../core/json.ts';
import { PlanningError } from '../../../workfront/planning/planning-error.ts';
import type { Caller } from '../access.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { PlanningCode, PlanningModel } from './planning-model.ts';
import { ROLES } from './share-book.ts';
import type { Role } from './share-book.ts';
import { dynamicWorkspaces, settingsIn } from '../../../workfront/planning/record.ts';

/**
 * Null: may not even see it. A system administrator manages everything but views, which are shared
 * one by one, with administrators too.
 */
export function roleOn(
  model: PlanningModel,
  caller: Caller,
  objCode: PlanningCode,
  row: ObjectRow,
): Role | null {
  if (isHidden(model, objCode, row)) return null;
  if (objCode === 'VIEW') return viewRole(model, caller, row);
  if (caller.isAdmin) return 'manager';
  if (objCode === 'WORKSPACE') return workspaceRole(model, caller, row);
  if (objCode === 'RECORD_TYPE') return typeRole(model, caller, row);
  const type = model.parentOf(objCode, row)?.row ?? null;
  if (type === null) return null;
  return objCode === 'FIELD' ? typeRole(model, caller, type) : recordRole(model, caller, row, type);
}

/** Itself, or what it belongs to. */
function isHidden(model: PlanningModel, objCode: PlanningCode, row: ObjectRow): boolean {
  if (model.hidden.size === 0) return false;
  if (model.hidden.has(`${objCode} ${fieldText(row, 'id') ?? ''}`)) return true;
  const parent = model.parentOf(objCode, row);
  return parent !== null && isHidden(model, parent.objCode, parent.row);
}

/** What somebody may do with a type, or make in it, in one of the workspaces that have it. */
export function roleIn(
  model: PlanningModel,
  caller: Caller,
  type: ObjectRow,
  workspaceId: string,
): Role | null {
  const workspace = model.tenant.store.get('WORKSPACE', workspaceId);
  if (workspace === null) return null;
  const above = caller.isAdmin ? 'manager' : workspaceRole(model, caller, workspace);
  if (above === null || above === 'manager') return above;
  if (model.shares.of(fieldText(type, 'id') ?? '').inherited) return above;
  // Never more than in the workspace, never less than to see it.
  return lowest(explicitRole(model, caller, type) ?? 'viewer', above);
}

/** Throws FORBIDDEN when the caller's role is less. */
export function need(
  model: PlanningModel,
  caller: Caller,
  role: Role,
  objCode: PlanningCode,
  row: ObjectRow,
): void {
  if (reaches(roleOn(model, caller, objCode, row), role)) return;
  const what = objCode.toLowerCase().replace('_', ' ');
  throw new PlanningError(403, 'FORBIDDEN', `You need to be ${role} of this ${what}`);
}

export function reaches(has: Role | null, wanted: Role): boolean {
  return has !== null && ROLES.indexOf(has) >= ROLES.indexOf(wanted);
}

function explicitRole(model: PlanningModel, { user, userID }: Caller, row: ObjectRow): Role | null {
  let role: Role | null = null;
  for (const member of model.shares.of(fieldText(row, 'id') ?? '').members.values()) {
    if (isSubject(member, user, userID)) role = higher(role, member.role);
  }
  return role;
}

/** A user as himself, or through his group, team, job role or company. */
export function isSubject(
  { subjectId, subjectType }: { readonly subjectId: string; readonly subjectType: string },
  user: ObjectRow,
  userID: string,
): boolean {
  const kind = subjectType.toLowerCase();
  if (kind === 'user') return subjectId === userID;
  const field = Object.hasOwn(SUBJECT_FIELDS, kind) ? SUBJECT_FIELDS[kind] : undefined;
  return field !== undefined && fieldText(user, field) === subjectId;
}

const SUBJECT_FIELDS: Readonly<Record<string, string>> = {
  group: 'homeGroupID',
  team: 'homeTeamID',
  role: 'roleID',
  company: 'companyID',
};

function workspaceRole(model: PlanningModel, caller: Caller, workspace: ObjectRow): Role | null {
  if (fieldText(workspace, 'createdBy') === caller.userID) return 'manager';
  return explicitRole(model, caller, workspace);
}

/** A global type is edited in its own workspace only; elsewhere people contribute to it. */
function typeRole(model: PlanningModel, caller: Caller, type: ObjectRow): Role | null {
  const own = roleIn(model, caller, type, fieldText(type, 'workspaceId') ?? '');
  return dynamicWorkspaces(type).reduce((role, id) => {
    const there = roleIn(model, caller, type, id);
    return there === null ? role : higher(role, lowest(there, 'editor'));
  }, own);
}

/**
 * As in the workspace where it was made; the members of a global type's own workspace see it at
 * least. Workspace managers and who made it always edit it.
 */
function recordRole(
  model: PlanningModel,
  caller: Caller,
  record: ObjectRow,
  type: ObjectRow,
): Role | null {
  const primary = fieldText(type, 'workspaceId') ?? '';
  const home = fieldText(record, 'workspaceId') ?? primary;
  const inHome = roleIn(model, caller, type, home);
  if (inHome === 'manager') return inHome;
  const rollsUp = home !== primary && roleIn(model, caller, type, primary) !== null;
  const base = inHome ?? (rollsUp ? 'viewer' : null);
  if (base === null) return null;
  const own = explicitRole(model, caller, record);
  if (fieldText(record, 'createdBy') === caller.userID) return higher('editor', own);
  if (model.shares.of(fieldText(record, 'id') ?? '').wildcard === 'SELECTED_USERS_ONLY') return own;
  const settings = settingsIn(type, home);
  if (settings['mode'] !== 'RESTRICTED') return higher(base, own);
  return higher(isSelected(settings, caller) ? 'editor' : 'viewer', own);
}

function viewRole(model: PlanningModel, caller: Caller, view: ObjectRow): Role | null {
  if (fieldText(view, 'createdBy') === caller.userID) return 'manager';
  const own = explicitRole(model, caller, view);
  if (own !== null) return caller.isAdmin ? 'manager' : own;
  const type = model.parentOf('VIEW', view)?.row ?? null;
  const isForAll = view['isPublicShared'] === true && type !== null;
  return isForAll && roleOn(model, caller, 'RECORD_TYPE', type) !== null ? 'viewer' : null;
}

function isSelected(settings: JsonObject, caller: Caller): boolean {
  const { subjects } = settings;
  return (subjects !== undefined && isList(subjects) ? subjects : []).some((one) => {
    if (!isJsonObject(one)) return false;
    const subject = {
      subjectId: fieldText(one, 'id') ?? '',
      subjectType: fieldText(one, 'type') ?? '',
    };
    return isSubject(subject, caller.user, caller.userID);
  });
}

function lowest(a: Role, b: Role): Role {
  return reaches(a, b) ? b : a;
}

function higher(a: Role | null, b: Role | null): Role | null {
  if (a === null) return b;
  return b === null || reaches(a, b) ? a : b;
}
