/** /v2/permissions: effective rights, members, access requests, inheritance (reference E.3). */
import { isJsonObject, isList } from '../../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../../core/json.ts';
import { invalid } from '../../../../workfront/planning/planning-error.ts';
import { answer, empty } from '../../http/exchange.ts';
import type { SandboxResponse } from '../../http/exchange.ts';
import { idOf, fieldText } from '../../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../../workfront/object-row.ts';
import { objectBody } from '../planning-call.ts';
import type { PlanningCall } from '../planning-call.ts';
import type { PlanningCode, PlanningModel } from '../../../tenant/planning/planning-model.ts';
import { memberKey, ROLES, WILDCARDS } from '../../../tenant/planning/share-book.ts';
import type { Role, Shares } from '../../../tenant/planning/share-book.ts';
import { need, reaches, roleOn } from '../../../tenant/planning/sharing.ts';

const TYPES: Readonly<Record<string, PlanningCode>> = {
  workspace: 'WORKSPACE',
  'record-type': 'RECORD_TYPE',
  record: 'RECORD',
  view: 'VIEW',
  field: 'FIELD',
};
/** WF planning/access/share-records.md. */
const RECORD_MEMBERS_MAX = 100;
const SUBJECT_TYPES = ['user', 'group', 'team', 'role', 'company'];

export function permissions(call: PlanningCall): SandboxResponse | null {
  const [, resourceType = '', resourceId = '', below] = call.segments;
  const name = resourceType.toLowerCase().replace(/s$/, '').replace('_', '-');
  const objCode = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (objCode === undefined) throw invalid('is not a resource type', 'resourceType');
  const row = call.model.get(objCode, resourceId);
  const shares = call.model.shares.of(resourceId);
  switch (`${call.method} ${below ?? ''}`) {
    case 'GET ':
      return answer(200, effective(call, objCode, row));
    case 'POST requests':
      return answer(201, addRequest(call, resourceId));
    case 'GET inheritance':
      if (objCode !== 'RECORD_TYPE') throw invalid('is for record types only', 'resourceType');
      need(call.model, call.caller, 'manager', objCode, row);
      return answer(200, { inherited: shares.inherited });
    default:
      return managed(call, objCode, row, shares, below ?? '');
  }
}

/** Only managers of its workspace share a record (WF planning/access/share-records.md). */
function needToShare({ model, caller }: PlanningCall, objCode: PlanningCode, row: ObjectRow): void {
  need(model, caller, 'manager', objCode, row);
  const workspace = objCode === 'RECORD' ? model.homeOf(row) : null;
  if (workspace !== null) need(model, caller, 'manager', 'WORKSPACE', workspace);
}

/** What the documentation says "Requires MANAGE permission" of. */
function managed(
  call: PlanningCall,
  objCode: PlanningCode,
  row: ObjectRow,
  shares: Shares,
  below: string,
): SandboxResponse | null {
  const route = `${call.method} ${below}`;
  const known = ['GET members', 'PATCH members', 'GET requests', 'DELETE requests'];
  if (!known.includes(route)) return null;
  needToShare(call, objCode, row);
  if (route === 'GET requests') return answer(200, [...shares.requests.values()]);
  if (route === 'GET members') {
    const members = [...shares.members.values()];
    return answer(
      200,
      members.map((one) => ({ ...one, name: nameOf(call, one.subjectType, one.subjectId) })),
    );
  }
  if (route === 'PATCH members') {
    const body = objectBody(call);
    call.model.shares.change(idOf(row), (kept) => changeMembers(body, objCode, kept));
    followMembers(call.model, objCode, row, body);
    return empty(204);
  }
  const ids = listIn(objectBody(call), 'requestIds');
  if (ids.length === 0) throw invalid('must not be empty', 'requestIds');
  call.model.shares.change(idOf(row), ({ requests }) => {
    for (const id of ids) if (typeof id === 'string') requests.delete(id);
  });
  return empty(204);
}

function effective(
  { model, caller }: PlanningCall,
  objCode: PlanningCode,
  row: ObjectRow,
): JsonObject {
  const role = roleOn(model, caller, objCode, row);
  // Who contributes edits and adds records; what they are made of is the managers'.
  const edits = objCode === 'RECORD' ? 'editor' : 'manager';
  const adds = objCode === 'RECORD_TYPE' ? 'editor' : edits;
  return {
    canView: reaches(role, 'viewer'),
    canEdit: reaches(role, edits),
    canDelete: reaches(role, edits),
    canAdd: reaches(role, adds),
  };
}

/** All or nothing: everything is read before anything is changed. */
function changeMembers(body: JsonObject, objCode: PlanningCode, shares: Shares): void {
  const granted = [...listIn(body, 'grant'), ...listIn(body, 'update')].map((one) => ({
    ...subjectOf(one),
    role: roleOf(one),
  }));
  const revoked = listIn(body, 'revoke').map(subjectOf);
  const { inheritViewOnly, wildcard } = body;
  if (inheritViewOnly !== undefined) {
    if (objCode !== 'RECORD_TYPE') throw invalid('is for record types only', 'inheritViewOnly');
    if (typeof inheritViewOnly !== 'boolean') throw invalid('must be a boolean', 'inheritViewOnly');
    shares.inherited = inheritViewOnly;
  }
  if (wildcard !== undefined) {
    if (objCode !== 'RECORD') throw invalid('is for records only', 'wildcard');
    const known = WILDCARDS.find((one) => one === wildcard);
    if (known === undefined) throw invalid(`must be one of ${WILDCARDS.join(', ')}`, 'wildcard');
    shares.wildcard = known;
  }
  if (objCode === 'RECORD' && granted.length + shares.members.size > RECORD_MEMBERS_MAX) {
    throw invalid(`a record is shared with ${RECORD_MEMBERS_MAX} at most`, 'grant');
  }
  for (const member of granted) shares.members.set(memberKey(member), member);
  for (const subject of revoked) shares.members.delete(memberKey(subject));
}

/**
 * Who is given a type or a record is at least viewer of its workspace; who leaves that leaves
 * all that is in it (WF planning/access/share-record-types.md, share-records.md).
 */
function followMembers(
  model: PlanningModel,
  objCode: PlanningCode,
  row: ObjectRow,
  body: JsonObject,
): void {
  if (objCode === 'WORKSPACE') {
    const keys = listIn(body, 'revoke').map((one) => memberKey(subjectOf(one)));
    for (const id of model.sharedIn(idOf(row))) {
      model.shares.change(id, ({ members }) => keys.forEach((key) => members.delete(key)));
    }
    return;
  }
  const workspace = objCode === 'VIEW' || objCode === 'FIELD' ? null : model.homeOf(row);
  if (workspace === null) return;
  const known = model.shares.of(idOf(workspace)).members;
  const added = [...listIn(body, 'grant'), ...listIn(body, 'update')].map(subjectOf);
  const missing = added.filter((one) => !known.has(memberKey(one)));
  if (missing.length === 0) return;
  model.shares.change(idOf(workspace), ({ members }) => {
    for (const one of missing) members.set(memberKey(one), { ...one, role: 'viewer' });
  });
}

function subjectOf(value: JsonValue): { subjectId: string; subjectType: string } {
  const subject = isJsonObject(value) ? value : {};
  const subjectId = fieldText(subject, 'subjectId') ?? '';
  const subjectType = fieldText(subject, 'subjectType') ?? '';
  if (subjectId === '') throw invalid('must not be blank', 'subjectId');
  if (!SUBJECT_TYPES.includes(subjectType)) {
    throw invalid(`must be one of ${SUBJECT_TYPES.join(', ')}`, 'subjectType');
  }
  return { subjectId, subjectType };
}

function roleOf(value: JsonValue): Role {
  const name = isJsonObject(value) ? fieldText(value, 'role') : null;
  const role = ROLES.find((one) => one === name);
  if (role === undefined) throw invalid(`must be one of ${ROLES.join(', ')}`, 'role');
  return role;
}

/** One pending request a user and resource: a second one replaces the first. */
function addRequest(call: PlanningCall, resourceId: string): JsonObject {
  const { caller, model } = call;
  const message = fieldText(objectBody(call), 'message');
  if ((message ?? '').length > 2000) throw invalid('size must be between 0 and 2000', 'message');
  const id = `AR${model.tenant.random.hex(10)}`;
  const { userID, user } = caller;
  const [name, email] = [fieldText(user, 'name'), fieldText(user, 'emailAddr')];
  model.shares.change(resourceId, ({ requests }) => {
    for (const [known, { requester }] of requests) {
      if (isJsonObject(requester) && requester['id'] === userID) requests.delete(known);
    }
    requests.set(id, { id, message, requester: { id: userID, name, email } });
  });
  return { id };
}

const SUBJECT_CODES: Readonly<Record<string, string>> = {
  user: 'USER',
  group: 'GROUP',
  team: 'TEAMOB',
  role: 'ROLE',
  company: 'CMPY',
};

function nameOf({ model }: PlanningCall, subjectType: string, id: string): string | null {
  return fieldText(model.tenant.store.get(SUBJECT_CODES[subjectType] ?? '', id), 'name');
}

function listIn(body: JsonObject, name: string): readonly JsonValue[] {
  const value = body[name] ?? [];
  if (!isList(value)) throw invalid('must be an array', name);
  return value;
}
