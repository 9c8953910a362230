/** What both versions of Planning show alike (reference E.2, E.3). */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { asMicros } from '../../../core/units.ts';
import { formatIsoDate } from '../../dates.ts';
import { fieldText } from '../../object-row.ts';
import type { ObjectRow } from '../../object-row.ts';
import { dataOf } from '../record.ts';
import type { FieldDefinition } from '../record.ts';

/** What an answer shows beside the row: whoever keeps the rows knows it. */
export interface PlanningFacts {
  readonly imsOrgId: string;
  userName(userID: string): string | null;
  typeAlias(recordTypeId: string): string | null;
  /** A formula that cannot be calculated. */
  hasError(field: FieldDefinition): boolean;
}

/** A record's data, by aliases when `aliased` (unstable under rename, reference E.5). */
export function shownData(
  record: ObjectRow,
  fields: readonly FieldDefinition[],
  aliased: boolean,
  only: ReadonlySet<string> | null = null,
): JsonObject {
  const names = new Map(fields.map(({ id, row }) => [id, fieldText(row, 'alias') ?? id]));
  const shown: Record<string, JsonValue> = {};
  for (const [id, value] of Object.entries(dataOf(record))) {
    if (only !== null && !only.has(id)) continue;
    shown[aliased ? (names.get(id) ?? id) : id] = value;
  }
  return shown;
}

const DESCRIBED =
  'alias displayName description options dateOptions numberOptions referenceOptions lookupOptions formulaOptions userOptions linkedField'.split(
    ' ',
  );

export function shownField(field: FieldDefinition, facts: PlanningFacts): JsonObject {
  const members = DESCRIBED.map((name) => [name, field.row[name] ?? null] as const);
  return { ...Object.fromEntries(members), hasError: facts.hasError(field) };
}

export function shownWorkspace(row: ObjectRow): JsonObject {
  return {
    alias: row['alias'] ?? null,
    name: row['name'] ?? null,
    description: row['description'] ?? null,
    color: row['color'] ?? null,
    icon: row['icon'] ?? null,
  };
}

export function shownType(row: ObjectRow): JsonObject {
  return {
    alias: row['alias'] ?? null,
    displayName: row['displayName'] ?? null,
    description: row['description'] ?? null,
    primaryFieldId: row['primaryFieldId'] ?? null,
    icon: row['icon'] ?? null,
    color: row['color'] ?? null,
  };
}

export function shownInstant(value: JsonValue | undefined): JsonValue {
  return typeof value === 'number' ? formatIsoDate(asMicros(value)) : (value ?? null);
}
