/**
 * Actions (`?action=`, `/{obj}/{id}/{action}`) and uploads (reference C.2; fixtures
 * rest_core/execute.json and upload.json). Of the actions only those that the public client calls.
 */
import type { JsonValue } from '../../../core/json.ts';
import { isJsonObject } from '../../../core/json.ts';
import { parseJson } from '../../../platform/json.ts';
import { badRequest, notAuthenticated } from '../../../workfront/attask/attask-error.ts';
import { textOf } from '../../../workfront/object-row.ts';
import type { AttaskParts } from './attask-call.ts';
import { parameterOf } from '../../../workfront/attask/attask-request.ts';
import type { AttaskRequest } from '../../../workfront/attask/attask-request.ts';

/** The name of the action that is asked for, null for a plain read or write. */
export function actionOf(request: AttaskRequest): string | null {
  return parameterOf(request, 'action') ?? textOf(sentObject(request), 'action');
}

/** `PUT /user?action=getApiKey&username=…&password=…`: needs no session, as login does not. */
export function getApiKey(request: AttaskRequest, { access }: AttaskParts): JsonValue {
  const sent = sentObject(request);
  const username = parameterOf(request, 'username') ?? textOf(sent, 'username') ?? '';
  const password = parameterOf(request, 'password') ?? textOf(sent, 'password') ?? '';
  const { user } = access.login(username, password);
  const apiKey = access.apiKeyOf(textOf(user, 'ID') ?? '');
  // Keys are per user; the sandbox has the administrator's only.
  if (apiKey === null) throw notAuthenticated('This user has no API key');
  return { result: apiKey };
}

export function unknownAction(objCode: string, action: string): Error {
  return badRequest(`Unsupported action ${action} (${objCode})`);
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
