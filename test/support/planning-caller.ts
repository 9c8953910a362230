/** Calls of the Planning API by the administrator or by another user of a sandbox. */
import type { JsonObject } from '../../services/core/json.ts';
import { textOf } from './local-sandbox.ts';
import type { Answer, LocalSandbox } from './local-sandbox.ts';

export type PlanningCaller = (method: string, path: string, body?: unknown) => Answer;

const IMS = { 'x-gw-ims-org-id': 'org', 'x-api-key': 'app' };

/** `path` is below /maestro/api: `/v2/workspaces`. */
export function planningCaller(local: LocalSandbox, token = 'key'): PlanningCaller {
  const headers = { ...IMS, authorization: `Bearer ${token}` };
  return (method, path, body) => local.ask(method, `/maestro/api${path}`, body, headers);
}

/** Somebody who administers nothing, and his session. */
export function anotherUser(local: LocalSandbox): { user: JsonObject; call: PlanningCaller } {
  const [, user] = [...local.sandbox.tenant.store.rows('USER')];
  if (user === undefined) throw new Error('the world has one user only');
  const query = `username=${textOf(user['username'])}&password=secret`;
  const session = local.ask('POST', `/attask/api/v21.0/login?${query}`).text('data.sessionID');
  return { user, call: planningCaller(local, session) };
}

export function recordTypeNamed(local: LocalSandbox, displayName: string): JsonObject {
  const types = [...local.sandbox.tenant.store.rows('RECORD_TYPE')];
  const found = types.find((one) => one['displayName'] === displayName);
  if (found === undefined) throw new Error(`no record type ${displayName}`);
  return found;
}
