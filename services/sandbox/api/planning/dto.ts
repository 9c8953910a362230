/** Planning's objects as v1 and v2 print them (reference E.2, E.3; the OpenAPI files). */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { formatIsoDate } from '../../../workfront/dates.ts';
import { v2NameOf } from '../../../workfront/planning/field-type.ts';
import { textOf } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { hasFormulaError } from '../../tenant/formula/computed-values.ts';
import type { PlanningCall } from './planning-call.ts';
import { dataOf } from '../../tenant/planning/planning-model.ts';
import type { FieldDefinition, PlanningModel } from '../../tenant/planning/planning-model.ts';
import { seen } from './readable.ts';
import type { Role } from '../../tenant/planning/share-book.ts';
import { dynamicWorkspaces, roleOn, settingsIn } from '../../tenant/planning/sharing.ts';

export const IMS_ORG_ID = 'SANDBOX@AdobeOrg';

/** Shows a record's data by aliases instead of ids when `aliased` (unstable, reference E.5). */
export function shownData(
  record: ObjectRow,
  fields: readonly FieldDefinition[],
  aliased: boolean,
  only: ReadonlySet<string> | null = null,
): JsonObject {
  const names = new Map(fields.map(({ id, row }) => [id, textOf(row, 'alias') ?? id]));
  const shown: Record<string, JsonValue> = {};
  for (const [id, value] of Object.entries(dataOf(record))) {
    if (only !== null && !only.has(id)) continue;
    shown[aliased ? (names.get(id) ?? id) : id] = value;
  }
  return shown;
}

function auditV1(row: ObjectRow): JsonObject {
  return {
    id: row['id'] ?? null,
    createdBy: row['createdBy'] ?? null,
    createdAt: iso(row['createdAt']),
    updatedBy: row['updatedBy'] ?? null,
    updatedAt: iso(row['updatedAt']),
    customerId: row['customerId'] ?? null,
    imsOrgId: IMS_ORG_ID,
  };
}

export function recordV1(row: ObjectRow, data: JsonObject): JsonObject {
  return {
    ...auditV1(row),
    recordTypeId: row['recordTypeId'] ?? null,
    data,
    recordExternalOptions: row['recordExternalOptions'] ?? null,
    thumbnailUrl: row['thumbnailUrl'] ?? null,
    coverImage: row['coverImage'] ?? null,
  };
}

export function fieldV1(field: FieldDefinition, model: PlanningModel): JsonObject {
  return { ...auditV1(field.row), ...described(field, model), type: field.type };
}

/** manage, edit, view or none: v1's words for what the caller may do. */
export function permissionOf(role: Role | null): string {
  if (role === null) return 'none';
  return ({ manager: 'manage', editor: 'edit', viewer: 'view' } as const)[role];
}

export function typeV1(row: ObjectRow, { model, caller }: PlanningCall): JsonObject {
  const fields = model.fieldsOf(id(row));
  return {
    ...auditV1(row),
    alias: row['alias'] ?? null,
    displayName: row['displayName'] ?? null,
    description: row['description'] ?? null,
    primaryFieldId: row['primaryFieldId'] ?? null,
    icon: row['icon'] ?? null,
    color: row['color'] ?? null,
    permission: permissionOf(roleOn(model, caller, 'RECORD_TYPE', row)),
    isExternal: false,
    externalOptions: null,
    fields: fields.map((field) => fieldV1(field, model)),
  };
}

export function workspaceV1(row: ObjectRow, call: PlanningCall): JsonObject {
  const types = seen(call, 'RECORD_TYPE', call.model.typesOf(id(row)));
  return {
    ...auditV1(row),
    ...namedWorkspace(row),
    permission: permissionOf(roleOn(call.model, call.caller, 'WORKSPACE', row)),
    recordTypes: types.map((type) => typeV1(type, call)),
    recordTypeSections: [{ name: null, displayName: 'All', recordTypeIds: types.map(id) }],
  };
}

/**
 * Attributes that were not asked for come back as null (reference E.2): not cleared, only unasked.
 */
export function onlyAttributes(dto: JsonObject, attributes: string | null): JsonObject {
  if (attributes === null || attributes.trim() === '') return dto;
  const asked = new Set(['id', ...attributes.split(',').map((one) => one.trim())]);
  return Object.fromEntries(
    Object.entries(dto).map(([name, value]) => [name, asked.has(name) ? value : null]),
  );
}

function auditV2(row: ObjectRow, model: PlanningModel): JsonObject {
  return {
    id: row['id'] ?? null,
    createdBy: person(row['createdBy'], model),
    createdAt: iso(row['createdAt']),
    updatedBy: person(row['updatedBy'], model),
    updatedAt: iso(row['updatedAt']),
  };
}

export function recordV2(row: ObjectRow, data: JsonObject, model: PlanningModel): JsonObject {
  const type = model.tenant.store.get('RECORD_TYPE', textOf(row, 'recordTypeId') ?? '');
  return {
    ...auditV2(row, model),
    recordTypeId: row['recordTypeId'] ?? null,
    recordTypeAlias: textOf(type, 'alias'),
    data,
    thumbnailUrl: row['thumbnailUrl'] ?? null,
    coverImage: row['coverImage'] ?? null,
  };
}

export function fieldV2(field: FieldDefinition, model: PlanningModel): JsonObject {
  return { ...auditV2(field.row, model), ...described(field, model), type: v2NameOf(field.type) };
}

export function typeV2(
  row: ObjectRow,
  model: PlanningModel,
  scopeWorkspaceId: string | null = null,
): JsonObject {
  return {
    ...auditV2(row, model),
    alias: row['alias'] ?? null,
    displayName: row['displayName'] ?? null,
    description: row['description'] ?? null,
    primaryFieldId: row['primaryFieldId'] ?? null,
    icon: row['icon'] ?? null,
    color: row['color'] ?? null,
    isExternal: false,
    isGlobal: row['isGlobal'] === true,
    primaryWorkspaceId: row['workspaceId'] ?? null,
    dynamicWorkspaceIds: dynamicWorkspaces(row),
    authorizedToCreateDynamicRecordType: row['authorizedToCreateDynamicRecordType'] ?? [],
    permissionSettings: settingsIn(row, scopeWorkspaceId ?? ''),
  };
}

export function workspaceV2(row: ObjectRow, model: PlanningModel): JsonObject {
  const recordTypeIds = model.typesOf(textOf(row, 'id') ?? '').map(id);
  return {
    ...auditV2(row, model),
    ...namedWorkspace(row),
    ownerId: row['createdBy'] ?? null,
    recordTypeSections: [{ displayName: 'All', recordTypeIds }],
  };
}

const VIEW_FIELDS = [
  ...['name', 'type', 'recordTypeId', 'filter', 'grouping', 'sorting', 'metadata'],
  ...['isHidden', 'isPublicShared', 'isRestricted'],
];

export function viewV2(row: ObjectRow, model: PlanningModel): JsonObject {
  const fields = VIEW_FIELDS.map((name) => [name, row[name] ?? null] as const);
  return { ...auditV2(row, model), ...Object.fromEntries(fields) };
}

function namedWorkspace(row: ObjectRow): JsonObject {
  return {
    alias: row['alias'] ?? null,
    name: row['name'] ?? null,
    description: row['description'] ?? null,
    color: row['color'] ?? null,
    icon: row['icon'] ?? null,
  };
}

const DESCRIBED = [
  ...['alias', 'displayName', 'description', 'options', 'dateOptions', 'numberOptions'],
  ...['referenceOptions', 'lookupOptions', 'formulaOptions', 'userOptions', 'linkedField'],
] as const;

function described(field: FieldDefinition, model: PlanningModel): JsonObject {
  const fields = DESCRIBED.map((name) => [name, field.row[name] ?? null] as const);
  return { ...Object.fromEntries(fields), hasError: hasFormulaError(model, field) };
}

function person(value: JsonValue | undefined, model: PlanningModel): JsonValue {
  if (typeof value !== 'string') return null;
  return { id: value, name: textOf(model.tenant.store.get('USER', value), 'name') };
}

function iso(value: JsonValue | undefined): JsonValue {
  return typeof value === 'number' ? formatIsoDate(value) : (value ?? null);
}

function id(row: ObjectRow): string {
  return textOf(row, 'id') ?? '';
}
