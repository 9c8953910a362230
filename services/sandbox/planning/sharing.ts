/**
 * Who may do what in Planning: roles on workspaces, record types and records, inherited downwards
 * (workfront.md E.3; permissions and RecordTypePermissionSettingsDto of the OpenAPI file). What a
 * role allows is said there for `move` and `/permissions` only; the rest follows the v1 words
 * manage, edit and view.
 */
import { isJsonObject } from '../../core/json.ts';
import { PlanningError } from '../../workfront/planning/planning-error.ts';
import type { Caller } from '../attask/access.ts';
import { isList, textOf } from '../state/row.ts';
import type { Row } from '../state/row.ts';
import type { PlanningCode, PlanningModel } from './planning-model.ts';
import { ROLES } from './share-book.ts';
import type { Role } from './share-book.ts';

/** Null: may not even see it. A system administrator manages everything. */
export function roleOn(
  model: PlanningModel,
  caller: Caller,
  objCode: PlanningCode,
  row: Row,
): Role | null {
  if (caller.isAdmin) return 'manager';
  const own = higher(explicitRole(model, caller, row), creatorRole(caller, objCode, row));
  if (objCode === 'WORKSPACE') return own;
  const parent = model.parentOf(objCode, row);
  if (parent === null) return own;
  const above = roleOn(model, caller, parent.objCode, parent.row);
  if (objCode === 'RECORD_TYPE') {
    const { inherited } = model.shares.of(textOf(row, 'id') ?? '');
    return higher(own, inherited || above === 'manager' ? above : lower(above));
  }
  if (objCode !== 'RECORD' || above === 'manager') return higher(own, above);
  return higher(
    own,
    isRestricted(model, row, parent.row) ? restricted(caller, above, row, parent.row) : above,
  );
}

/** Throws FORBIDDEN when the caller's role is less. */
export function need(
  model: PlanningModel,
  caller: Caller,
  role: Role,
  objCode: PlanningCode,
  row: Row,
): void {
  if (reaches(roleOn(model, caller, objCode, row), role)) return;
  const what = objCode.toLowerCase().replace('_', ' ');
  throw new PlanningError(403, 'FORBIDDEN', `You need to be ${role} of this ${what}`);
}

export function reaches(has: Role | null, wanted: Role): boolean {
  return has !== null && ROLES.indexOf(has) >= ROLES.indexOf(wanted);
}

function explicitRole(model: PlanningModel, { user, userID }: Caller, row: Row): Role | null {
  let role: Role | null = null;
  for (const member of model.shares.of(textOf(row, 'id') ?? '').members.values()) {
    if (isSubject(member, user, userID)) role = higher(role, member.role);
  }
  return role;
}

/** A user as himself, or through his group, team, job role or company. */
function isSubject(
  { subjectId, subjectType }: { readonly subjectId: string; readonly subjectType: string },
  user: Row,
  userID: string,
): boolean {
  const kind = subjectType.toLowerCase();
  if (kind === 'user') return subjectId === userID;
  const field = Object.hasOwn(SUBJECT_FIELDS, kind) ? SUBJECT_FIELDS[kind] : undefined;
  return field !== undefined && textOf(user, field) === subjectId;
}

const SUBJECT_FIELDS: Readonly<Record<string, string>> = {
  group: 'homeGroupID',
  team: 'homeTeamID',
  role: 'roleID',
  company: 'companyID',
};

/** Who makes a workspace, a type or a view manages it; a record is its type's. */
function creatorRole({ userID }: Caller, objCode: PlanningCode, row: Row): Role | null {
  if (objCode === 'RECORD' || objCode === 'FIELD') return null;
  return textOf(row, 'createdBy') === userID ? 'manager' : null;
}

function isRestricted(model: PlanningModel, record: Row, type: Row): boolean {
  const { wildcard } = model.shares.of(textOf(record, 'id') ?? '');
  if (wildcard !== null) return wildcard === 'SELECTED_USERS_ONLY';
  const settings = type['permissionSettings'];
  return isJsonObject(settings) && settings['mode'] === 'RESTRICTED';
}

/** Only the creator and the selected subjects edit; the others see what they saw. */
function restricted(caller: Caller, above: Role | null, record: Row, type: Row): Role | null {
  if (above === null) return null;
  if (textOf(record, 'createdBy') === caller.userID) return above;
  const settings = type['permissionSettings'];
  const subjects = isJsonObject(settings) ? settings['subjects'] : null;
  const selected = (isList(subjects) ? subjects : []).some((one) => {
    if (!isJsonObject(one)) return false;
    const subject = { subjectId: textOf(one, 'id') ?? '', subjectType: textOf(one, 'type') ?? '' };
    return isSubject(subject, caller.user, caller.userID);
  });
  return selected ? 'editor' : lower(above);
}

function higher(a: Role | null, b: Role | null): Role | null {
  if (a === null) return b;
  return b === null || reaches(a, b) ? a : b;
}

function lower(role: Role | null): Role | null {
  return role === null ? null : 'viewer';
}
