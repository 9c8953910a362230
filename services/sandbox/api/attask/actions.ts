/**
 * Actions (`?action=`, `/{obj}/{id}/{action}`) and uploads (reference C.2; fixtures
 * rest_core/execute.json and upload.json). Of the actions only those that the public client calls.
 */
import type { JsonValue } from '../../../core/json.ts';
import { isJsonObject } from '../../../core/json.ts';
import { parseJson } from '../../../platform/json.ts';
import { badRequest, notAuthenticated } from '../../../workfront/attask/attask-error.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { AttaskParts } from './attask-call.ts';
import { parameterOf } from '../../../workfront/attask/attask-request.ts';
import type { AttaskRequest } from '../../../workfront/attask/attask-request.ts';
import { classNameOf, schemaOf } from '../../../workfront/catalogue/schema.ts';

/**
 * The name of the action that is asked for, of a type or of one object; null for a plain read or
 * write. A field of that name (JRNLF has one) is written by JSON.
 */
export function actionOf(request: AttaskRequest, objCode: string | null): string | null {
  const { method, segments } = request;
  if (method !== 'PUT' || segments.length > 2) return null;
  const sent = objCode !== null && schemaOf(objCode).has('action') ? {} : sentObject(request);
  return parameterOf(request, 'action') ?? fieldText(sent, 'action');
}

/** `PUT /user?action=getApiKey&username=…&password=…`: needs no session, as login does not. */
export function getApiKey(request: AttaskRequest, { access }: AttaskParts): JsonValue {
  const sent = sentObject(request);
  const username = parameterOf(request, 'username') ?? fieldText(sent, 'username') ?? '';
  const password = parameterOf(request, 'password') ?? fieldText(sent, 'password') ?? '';
  const { user } = access.login(username, password);
  const apiKey = access.apiKeyOf(fieldText(user, 'ID') ?? '');
  // Keys are per user; the sandbox has the administrator's only.
  if (apiKey === null) throw notAuthenticated('This user has no API key');
  return { result: apiKey };
}

export function unknownAction(objCode: string, action: string): Error {
  return badRequest(`Action ${action} of ${classNameOf(objCode)} is not supported`);
}

/** The file itself is not kept: nothing ever serves it. */
export function upload(request: AttaskRequest, { tenant }: AttaskParts): JsonValue {
  if (request.method !== 'POST') throw badRequest('Files are uploaded by POST');
  const type = request.request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw badRequest('No file in the request');
  return { handle: tenant.random.hex(32) };
}

function sentObject({ request }: AttaskRequest): { readonly [name: string]: JsonValue } {
  try {
    const body = parseJson(request.body);
    return isJsonObject(body) ? body : {};
  } catch {
    return {};
  }
}
