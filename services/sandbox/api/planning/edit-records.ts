/** Creates, edits and removes records, for both versions. */
import { isJsonObject } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { invalid } from '../../../workfront/planning/planning-error.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { PlanningCall } from './planning-call.ts';
import { withComputed } from '../../tenant/formula/computed-values.ts';
import { homeOf } from './v2/global-types.ts';
import { checkQuota } from '../../tenant/planning/quotas.ts';
import { readData } from '../../tenant/planning/record-values.ts';
import { need } from '../../tenant/planning/sharing.ts';
import { dataOf } from '../../../workfront/planning/record.ts';

export function createRecord(
  call: PlanningCall,
  recordTypeId: string,
  body: JsonObject,
): ObjectRow {
  const { model, by } = call;
  const home = homeOf(call, model.get('RECORD_TYPE', recordTypeId));
  checkQuota(call, 'RECORD', { recordTypeId });
  const data = readData(body['data'] ?? {}, {}, model.fieldFinder(recordTypeId), model);
  const id = model.newId('RECORD');
  const computed = withComputed(model, recordTypeId, { id, recordTypeId, data });
  const made = { id, recordTypeId, data: computed, ...decorations(body) };
  const row = home === null ? made : { ...made, workspaceId: home };
  return model.create('RECORD', row, by);
}

/** `replace` empties the fields that the body leaves out (v2 PUT); `merge` keeps them. */
export function editRecord(
  call: PlanningCall,
  id: string,
  body: JsonObject,
  how: 'merge' | 'replace',
): ObjectRow {
  const { model, by, caller } = call;
  const before = model.get('RECORD', id);
  need(model, caller, 'editor', 'RECORD', before);
  const recordTypeId = fieldText(before, 'recordTypeId') ?? '';
  const find = model.fieldFinder(recordTypeId);
  const kept = how === 'merge' ? dataOf(before) : {};
  const data =
    body['data'] === undefined ? dataOf(before) : readData(body['data'], kept, find, model);
  const computed = withComputed(model, recordTypeId, { ...before, data });
  const changes = { data: computed, ...decorations(body) };
  return model.tenant.update('RECORD', id, changes, by) ?? before;
}

/**
 * Into the bin of Planning, thirty days, emptied and restored in the UI only (reference C.9, E.5).
 */
export function removeRecord(call: PlanningCall, id: string): void {
  const row = call.model.get('RECORD', id);
  need(call.model, call.caller, 'editor', 'RECORD', row);
  call.bin.remove('RECORD', id, call.by);
}

/** What a record has beside its data, checked as the OpenAPI file describes it. */
function decorations(body: JsonObject): ObjectRow {
  const row: Record<string, JsonValue> = {};
  for (const [name, problemOf] of Object.entries(DECORATIONS)) {
    const value = body[name];
    if (value === undefined) continue;
    const problem = value === null ? null : problemOf(value);
    if (problem !== null) throw invalid(problem, name);
    row[name] = value;
  }
  return row;
}

const CONNECTIONS = ['WORKFRONT', 'AEM'];
const OBJECTS = ['PROJECT', 'PORTFOLIO', 'PROGRAM', 'COMPANY', 'GROUP', 'ASSET'];

const DECORATIONS: Readonly<Record<string, (value: JsonValue) => string | null>> = {
  thumbnailUrl: (value) => (typeof value === 'string' ? null : 'must be text'),
  coverImage: (value) => {
    if (!isJsonObject(value)) return 'must be an object';
    const { url = '', position = 0 } = value;
    if (typeof url !== 'string') return 'url must be text';
    return Number.isInteger(position) ? null : 'position must be a whole number';
  },
  recordExternalOptions: (value) => {
    if (!isJsonObject(value)) return 'must be an object';
    const { connection, object, externalId, link, connectionOptions } = value;
    if (!isOneOf(connection, CONNECTIONS)) return `connection must be ${CONNECTIONS.join(' or ')}`;
    if (!isOneOf(object, OBJECTS)) return `object must be one of ${OBJECTS.join(', ')}`;
    if (!isText(externalId) || !isText(link)) return 'externalId and link must be text';
    const isFit = (connectionOptions ?? null) === null || isJsonObject(connectionOptions ?? null);
    return isFit ? null : 'connectionOptions must be an object';
  },
};

function isOneOf(value: JsonValue | undefined, names: readonly string[]): boolean {
  return isText(value) && (typeof value !== 'string' || names.includes(value));
}

/** Text, or nothing. */
function isText(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string';
}
