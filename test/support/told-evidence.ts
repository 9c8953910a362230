/** What a crowded object's events say, sorted for who looks for histories that would tell it. */
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import type { FieldValue } from '../../services/core/field-value.ts';
import { stateBefore } from '../../services/core/state-before.ts';
import { TRACKED, valueOf } from './crowded-object.ts';
import { shownClockOf } from './held-state.ts';
import type { CrowdedObject } from './crowded-object.ts';

type State = Readonly<Record<string, FieldValue>>;

/** A webhook: of which save, and what it says. */
export interface ToldDelivery {
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly asOf: number;
  /** Null where the state shows none, or as a DELETE. */
  readonly clock: number | null;
  /** Null where it tells no state. */
  readonly shows: State | null;
  readonly before: State | null;
}

/** Of a DELETE where there is no field. */
export interface ToldRow {
  readonly at: number;
  readonly field: string | null;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export interface ToldEvidence {
  readonly deliveries: readonly ToldDelivery[];
  readonly rows: readonly ToldRow[];
  /** From before the crowd. */
  readonly read: ChangeEvent | undefined;
  /** Every change clock that something shows, ascending. */
  readonly clocks: readonly number[];
  /** How many webhooks and rows did not come. */
  readonly missed: number;
}

export function evidenceOf(object: CrowdedObject): ToldEvidence {
  const { events } = object;
  const deliveries = events.filter(isOwnBody).map(deliveryOf);
  const rows = events.filter(({ path }) => path === 'JOURNAL').map(toldRowOf);
  const read = events.find(({ path }) => path === 'SEARCH');
  return { deliveries, rows, read, clocks: clocksIn(deliveries), missed: missedOf(object) };
}

function isOwnBody({ path, origin }: ChangeEvent): boolean {
  return path === 'WEBHOOK' && origin.apiVersion === 2;
}

function deliveryOf(event: ChangeEvent): ToldDelivery {
  const { operation, asOf, entryDate, fields } = event;
  if (operation === 'SNAPSHOT') throw new Error('no webhook');
  const isClocked = operation !== 'DELETE' && Object.hasOwn(fields, 'lastUpdateDate');
  const shows = operation === 'DELETE' && Object.keys(fields).length === 0 ? null : fields;
  const clock = isClocked ? entryDate : null;
  return { operation, asOf, clock, shows, before: stateBefore(event) };
}

function toldRowOf({ asOf: at, fields, previous }: ChangeEvent): ToldRow {
  const [field] = Object.keys(fields);
  if (field === undefined) return { at, field: null, before: null, after: null };
  return { at, field, before: valueOf(previous, field), after: valueOf(fields, field) };
}

function clocksIn(deliveries: readonly ToldDelivery[]): number[] {
  const shown = deliveries.flatMap(({ shows, before }) => [
    shownClockOf(shows),
    shownClockOf(before),
  ]);
  return [...new Set(shown)].filter((clock) => clock !== null).sort((a, b) => a - b);
}

/** A DELETE that is told has a row or none: only of one that is not told a row is missed. */
function missedOf({ saves }: CrowdedObject): number {
  let missed = 0;
  saves.forEach(({ state, isTold, changed, rows, hasEndRow }, index) => {
    missed += Number(!isTold);
    const isUpdate = state !== null && (saves[index - 1]?.state ?? null) !== null;
    if (isUpdate) missed += TRACKED.filter((name) => changed.includes(name)).length - rows.length;
    if (state === null && !isTold && !hasEndRow) missed += 1;
  });
  return missed;
}
