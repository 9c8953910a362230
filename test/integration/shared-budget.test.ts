import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { openSharedBudget } from '../../services/source/tenant/shared-budget.ts';
import type { CallBudget } from '../../services/workfront/call-budget.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

const never = new AbortController().signal;
let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 8, applicationName: 'budget-test' });
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

function budgetOf(name: string, callsMax: number, timeoutMs = 60_000): Promise<CallBudget> {
  const common = { callsMax, timeoutMs, clock: systemClock, random: Math.random };
  return openSharedBudget(pool, { ...common, name });
}

describe('the budget of a tenant', () => {
  test('is one for all processes that open it', async () => {
    const [one, other] = [await budgetOf('shared', 2), await budgetOf('shared', 2)];
    let underWay = 0;
    let most = 0;
    const call = async (budget: CallBudget): Promise<void> => {
      const visit = await budget.enter('live', never);
      most = Math.max(most, (underWay += 1));
      await systemClock.turn();
      underWay -= 1;
      await visit.leave({ throttled: false });
    };
    const calls = Array.from({ length: 24 }, (_, at) => call(at % 2 === 0 ? one : other));
    await Promise.all(calls);
    expect(most).toBeLessThanOrEqual(2);
  });

  test('begins no more calls in a minute than are allowed, of all processes', async () => {
    const options = {
      name: 'by the minute',
      callsMax: 8,
      perMinuteMax: 10,
      timeoutMs: 60_000,
      clock: systemClock,
      random: Math.random,
    };
    const budgets = [await openSharedBudget(pool, options), await openSharedBudget(pool, options)];
    const given = new AbortController();
    let begun = 0;
    const call = async (at: number, priority: 'live' | 'backfill'): Promise<void> => {
      const visit = await budgets[at % 2]?.enter(priority, given.signal);
      begun += 1;
      await visit?.leave({ throttled: false });
    };
    // Of ten, two are left to what is live.
    const backfills = Array.from({ length: 12 }, (_, at) => call(at, 'backfill'));
    const settled = Promise.allSettled(backfills);
    await eventually(() => begun === 8, { what: 'the backfills have their share' });
    await call(0, 'live');
    await call(1, 'live');
    const third = call(0, 'live');
    given.abort(new Error('enough'));
    await expect(third).rejects.toThrow('enough');
    await settled;
    expect(begun).toBe(10);
  });

  test('leaves a place for what is live, however many backfills wait', async () => {
    const [backfilling, polling] = [await budgetOf('live', 2), await budgetOf('live', 2)];
    const visit = await backfilling.enter('backfill', never);
    const aborter = new AbortController();
    const second = backfilling.enter('backfill', aborter.signal);
    await (await polling.enter('live', never)).leave({ throttled: false });
    aborter.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    await visit.leave({ throttled: false });
  });

  test('a 429 that one process met closes it for the others, and halves it', async () => {
    const [one, other] = [await budgetOf('throttled', 4), await budgetOf('throttled', 4)];
    const visit = await one.enter('live', never);
    await visit.leave({ throttled: true, retryAfterMs: 1_000 });
    const askedMs = systemClock.monotonicMs();
    await (await other.enter('live', never)).leave({ throttled: false });
    expect(systemClock.monotonicMs() - askedMs).toBeGreaterThan(500);
    const { rows } = await pool.query<{ calls_now: number }>(
      `select calls_now from control.call_budgets where name = 'throttled'`,
    );
    expect(rows[0]?.calls_now).toBe(2);
  });

  test('a place of a process that was killed is free at once, of one that lives it is not', async () => {
    const sessions = openPool({ url: database.url, max: 1, applicationName: 'budget-killed' });
    const common = { name: 'killed', callsMax: 1, clock: systemClock, random: Math.random };
    const options = { ...common, timeoutMs: 60_000 };
    const killed = await openSharedBudget(sessions, options);
    await killed.enter('live', never); // and never leaves
    const given = new AbortController();
    const heir = await openSharedBudget(pool, options);
    const early = heir.enter('live', given.signal);
    await expect(Promise.race([early, systemClock.sleep(300)])).resolves.toBeUndefined();
    given.abort(new Error('enough'));
    await expect(early).rejects.toThrow('enough');
    await sessions.close();
    const askedMs = systemClock.monotonicMs();
    await (await heir.enter('live', never)).leave({ throttled: false });
    expect(systemClock.monotonicMs() - askedMs).toBeLessThan(10_000);
  });

  test('a place of a process that died comes back by itself', async () => {
    const dead = await budgetOf('dead', 1, 200);
    await dead.enter('live', never); // and never leaves
    const heir = await budgetOf('dead', 1, 200);
    await (await heir.enter('live', never)).leave({ throttled: false });
  });
});
