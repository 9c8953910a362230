/** Planning's objects as v2 prints them (reference E.3; OpenAPI file). */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { fieldText } from '../../object-row.ts';
import type { ObjectRow } from '../../object-row.ts';
import { v2NameOf } from '../field-type.ts';
import { dynamicWorkspaces, settingsIn } from '../record.ts';
import type { FieldDefinition } from '../record.ts';
import { shownField, shownInstant, shownType, shownWorkspace } from './shown-parts.ts';
import type { PlanningFacts } from './shown-parts.ts';

export function recordV2(row: ObjectRow, data: JsonObject, facts: PlanningFacts): JsonObject {
  return {
    ...audit(row, facts),
    recordTypeId: row['recordTypeId'] ?? null,
    recordTypeAlias: facts.typeAlias(fieldText(row, 'recordTypeId') ?? ''),
    data,
    thumbnailUrl: row['thumbnailUrl'] ?? null,
    coverImage: row['coverImage'] ?? null,
  };
}

export function fieldV2(field: FieldDefinition, facts: PlanningFacts): JsonObject {
  return { ...audit(field.row, facts), ...shownField(field, facts), type: v2NameOf(field.type) };
}

/** `scopeWorkspaceId`: the workspace whose settings of a global type are asked for. */
export function typeV2(
  row: ObjectRow,
  facts: PlanningFacts,
  scopeWorkspaceId: string | null = null,
): JsonObject {
  return {
    ...audit(row, facts),
    ...shownType(row),
    isExternal: false,
    isGlobal: row['isGlobal'] === true,
    primaryWorkspaceId: row['workspaceId'] ?? null,
    dynamicWorkspaceIds: dynamicWorkspaces(row),
    authorizedToCreateDynamicRecordType: row['authorizedToCreateDynamicRecordType'] ?? [],
    permissionSettings: settingsIn(row, scopeWorkspaceId ?? ''),
  };
}

export function workspaceV2(
  row: ObjectRow,
  recordTypeIds: readonly string[],
  facts: PlanningFacts,
): JsonObject {
  return {
    ...audit(row, facts),
    ...shownWorkspace(row),
    ownerId: row['createdBy'] ?? null,
    recordTypeSections: [{ displayName: 'All', recordTypeIds }],
  };
}

const VIEW_MEMBERS =
  'name type recordTypeId filter grouping sorting metadata isHidden isPublicShared isRestricted'.split(
    ' ',
  );

export function viewV2(row: ObjectRow, facts: PlanningFacts): JsonObject {
  const members = VIEW_MEMBERS.map((name) => [name, row[name] ?? null] as const);
  return { ...audit(row, facts), ...Object.fromEntries(members) };
}

function audit(row: ObjectRow, facts: PlanningFacts): JsonObject {
  return {
    id: row['id'] ?? null,
    createdBy: person(row['createdBy'], facts),
    createdAt: shownInstant(row['createdAt']),
    updatedBy: person(row['updatedBy'], facts),
    updatedAt: shownInstant(row['updatedAt']),
  };
}

function person(value: JsonValue | undefined, facts: PlanningFacts): JsonValue {
  return typeof value === 'string' ? { id: value, name: facts.userName(value) } : null;
}
