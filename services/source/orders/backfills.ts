/**
 * `control.backfills`: readings of a type that a person ordered, one under way at a time. The order
 * is a row, so that it outlives whoever carries it out (Law 8); its cursor moves only behind what
 * is durable, and under the lease (Law 2).
 */
import { stringifyJson } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { parseJson } from '../../platform/json.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { Cursor } from '../walks/cursor.ts';
import { unpackCursor } from '../walks/cursor.ts';
import { leaseLost } from '../lease/lease.ts';
import type { Lease } from '../lease/lease.ts';

export type BackfillState = 'wanted' | 'running' | 'paused' | 'cancelled' | 'done' | 'failed';

/** Name and value, as Workfront's search takes them. */
export type BackfillConditions = readonly (readonly [name: string, value: string])[];

export interface BackfillOrder {
  readonly objCode: string;
  /** Of the change clock; null: from the beginning, to the end. */
  readonly from: Micros | null;
  readonly to: Micros | null;
  readonly conditions: BackfillConditions;
  /** What is in the log already is published once more. */
  readonly again: boolean;
}

export interface Backfill extends BackfillOrder {
  readonly id: bigint;
  readonly state: BackfillState;
  readonly cursor: Cursor | null;
  readonly expected: number | null;
  readonly rowsRead: number;
  readonly published: number;
  /** Why it failed. */
  readonly said: string | null;
  readonly beganAt: Micros | null;
  readonly changedAt: Micros;
}

interface BackfillRow {
  readonly id: bigint;
  readonly objcode: string;
  readonly from_at: bigint | null;
  readonly to_at: bigint | null;
  readonly conditions: string;
  readonly again: boolean;
  readonly state: BackfillState;
  readonly cursor: string | null;
  readonly expected: bigint | null;
  readonly rows_read: bigint;
  readonly published: bigint;
  readonly said: string | null;
  readonly began_at: bigint | null;
  readonly changed_at: bigint;
}

const INSTANT = (parameter: string): string =>
  `'epoch'::timestamptz + ${parameter}::bigint * interval '1 microsecond'`;
const MICROS = (column: string): string =>
  `(extract(epoch from ${column}) * 1000000)::bigint as ${column}`;

const COLUMNS = `
  id, objcode, ${MICROS('from_at')}, ${MICROS('to_at')}, conditions::text as conditions, again,
  state, cursor::text as cursor, expected, rows_read, published, said, ${MICROS('began_at')},
  ${MICROS('changed_at')}
`;

const ORDER = `
  insert into control.backfills (objcode, from_at, to_at, conditions, again)
  values ($1, ${INSTANT('$2')}, ${INSTANT('$3')}, $4::jsonb, $5)
  returning ${COLUMNS}
`;

export async function orderBackfill(database: Queryable, order: BackfillOrder): Promise<Backfill> {
  const { objCode, from, to, conditions, again } = order;
  const pairs = stringifyJson(conditions.map((pair) => [...pair]));
  const { rows } = await database.query<BackfillRow>(ORDER, [objCode, from, to, pairs, again]);
  const [row] = rows;
  if (row === undefined) throw new TypeError('an insert returns its row');
  return backfillOf(row);
}

/** The newest first. */
export async function listBackfills(database: Queryable): Promise<Backfill[]> {
  const { rows } = await database.query<BackfillRow>(
    `select ${COLUMNS} from control.backfills order by id desc limit 100`,
  );
  return rows.map(backfillOf);
}

export async function readBackfill(database: Queryable, id: bigint): Promise<Backfill | null> {
  const { rows } = await database.query<BackfillRow>(
    `select ${COLUMNS} from control.backfills where id = $1`,
    [String(id)],
  );
  return rows[0] === undefined ? null : backfillOf(rows[0]);
}

const NEXT = `
  update control.backfills
  set state = 'running', began_at = coalesce(began_at, clock_timestamp()),
    changed_at = clock_timestamp()
  where id = (
    select id from control.backfills
    where state in ('wanted', 'running') and objcode = any($1) order by id limit 1
  )
  returning ${COLUMNS}
`;

/** One that was begun goes on; the order in which they were given otherwise. */
export async function nextBackfill(
  database: Queryable,
  objCodes: readonly string[],
): Promise<Backfill | null> {
  const { rows } = await database.query<BackfillRow>(NEXT, [objCodes]);
  return rows[0] === undefined ? null : backfillOf(rows[0]);
}

export interface BackfillStep {
  readonly rows: number;
  readonly published: number;
  /** As `packCursor` wrote it; null where the reading cannot go on from its middle. */
  readonly cursor: JsonValue | null;
}

const STEP = `
  with held as (
    select name from control.leases where name = $1 and epoch = $2 for share
  ), moved as (
    update control.backfills
    set rows_read = rows_read + $4, published = published + $5,
      cursor = coalesce($6::jsonb, cursor), changed_at = clock_timestamp()
    from held where id = $3
    returning state
  )
  select (select state from moved) as state, exists (select from held) as held
`;

/**
 * After the page is durable (Law 2). Gives the state that a person has meanwhile asked for:
 * whatever is not `running` is to be obeyed. Throws LEASE_LOST, and moves nothing, under a newer
 * epoch.
 */
export async function advanceBackfill(
  database: Queryable,
  lease: Pick<Lease, 'name' | 'epoch'>,
  id: bigint,
  { rows: read, published, cursor }: BackfillStep,
): Promise<BackfillState | null> {
  const text = cursor === null ? null : stringifyJson(cursor);
  const values = [lease.name, lease.epoch, String(id), read, published, text];
  const { rows } = await database.query<{ state: BackfillState | null; held: boolean }>(
    STEP,
    values,
  );
  if (rows[0]?.held !== true) throw leaseLost(lease.name, `a step of backfill ${id} was refused`);
  return rows[0].state;
}

/** @param restart its rows are counted anew: this reading begins at its beginning again */
export async function expectOfBackfill(
  database: Queryable,
  id: bigint,
  { expected, restart }: { readonly expected: number | null; readonly restart: boolean },
): Promise<void> {
  await database.query(
    `update control.backfills
     set expected = coalesce($2, expected), rows_read = case when $3 then 0 else rows_read end,
       changed_at = clock_timestamp() where id = $1`,
    [String(id), expected, restart],
  );
}

const CHANGE = `
  update control.backfills
  set state = $2, said = $4, changed_at = clock_timestamp()
  where id = $1 and state = any($3)
`;

/** From where each state can be reached; a person and the reader may both want one. */
const REACHED_FROM: Readonly<Record<BackfillState, readonly BackfillState[]>> = {
  wanted: ['paused', 'failed', 'cancelled'],
  running: ['wanted'],
  paused: ['wanted', 'running'],
  cancelled: ['wanted', 'running', 'paused', 'failed'],
  done: ['running'],
  failed: ['running'],
};

/** False where it is not in a state from which that one can be reached. */
export async function changeBackfill(
  database: Queryable,
  id: bigint,
  state: BackfillState,
  said: string | null = null,
): Promise<boolean> {
  const values = [String(id), state, REACHED_FROM[state], said];
  const { rowCount } = await database.query(CHANGE, values);
  return rowCount === 1;
}

function backfillOf(row: BackfillRow): Backfill {
  const name = `of backfill ${row.id}`;
  return {
    id: row.id,
    objCode: row.objcode,
    from: storedInstant(row.from_at),
    to: storedInstant(row.to_at),
    conditions: conditionsOf(parseJson(row.conditions)),
    again: row.again,
    state: row.state,
    cursor: row.cursor === null ? null : unpackCursor(parseJson(row.cursor), CLOCK, name),
    expected: numberOf(row.expected),
    rowsRead: Number(row.rows_read),
    published: Number(row.published),
    said: row.said,
    beganAt: storedInstant(row.began_at),
    changedAt: asMicros(Number(row.changed_at)),
  };
}

const CLOCK = 'clock';

/** The clock of a backfill's cursor has one name, whatever the type calls it. */
export const BACKFILL_CLOCK = CLOCK;

function numberOf(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

function storedInstant(value: bigint | null): Micros | null {
  return value === null ? null : asMicros(Number(value));
}

function conditionsOf(value: JsonValue): BackfillConditions {
  return listOf(value).flatMap((pair) => {
    const [name, text] = listOf(pair);
    return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [];
  });
}

function listOf(value: JsonValue): readonly JsonValue[] {
  const isList = (one: JsonValue): one is readonly JsonValue[] => Array.isArray(one);
  return isList(value) ? value : [];
}
