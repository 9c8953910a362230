/**
 * Cursors in `control.cursors`. A cursor moves only under the lease that guards it, by
 * compare-and-set on its epoch, so that a stale process can never move one (Law 2).
 */
import type { JsonValue } from '../../core/json.ts';
import { stringifyJson } from '../../core/json.ts';
import { NO_EPOCH } from '../../core/units.ts';
import type { LeaseEpoch } from '../../core/units.ts';
import { parseJson } from '../../platform/json.ts';
import { leaseLost } from '../lease/lease.ts';
import type { Lease } from '../lease/lease.ts';
import { withTransaction } from '../../platform/postgres/postgres.ts';
import type { Pool, Queryable } from '../../platform/postgres/postgres.ts';

export interface StoredCursor {
  readonly name: string;
  readonly lease: string;
  readonly value: JsonValue;
  /** Timestamp as Postgres writes it. */
  readonly movedAt: string;
}

/** Null where the cursor was never moved. */
export async function readCursor(database: Queryable, name: string): Promise<JsonValue | null> {
  const { rows } = await database.query<{ value: string }>(
    'select value::text as value from control.cursors where name = $1',
    [name],
  );
  return rows[0] === undefined ? null : parseJson(rows[0].value);
}

export async function listCursors(database: Queryable): Promise<StoredCursor[]> {
  const { rows } = await database.query<{
    name: string;
    lease: string;
    value: string;
    moved_at: string;
  }>('select name, lease, value::text as value, moved_at from control.cursors order by name');
  return rows.map(({ name, lease, value, moved_at }) => ({
    name,
    lease,
    value: parseJson(value),
    movedAt: moved_at,
  }));
}

/** Throws LEASE_LOST, and moves nothing, when the lease has a newer epoch. */
export async function moveCursor(
  database: Queryable,
  lease: Pick<Lease, 'name' | 'epoch'>,
  name: string,
  value: JsonValue,
): Promise<void> {
  const text = stringifyJson(value);
  const { rowCount } = await database.query(MOVE, [lease.name, lease.epoch, name, text]);
  if (rowCount !== 1) throw leaseLost(lease.name, `the cursor "${name}" was refused`);
}

/**
 * Puts a cursor where an operator wants it. Takes the lease over first: a poller that works on it
 * loses it, and goes on from the new cursor.
 */
export async function setCursor(
  pool: Pool,
  leaseName: string,
  name: string,
  value: JsonValue,
): Promise<void> {
  await withTransaction(pool, async (client) => {
    const { rows } = await client.query<{ epoch: LeaseEpoch }>(TAKE_OVER, [leaseName]);
    const epoch = rows[0]?.epoch ?? NO_EPOCH;
    await moveCursor(client, { name: leaseName, epoch }, name, value);
  });
}

// The share lock makes a new holder wait for a move in flight, and a move in flight see a new
// holder: no move of an old epoch can follow the new holder's reading.
const MOVE = `
  with held as (
    select name, epoch from control.leases where name = $1 and epoch = $2 for share
  )
  insert into control.cursors as cursor (name, lease, epoch, value, moved_at)
  select $3, held.name, held.epoch, $4::jsonb, clock_timestamp() from held
  on conflict (name) do update
  set lease = excluded.lease, epoch = excluded.epoch,
      value = excluded.value, moved_at = excluded.moved_at
  where cursor.epoch <= excluded.epoch or cursor.lease <> excluded.lease
`;

// Expired at once, so that a poller may take it as soon as the cursor is set.
const TAKE_OVER = `
  insert into control.leases as lease (name, holder, epoch, expires_at)
  values ($1, 'an operator', 1, clock_timestamp())
  on conflict (name) do update
  set holder = excluded.holder, epoch = lease.epoch + 1, expires_at = clock_timestamp()
  returning epoch
`;
