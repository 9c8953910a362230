/**
 * Reads the body of POST /subscriptions; unknown fields make creation fail (reference B.1,
 * B.5). Pure.
 */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { EventType } from '../../workfront/event-bodies.ts';
import { objectType } from '../../workfront/catalogue/catalogue.ts';

import { COMPARISONS } from './subscription.ts';
import type { EventFilter, FilterComparison, FilterGroup } from './subscription.ts';
import type { Requested } from './subscription-register.ts';

/** 400, with what is wrong. */
export class SubscriptionRefused extends Error {}

const FIELDS: ReadonlySet<string> = new Set(
  'objCode eventType url authToken objId base64Encoding filters filterConnector'.split(' '),
);
const GROUPS_MAX = 10;
const GROUP_FILTERS = { min: 2, max: 5 };
const TOKEN_LENGTH_MAX = 254;

export function readSubscription(body: JsonValue): Requested {
  if (!isJsonObject(body)) throw new SubscriptionRefused('The body must be a JSON object');
  const unknown = Object.keys(body).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw new SubscriptionRefused(`Unrecognized field "${unknown}"`);
  const filtersSent = filterObjects(body['filters']);
  const filters = filtersSent.map(readFilter);
  if (filters.filter(({ kind }) => kind === 'group').length > GROUPS_MAX) {
    throw new SubscriptionRefused(`At most ${GROUPS_MAX} filter groups are allowed`);
  }
  return {
    objCode: readObjCode(body['objCode']),
    objId: readObjID(body['objId']),
    eventType: readEventType(body['eventType']),
    url: readUrl(body['url']),
    authToken: readToken(body['authToken']),
    base64: readBase64(body['base64Encoding']),
    filters,
    filtersSent,
    connector: readConnector(body['filterConnector'] ?? 'AND', 'filterConnector'),
  };
}

function readObjCode(value: JsonValue | undefined): string {
  if (typeof value !== 'string' || value === '')
    throw new SubscriptionRefused('objCode is required');
  const type = objectType(value);
  if (type === null || type.events === 'none') {
    throw new SubscriptionRefused(`objCode ${value} is not supported`);
  }
  return value;
}

function readObjID(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new SubscriptionRefused('objId must be a string');
  return value;
}

function readEventType(value: JsonValue | undefined): EventType {
  if (value === 'CREATE' || value === 'UPDATE' || value === 'DELETE') return value;
  throw new SubscriptionRefused('eventType must be CREATE, UPDATE or DELETE');
}

function readUrl(value: JsonValue | undefined): string {
  if (typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value)) return value;
  throw new SubscriptionRefused('url is missing or malformed');
}

function readToken(value: JsonValue | undefined): string {
  // Control characters cannot stand in a header, so such a token could never be sent.
  if (typeof value === 'string' && value !== '' && /^[\u0020-\u007e\u00a0-\u00ff]+$/.test(value)) {
    if (value.length <= TOKEN_LENGTH_MAX) return value;
  }
  throw new SubscriptionRefused('authToken is required, under 255 characters');
}

function readBase64(value: JsonValue | undefined): boolean {
  if (value === undefined || value === '' || value === 'false') return false;
  if (value === 'true') return true;
  throw new SubscriptionRefused('base64Encoding must be "true", "false" or ""');
}

function readConnector(value: JsonValue, name: string): 'AND' | 'OR' {
  if (value === 'AND' || value === 'OR') return value;
  throw new SubscriptionRefused(`${name} must be AND or OR`);
}

function filterObjects(value: JsonValue | undefined): readonly JsonObject[] {
  if (value === undefined || value === null) return [];
  if (!isList(value) || !value.every((one): one is JsonObject => isJsonObject(one))) {
    throw new SubscriptionRefused('filters must be an array of objects');
  }
  return value;
}

function readFilter(filter: JsonObject): EventFilter | FilterGroup {
  if (filter['type'] !== 'group') return readPlainFilter(filter);
  const inner = filterObjects(filter['filters']).map(readPlainFilter);
  if (inner.length < GROUP_FILTERS.min || inner.length > GROUP_FILTERS.max) {
    throw new SubscriptionRefused('A filter group holds 2 to 5 filters');
  }
  const connector = readConnector(filter['connector'] ?? 'AND', 'connector');
  return { kind: 'group', connector, filters: inner };
}

function readPlainFilter(filter: JsonObject): EventFilter {
  const { fieldName, fieldValue = '', state = 'newState' } = filter;
  if (typeof fieldName !== 'string' || fieldName === '') {
    throw new SubscriptionRefused('A filter needs a fieldName');
  }
  if (state !== 'newState' && state !== 'oldState') {
    throw new SubscriptionRefused('state must be newState or oldState');
  }
  const comparison = readComparison(filter['comparison']);
  // A wrong field name or type is accepted and simply never matches (reference B.5).
  return { kind: 'filter', fieldName, fieldValue, comparison, state };
}

function readComparison(value: JsonValue | undefined): FilterComparison {
  // A heading in the documentation says so (reference B.5).
  if (value === 'change') return 'changed';
  const known = COMPARISONS.find((one) => one === value);
  if (known !== undefined) return known;
  throw new SubscriptionRefused(`comparison must be one of ${COMPARISONS.join(', ')}`);
}
