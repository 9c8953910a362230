/** /v2/permissions: everybody who may call may do everything; members are remembered (E.3). */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { invalid } from '../../workfront/planning/planning-error.ts';
import { answer, empty } from '../http/exchange.ts';
import type { SandboxResponse } from '../http/exchange.ts';
import { isList, textOf } from '../state/row.ts';
import { objectBody } from './planning-call.ts';
import type { PlanningCall } from './planning-call.ts';
import type { PlanningCode, PlanningModel } from './planning-model.ts';

const TYPES: Readonly<Record<string, PlanningCode>> = {
  workspace: 'WORKSPACE',
  'record-type': 'RECORD_TYPE',
  record: 'RECORD',
  view: 'VIEW',
  field: 'FIELD',
};

interface Shares {
  readonly members: Map<string, JsonObject>;
  readonly requests: Map<string, JsonObject>;
}

/** By model, so that two sandboxes in one process share nothing. */
const shares = new WeakMap<PlanningModel, Map<string, Shares>>();

export function permissions(call: PlanningCall): SandboxResponse | null {
  const [, resourceType = '', resourceId = '', below] = call.segments;
  const name = resourceType.toLowerCase().replace(/s$/, '').replace('_', '-');
  const objCode = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (objCode === undefined) throw invalid('is not a resource type', 'resourceType');
  call.model.get(objCode, resourceId);
  const known = sharesOf(call.model, resourceId);
  switch (`${call.method} ${below ?? ''}`) {
    case 'GET ':
      return answer(200, { canView: true, canEdit: true, canDelete: true, canAdd: true });
    case 'GET inheritance':
      return answer(200, { inherited: objCode !== 'WORKSPACE' });
    case 'GET members':
      return answer(200, [...known.members.values()]);
    case 'PATCH members':
      changeMembers(objectBody(call), known);
      return empty(204);
    case 'GET requests':
      return answer(200, [...known.requests.values()]);
    case 'POST requests':
      return answer(201, addRequest(call, known));
    case 'DELETE requests':
      for (const id of listIn(objectBody(call), 'requestIds')) {
        if (typeof id === 'string') known.requests.delete(id);
      }
      return empty(204);
    default:
      return null;
  }
}

function changeMembers(body: JsonObject, { members }: Shares): void {
  for (const name of ['grant', 'update', 'revoke']) {
    for (const member of listIn(body, name)) {
      const subjectId = isJsonObject(member) ? textOf(member, 'subjectId') : null;
      const subjectType = isJsonObject(member) ? textOf(member, 'subjectType') : null;
      if (subjectId === null || subjectType === null) throw invalid('must not be blank', name);
      const role = isJsonObject(member) ? textOf(member, 'role') : null;
      if (name === 'revoke') members.delete(subjectId);
      else members.set(subjectId, { subjectId, subjectType, name: null, role });
    }
  }
}

function addRequest(call: PlanningCall, { requests }: Shares): JsonObject {
  const id = `AR${call.model.tenant.random.hex(10)}`;
  const message = textOf(objectBody(call), 'message');
  requests.set(id, { id, message, requester: { id: call.by.actorID, name: null, email: null } });
  return { id };
}

function listIn(body: JsonObject, name: string): readonly JsonValue[] {
  const value = body[name] ?? [];
  if (!isList(value)) throw invalid('must be an array', name);
  return value;
}

function sharesOf(model: PlanningModel, id: string): Shares {
  const all = shares.get(model) ?? new Map<string, Shares>();
  shares.set(model, all);
  const known = all.get(id) ?? { members: new Map(), requests: new Map() };
  all.set(id, known);
  return known;
}
