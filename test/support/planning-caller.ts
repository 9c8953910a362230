/** Calls of the Planning API by the administrator or by another user of a sandbox. */
import type { JsonObject } from '../../services/core/json.ts';
import { localSandbox, requiredText } from './local-sandbox.ts';
import type { Answer, LocalSandbox } from './local-sandbox.ts';

export type PlanningCaller = (method: string, path: string, body?: unknown) => Answer;

const IMS = { 'x-gw-ims-org-id': 'SANDBOX@AdobeOrg', 'x-api-key': 'app' };

/** `path` is below /maestro/api: `/v2/workspaces`. */
export function planningCaller(local: LocalSandbox, token = 'key'): PlanningCaller {
  const headers = { ...IMS, authorization: `Bearer ${token}` };
  return (method, path, body) => local.ask(method, `/maestro/api${path}`, body, headers);
}

/** Somebody who administers nothing, and his session. */
export function anotherUser(local: LocalSandbox): { user: JsonObject; call: PlanningCaller } {
  const [, user] = [...local.sandbox.tenant.store.rows('USER')];
  if (user === undefined) throw new Error('the world has one user only');
  const query = `username=${requiredText(user['username'])}&password=secret`;
  const session = local.ask('POST', `/attask/api/v21.0/login?${query}`).text('data.sessionID');
  return { user, call: planningCaller(local, session) };
}

export interface PlanningScene {
  readonly local: LocalSandbox;
  readonly admin: PlanningCaller;
  /** Of `anotherUser`. */
  readonly user: JsonObject;
  readonly other: PlanningCaller;
  /** IDs of the record type Campaigns and its workspace. */
  readonly type: string;
  readonly workspace: string;
}

/** A fresh sandbox in which two users look at one record type. */
export function planningScene(): PlanningScene {
  const local = localSandbox();
  const { user, call } = anotherUser(local);
  const campaigns = recordTypeNamed(local, 'Campaigns');
  return {
    local,
    admin: planningCaller(local),
    user,
    other: call,
    type: requiredText(campaigns['id']),
    workspace: requiredText(campaigns['workspaceId']),
  };
}

export function recordTypeNamed(local: LocalSandbox, displayName: string): JsonObject {
  const types = [...local.sandbox.tenant.store.rows('RECORD_TYPE')];
  const found = types.find((one) => one['displayName'] === displayName);
  if (found === undefined) throw new Error(`no record type ${displayName}`);
  return found;
}
