/**
 * An object of the sandbox: its API fields by name. Instants are micros since 1970 UTC (rendered by
 * who asks, reference C.6), custom fields stand in `parameterValues`. Never changed in place: a
 * save makes a new row.
 */
import { isJsonObject, ownMember } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import type { Micros } from '../core/units.ts';

export type ObjectRow = JsonObject;

/** As `Array.isArray`, which would make the elements `any`. */
export function idOf(row: ObjectRow): string {
  const id = row['ID'] ?? row['id'];
  return typeof id === 'string' ? id : '';
}

export function fieldText(row: ObjectRow | null | undefined, field: string): string | null {
  const value = row?.[field];
  return typeof value === 'string' ? value : null;
}

export function numberOf(row: ObjectRow | null | undefined, field: string): number | null {
  const value = row?.[field];
  return typeof value === 'number' ? value : null;
}

export function microsIn(row: ObjectRow | null | undefined, field: string): Micros | null {
  const value = numberOf(row, field);
  return value === null ? null : asMicros(value);
}

export function parametersOf(row: ObjectRow | null | undefined): JsonObject {
  const values = row?.['parameterValues'];
  return isJsonObject(values) ? values : {};
}

/** The row with some fields replaced; a null or undefined value empties the field. */
export function withChanges(row: ObjectRow, changes: ObjectRow): ObjectRow {
  return { ...row, ...changes };
}

/** A field of the row, a custom one by its `DE:` name. */
export function fieldOf(row: ObjectRow, name: string): JsonValue {
  return ownMember(name.startsWith('DE:') ? parametersOf(row) : row, name) ?? null;
}

/** Names of the fields that differ, custom fields each by their own `DE:` name. */
export function changedFields(before: ObjectRow | null, after: ObjectRow | null): string[] {
  const changed: string[] = [];
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    if (name === 'parameterValues') {
      const old = parametersOf(before);
      const now = parametersOf(after);
      for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
        if (!sameJson(old[key] ?? null, now[key] ?? null)) changed.push(key);
      }
    } else if (!sameJson(before?.[name] ?? null, after?.[name] ?? null)) {
      changed.push(name);
    }
  }
  return changed;
}

export function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
