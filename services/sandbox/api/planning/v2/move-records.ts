/**
 * POST …/records/move: records to another place in their type's own order, all or none
 * (reference E.3; Move Records of the OpenAPI file). A move is no edit: no clock moves and no event
 * is sent.
 */
import { isList } from '../../../../core/json.ts';
import { invalid, PlanningError } from '../../../../workfront/planning/planning-error.ts';
import { answer } from '../../http/exchange.ts';
import type { SandboxResponse } from '../../http/exchange.ts';
import { fieldText } from '../../../../workfront/object-row.ts';
import type { JsonObject } from '../../../../core/json.ts';
import { bulkAnswer, success } from './bulk-answer.ts';
import { objectBody } from '../planning-call.ts';
import type { PlanningCall } from '../planning-call.ts';
import { need } from '../../../tenant/planning/sharing.ts';

const MOVE_MAX = 100;

export function moveRecords(call: PlanningCall, recordTypeId: string): SandboxResponse {
  const { model, caller } = call;
  need(model, caller, 'editor', 'RECORD_TYPE', model.get('RECORD_TYPE', recordTypeId));
  const body = objectBody(call);
  const ids = recordIds(body);
  const [after, before] = [
    fieldText(body, 'putAfterRecordId'),
    fieldText(body, 'putBeforeRecordId'),
  ];
  if ((after === null) === (before === null)) {
    throw invalid('Provide exactly one of putAfterRecordId and putBeforeRecordId');
  }
  const anchor = after ?? before ?? '';
  if (ids.includes(anchor)) throw invalid('must not be among the moved records', 'recordIds');
  const isThere = (id: string): boolean =>
    fieldText(model.tenant.store.get('RECORD', id), 'recordTypeId') === recordTypeId;
  if (!isThere(anchor)) model.notFound('RECORD', anchor);
  const missing = ids.filter((id) => !isThere(id));
  if (missing.length === 0) model.order.move(recordTypeId, ids, anchor, after !== null);
  const results = ids.map((id, requestIndex) =>
    missing.length === 0 ? success(requestIndex, id, null) : failure(requestIndex, id, missing),
  );
  return answer(missing.length === 0 ? 200 : 207, bulkAnswer(call, results));
}

function recordIds(body: JsonObject): string[] {
  const sent = body['recordIds'];
  if (!isList(sent)) throw invalid('must not be null', 'recordIds');
  if (sent.length > MOVE_MAX) throw invalid(`size must be between 0 and ${MOVE_MAX}`, 'recordIds');
  const ids = sent.filter((id) => typeof id === 'string' && id !== '');
  if (ids.length < sent.length) throw invalid('must be ids', 'recordIds');
  if (new Set(ids).size < ids.length) throw invalid('must not name a record twice', 'recordIds');
  return ids.map(String);
}

/** The culprit, and those that stay because of it. */
function failure(requestIndex: number, id: string, missing: readonly string[]): JsonObject {
  const isMissing = missing.includes(id);
  const { errorCode: code, message } = isMissing
    ? new PlanningError(404, 'ENTITY_WITH_ATTRIBUTE_NOT_FOUND', `record ${id} not found`)
    : new PlanningError(400, 'MOVE_FAILED', 'Not moved, because another record was not found');
  return { requestIndex, id, status: 'error', error: { code, message }, record: null };
}
