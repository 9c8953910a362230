/** Rows of Planning: the data of a record, and what its type says of them (reference E). */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { fieldText } from '../object-row.ts';
import type { ObjectRow } from '../object-row.ts';
import { fieldTypeOf } from './field-type.ts';
import type { PlanningFieldType } from './field-type.ts';

export interface FieldDefinition {
  readonly id: string;
  readonly type: PlanningFieldType;
  readonly row: ObjectRow;
}

export function fieldDefinitionOf(row: ObjectRow): FieldDefinition {
  return {
    id: fieldText(row, 'id') ?? '',
    type: fieldTypeOf(fieldText(row, 'type') ?? '') ?? 'text',
    row,
  };
}

export function dataOf(record: ObjectRow): JsonObject {
  const data = record['data'];
  return isJsonObject(data) ? data : {};
}

/** Options of a select field by their names. */
export function optionNames(field: ObjectRow): readonly string[] {
  const options: JsonValue = field['options'] ?? null;
  if (!isList(options)) return [];
  return options.flatMap((one) => (isJsonObject(one) ? (fieldText(one, 'name') ?? []) : []));
}

/** `permissionSettings` as they are in a workspace (RecordTypeDto of the OpenAPI file). */
export function settingsIn(type: ObjectRow, workspaceId: string): JsonObject {
  const scoped = type['scopedPermissionSettings'];
  const there = isJsonObject(scoped) ? scoped[workspaceId] : undefined;
  const settings = there ?? type['permissionSettings'];
  return isJsonObject(settings) ? settings : { mode: 'OPEN', subjects: [] };
}

/** The workspaces to which a global type was added. */
export function dynamicWorkspaces(type: ObjectRow): readonly string[] {
  const ids = type['dynamicWorkspaceIds'];
  return isList(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
