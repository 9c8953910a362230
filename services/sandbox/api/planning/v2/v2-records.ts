/** Records of Planning v2: pages, search in both envelopes, bulk, history (reference E.3). */
import { isJsonObject, isList } from '../../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../../core/json.ts';
import { parseJson } from '../../../../platform/json.ts';
import { parseV2Filter } from '../../../../workfront/planning/parse-v2.ts';
import { invalid, PlanningError } from '../../../../workfront/planning/planning-error.ts';
import { answer } from '../../http/exchange.ts';
import type { SandboxResponse } from '../../http/exchange.ts';
import { fieldText } from '../../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../../workfront/object-row.ts';
import { bulkAnswer, success } from './bulk-answer.ts';
import { factsOf } from '../facts.ts';
import { foundV2 } from '../../../../workfront/planning/answer/found-records.ts';
import { recordV2 } from '../../../../workfront/planning/answer/show-v2.ts';
import { shownData } from '../../../../workfront/planning/answer/shown-parts.ts';
import { planningBody, objectBody } from '../planning-call.ts';
import type { PlanningCall } from '../planning-call.ts';
import { pageOf } from '../../../../workfront/planning/answer/page.ts';
import { findRecords, groupBy } from '../../../../workfront/planning/record-search.ts';
import { inScope } from './global-types.ts';
import { seenRecords, visibleLinks } from '../readable.ts';
import { createRecord, editRecord, removeRecord } from '../edit-records.ts';
import {
  isAliased,
  queryNumber,
  readSorts,
} from '../../../../workfront/planning/planning-request.ts';
import {
  askedFields,
  querySorts,
  searchParametersV2,
} from '../../../../workfront/planning/planning-request.ts';

const PAGE_MAX = 1_000_000;
const SIZE_MAX = 2000;
const BULK_MAX = 100;

export function listRecords(call: PlanningCall, recordTypeId: string): JsonObject {
  call.model.get('RECORD_TYPE', recordTypeId);
  const seenRows = seenRecords(call, recordTypeId, call.model.recordsOf(recordTypeId));
  const sorts = querySorts(call.request, call.model.searchFinder(recordTypeId));
  const rows = findRecords(seenRows, ALL, sorts);
  const page = queryNumber(call.request, 'page', 0, PAGE_MAX);
  const size = queryNumber(call.request, 'size', 20, SIZE_MAX);
  return pageOf(rows, page, size, (row) => shownRecord(call, row));
}

const ALL = { kind: 'and', filters: [] } as const;

export function searchRecords(call: PlanningCall, recordTypeId: string): JsonObject {
  const { model } = call;
  const type = model.get('RECORD_TYPE', recordTypeId);
  const find = model.searchFinder(recordTypeId);
  const body =
    call.method === 'GET' ? searchParametersV2(call.request, parseJson) : objectBody(call);
  const filter = parseV2Filter(body['filter'] ?? null, find);
  const sorts = [...readSorts(body['sort'] ?? null, find), ...querySorts(call.request, find)];
  const rows = seenRecords(call, recordTypeId, model.recordsOf(recordTypeId));
  const scoped = rows.filter(inScope(body['scopeWorkspaceIds'], type));
  const found = findRecords(scoped, filter, sorts);
  const number = queryNumber(call.request, 'page', 0, PAGE_MAX);
  const size = queryNumber(call.request, 'size', 100, SIZE_MAX);
  const only = askedFields(call.request, model.fieldFinder(recordTypeId));
  const shown = found.slice(number * size, (number + 1) * size);
  const grouping = body['group'] ?? [];
  const groups = (isList(grouping) ? grouping : []).flatMap((one) => {
    const field = find(isJsonObject(one) ? (fieldText(one, 'fieldId') ?? '') : '');
    if (field === null) throw invalid('must name a field', 'group.fieldId');
    return groupBy(shown, field);
  });
  const { planningEnvelope } = model.tenant.settings;
  const envelope = planningEnvelope === 'guide' ? 'guide' : 'openapi';
  const show = (row: ObjectRow): JsonObject => shownRecord(call, row, only);
  return foundV2(found, { number, size }, show, groups, envelope);
}

export function shownRecord(
  call: PlanningCall,
  row: ObjectRow,
  only: ReadonlySet<string> | null = null,
): JsonObject {
  const fields = call.model.fieldsOf(fieldText(row, 'recordTypeId') ?? '');
  return recordV2(
    row,
    shownData(visibleLinks(call, row), fields, isAliased(call.request), only),
    factsOf(call.model),
  );
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
  const body = planningBody(call);
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
  const id = isJsonObject(item) ? fieldText(item, 'id') : null;
  try {
    if (!isJsonObject(item)) throw invalid('must be an object');
    if (call.method === 'POST') {
      const row = createRecord(call, recordTypeId, item);
      return success(requestIndex, fieldText(row, 'id'), shownRecord(call, row));
    }
    if (id === null) throw invalid('must not be blank', 'id');
    if (fieldText(call.model.get('RECORD', id), 'recordTypeId') !== recordTypeId) {
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
