import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { PipelineError } from '../../services/core/errors.ts';
import {
  listCursors,
  moveCursor,
  readCursor,
  setCursor,
} from '../../services/source/walks/cursor-store.ts';
import { takeLease } from '../../services/source/lease/lease.ts';
import type { Lease } from '../../services/source/lease/lease.ts';
import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool, Queryable } from '../../services/platform/postgres/postgres.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

let database: FreshDatabase;
let pool: Pool;
const held: Lease[] = [];
let names = 0;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 8, applicationName: 'lease-test' });
});

afterEach(async () => {
  for (const lease of held.splice(0)) await lease.release();
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

function freshName(): string {
  return `lease-${(names += 1)}`;
}

interface TakeOptions {
  readonly ttlMs?: number;
  readonly through?: Queryable;
  readonly holder?: string;
}

async function take(
  name: string,
  { ttlMs = 60_000, through = pool, holder = 'a test' }: TakeOptions = {},
): Promise<Lease | null> {
  const lease = await takeLease(through, { name, holder, ttlMs, clock: systemClock });
  if (lease !== null) held.push(lease);
  return lease;
}

async function taken(...given: Parameters<typeof take>): Promise<Lease> {
  const lease = await take(...given);
  if (lease === null) throw new Error('the lease is not free');
  return lease;
}

/** A database that can be taken away from one holder. */
function faulty(): { database: Queryable; mode: 'well' | 'fails' | 'hangs' } {
  const state = {
    mode: 'well' as 'well' | 'fails' | 'hangs',
    database: {
      query: async <R>(sql: string, values?: readonly unknown[]) => {
        if (state.mode === 'fails') throw new PipelineError('POSTGRES_UNAVAILABLE', 'away');
        if (state.mode === 'hangs') await new Promise(() => undefined);
        return pool.query<R>(sql, values);
      },
    },
  };
  return state;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PipelineError ? error.code : error),
  );

describe('a lease', () => {
  test('has one holder, and the next epoch when it is given back', async () => {
    const name = freshName();
    const first = await taken(name);
    expect(await take(name)).toBeNull();
    await first.release();
    const second = await taken(name);
    expect([first.epoch, second.epoch]).toEqual([1n, 2n]);
    await first.release(); // again, and of an old epoch: nobody else's lease is touched
    expect(await take(name)).toBeNull();
  });

  test('goes to exactly one of many who ask at once', async () => {
    const name = freshName();
    const asked = await Promise.all(Array.from({ length: 20 }, () => take(name)));
    expect(asked.filter((lease) => lease !== null)).toHaveLength(1);
  });

  test('outlives its term while its holder renews it', async () => {
    const name = freshName();
    const lease = await taken(name, { ttlMs: 400 });
    const { rows } = await pool.query<{ until: string }>(
      `select expires_at + interval '1 second' as until from control.leases where name = $1`,
      [name],
    );
    const passed = () =>
      pool.query<{ passed: boolean }>('select clock_timestamp() > $1 as passed', [rows[0]?.until]);
    await eventually(async () => (await passed()).rows[0]?.passed === true, {
      what: 'more than its term has passed',
    });
    expect(await take(name)).toBeNull();
    expect(lease.lost.aborted).toBe(false);
  });

  test('of a holder that cannot renew is lost by its own count, and taken by the next', async () => {
    for (const mode of ['fails', 'hangs'] as const) {
      const name = freshName();
      const through = faulty();
      const first = await taken(name, { ttlMs: 500, through: through.database });
      through.mode = mode;
      const second = await eventually(() => take(name), { what: 'the lease expires' });
      await eventually(() => first.lost.aborted, { what: 'its holder knows' });
      expect(first.lost.reason).toMatchObject({ code: 'LEASE_LOST' });
      expect(second.epoch).toBe(2n);
      through.mode = 'well';
      expect(await codeOf(moveCursor(pool, first, name, 'stale'))).toBe('LEASE_LOST');
    }
  });

  test('that fails to renew only for a moment is kept', async () => {
    const name = freshName();
    const through = faulty();
    const lease = await taken(name, { ttlMs: 2_000, through: through.database });
    const expiry = async () =>
      (
        await pool.query<{ at: string }>(
          'select expires_at as at from control.leases where name = $1',
          [name],
        )
      ).rows[0]?.at;
    through.mode = 'fails';
    const before = await expiry();
    await systemClock.sleep(600);
    through.mode = 'well';
    await eventually(async () => (await expiry()) !== before, { what: 'it is renewed again' });
    expect(lease.lost.aborted).toBe(false);
  });

  test('is given back in good time although the database hangs', async () => {
    const through = faulty();
    const lease = await taken(freshName(), { ttlMs: 400, through: through.database });
    through.mode = 'fails';
    await lease.release();
    expect(lease.lost.aborted).toBe(false);
  });
});

describe('a cursor', () => {
  test('is moved by whoever holds the lease, and read by anyone', async () => {
    const name = freshName();
    const lease = await taken(name);
    expect(await readCursor(pool, name)).toBeNull();
    await moveCursor(pool, lease, name, { at: 1 });
    await moveCursor(pool, lease, name, { at: 2, text: 'é' });
    expect(await readCursor(pool, name)).toEqual({ at: 2, text: 'é' });
    const listed = (await listCursors(pool)).find((one) => one.name === name);
    expect(listed).toMatchObject({ lease: name, value: { at: 2 } });
  });

  test('is never moved by a stale process, not even by one that is just about to', async () => {
    const name = freshName();
    const stale = await taken(name);
    await moveCursor(pool, stale, name, 'old');
    await stale.release();
    const fresh = await taken(name);
    expect(await codeOf(moveCursor(pool, stale, name, 'stale'))).toBe('LEASE_LOST');
    expect(await readCursor(pool, name)).toBe('old');
    await moveCursor(pool, fresh, name, 'new');
    expect(await codeOf(moveCursor(pool, stale, name, 'stale'))).toBe('LEASE_LOST');
    expect(await readCursor(pool, name)).toBe('new');
  });

  test('makes a new holder wait for a move in flight, and so see it', async () => {
    const name = freshName();
    const stale = await taken(name);
    let next: Promise<Lease | null> | null = null;
    await withTransaction(pool, async (client) => {
      await moveCursor(client, stale, name, 'in flight');
      // As if its term were over: the next holder comes while the move is not committed.
      next = setTermOver(name).then(() => take(name));
      await systemClock.sleep(200);
    });
    expect(await (next as Promise<Lease | null> | null)).not.toBeNull();
    expect(await readCursor(pool, name)).toBe('in flight');
    expect(await codeOf(moveCursor(pool, stale, name, 'too late'))).toBe('LEASE_LOST');
  });

  test('is set by an operator over the head of a poller, which then has to begin anew', async () => {
    const name = freshName();
    const poller = await taken(name);
    await moveCursor(pool, poller, name, 'poller');
    await setCursor(pool, name, name, 'operator');
    expect(await codeOf(moveCursor(pool, poller, name, 'poller'))).toBe('LEASE_LOST');
    expect(await readCursor(pool, name)).toBe('operator');
    const again = await taken(name);
    await moveCursor(pool, again, name, 'onward');
    expect(await readCursor(pool, name)).toBe('onward');
    const unheard = freshName();
    await setCursor(pool, unheard, unheard, 'first');
    expect(await readCursor(pool, unheard)).toBe('first');
  });

  test('moved by many at once is moved only by the holder', async () => {
    const name = freshName();
    const leases: Lease[] = [];
    for (let epoch = 0; epoch < 5; epoch += 1) {
      const lease = await taken(name);
      leases.push(lease);
      if (epoch < 4) await lease.release();
    }
    const moves = leases.flatMap((lease) =>
      Array.from({ length: 10 }, (_, at) => moveCursor(pool, lease, name, `${lease.epoch} ${at}`)),
    );
    const outcomes = await Promise.all(moves.map(codeOf));
    expect(outcomes.filter((code) => code === 'done')).toHaveLength(10);
    expect(await readCursor(pool, name)).toMatch(/^5 /);
  });
});

// Waits for the row lock of a move in flight, as `takeLease` itself would.
async function setTermOver(name: string): Promise<void> {
  await pool.query(`update control.leases set expires_at = clock_timestamp() where name = $1`, [
    name,
  ]);
}
