/** For `status`: up to when the tables are complete, and what the pollers may ask of the tenant. */
import { hasReaction, isError } from '../core/errors.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { countParked } from '../store/parked.ts';
import type { ParkedOf } from '../store/parked.ts';
import type { AdminContext } from './admin-context.ts';
import { withPool } from './connections.ts';

/** A row of `workfront.freshness`; instants in milliseconds since 1970. */
export interface TypeFreshness {
  readonly objCode: string;
  readonly newestChange: number | null;
  readonly waiting: number | null;
  readonly currentUpTo: number | null;
  readonly sweptUpTo: number | null;
  readonly historyUpTo: number | null;
  readonly gapsOpen: number;
  readonly gapsLost: number;
  readonly parked: number;
  readonly oldestParked: number | null;
}

/** A row of control.call_budgets. */
export interface BudgetState {
  readonly name: string;
  readonly underWay: number;
  readonly callsNow: number;
  readonly callsMax: number;
  /** Until then nothing is asked; null: now it may be. */
  readonly closedUntil: number | null;
  /** Null: calls of this API are not counted by the minute. */
  readonly lastMinute: number | null;
  readonly perMinuteMax: number | null;
}

export interface Completeness {
  readonly types: readonly TypeFreshness[];
  readonly budgets: readonly BudgetState[];
  /** Records of the log that are in no table, of each projection. */
  readonly leftOut: readonly ParkedOf[];
}

/** Null while the database has no such views, or is away. */
export async function readCompleteness(context: AdminContext): Promise<Completeness | null> {
  try {
    const types = await withPool(context, 'store', readTypes);
    const budgets = await withPool(context, 'control', readBudgets);
    const leftOut = await withPool(context, 'store', countParked);
    return { types, budgets, leftOut };
  } catch (error) {
    if (hasReaction(error, 'retry') || isError(error, 'POSTGRES_REFUSED')) return null;
    throw error;
  }
}

async function readTypes(pool: Queryable): Promise<TypeFreshness[]> {
  const { rows } = await pool.query<Record<string, bigint | string | null>>(TYPES);
  const numberOf = (value: bigint | string | null | undefined): number | null =>
    value === null || value === undefined ? null : Number(value);
  return rows.map((row) => ({
    objCode: String(row['objcode']),
    newestChange: numberOf(row['newest_change']),
    waiting: numberOf(row['waiting']),
    currentUpTo: numberOf(row['current_up_to']),
    sweptUpTo: numberOf(row['swept_up_to']),
    historyUpTo: numberOf(row['history_up_to']),
    gapsOpen: numberOf(row['gaps_open']) ?? 0,
    gapsLost: numberOf(row['gaps_lost']) ?? 0,
    parked: numberOf(row['parked']) ?? 0,
    oldestParked: numberOf(row['oldest_parked']),
  }));
}

async function readBudgets(pool: Queryable): Promise<BudgetState[]> {
  const { rows } = await pool.query<BudgetRow>(BUDGETS);
  return rows.map((row) => ({
    name: row.name,
    underWay: Number(row.under_way),
    callsNow: row.calls_now,
    callsMax: row.calls_max,
    closedUntil: row.closed_until === null ? null : Number(row.closed_until),
    lastMinute: row.last_minute === null ? null : Number(row.last_minute),
    perMinuteMax: row.per_minute_max,
  }));
}

interface BudgetRow {
  readonly name: string;
  readonly under_way: bigint;
  readonly calls_now: number;
  readonly calls_max: number;
  readonly closed_until: bigint | null;
  readonly last_minute: bigint | null;
  readonly per_minute_max: number | null;
}

const MILLIS = (column: string): string =>
  `(extract(epoch from ${column}) * 1000)::bigint as ${column}`;

const TYPES = `
  select objcode, ${MILLIS('newest_change')}, waiting, ${MILLIS('current_up_to')},
    ${MILLIS('swept_up_to')}, ${MILLIS('history_up_to')}, gaps_open, gaps_lost, parked,
    ${MILLIS('oldest_parked')}
  from workfront.freshness
  where newest_change is not null or current_up_to is not null
    or gaps_open + gaps_lost + parked > 0
  order by objcode
`;

const BUDGETS = `
  select name, calls_now, calls_max, per_minute_max,
    case when per_minute_max is null then null else (
      select count(*) from control.call_starts as start
      where start.budget = call_budgets.name
        and start.began_at > clock_timestamp() - interval '1 minute'
    ) end as last_minute,
    (select count(*) from control.call_places as place
      where place.budget = call_budgets.name and place.held_until > clock_timestamp()
    ) as under_way,
    case when closed_until > clock_timestamp()
      then (extract(epoch from closed_until) * 1000)::bigint end as closed_until
  from control.call_budgets order by name
`;

/** The oldest promise of all types says how far everything is. */
export function completenessLines(
  { types, budgets, leftOut }: Completeness,
  nowMs: number,
): string[] {
  const kinds = [
    ['changes', (one: TypeFreshness) => one.currentUpTo],
    ['deletes', (one: TypeFreshness) => one.sweptUpTo],
    ['history', (one: TypeFreshness) => one.historyUpTo],
  ] as const;
  const sum = (of: (one: TypeFreshness) => number): number =>
    types.reduce((all, one) => all + of(one), 0);
  const [open, lost] = [sum((one) => one.gapsOpen), sum((one) => one.gapsLost)];
  const gaps = `${open} to be read again, ${lost} that nothing can read again`;
  return [
    ...kinds.map(([name, upTo]) => line(`complete: ${name}`, oldestOf(types, upTo, nowMs))),
    line('gaps', gaps),
    line('holding back', heldBackOf(types, nowMs)),
    line('in no table', leftOut.map((one) => leftOutOf(one, nowMs)).join(', ')),
    ...budgets.map((one) => line(`calls: ${one.name}`, budgetOf(one, nowMs))),
  ];
}

function line(name: string, value: string): string {
  return `  ${name.padEnd(18)} ${value}`;
}

function oldestOf(
  types: readonly TypeFreshness[],
  upTo: (one: TypeFreshness) => number | null,
  nowMs: number,
): string {
  let oldest: { readonly objCode: string; readonly ms: number } | null = null;
  let count = 0;
  for (const type of types) {
    const ms = upTo(type);
    if (ms === null) continue;
    count += 1;
    if (oldest === null || ms < oldest.ms) oldest = { objCode: type.objCode, ms };
  }
  if (oldest === null) return 'of no type yet';
  const seconds = Math.max(0, Math.round((nowMs - oldest.ms) / 1000));
  return `up to ${seconds} s ago, of ${count} types (${oldest.objCode} the oldest)`;
}

/** What was set aside and keeps the instants of its type where they are. */
function heldBackOf(types: readonly TypeFreshness[], nowMs: number): string {
  const held = types.filter(({ parked }) => parked > 0);
  const [first] = held.toSorted((a, b) => (a.oldestParked ?? 0) - (b.oldestParked ?? 0));
  if (first === undefined) return 'nothing set aside';
  const count = held.reduce((all, { parked }) => all + parked, 0);
  const seconds = Math.round((nowMs - (first.oldestParked ?? nowMs)) / 1000);
  return `${count} set aside, of ${held.length} types; the oldest ${seconds} s ago (${first.objCode})`;
}

/** What is left out of one projection may be in another. */
function leftOutOf({ projection, count, oldestMs }: ParkedOf, nowMs: number): string {
  if (oldestMs === null) return `${projection} ${count}`;
  return `${projection} ${count} (the oldest ${Math.round((nowMs - oldestMs) / 1000)} s ago)`;
}

function budgetOf(budget: BudgetState, nowMs: number): string {
  const { underWay, callsNow, callsMax, closedUntil, lastMinute, perMinuteMax } = budget;
  const closed =
    closedUntil === null ? '' : `, quiet for ${Math.ceil((closedUntil - nowMs) / 1000)} s`;
  const fewer = callsNow < callsMax ? ` (${callsMax} when it is calm)` : '';
  const minute =
    perMinuteMax === null ? '' : `, ${lastMinute ?? 0} of ${perMinuteMax} in the last minute`;
  return `${underWay} under way of ${callsNow}${fewer}${minute}${closed}`;
}
