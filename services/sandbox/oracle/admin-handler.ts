/** /sandbox: what only a sandbox has. The truth, the faults, the workload, the switches. */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import { parseJson } from '../../platform/json.ts';
import { canonicalObjCode } from '../../workfront/catalogue/catalogue.ts';
import { parseWorkfrontDate } from '../../workfront/dates.ts';
import { FaultsRefused } from '../faults/faults.ts';
import { answer, answerLines } from '../api/http/exchange.ts';
import { queryValue } from '../../workfront/api-request.ts';
import type { SandboxRequest, SandboxResponse } from '../api/http/exchange.ts';
import { TrackedFieldsRefused } from '../journal/tracked-fields.ts';
import type { SandboxRooms } from '../sandbox-rooms.ts';
import { applySettings, SettingsRefused } from '../settings.ts';
import { readOrder, WorkloadRefused } from '../world/workload.ts';

export const ADMIN_PATH = '/sandbox';

export function handleAdmin(request: SandboxRequest, rooms: SandboxRooms): SandboxResponse {
  const { unreadable } = request;
  if (unreadable !== undefined) return refusal(unreadable.status, unreadable.message);
  try {
    const segments = request.path.split('/').slice(2).map(decodeURIComponent);
    return route(request, segments, rooms) ?? refusal(404, `nothing at ${request.path}`);
  } catch (error) {
    if (isRefusal(error)) return refusal(400, error.message);
    throw error;
  }
}

/** A request that cannot be done as asked. */
export class AdminRefused extends Error {}

function isRefusal(error: unknown): error is Error {
  return [
    AdminRefused,
    FaultsRefused,
    SettingsRefused,
    SyntaxError,
    TrackedFieldsRefused,
    URIError,
    WorkloadRefused,
  ].some((kind) => error instanceof kind);
}

function route(
  request: SandboxRequest,
  [head = '', ...rest]: readonly string[],
  rooms: SandboxRooms,
): SandboxResponse | null {
  const { method } = request;
  switch (head) {
    case 'status':
      return method === 'GET' ? answer(200, statusOf(rooms)) : null;
    case 'workload':
      return workload(request, rest, rooms);
    case 'oracle':
      return method === 'GET' ? oracle(request, rest, rooms) : null;
    case 'faults':
      if (method === 'PUT') rooms.faultSwitch(parseJson(request.body));
      return answer(200, { ...rooms.faults.rates });
    case 'settings':
      if (method === 'PUT') applySettings(rooms.tenant.settings, parseJson(request.body));
      return answer(200, settingsOf(rooms));
    case 'tracked-fields':
      if (method === 'PUT') rooms.tracked.replace(lists(parseJson(request.body)));
      return answer(200, rooms.tracked.list());
    case 'deliveries':
      return method === 'POST' ? deliveries(rest, rooms) : null;
    case 'acts':
      return method === 'POST' ? answer(200, rooms.acts.perform(parseJson(request.body))) : null;
    default:
      return null;
  }
}

/** `quiet`: nothing to deliver, nothing to retry, nothing still unseen by search, no workload. */
export function statusOf(rooms: SandboxRooms): JsonObject {
  const { tenant, queue, workload: running, publisher } = rooms;
  tenant.view.advance(tenant.clock.nowMicros());
  const deliveries = { ...queue.counts(), ...publisher.counts() };
  const unseen = tenant.view.waiting();
  const calm = deliveries.pending === 0 && deliveries.retrying === 0 && unseen === 0;
  const objects = tenant.store.objCodes().map((code) => [code, tenant.store.count(code)] as const);
  return {
    quiet: calm && !running.isRunning,
    changes: tenant.sequence,
    deliveries,
    unseenBySearch: unseen,
    workload: running.status(),
    subscriptions: rooms.subscriptions.list().length,
    breakers: Object.fromEntries(queue.urls().map((url) => [url, queue.breakerOf(url).state])),
    objects: Object.fromEntries(objects),
  };
}

function workload(
  request: SandboxRequest,
  [what]: readonly string[],
  rooms: SandboxRooms,
): SandboxResponse | null {
  const running = rooms.workload;
  if (request.method === 'POST') {
    if (what === undefined) running.start(readOrder(parseJson(request.body || '{}')));
    else if (what === 'pause') running.pause(true);
    else if (what === 'resume') running.pause(false);
    else return null;
  } else if (request.method === 'DELETE') running.stop();
  else if (request.method !== 'GET') return null;
  return answer(200, running.status());
}

function oracle(
  request: SandboxRequest,
  [objCode = '', objID = '', what]: readonly string[],
  rooms: SandboxRooms,
): SandboxResponse | null {
  const at = instantOf(queryValue(request, 'at'));
  if (objCode === 'export') {
    const objCodes = (queryValue(request, 'objCode') ?? '').split(',').filter((one) => one !== '');
    const changedOnly = queryValue(request, 'changed') === 'true';
    const withHistory = queryValue(request, 'history') === 'true';
    return answerLines(rooms.oracle.export({ objCodes, atMicros: at, changedOnly, withHistory }));
  }
  if (objCode === 'carried') {
    const known = canonicalObjCode(objID);
    return known === null ? null : answer(200, rooms.oracle.carried(known));
  }
  const known = canonicalObjCode(objCode);
  if (known === null) return refusal(404, `no object type ${objCode}`);
  if (what === 'history') return answer(200, rooms.oracle.history(known, objID));
  const state = rooms.oracle.state(known, objID, at);
  return state === null ? refusal(404, `never a ${known} ${objID}`) : answer(200, state);
}

function deliveries([what]: readonly string[], rooms: SandboxRooms): SandboxResponse | null {
  if (what === 'pause') rooms.queue.paused = true;
  else if (what === 'resume') rooms.queue.paused = false;
  else if (what === 'hasten') rooms.queue.hasten();
  else if (what === 'unfreeze') rooms.queue.unfreeze();
  else return null;
  return answer(200, { ...rooms.queue.counts() });
}

function settingsOf(rooms: SandboxRooms): JsonObject {
  return { ...rooms.tenant.settings };
}

function lists(value: JsonValue): Record<string, readonly string[]> {
  if (!isJsonObject(value)) throw new AdminRefused('expected {objCode: [field, …]}');
  const found: Record<string, readonly string[]> = {};
  for (const [objCode, names] of Object.entries(value)) {
    if (!Array.isArray(names) || !names.every((one): one is string => typeof one === 'string')) {
      throw new AdminRefused(`${objCode}: expected a list of field names`);
    }
    found[objCode] = names;
  }
  return found;
}

function instantOf(text: string | null): Micros | null {
  if (text === null) return null;
  const micros = parseWorkfrontDate(text);
  if (micros === null) throw new AdminRefused(`at=${text} names no instant`);
  return micros;
}

function refusal(status: number, message: string): SandboxResponse {
  return answer(status, { error: message });
}
