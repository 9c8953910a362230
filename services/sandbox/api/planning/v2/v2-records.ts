/** Records of Planning v2: pages, search in both envelopes, bulk, history (reference E.3). */
import { isJsonObject } from '../../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../../core/json.ts';
import { parseJson } from '../../../../platform/json.ts';
import { parseV2Filter } from '../../../../workfront/planning/parse-v2.ts';
import { invalid, PlanningError } from '../../../../workfront/planning/planning-error.ts';
import type { Sort } from '../../../../workfront/filter/filter.ts';
import { answer, queryValue } from '../../http/exchange.ts';
import type { SandboxResponse } from '../../http/exchange.ts';
import { isList, textOf } from '../../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../../workfront/object-row.ts';
import { bulkAnswer, success } from './bulk-answer.ts';
import { recordV2, shownData } from '../dto.ts';
import { bodyOf, isAliased, objectBody, queryNumber } from '../planning-call.ts';
import type { PlanningCall } from '../planning-call.ts';
import { pageOf } from '../page.ts';
import { findRecords, groupBy, readSorts, sortOf } from '../record-search.ts';
import { inScope } from './global-types.ts';
import { seenRecords, visibleLinks } from '../readable.ts';
import { createRecord, editRecord, removeRecord } from '../records.ts';

const PAGE_MAX = 1_000_000;
const SIZE_MAX = 2000;
const BULK_MAX = 100;

export function listRecords(call: PlanningCall, recordTypeId: string): JsonObject {
  call.model.get('RECORD_TYPE', recordTypeId);
  const seenRows = seenRecords(call, recordTypeId, call.model.recordsOf(recordTypeId));
  const rows = findRecords(seenRows, ALL, querySorts(call, recordTypeId));
  const page = queryNumber(call, 'page', 0, PAGE_MAX);
  const size = queryNumber(call, 'size', 20, SIZE_MAX);
  return pageOf(rows, page, size, (row) => shownRecord(call, row));
}

const ALL = { kind: 'and', filters: [] } as const;

export function searchRecords(call: PlanningCall, recordTypeId: string): JsonObject {
  const { model } = call;
  const type = model.get('RECORD_TYPE', recordTypeId);
  const find = model.searchFinder(recordTypeId);
  const body = call.method === 'GET' ? searchParameters(call) : objectBody(call);
  const filter = parseV2Filter(body['filter'] ?? null, find);
  const sorts = [...readSorts(body['sort'] ?? null, find), ...querySorts(call, recordTypeId)];
  const rows = seenRecords(call, recordTypeId, model.recordsOf(recordTypeId));
  const scoped = rows.filter(inScope(body['scopeWorkspaceIds'], type));
  const found = findRecords(scoped, filter, sorts);
  const number = queryNumber(call, 'page', 0, PAGE_MAX);
  const size = queryNumber(call, 'size', 100, SIZE_MAX);
  const only = askedFields(call, recordTypeId);
  const records = pageOf(found, number, size, (row) => shownRecord(call, row, only));
  const shown = found.slice(number * size, (number + 1) * size);
  const grouping = body['group'] ?? [];
  const groups = (isList(grouping) ? grouping : []).flatMap((one) => {
    const field = find(isJsonObject(one) ? (textOf(one, 'fieldId') ?? '') : '');
    if (field === null) throw invalid('must name a field', 'group.fieldId');
    return groupBy(shown, field).map((group) => ({ ...group, count: group.recordIds.length }));
  });
  if (model.tenant.settings.planningEnvelope === 'openapi') return { records, groups };
  const { totalElements = 0, totalPages = 0, content = [] } = records;
  return { records: content, groups, page: { size, number, totalElements, totalPages } };
}

export function shownRecord(
  call: PlanningCall,
  row: ObjectRow,
  only: ReadonlySet<string> | null = null,
): JsonObject {
  const fields = call.model.fieldsOf(textOf(row, 'recordTypeId') ?? '');
  return recordV2(
    row,
    shownData(visibleLinks(call, row), fields, isAliased(call), only),
    call.model,
  );
}

/** `sort=createdAt,ASC`, repeatable. */
function querySorts(call: PlanningCall, recordTypeId: string): Sort[] {
  const find = call.model.searchFinder(recordTypeId);
  return call.request.query
    .filter(([name]) => name === 'sort')
    .map(([, value]) => {
      const [key = '', direction = 'asc'] = value.split(',');
      return sortOf(key, direction, find);
    });
}

function askedFields(call: PlanningCall, recordTypeId: string): ReadonlySet<string> | null {
  const ids = queryValue(call.request, 'fieldIds')?.split(',') ?? [];
  const aliases = queryValue(call.request, 'fieldAliases')?.split(',') ?? [];
  if (ids.length + aliases.length === 0) return null;
  const find = call.model.fieldFinder(recordTypeId);
  return new Set([...ids, ...aliases].map((key) => find(key)?.id ?? key));
}

function searchParameters(call: PlanningCall): JsonObject {
  const filter = queryValue(call.request, 'filter');
  const grouping = queryValue(call.request, 'groupingFieldIds');
  return {
    filter: filter === null ? null : parsed(filter),
    scopeWorkspaceIds: queryValue(call.request, 'scopeWorkspaceIds')?.split(',') ?? null,
    group: grouping === null ? [] : grouping.split(',').map((fieldId) => ({ fieldId })),
  };
}

/** Up to a hundred at once; 207 when some fail (reference E.3). */
export function bulk(call: PlanningCall, recordTypeId: string): SandboxResponse {
  call.model.get('RECORD_TYPE', recordTypeId);
  const items = bulkItems(call);
  if (items.length > BULK_MAX) {
    throw new PlanningError(413, 'BULK_LIMIT_EXCEEDED', `At most ${BULK_MAX} records at once`);
  }
  const results = items.map((item, requestIndex) => one(call, recordTypeId, item, requestIndex));
  const failed = results.some(({ status }) => status === 'error');
  return answer(failed ? 207 : call.method === 'POST' ? 201 : 200, bulkAnswer(call, results));
}

function bulkItems(call: PlanningCall): readonly JsonValue[] {
  const body = bodyOf(call);
  if (call.method !== 'DELETE') {
    if (!isList(body)) throw invalid('The body must be an array');
    return body;
  }
  const ids = isJsonObject(body) ? body['ids'] : undefined;
  if (!isList(ids)) throw invalid('must be an array', 'ids');
  return ids.map((id) => ({ id }));
}

function one(
  call: PlanningCall,
  recordTypeId: string,
  item: JsonValue,
  requestIndex: number,
): JsonObject {
  const id = isJsonObject(item) ? textOf(item, 'id') : null;
  try {
    if (!isJsonObject(item)) throw invalid('must be an object');
    if (call.method === 'POST') {
      const row = createRecord(call, recordTypeId, item);
      return success(requestIndex, textOf(row, 'id'), shownRecord(call, row));
    }
    if (id === null) throw invalid('must not be blank', 'id');
    if (textOf(call.model.get('RECORD', id), 'recordTypeId') !== recordTypeId) {
      throw invalid(`is not a record of ${recordTypeId}`, 'id');
    }
    if (call.method === 'DELETE') {
      removeRecord(call, id);
      return success(requestIndex, id, null);
    }
    const row = editRecord(call, id, item, call.method === 'PUT' ? 'replace' : 'merge');
    return success(requestIndex, id, shownRecord(call, row));
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    const { errorCode: code, message } = error;
    return { requestIndex, id, status: 'error', error: { code, message }, record: null };
  }
}

function parsed(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch {
    throw invalid('filter is not valid JSON', 'filter');
  }
}
