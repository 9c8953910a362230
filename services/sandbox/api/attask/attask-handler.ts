// The object API of the local Workfront: /attask/api/vN.0 (reference C).
// Promises the documented answer or the documented error for every request, and never a crash.
// Must not keep state of its own: objects are the tenant's, rights are `Access`'s.
import type { JsonValue } from '../../../core/json.ts';
import {
  dataAnswer,
  errorAnswer,
  errorBody,
} from '../../../workfront/attask/answer/attask-answer.ts';
import {
  AttaskError,
  badRequest,
  noRight,
  notFound,
} from '../../../workfront/attask/attask-error.ts';
import { isTimeZone } from '../../../workfront/time-zone.ts';
import { answerText } from '../http/exchange.ts';
import type { SandboxRequest, SandboxResponse } from '../http/exchange.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import { restObjCode } from '../../../workfront/catalogue/schema.ts';
import { actionOf, getApiKey, unknownAction, upload } from './actions.ts';
import type { AttaskCall, AttaskParts } from './attask-call.ts';
import { readAttaskRequest } from '../../../workfront/attask/attask-request.ts';
import type { AttaskRequest } from '../../../workfront/attask/attask-request.ts';
import { atomically, isAtomic, runEach, subRequests } from './batch.ts';
import { login, logout } from './login.ts';
import { describeAll, describeType } from '../../../workfront/attask/answer/metadata.ts';
import { namedQuery } from './run-named-query.ts';
import { namedID } from './asked-ids.ts';
import { countObjects, getMany, getOne, searchObjects } from './read-objects.ts';
import { report } from './report.ts';
import { createObjects, edit, editMany, remove, removeMany } from './write-objects.ts';

export const ATTASK_PATH = '/attask/api';

/** The CDN's limit on a URI (reference C.1). */
const URI_BYTES_MAX = 8892;

export function handleAttask(
  request: SandboxRequest,
  uriBytes: number,
  parts: AttaskParts,
): SandboxResponse {
  try {
    const { unreadable } = request;
    if (unreadable !== undefined) throw badRequest(unreadable.message, unreadable.status);
    if (uriBytes > URI_BYTES_MAX) throw new AttaskError(414, 'URITooLong', 'URI too long');
    const asked = readAttaskRequest(request, { retired: parts.tenant.settings.retireDeprecated });
    return succeed(dispatch(asked, parts));
  } catch (error) {
    return refuse(error, parts);
  }
}

function dispatch(request: AttaskRequest, parts: AttaskParts): JsonValue {
  const [head = '', ...rest] = request.segments;
  const word = head.toLowerCase();
  if (word === 'login') return login(request, parts);
  if (word === 'metadata') return describeAll(request.version);
  if (word === 'logout') return logout(request, parts);
  const objCode = restObjCode(head);
  const action = actionOf(request, objCode);
  if (action === 'getApiKey' && objCode === 'USER') return getApiKey(request, parts);
  const caller = parts.access.authenticate(request.request);
  const org = request.request.headers['x-gw-ims-org-id'] ?? parts.tenant.settings.imsOrgID;
  if (org !== parts.tenant.settings.imsOrgID) {
    throw noRight('x-gw-ims-org-id is not the organisation of this customer');
  }
  if (word === 'upload') return upload(request, parts);
  const zone = fieldText(caller.user, 'timeZone') ?? '';
  const known = zone !== '' && isTimeZone(zone);
  const call: AttaskCall = {
    ...parts,
    request,
    caller,
    zone: known ? zone : parts.tenant.settings.zone,
  };
  if (word === 'batch') return batch(call);
  if (objCode === null) throw notFound(`There is no object type ${head}`);
  if (action !== null) throw unknownAction(objCode, action);
  return onType(call, objCode, rest);
}

function onType(call: AttaskCall, objCode: string, rest: readonly string[]): JsonValue {
  const [what, more] = rest;
  const { method } = call.request;
  if (more !== undefined) throw unknownAction(objCode, rest.slice(1).join('/'));
  if (what === undefined) {
    if (method === 'GET') return getMany(call, objCode);
    if (method === 'POST') return createObjects(call, objCode);
    return method === 'PUT' ? editMany(call, objCode) : removeMany(call, objCode);
  }
  // A long search is POSTed with method=GET (reference C.2); some clients leave the override out.
  const isRead = method === 'GET' || method === 'POST';
  if (what === 'search' && isRead) return searchObjects(call, objCode);
  if (what === 'count' && isRead) return countObjects(call, objCode);
  if (what === 'metadata' && isRead) return describeType(objCode, call.request.version);
  if (what === 'report' && isRead) return report(call, objCode);
  const found = method === 'GET' ? namedQuery(call, objCode, what) : null;
  if (found !== null) return found;
  const named = namedID(call, what);
  if (!/^[0-9a-f]{32}$/i.test(named)) {
    throw badRequest(`${what} is neither an ID nor a known query`);
  }
  const id = named.toLowerCase();
  if (method === 'GET') return getOne(call, objCode, id);
  if (method === 'PUT') return edit(call, objCode, id);
  if (method === 'DELETE') return remove(call, objCode, id);
  throw badRequest(`${method} is not supported here`);
}

/**
 * Several calls in one; each has an answer of its own, unless all are to be one (reference C.2).
 */
function batch(call: AttaskCall): JsonValue {
  const calls = subRequests(call.request);
  const runOne = (one: AttaskRequest): JsonValue => {
    const [head = '', ...rest] = one.segments;
    const objCode = restObjCode(head);
    if (objCode === null) throw notFound(`There is no object type ${head}`);
    return { data: onType({ ...call, request: one }, objCode, rest) };
  };
  if (isAtomic(call.request)) {
    return atomically(call, () => void runEach(calls, call.request, runOne));
  }
  return runEach(calls, call.request, (one): JsonValue => {
    try {
      return runOne(one);
    } catch (error) {
      if (!(error instanceof AttaskError)) throw error;
      return errorBody(error);
    }
  });
}

function succeed(data: JsonValue): SandboxResponse {
  return answerText(200, dataAnswer(data));
}

function refuse(error: unknown, { tenant }: AttaskParts): SandboxResponse {
  if (!(error instanceof AttaskError)) throw error;
  // Older behaviour: the status is 200 and the body tells (reference C.5).
  const status = tenant.settings.errorsAs200 ? 200 : error.status;
  return answerText(status, errorAnswer(error));
}
