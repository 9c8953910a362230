/**
 * Fields that move with the clock alone, computed when they are read: lateness
 * (docs/architecture.md, "Normal form").
 * Nobody saves them, so no event, no journal row and no lastUpdateDate tells of them.
 */
import type { JsonValue } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import { numberOf, fieldText } from '../object-row.ts';
import type { ObjectRow } from '../object-row.ts';

const DAY_MICROS = 86_400_000_000;

type Compute = (row: ObjectRow, nowMicros: Micros) => JsonValue;

const COMPUTED: Readonly<Record<string, Compute>> = {
  'TASK progressStatus': progressStatus,
  'PROJ progressStatus': progressStatus,
  'TASK daysLate': (row, now) => Math.max(0, Math.floor((now - due(row)) / DAY_MICROS)),
  'OPTASK howOld': (row, now) =>
    Math.floor((now - (numberOf(row, 'entryDate') ?? now)) / DAY_MICROS),
};

/** Null when the field is stored like any other. */
export function nowDependentValue(objCode: string, field: string): Compute | null {
  return COMPUTED[`${objCode} ${field}`] ?? null;
}

/** Late, at risk in its last day, on time. */
function progressStatus(row: ObjectRow, now: number): JsonValue {
  if (fieldText(row, 'status') === 'CPL') return 'ON';
  if (due(row) < now) return 'LT';
  return due(row) - now < DAY_MICROS ? 'RK' : 'ON';
}

function due(row: ObjectRow): number {
  return numberOf(row, 'plannedCompletionDate') ?? Number.POSITIVE_INFINITY;
}
