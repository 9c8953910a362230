/** Workspaces, record types, fields and views of Planning v2 (reference E.3). */
import { isJsonObject, isList } from '../../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../../core/json.ts';
import { unreachable } from '../../../../core/unreachable.ts';
import { fieldTypeOf } from '../../../../workfront/planning/field-type.ts';
import { invalid, PlanningError } from '../../../../workfront/planning/planning-error.ts';
import { queryValue } from '../../../../workfront/api-request.ts';
import { fieldText } from '../../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../../workfront/object-row.ts';
import { factsOf } from '../facts.ts';
import { fieldDefinitionOf } from '../../../../workfront/planning/record.ts';
import {
  fieldV2,
  typeV2,
  viewV2,
  workspaceV2,
} from '../../../../workfront/planning/answer/show-v2.ts';
import { objectBody } from '../planning-call.ts';
import type { PlanningCall } from '../planning-call.ts';
import { attachType, refuseInUse } from './global-types.ts';
import type { PlanningCode } from '../../../tenant/planning/planning-model.ts';
import { checkLengths, checkQuota, checkUnique } from '../../../tenant/planning/quotas.ts';
import { recomputeType } from '../../../tenant/formula/recompute.ts';
import { need } from '../../../tenant/planning/sharing.ts';
import { dynamicWorkspaces } from '../../../../workfront/planning/record.ts';

export type Structure = Exclude<PlanningCode, 'RECORD'>;

/** What callers may set; ids, authors and dates are Planning's own. */
const WRITABLE: Readonly<Record<Structure, readonly string[]>> = {
  WORKSPACE: ['name', 'alias', 'description', 'color', 'icon'],
  RECORD_TYPE: (
    'displayName alias description color icon isGlobal permissionSettings ' +
    'authorizedToCreateDynamicRecordType'
  ).split(' '),
  FIELD: (
    'displayName alias description type options dateOptions numberOptions ' +
    'referenceOptions lookupOptions formulaOptions userOptions'
  ).split(' '),
  VIEW: 'name type filter grouping sorting metadata isHidden isPublicShared isRestricted'.split(
    ' ',
  ),
};
const REQUIRED: Readonly<Record<Structure, string>> = {
  WORKSPACE: 'name',
  RECORD_TYPE: 'displayName',
  FIELD: 'displayName',
  VIEW: 'name',
};
const VIEW_TYPES: readonly string[] = ['table', 'timeline', 'calendar', 'list', 'gallery'];

export function shownStructure(call: PlanningCall, objCode: Structure, row: ObjectRow): JsonObject {
  const { model } = call;
  const facts = factsOf(model);
  switch (objCode) {
    case 'WORKSPACE': {
      const types = model.typesOf(fieldText(row, 'id') ?? '');
      const typeIDs = types.map((type) => fieldText(type, 'id') ?? '');
      return workspaceV2(row, typeIDs, facts);
    }
    case 'RECORD_TYPE':
      return typeV2(row, facts, queryValue(call.request, 'scopeWorkspaceId'));
    case 'VIEW':
      return viewV2(row, facts);
    case 'FIELD':
      return fieldV2(fieldDefinitionOf(row), facts);
    default:
      return unreachable(objCode);
  }
}

export function createStructure(
  call: PlanningCall,
  objCode: Structure,
  parent: ObjectRow,
): JsonObject {
  const { model, by } = call;
  // Who contributes to a type has views of it; its makeup is its managers'.
  const owner = model.parentOf(objCode, parent);
  const role = objCode === 'VIEW' ? 'editor' : 'manager';
  if (owner !== null) need(model, call.caller, role, owner.objCode, owner.row);
  const body = objectBody(call);
  const source = objCode === 'RECORD_TYPE' ? fieldText(body, 'sourceRecordTypeId') : null;
  if (source !== null) {
    checkQuota(call, objCode, parent);
    const added = attachType(call, source, fieldText(parent, 'workspaceId') ?? '');
    return shownStructure(call, objCode, added);
  }
  const fields = readStructure(objCode, body);
  if (fields[REQUIRED[objCode]] === undefined)
    throw invalid('must not be blank', REQUIRED[objCode]);
  if (objCode === 'FIELD' && fields['type'] === undefined)
    throw invalid('must not be null', 'type');
  checkQuota(call, objCode, { ...parent, ...fields });
  checkName(call, objCode, { ...parent, ...fields });
  const row = model.create(objCode, { ...parent, ...fields }, by);
  if (objCode === 'FIELD') {
    addLookups(call, row);
    recomputeType(model, fieldText(row, 'recordTypeId') ?? '');
  }
  if (objCode === 'RECORD_TYPE') return shownStructure(call, objCode, withPrimaryField(call, row));
  return shownStructure(call, objCode, row);
}

export function editStructure(call: PlanningCall, objCode: Structure, id: string): JsonObject {
  const { model, by, caller } = call;
  const before = model.get(objCode, id);
  const scoped = objCode === 'RECORD_TYPE' ? scopedSettings(call, before) : null;
  if (scoped === null) need(model, caller, 'manager', objCode, before);
  const fields = scoped ?? readStructure(objCode, objectBody(call));
  checkName(call, objCode, { ...before, ...fields });
  const row = model.tenant.update(objCode, id, fields, by) ?? before;
  if (objCode === 'FIELD') recomputeType(model, fieldText(row, 'recordTypeId') ?? '');
  return shownStructure(call, objCode, row);
}

function checkName(call: PlanningCall, objCode: Structure, row: ObjectRow): void {
  if (objCode !== 'FIELD') return;
  const recordTypeId = fieldText(row, 'recordTypeId') ?? '';
  checkUnique(call, recordTypeId, fieldText(row, 'id'), row['displayName'] ?? null);
}

/** The rule for records in another workspace that has a global type: that one's managers set it. */
function scopedSettings(
  { model, caller, request, ...call }: PlanningCall,
  type: ObjectRow,
): ObjectRow | null {
  const workspaceId = queryValue(request, 'scopeWorkspaceId');
  if (workspaceId === null || !dynamicWorkspaces(type).includes(workspaceId)) return null;
  need(model, caller, 'manager', 'WORKSPACE', model.get('WORKSPACE', workspaceId));
  const body = objectBody({ model, caller, request, ...call });
  const { permissionSettings, ...others } = readStructure('RECORD_TYPE', body);
  if (Object.keys(others).length > 0 || permissionSettings === undefined) {
    throw new PlanningError(403, 'FORBIDDEN', 'A global type is edited in its own workspace');
  }
  const known = type['scopedPermissionSettings'];
  const all = isJsonObject(known) ? known : {};
  return { scopedPermissionSettings: { ...all, [workspaceId]: permissionSettings } };
}

export function removeStructure(call: PlanningCall, objCode: Structure, id: string): void {
  const { model, by, caller } = call;
  const row = model.get(objCode, id);
  need(model, caller, 'manager', objCode, row);
  if (objCode === 'RECORD_TYPE') refuseInUse(row);
  if (objCode === 'WORKSPACE') for (const type of model.typesOf(id)) refuseInUse(type);
  if (objCode === 'WORKSPACE') model.removeWorkspace(id, by);
  else if (objCode === 'RECORD_TYPE') model.removeType(id, by);
  else if (objCode === 'FIELD') removeField(call, id);
  else model.tenant.remove(objCode, id, by);
}

function removeField({ model, by }: PlanningCall, id: string): void {
  const recordTypeId = fieldText(model.get('FIELD', id), 'recordTypeId') ?? '';
  model.removeField(id, by);
  recomputeType(model, recordTypeId);
}

/** `referenceOptions.lookupFields`: fields to create as lookups from the linked record type. */
function addLookups({ model, by }: PlanningCall, reference: ObjectRow): void {
  const options = reference['referenceOptions'];
  const wanted = isJsonObject(options) ? options['lookupFields'] : null;
  for (const one of isList(wanted) ? wanted : []) {
    const source = model.get('FIELD', isJsonObject(one) ? (fieldText(one, 'fieldId') ?? '') : '');
    const name = `${fieldText(source, 'displayName')} from ${fieldText(reference, 'displayName')}`;
    const lookupOptions = {
      referenceFieldId: fieldText(reference, 'id'),
      rollup: isJsonObject(one) ? fieldText(one, 'rollup') : null,
      sourceField: { id: fieldText(source, 'id'), displayName: fieldText(source, 'displayName') },
    };
    const recordTypeId = fieldText(reference, 'recordTypeId');
    const row = { recordTypeId, displayName: name, alias: null, type: 'lookup', lookupOptions };
    model.create('FIELD', row, by);
  }
}

/** Every record type has a text field that names its records. */
function withPrimaryField({ model, by }: PlanningCall, type: ObjectRow): ObjectRow {
  const recordTypeId = fieldText(type, 'id') ?? '';
  const field = { recordTypeId, displayName: 'Name', alias: 'name', type: 'text' };
  const primaryFieldId = fieldText(model.create('FIELD', field, by), 'id');
  return model.tenant.update('RECORD_TYPE', recordTypeId, { primaryFieldId }, by) ?? type;
}

function readStructure(objCode: Structure, body: JsonObject): ObjectRow {
  const fields: Record<string, JsonValue> = {};
  for (const name of WRITABLE[objCode]) {
    const value = body[name];
    if (value !== undefined) fields[name] = value;
  }
  const required = fields[REQUIRED[objCode]];
  if (required !== undefined && (typeof required !== 'string' || required.trim() === '')) {
    throw invalid('must not be blank', REQUIRED[objCode]);
  }
  if (objCode === 'FIELD' && fields['type'] !== undefined) {
    const type = fieldTypeOf(typeof fields['type'] === 'string' ? fields['type'] : '');
    if (type === null) throw invalid('is not a field type', 'type');
    fields['type'] = type;
  }
  if (objCode === 'VIEW' && fields['type'] !== undefined && !isViewType(fields['type'])) {
    throw invalid(`must be one of ${VIEW_TYPES.join(', ')}`, 'type');
  }
  checkLengths(objCode, fields);
  checkOptions(fields['options']);
  checkPermissionSettings(fields['permissionSettings']);
  return fields;
}

function checkPermissionSettings(settings: JsonValue | undefined): void {
  if (settings === undefined) return;
  const mode = isJsonObject(settings) ? settings['mode'] : null;
  if (mode === 'OPEN' || mode === 'RESTRICTED') return;
  throw invalid('must be OPEN or RESTRICTED', 'permissionSettings.mode');
}

function isViewType(value: JsonValue): boolean {
  return typeof value === 'string' && VIEW_TYPES.includes(value);
}

function checkOptions(options: JsonValue | undefined): void {
  if (options === undefined || options === null) return;
  const wellFormed =
    isList(options) && options.every((one) => isJsonObject(one) && fieldText(one, 'name'));
  if (!wellFormed) throw invalid('must be a list of options with names', 'options');
}
