/**
 * Reads the Planning API, v1 or v2 (reference E.2, E.3), both published envelopes of v2.
 * Promises rows as sent and the server's time of asking, or a `PipelineError`. Must not retry,
 * wait or compare: the caller knows what a row is worth.
 */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import { errorOfAnswer, unavailable } from '../client-errors.ts';
import type { Exchange, ExchangeAnswer, ExchangeCall } from '../exchange.ts';
import { fieldText } from '../object-row.ts';

/** What the path knows of a row beside the row: under what it was listed. */
export interface PlanningListing {
  readonly rows: readonly JsonObject[];
  /** By the server's clock, at or before the call; null where it does not say. */
  readonly askedMicros: Micros | null;
}

export interface RecordPage extends PlanningListing {
  /** Of all pages; null where the answer does not say. */
  readonly total: number | null;
}

export interface RecordQuery {
  readonly recordTypeId: string;
  readonly page: number;
  readonly size: number;
  /** Only records whose updated-at field is after this ISO date. */
  readonly since: { readonly fieldId: string; readonly after: string } | null;
  /** v1: the created-at field to sort by, so that pages are disjoint; null where there is none. */
  readonly createdAtField: string | null;
}

export const PLANNING_KINDS = ['WORKSPACE', 'RECORD_TYPE', 'FIELD', 'RECORD'] as const;
export type PlanningKind = (typeof PLANNING_KINDS)[number];

/** An object by its ID: there, gone, or there for others only (reference C.8). */
export type Found =
  | { readonly state: 'there'; readonly row: JsonObject; readonly askedMicros: Micros | null }
  | { readonly state: 'gone' | 'hidden'; readonly askedMicros: Micros | null };

export interface HistoryPage extends PlanningListing {
  readonly nextCursor: string | null;
}

export interface PlanningClient {
  readonly version: 1 | 2;
  workspaces(signal: AbortSignal): Promise<PlanningListing>;
  recordTypes(workspaceId: string, signal: AbortSignal): Promise<PlanningListing>;
  fields(recordTypeId: string, signal: AbortSignal): Promise<PlanningListing>;
  records(query: RecordQuery, signal: AbortSignal): Promise<RecordPage>;
  find(kind: PlanningKind, id: string, signal: AbortSignal): Promise<Found>;
  /** Newest first; null in v1, which has no history. */
  history:
    ((recordId: string, cursor: string | null, signal: AbortSignal) => Promise<HistoryPage>) | null;
}

const BASE = '/maestro/api';
const LISTING_MAX = 500;
const HISTORY_MAX = 50;
/** 500 pages of 500: more than a tenant may have (reference E.1). */
const PAGES_MAX = 500;
const PATHS: Readonly<Record<PlanningKind, string>> = {
  WORKSPACE: 'workspaces',
  RECORD_TYPE: 'record-types',
  FIELD: 'fields',
  RECORD: 'records',
};

export function openPlanning(exchange: Exchange, version: 1 | 2): PlanningClient {
  return version === 1 ? clientV1(exchange) : clientV2(exchange);
}

function clientV1(exchange: Exchange): PlanningClient {
  const ask = asker(exchange, 1);
  const find = finder(exchange, 1);
  return {
    version: 1,
    workspaces: async (signal) => {
      const { body, askedMicros } = await ask('GET', 'workspaces', 'workspaces', signal);
      return { rows: rowsOf(memberOf(body, 'workspaces'), 'workspaces'), askedMicros };
    },
    recordTypes: async (workspaceId, signal) => {
      const query = `record-types?workspaceId=${encodeURIComponent(workspaceId)}`;
      const { body, askedMicros } = await ask('GET', query, 'record-types', signal);
      return { rows: rowsOf(body, 'record-types'), askedMicros };
    },
    fields: async (recordTypeId, signal) => {
      const path = `record-types/${encodeURIComponent(recordTypeId)}`;
      const { body, askedMicros } = await ask('GET', path, 'record-types', signal);
      return { rows: rowsOf(memberOf(body, 'fields'), 'fields of a record type'), askedMicros };
    },
    records: async ({ recordTypeId, page, size, since, createdAtField }, signal) => {
      const filters = since === null ? [] : [{ [since.fieldId]: { $isAfter: since.after } }];
      const sorting =
        createdAtField === null ? [] : [{ fieldId: createdAtField, direction: 'asc' }];
      const sent = { recordTypeId, filters, sorting, offset: page * size, limit: size };
      const { body, askedMicros } = await ask('POST', 'records/search', 'records', signal, sent);
      const rows = rowsOf(memberOf(body, 'records'), 'records');
      return { rows, total: numberIn(memberOf(body, 'totalCount')), askedMicros };
    },
    // v1 has no field by itself: it is there as long as its type lists it.
    find: async (kind, id, signal) => find(kind, id, signal),
    history: null,
  };
}

function clientV2(exchange: Exchange): PlanningClient {
  const ask = asker(exchange, 2);
  const listing = async (path: string, signal: AbortSignal): Promise<PlanningListing> => {
    const rows: JsonObject[] = [];
    let asked: Micros | null = null;
    let cursor: string | null = null;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const query = `${path}?limit=${LISTING_MAX}${at}`;
      const { body, askedMicros } = await ask('GET', query, path, signal);
      asked ??= askedMicros;
      for (const row of rowsOf(memberOf(body, 'content'), path)) rows.push(row);
      cursor = nextCursorOf(body);
      if (cursor === null) return { rows, askedMicros: asked };
    }
    throw unavailable(path, `its listing has more than ${PAGES_MAX} pages`);
  };
  return {
    version: 2,
    workspaces: (signal) => listing('workspaces', signal),
    recordTypes: (id, signal) =>
      listing(`workspaces/${encodeURIComponent(id)}/record-types`, signal),
    fields: (id, signal) => listing(`record-types/${encodeURIComponent(id)}/fields`, signal),
    records: async ({ recordTypeId, page, size, since }, signal) => {
      const type = encodeURIComponent(recordTypeId);
      const path = `record-types/${type}/records/search?page=${page}&size=${size}&sort=createdAt,ASC`;
      const filter =
        since === null
          ? {}
          : { filter: { fieldId: since.fieldId, condition: 'IS_AFTER', value: since.after } };
      const { body, askedMicros } = await ask('POST', path, 'records', signal, filter);
      return { ...recordsOf(body), askedMicros };
    },
    find: finder(exchange, 2),
    history: async (recordId, cursor, signal) => {
      const at = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const path = `records/${encodeURIComponent(recordId)}/history?limit=${HISTORY_MAX}${at}`;
      const { body, askedMicros } = await ask('GET', path, 'history', signal);
      const rows = rowsOf(memberOf(body, 'content'), 'history');
      return { rows, askedMicros, nextCursor: nextCursorOf(body) };
    },
  };
}

/** The OpenAPI file has `records` as a page, the guide as a list with `page` beside it. */
function recordsOf(body: JsonValue): Pick<RecordPage, 'rows' | 'total'> {
  const records = memberOf(body, 'records');
  if (isList(records)) {
    const total = numberIn(memberOf(memberOf(body, 'page') ?? null, 'totalElements'));
    return { rows: rowsOf(records, 'records'), total };
  }
  const total = numberIn(memberOf(records ?? null, 'totalElements'));
  return { rows: rowsOf(memberOf(records ?? null, 'content'), 'records'), total };
}

type Ask = (
  method: 'GET' | 'POST',
  path: string,
  name: string,
  signal: AbortSignal,
  sent?: JsonObject,
) => Promise<ExchangeAnswer>;

function asker(exchange: Exchange, version: 1 | 2): Ask {
  return async (method, path, name, signal, sent) => {
    const answer = await exchange.ask(callOf(version, method, path, name, signal, sent));
    const { status, headers, body } = answer;
    if (status < 200 || status > 299) throw errorOfAnswer(status, headers, said(body), name);
    if (body === null) throw unavailable(name, 'the answer is cut, or is not JSON');
    return answer;
  };
}

function finder(exchange: Exchange, version: 1 | 2): PlanningClient['find'] {
  return async (kind, id, signal) => {
    const path = `${PATHS[kind]}/${encodeURIComponent(id)}`;
    const answer = await exchange.ask(callOf(version, 'GET', path, PATHS[kind], signal));
    const { status, headers, body, askedMicros } = answer;
    if (status === 404 && isSaidByPlanning(body)) return { state: 'gone', askedMicros };
    if (status === 403) return { state: 'hidden', askedMicros };
    if (status < 200 || status > 299) throw errorOfAnswer(status, headers, said(body), PATHS[kind]);
    if (!isJsonObject(body)) throw unavailable(PATHS[kind], 'the answer is not an object');
    return { state: 'there', row: body, askedMicros };
  };
}

/** A 404 of Planning's own words: a proxy's or a wrong path's says nothing of the object. */
function isSaidByPlanning(body: JsonValue): boolean {
  if (!isJsonObject(body)) return false;
  if (body['errorCode'] !== undefined) return body['errorCode'] === NOT_FOUND;
  const report = body['report'];
  return isJsonObject(report) && body['type'] !== undefined;
}

const NOT_FOUND = 'ENTITY_WITH_ATTRIBUTE_NOT_FOUND';

function callOf(
  version: 1 | 2,
  method: 'GET' | 'POST',
  path: string,
  name: string,
  signal: AbortSignal,
  sent?: JsonObject,
): ExchangeCall {
  const call = { method, path: `${BASE}/v${version}/${path}`, name: `Planning ${name}`, signal };
  if (sent === undefined) return call;
  return { ...call, body: { mediaType: 'application/json', text: JSON.stringify(sent) } };
}

/** Both versions' refusals in the words that `errorOfAnswer` reads (reference E.2, E.3). */
function said(body: JsonValue): JsonValue {
  if (!isJsonObject(body)) return null;
  const report = body['report'];
  const detail =
    fieldText(body, 'detail') ??
    (isJsonObject(report) ? fieldText(report, 'detailedMessage') : null);
  return {
    error: {
      class: fieldText(body, 'errorCode') ?? '',
      message: detail ?? fieldText(body, 'title') ?? '',
    },
  };
}

function nextCursorOf(body: JsonValue): string | null {
  const cursor = memberOf(body, 'cursor') ?? null;
  if (!isJsonObject(cursor) || cursor['hasMore'] !== true) return null;
  return fieldText(cursor, 'nextCursor');
}

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}

function numberIn(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function rowsOf(value: JsonValue | undefined, what: string): readonly JsonObject[] {
  if (value === undefined || !isList(value) || !value.every(isJsonObject)) {
    throw unavailable(`Planning ${what}`, 'the answer holds no list of objects');
  }
  return value.filter(isJsonObject);
}
