/**
 * The management API of event subscriptions (reference B.1). Reads both spellings of its
 * answers. Must not decide which subscriptions there should be.
 */
import type { PipelineError } from '../core/errors.ts';
import { isJsonObject, stringifyJson } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import { errorOfAnswer, unavailable } from './client-errors.ts';
import type { Exchange, ExchangeAnswer } from './exchange.ts';

export type EventKind = 'CREATE' | 'UPDATE' | 'DELETE';

export type SubscriptionVersion = 'v1' | 'v2';

/** A subscription to be made: all objects of one type, or those that pass its filters. */
export interface WantedSubscription {
  readonly objCode: string;
  readonly eventType: EventKind;
  readonly url: string;
  readonly version: SubscriptionVersion;
  readonly base64: boolean;
  /** As Workfront takes them (reference B.5). */
  readonly filters: readonly JsonValue[];
  readonly filterConnector: 'AND' | 'OR';
}

/** A subscription as the API tells it. */
export interface ExistingSubscription {
  readonly id: string;
  readonly objCode: string;
  readonly eventType: string;
  readonly url: string;
  /** Empty: all objects of the type. */
  readonly objId: string;
  /** Null where the answer does not say. */
  readonly version: string | null;
  /** The last four characters behind asterisks, or asterisks alone. */
  readonly maskedToken: string;
  /** Null where the answer does not say, as with all that follows. */
  readonly base64: boolean | null;
  readonly filters: readonly JsonValue[] | null;
  readonly connector: string | null;
  /** Deliveries to its URL that failed, ever. */
  readonly failures: number | null;
  /** Whether the breaker of its URL is open, and how (reference B.2). */
  readonly breaker: 'closed' | 'disabled' | 'frozen';
}

export interface SubscriptionList {
  readonly subscriptions: readonly ExistingSubscription[];
  /** At or before the instant of the server's clock at which they were so; null without a Date. */
  readonly askedMicros: Micros | null;
}

export interface SubscriptionClient {
  list(signal: AbortSignal): Promise<SubscriptionList>;
  /** Null: an identical one was there (409). */
  create(
    wanted: WantedSubscription,
    authToken: string,
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly version: string | null } | null>;
  /** Also where there is none any more. */
  remove(id: string, signal: AbortSignal): Promise<void>;
  switchVersion(id: string, version: SubscriptionVersion, signal: AbortSignal): Promise<void>;
}

const PATH = '/attask/eventsubscription/api/v1/subscriptions';
const PAGE_LIMIT = 1000;
const PAGES_MAX = 1000;

export function openSubscriptionClient(exchange: Exchange): SubscriptionClient {
  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    tail: string,
    signal: AbortSignal,
    body: JsonObject | null = null,
  ): Promise<ExchangeAnswer> =>
    exchange.ask({
      method,
      path: PATH + tail,
      name: PATH,
      signal,
      ...(body !== null && { body: { mediaType: 'application/json', text: stringifyJson(body) } }),
    });
  return {
    list: (signal) => listAll(ask, signal),
    create: async (wanted, authToken, signal) => {
      const answer = await ask('POST', '', signal, requestOf(wanted, authToken));
      if (answer.status === 409) return null;
      if (answer.status !== 201) throw refusalOf(answer);
      const body = isJsonObject(answer.body) ? answer.body : {};
      const version = textOrNone(body['version']);
      return { id: textOrNone(body['id']), version: version === '' ? null : version };
    },
    remove: async (id, signal) => {
      const answer = await ask('DELETE', `/${encodeURIComponent(id)}`, signal);
      if (answer.status !== 200 && answer.status !== 404) throw refusalOf(answer);
    },
    switchVersion: async (id, version, signal) => {
      const tail = `/${encodeURIComponent(id)}/version`;
      const answer = await ask('PUT', tail, signal, { version });
      if (answer.status !== 200) throw refusalOf(answer);
    },
  };
}

function refusalOf({ status, headers, body }: ExchangeAnswer): PipelineError {
  return errorOfAnswer(status, headers, body, PATH);
}

async function listAll(
  ask: (method: 'GET', tail: string, signal: AbortSignal) => Promise<ExchangeAnswer>,
  signal: AbortSignal,
): Promise<SubscriptionList> {
  const found: ExistingSubscription[] = [];
  const ids = new Set<string>();
  let first: Micros | null = null;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const answer = await ask('GET', `?page=${page}&limit=${PAGE_LIMIT}`, signal);
    if (answer.status !== 200) throw refusalOf(answer);
    const { subscriptions, pages } = readPage(answer.body);
    if (page === 1) first = answer.askedMicros;
    const fresh = subscriptions.filter(({ id }) => !ids.has(id));
    for (const one of fresh) {
      ids.add(one.id);
      found.push(one);
    }
    // Where the answer does not count its pages, they end where one brings nothing new.
    const ended = pages === null ? fresh.length === 0 : page >= pages;
    if (ended) return { subscriptions: found, askedMicros: first };
  }
  throw unavailable(PATH, `its list has more than ${PAGES_MAX} pages`);
}

/** Unknown members make a creation fail (reference B.1): only what is needed is said. */
function requestOf(wanted: WantedSubscription, authToken: string): JsonObject {
  const { objCode, eventType, url, base64, filters, filterConnector } = wanted;
  return {
    objCode,
    eventType,
    url,
    authToken,
    ...(base64 && { base64Encoding: 'true' }),
    ...(filters.length > 0 && { filters: [...filters], filterConnector }),
  };
}

/** Exported for tests. A bare array is what the deprecated list answers. */
export function readPage(body: JsonValue): {
  subscriptions: ExistingSubscription[];
  /** Null where the answer does not say. */
  pages: number | null;
} {
  const list = isJsonObject(body) ? body['subscriptions'] : body;
  if (!Array.isArray(list)) throw unavailable(PATH, 'the answer has no list of subscriptions');
  const meta = isJsonObject(body) ? body['meta'] : undefined;
  const count = isJsonObject(meta) ? either(meta, 'page_count', 'pageCount') : undefined;
  const rows: readonly JsonValue[] = list;
  return {
    subscriptions: rows.filter(isJsonObject).map(readSubscription),
    pages: typeof count === 'number' ? count : null,
  };
}

function readSubscription(row: JsonObject): ExistingSubscription {
  const filters = row['filters'];
  const version = row['version'];
  return {
    id: textOrNone(row['id']),
    objCode: textOrNone(either(row, 'objCode', 'obj_code')),
    eventType: textOrNone(either(row, 'eventType', 'event_type')),
    url: textOrNone(row['url']),
    objId: textOrNone(either(row, 'objId', 'obj_id')),
    version: typeof version === 'string' ? version : null,
    maskedToken: textOrNone(either(row, 'authToken', 'auth_token')),
    base64: base64Of(either(row, 'base64Encoding', 'base64_encoding')),
    filters: Array.isArray(filters) ? filters : null,
    connector: textOrNone(either(row, 'filterConnector', 'filter_connector')) || null,
    failures: failuresOf(either(row, 'subscription_url', 'subscriptionUrl')),
    breaker: breakerOf(either(row, 'subscription_url', 'subscriptionUrl')),
  };
}

function base64Of(value: JsonValue | undefined): boolean | null {
  return value === undefined ? null : value === true || value === 'true';
}

function failuresOf(url: JsonValue | undefined): number | null {
  const failures = isJsonObject(url) ? url['failures'] : undefined;
  return typeof failures === 'number' ? failures : null;
}

function breakerOf(url: JsonValue | undefined): ExistingSubscription['breaker'] {
  if (!isJsonObject(url)) return 'closed';
  if (textOrNone(either(url, 'frozen_at', 'frozenAt')) !== '') return 'frozen';
  return textOrNone(either(url, 'disabled_at', 'disabledAt')) === '' ? 'closed' : 'disabled';
}

function either(object: JsonObject, one: string, other: string): JsonValue | undefined {
  return object[one] ?? object[other];
}

function textOrNone(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
