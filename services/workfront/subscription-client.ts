/**
 * The management API of event subscriptions (reference B.1). Reads both spellings of its
 * answers. Must not decide which subscriptions there should be.
 */
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { errorOfAnswer, unavailable } from './client-errors.ts';
import type { Exchange } from './exchange.ts';

export type EventKind = 'CREATE' | 'UPDATE' | 'DELETE';

/** A subscription to be made: all objects of one type. */
export interface WantedSubscription {
  readonly objCode: string;
  readonly eventType: EventKind;
  readonly url: string;
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
  readonly base64: boolean;
  readonly filters: number;
  /** Whether the breaker of its URL is open, and how (reference B.2). */
  readonly breaker: 'closed' | 'disabled' | 'frozen';
}

export interface SubscriptionClient {
  list(signal: AbortSignal): Promise<ExistingSubscription[]>;
  /** `exists`: an identical one was there (409). */
  create(
    wanted: WantedSubscription,
    authToken: string,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'>;
}

const PATH = '/attask/eventsubscription/api/v1/subscriptions';
const PAGE_LIMIT = 1000;
const PAGES_MAX = 1000;

export function openSubscriptionClient(exchange: Exchange): SubscriptionClient {
  return {
    list: async (signal) => {
      const found: ExistingSubscription[] = [];
      for (let page = 1; page <= PAGES_MAX; page += 1) {
        const path = `${PATH}?page=${page}&limit=${PAGE_LIMIT}`;
        const { status, headers, body } = await exchange.ask({
          method: 'GET',
          path,
          name: PATH,
          signal,
        });
        if (status !== 200) throw errorOfAnswer(status, headers, body, PATH);
        const { subscriptions, pages } = readPage(body);
        found.push(...subscriptions);
        if (page >= pages) return found;
      }
      throw unavailable(PATH, `its list has more than ${PAGES_MAX} pages`);
    },
    create: async (wanted, authToken, signal) => {
      const request = { ...wanted, authToken };
      const { status, headers, body } = await exchange.ask({
        method: 'POST',
        path: PATH,
        name: PATH,
        signal,
        body: { mediaType: 'application/json', text: JSON.stringify(request) },
      });
      if (status === 201) return 'created';
      if (status === 409) return 'exists';
      throw errorOfAnswer(status, headers, body, PATH);
    },
  };
}

/** Exported for tests. A bare array is what the deprecated list answers. */
export function readPage(body: JsonValue): {
  subscriptions: ExistingSubscription[];
  pages: number;
} {
  const list = isJsonObject(body) ? body['subscriptions'] : body;
  if (!Array.isArray(list)) throw unavailable(PATH, 'the answer has no list of subscriptions');
  const meta = isJsonObject(body) ? body['meta'] : undefined;
  const count = isJsonObject(meta) ? either(meta, 'page_count', 'pageCount') : undefined;
  const rows: readonly JsonValue[] = list;
  return {
    subscriptions: rows.filter(isJsonObject).map(readSubscription),
    pages: typeof count === 'number' ? count : 1,
  };
}

function readSubscription(row: JsonObject): ExistingSubscription {
  const filters = row['filters'];
  const version = row['version'];
  return {
    id: textOf(row['id']),
    objCode: textOf(either(row, 'objCode', 'obj_code')),
    eventType: textOf(either(row, 'eventType', 'event_type')),
    url: textOf(row['url']),
    objId: textOf(either(row, 'objId', 'obj_id')),
    version: typeof version === 'string' ? version : null,
    maskedToken: textOf(either(row, 'authToken', 'auth_token')),
    base64: ['true', true].some((yes) => yes === either(row, 'base64Encoding', 'base64_encoding')),
    filters: Array.isArray(filters) ? filters.length : 0,
    breaker: breakerOf(either(row, 'subscription_url', 'subscriptionUrl')),
  };
}

function breakerOf(url: JsonValue | undefined): ExistingSubscription['breaker'] {
  if (!isJsonObject(url)) return 'closed';
  if (textOf(either(url, 'frozen_at', 'frozenAt')) !== '') return 'frozen';
  return textOf(either(url, 'disabled_at', 'disabledAt')) === '' ? 'closed' : 'disabled';
}

function either(object: JsonObject, one: string, other: string): JsonValue | undefined {
  return object[one] ?? object[other];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
