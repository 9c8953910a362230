/** Planning v1, 2024-07: ten operations, every success is 200 (reference E.2). */
import { isList } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { parseV1Filters } from '../../../workfront/planning/parse-v1.ts';
import { invalid } from '../../../workfront/planning/planning-error.ts';
import { answer, empty } from '../http/exchange.ts';
import { queryValue } from '../../../workfront/api-request.ts';
import type { SandboxResponse } from '../http/exchange.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { parseJson } from '../../../platform/json.ts';
import { callerTypeV1, callerWorkspaceV1, factsOf, permissionOf } from './facts.ts';
import { foundV1 } from '../../../workfront/planning/answer/found-records.ts';
import { onlyAttributes, recordV1 } from '../../../workfront/planning/answer/show-v1.ts';
import { shownData } from '../../../workfront/planning/answer/shown-parts.ts';
import { searchParametersV1 } from '../../../workfront/planning/planning-request.ts';
import { objectBody } from './planning-call.ts';
import type { PlanningCall } from './planning-call.ts';
import { readable, seen, seenRecords, visibleLinks } from './readable.ts';
import { createRecord, editRecord, removeRecord } from './edit-records.ts';
import { findRecords, groupBy } from '../../../workfront/planning/record-search.ts';
import { roleOn } from '../../tenant/planning/sharing.ts';
import { isAliased, readSorts, wholeNumber } from '../../../workfront/planning/planning-request.ts';

const LIMIT_DEFAULT = 500;
const LIMIT_MAX = 2000;
const OFFSET_MAX = 10_000_000;

/** Null when there is no such operation. */
export function routeV1(call: PlanningCall): SandboxResponse | null {
  const [resource = '', id, ...more] = call.segments;
  if (more.length > 0) return null;
  switch (`${call.method} ${resource}`) {
    case 'GET workspaces':
      return answer(200, id === undefined ? workspaces(call) : workspace(call, id));
    case 'GET record-types':
      return answer(200, id === undefined ? recordTypes(call) : recordType(call, id));
    case 'GET records':
      if (id === undefined) return null;
      return answer(
        200,
        id === 'search'
          ? search(call, searchParametersV1(call.request, parseJson))
          : record(call, id),
      );
    case 'POST records':
      if (id === 'search') return answer(200, search(call, objectBody(call)));
      return id === undefined ? answer(200, shown(call, create(call))) : null;
    case 'PUT records':
      if (id === undefined) return null;
      return answer(200, shown(call, editRecord(call, id, objectBody(call), 'merge')));
    case 'DELETE records':
      if (id === undefined) return null;
      removeRecord(call, id);
      return empty(200);
    default:
      return null;
  }
}

function workspaces(call: PlanningCall): JsonObject {
  const rows = seen(call, 'WORKSPACE', [...call.model.tenant.store.rows('WORKSPACE')]);
  const attributes = queryValue(call.request, 'attributes');
  const shownRows = rows.map((row) => onlyAttributes(callerWorkspaceV1(call, row), attributes));
  const roles = rows.map((row) => roleOn(call.model, call.caller, 'WORKSPACE', row));
  const best = ['manager', 'editor', 'viewer'] as const;
  const highest = best.find((role) => roles.includes(role)) ?? null;
  return { workspaces: shownRows, permission: permissionOf(highest) };
}

function workspace(call: PlanningCall, id: string): JsonObject {
  const dto = callerWorkspaceV1(call, readable(call, 'WORKSPACE', id));
  return onlyAttributes(dto, queryValue(call.request, 'attributes'));
}

function recordTypes(call: PlanningCall): JsonValue {
  const workspaceId = queryValue(call.request, 'workspaceId');
  if (workspaceId === null) throw invalid('workspaceId is required', 'workspaceId');
  readable(call, 'WORKSPACE', workspaceId);
  return seen(call, 'RECORD_TYPE', call.model.typesOf(workspaceId)).map((row) =>
    shownType(call, row),
  );
}

function recordType(call: PlanningCall, id: string): JsonObject {
  return shownType(call, readable(call, 'RECORD_TYPE', id));
}

function shownType(call: PlanningCall, row: ObjectRow): JsonObject {
  const dto = callerTypeV1(call, row);
  return onlyAttributes(dto, queryValue(call.request, 'attributes'));
}

function record(call: PlanningCall, id: string): JsonObject {
  return shown(call, readable(call, 'RECORD', id));
}

function create(call: PlanningCall): ObjectRow {
  const body = objectBody(call);
  const recordTypeId = fieldText(body, 'recordTypeId');
  if (recordTypeId === null) throw invalid('recordTypeId is required', 'recordTypeId');
  return createRecord(call, recordTypeId, body);
}

function shown(call: PlanningCall, row: ObjectRow): JsonObject {
  const fields = call.model.fieldsOf(fieldText(row, 'recordTypeId') ?? '');
  const dto = recordV1(
    row,
    shownData(visibleLinks(call, row), fields, isAliased(call.request)),
    factsOf(call.model),
  );
  return onlyAttributes(dto, queryValue(call.request, 'attributes'));
}

function search(call: PlanningCall, body: JsonObject): JsonObject {
  const recordTypeId = typeOf(call, body);
  const find = call.model.searchFinder(recordTypeId);
  const filter = parseV1Filters(body['filters'] ?? null, find);
  const sorts = readSorts(body['sorting'] ?? null, find);
  const offset = wholeNumber(body['offset'], 'offset', 0, OFFSET_MAX);
  const limit = wholeNumber(body['limit'], 'limit', LIMIT_DEFAULT, LIMIT_MAX);
  const rows = seenRecords(call, recordTypeId, call.model.recordsOf(recordTypeId));
  const found = findRecords(rows, filter, sorts);
  const page = found.slice(offset, offset + limit);
  const grouping = body['groupingFieldIds'] ?? [];
  const groups = (isList(grouping) ? grouping : []).flatMap((key) => {
    const field = typeof key === 'string' ? find(key) : null;
    if (field === null) throw invalid('names a field that does not exist', 'groupingFieldIds');
    return groupBy(page, field);
  });
  return foundV1(
    page.map((row) => shown(call, row)),
    groups,
    found.length,
  );
}

/** recordTypeAlias stands in the query even of POST (reference E.2). */
function typeOf(call: PlanningCall, body: JsonObject): string {
  const alias = queryValue(call.request, 'recordTypeAlias') ?? fieldText(body, 'recordTypeAlias');
  const byAlias = alias === null ? null : call.model.typeByAlias(alias);
  const id = fieldText(byAlias, 'id') ?? fieldText(body, 'recordTypeId');
  if (id === null) throw invalid('recordTypeId is required', 'recordTypeId');
  readable(call, 'RECORD_TYPE', id);
  return id;
}
