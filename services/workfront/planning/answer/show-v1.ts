/** Planning's objects as v1 prints them (reference E.2; OpenAPI file). */
import type { JsonObject } from '../../../core/json.ts';
import type { ObjectRow } from '../../object-row.ts';
import type { FieldDefinition } from '../record.ts';
import { shownField, shownInstant, shownType, shownWorkspace } from './shown-parts.ts';
import type { PlanningFacts } from './shown-parts.ts';

/** What the caller may do, in v1's words. */
export type PermissionV1 = 'manage' | 'edit' | 'view' | 'none';

export function recordV1(row: ObjectRow, data: JsonObject, facts: PlanningFacts): JsonObject {
  return {
    ...audit(row, facts),
    recordTypeId: row['recordTypeId'] ?? null,
    data,
    recordExternalOptions: row['recordExternalOptions'] ?? null,
    thumbnailUrl: row['thumbnailUrl'] ?? null,
    coverImage: row['coverImage'] ?? null,
  };
}

export function typeV1(
  row: ObjectRow,
  fields: readonly FieldDefinition[],
  permission: PermissionV1,
  facts: PlanningFacts,
): JsonObject {
  return {
    ...audit(row, facts),
    ...shownType(row),
    permission,
    isExternal: false,
    externalOptions: null,
    fields: fields.map((field) => ({
      ...audit(field.row, facts),
      ...shownField(field, facts),
      type: field.type,
    })),
  };
}

/** With its types, as `typeV1` shows them. */
export function workspaceV1(
  row: ObjectRow,
  recordTypes: readonly JsonObject[],
  permission: PermissionV1,
  facts: PlanningFacts,
): JsonObject {
  const recordTypeIds = recordTypes.map((type) => type['id'] ?? null);
  return {
    ...audit(row, facts),
    ...shownWorkspace(row),
    permission,
    recordTypes,
    recordTypeSections: [{ name: null, displayName: 'All', recordTypeIds }],
  };
}

/** Attributes not asked for are null (reference E.2): not cleared, only unasked. */
export function onlyAttributes(shown: JsonObject, attributes: string | null): JsonObject {
  if (attributes === null || attributes.trim() === '') return shown;
  const asked = new Set(['id', ...attributes.split(',').map((one) => one.trim())]);
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name, asked.has(name) ? value : null]),
  );
}

function audit(row: ObjectRow, { imsOrgId }: PlanningFacts): JsonObject {
  return {
    id: row['id'] ?? null,
    createdBy: row['createdBy'] ?? null,
    createdAt: shownInstant(row['createdAt']),
    updatedBy: row['updatedBy'] ?? null,
    updatedAt: shownInstant(row['updatedAt']),
    customerId: row['customerId'] ?? null,
    imsOrgId,
  };
}
