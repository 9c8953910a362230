/** POST, PUT and DELETE of the attask API, one object or many (reference C.2). */
import { isForm } from '../../../workfront/api-request.ts';
import { isJsonObject } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import type { ObjCode, ObjID } from '../../../core/units.ts';
import { parseJson } from '../../../platform/json.ts';
import { AttaskError, badRequest, invalidData } from '../../../workfront/attask/attask-error.ts';
import { idOf, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { AttaskCall } from './attask-call.ts';
import { parameterOf } from '../../../workfront/attask/attask-request.ts';
import { atomically, isAtomic } from './batch.ts';
import {
  checkParents,
  checkStatus,
  completed,
  consequences,
} from '../../tenant/rules/object-rules.ts';
import { askedIDs } from './asked-ids.ts';
import { addVersion, readSent } from './document-versions.ts';
import { getMany, renderOne, visible } from './read-objects.ts';
import { createTemplateTasks } from '../../tenant/rules/template-tasks.ts';

/** Rows of a bulk create or update (reference C.2). */
const BULK_MAX = 100;
// Append-only for clients (reference A.2).
const CLOSED_TO_WRITES: ReadonlySet<string> = new Set(['JRNLE']);
const COPIED_AFRESH: ReadonlySet<string> = new Set([
  'ID',
  'entryDate',
  'enteredByID',
  'lastUpdateDate',
  'lastUpdatedByID',
  'referenceNumber',
]);

export function createObjects(call: AttaskCall, objCode: string): JsonValue {
  refuseClosed(objCode);
  const updates = readUpdates(call);
  if (Array.isArray(updates)) {
    const all = bulk(updates);
    return wholeIfAsked(call, () =>
      all.map((one) => renderOne(call, objCode, createRow(call, objCode, one))),
    );
  }
  return renderOne(call, objCode, createRow(call, objCode, objectOf(updates)));
}

export function edit(call: AttaskCall, objCode: ObjCode, id: ObjID): JsonValue {
  refuseClosed(objCode);
  return renderOne(call, objCode, editRow(call, objCode, id, objectOf(readUpdates(call))));
}

/**
 * `PUT /{obj}` with a list of objects that bear their IDs, or `?id=a,b` with one set of changes.
 */
export function editMany(call: AttaskCall, objCode: string): JsonValue {
  refuseClosed(objCode);
  const updates = readUpdates(call);
  if (Array.isArray(updates)) {
    const all = bulk(updates);
    for (const one of all) visible(call, objCode, fieldText(one, 'ID') ?? ''); // all or none
    return wholeIfAsked(call, () =>
      all.map((one) =>
        renderOne(call, objCode, editRow(call, objCode, fieldText(one, 'ID') ?? '', one)),
      ),
    );
  }
  const ids = idsOf(call);
  for (const id of ids) visible(call, objCode, id);
  const changes = objectOf(updates);
  return wholeIfAsked(call, () => {
    for (const id of ids) editRow(call, objCode, id, changes);
    return getMany(call, objCode);
  });
}

/** A bulk write with `atomic=true` (reference C.2); without it what ran before an error stands. */
function wholeIfAsked(call: AttaskCall, act: () => JsonValue): JsonValue {
  return isAtomic(call.request) ? atomically(call, () => void act()) : act();
}

export function remove(call: AttaskCall, objCode: ObjCode, id: ObjID): JsonValue {
  refuseClosed(objCode);
  refuseOfComplete(call, visible(call, objCode, id));
  call.bin.remove(objCode, id, { actorID: call.caller.userID });
  return { success: true };
}

export function removeMany(call: AttaskCall, objCode: string): JsonValue {
  const ids = idsOf(call);
  refuseClosed(objCode);
  for (const id of ids) refuseOfComplete(call, visible(call, objCode, id));
  // Nothing is left to refuse: they go all or none, `atomic` or not.
  for (const id of ids) call.bin.remove(objCode, id, { actorID: call.caller.userID });
  return { success: true };
}

function createRow(call: AttaskCall, objCode: string, sent: JsonObject): ObjectRow {
  const { tenant, caller } = call;
  const sourceID = parameterOf(call.request, 'copySourceID');
  const source = sourceID === null ? {} : copyOf(visible(call, objCode, sourceID));
  const { fields, version } = readSent(call, objCode, sent, null);
  const row = completed(tenant, objCode, { ...source, ...fields }, caller.userID);
  const created = tenant.create(objCode, row, { actorID: caller.userID });
  if (version !== null) addVersion(call, idOf(created), version);
  // A copy bears its source's template, and is not made from it.
  if (objCode !== 'PROJ' || fieldText(fields, 'templateID') === null) return created;
  createTemplateTasks(tenant, created, caller.userID);
  return tenant.store.get(objCode, idOf(created)) ?? created;
}

function copyOf(row: ObjectRow): ObjectRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !COPIED_AFRESH.has(name)));
}

function editRow(call: AttaskCall, objCode: ObjCode, id: ObjID, sent: JsonObject): ObjectRow {
  const { tenant, caller } = call;
  const before = visible(call, objCode, id);
  const { fields: changes, version } = readSent(call, objCode, sent, before);
  if (changes['name'] === null || changes['name'] === '') throw invalidData('name is required');
  checkParents(tenant, objCode, changes);
  checkStatus(tenant, objCode, changes);
  const effects = consequences(objCode, before, { ...before, ...changes }, tenant.now());
  const saved = tenant.update(objCode, id, { ...changes, ...effects }, { actorID: caller.userID });
  if (version !== null) addVersion(call, id, version);
  return saved ?? before;
}

/** `updates={json}`, a JSON body, or plain parameters. */
function readUpdates(call: AttaskCall): JsonValue {
  const updates = parameterOf(call.request, 'updates');
  if (updates !== null) return parsed(updates);
  const { request } = call.request;
  if (request.body.trim() !== '' && !isForm(request)) return parsed(request.body);
  const fields = call.request.parameters.filter(([name]) => !ABOUT_THE_REQUEST.has(name));
  return Object.fromEntries(fields);
}

const ABOUT_THE_REQUEST: ReadonlySet<string> = new Set(
  'fields method sessionID apiKey copySourceID force id atomic'.split(' '),
);

function parsed(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch {
    throw badRequest('The body is not valid JSON');
  }
}

function objectOf(value: JsonValue): JsonObject {
  if (!isJsonObject(value)) throw badRequest('Expected a JSON object');
  return value;
}

function bulk(updates: readonly JsonValue[]): JsonObject[] {
  if (updates.length > BULK_MAX) {
    throw badRequest(`A bulk request may hold ${BULK_MAX} objects at most`);
  }
  return updates.map(objectOf);
}

function idsOf(call: AttaskCall): string[] {
  const ids = askedIDs(call);
  return bulk(ids.map((id) => ({ id }))).map((one) => fieldText(one, 'id') ?? '');
}

/** The one refusal of a delete that is public (fixture rest_core/removeFailure.json). */
function refuseOfComplete({ tenant }: AttaskCall, row: ObjectRow): void {
  if (row['objCode'] !== 'TASK') return;
  const project = tenant.store.get('PROJ', fieldText(row, 'projectID') ?? '');
  if (fieldText(project, 'status') !== 'CPL') return;
  throw new AttaskError(
    422,
    'com.attask.common.ProjectStatusViolationException',
    'Unable to complete operation for a project of status Complete',
  );
}

function refuseClosed(objCode: string): void {
  if (!CLOSED_TO_WRITES.has(objCode)) return;
  throw new AttaskError(
    400,
    'com.attask.common.UnsupportedOperationException',
    `${objCode} is read-only`,
  );
}
