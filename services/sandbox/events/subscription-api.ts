/**
 * /attask/eventsubscription/api/v1: the management API of event subscriptions (reference B.1).
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import { parseJson } from '../../platform/json.ts';
import { AttaskError } from '../../workfront/attask/attask-error.ts';
import type { Access } from '../tenant/access.ts';
import { answer, empty } from '../api/http/exchange.ts';
import { queryValue } from '../../workfront/api-request.ts';
import type { SandboxRequest, SandboxResponse } from '../api/http/exchange.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import { readSubscription, SubscriptionRefused } from './subscription-request.ts';
import { deprecatedRow, resourceOf } from './subscription-resource.ts';
import type { BodyVersion } from './subscription.ts';
import type { Subscriptions } from './subscription-register.ts';

export const SUBSCRIPTION_PATH = '/attask/eventsubscription/api/v1';

const LIMIT_DEFAULT = 100;
const LIMIT_MAX = 1000;

export interface SubscriptionApiParts {
  readonly subscriptions: Subscriptions;
  readonly queue: DeliveryQueue;
  readonly access: Access;
  readonly customerID: string;
  readonly nowMicros: () => Micros;
  readonly camelCase: () => boolean;
  /** What a validation message holds; empty: none is sent. */
  readonly validationBody: () => string;
}

export function handleSubscriptions(
  request: SandboxRequest,
  parts: SubscriptionApiParts,
): SandboxResponse {
  const { unreadable } = request;
  if (unreadable !== undefined) return refusal(unreadable.status, unreadable.message);
  try {
    if (!parts.access.authenticate(request).isAdmin) {
      return refusal(403, 'You must be a system administrator');
    }
    return route(request, parts);
  } catch (error) {
    if (error instanceof AttaskError) return refusal(error.status, error.message);
    if (error instanceof SubscriptionRefused || error instanceof SyntaxError) {
      return refusal(400, error.message);
    }
    throw error;
  }
}

function route(request: SandboxRequest, parts: SubscriptionApiParts): SandboxResponse {
  const path = request.path.slice(SUBSCRIPTION_PATH.length).replace(/\/$/, '');
  const { method } = request;
  if (path === '/subscriptions') {
    if (method === 'POST') return create(request, parts);
    if (method === 'GET') return list(request, parts);
  }
  if (path === '/subscriptions/list' && method === 'GET') {
    const rows = parts.subscriptions.list().map((one) => deprecatedRow(one, parts.customerID));
    return answer(200, rows);
  }
  if (path === '/subscriptions/version' && method === 'PUT') return switchMany(request, parts);
  const [, id = '', rest = ''] = /^\/subscriptions\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (id !== '' && rest === '/version' && method === 'PUT') {
    const version = readVersion(bodyOf(request));
    const switched = parts.subscriptions.switchVersion(id, version, parts.nowMicros());
    return switched === null ? unknown(id) : answer(200, { id, version });
  }
  if (id !== '' && rest === '') {
    const known = parts.subscriptions.get(id);
    if (known === null) return unknown(id);
    if (method === 'GET') return answer(200, resource(id, parts));
    if (method === 'DELETE') {
      parts.subscriptions.remove(id);
      return empty(200);
    }
    return refusal(405, `${method} is not allowed here`);
  }
  return refusal(404, 'Not found');
}

function create(request: SandboxRequest, parts: SubscriptionApiParts): SandboxResponse {
  const requested = readSubscription(parseJson(request.body));
  const created = parts.subscriptions.create(requested, parts.nowMicros());
  if (created === null) return refusal(409, 'An identical subscription exists');
  parts.queue.breakerOf(created.url); // the URL is known from now on
  const { id: subscriptionId, url, authToken } = created;
  const body = parts.validationBody();
  // A receiver must answer 2xx to it as to any event (reference B.2).
  if (body !== '') parts.queue.enqueue({ subscriptionId, url, authToken, body });
  const location = `${SUBSCRIPTION_PATH}/subscriptions/${created.id}`;
  return answer(201, { id: created.id, version: created.version }, { location });
}

function list(request: SandboxRequest, parts: SubscriptionApiParts): SandboxResponse {
  const page = pageNumber(request, 'page', 1);
  const limit = pageNumber(request, 'limit', LIMIT_DEFAULT);
  if (limit > LIMIT_MAX) return refusal(400, `limit must not exceed ${LIMIT_MAX}`);
  const all = parts.subscriptions.list();
  const shown = all.slice((page - 1) * limit, page * limit);
  return answer(200, {
    subscriptions: shown.map((one) => resource(one.id, parts)),
    meta: {
      page,
      page_count: Math.ceil(all.length / limit),
      limit,
      total_count: all.length,
    },
  });
}

function switchMany(request: SandboxRequest, parts: SubscriptionApiParts): SandboxResponse {
  const body = bodyOf(request);
  const version = readVersion(body);
  const wanted = isJsonObject(body) ? body : {};
  const ids =
    wanted['allCustomerSubscriptions'] === true
      ? parts.subscriptions.list().map(({ id }) => id)
      : wanted['subscriptionIds'];
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) {
    throw new SubscriptionRefused('subscriptionIds or allCustomerSubscriptions is required');
  }
  const missing = ids.find((id) => parts.subscriptions.get(id) === null);
  if (missing !== undefined) return refusal(400, `No subscription ${missing}`);
  for (const id of ids) parts.subscriptions.switchVersion(id, version, parts.nowMicros());
  return answer(200, { subscription_ids: ids, version });
}

function resource(id: string, parts: SubscriptionApiParts): JsonValue {
  const one = parts.subscriptions.get(id);
  if (one === null) return null;
  return resourceOf(one, parts.queue.breakerOf(one.url), parts.customerID, parts.camelCase());
}

function readVersion(body: JsonValue): BodyVersion {
  const version = isJsonObject(body) ? body['version'] : undefined;
  if (version === 'v1' || version === 'v2') return version;
  throw new SubscriptionRefused('version must be v1 or v2');
}

function bodyOf(request: SandboxRequest): JsonValue {
  return parseJson(request.body);
}

function pageNumber(request: SandboxRequest, name: string, fallback: number): number {
  const text = queryValue(request, name);
  if (text === null) return fallback;
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new SubscriptionRefused(`${name} must be a number from 1`);
  return Number(text);
}

function unknown(id: string): SandboxResponse {
  return refusal(404, `No subscription ${id}`);
}

/** The body of refusals is unpublished; only their statuses are. */
function refusal(status: number, message: string): SandboxResponse {
  return answer(status, { error: { message } });
}
