import { expect, test } from 'vitest';
import { ManualClock, settlePromises } from '../../test/support/manual-clock.ts';
import { LocalBudget, RECOVERY_MS } from './call-budget.ts';
import type { Priority, Visit } from './call-budget.ts';

const never = new AbortController().signal;

function budgetOf(callsMax: number) {
  const clock = new ManualClock(0);
  const budget = new LocalBudget({ callsMax, clock });
  const entered: string[] = [];
  const enter = (name: string, priority: Priority = 'live'): Promise<Visit> =>
    budget.enter(priority, never).then((visit) => {
      entered.push(name);
      return visit;
    });
  return { clock, budget, entered, enter };
}

test('no more calls are under way than there are places, and what is live goes first', async () => {
  const { entered, enter } = budgetOf(2);
  const first = await enter('a');
  await enter('b');
  void enter('backfill', 'backfill');
  void enter('c');
  await settlePromises();
  expect(entered).toEqual(['a', 'b']);
  await first.leave({ throttled: false });
  await settlePromises();
  expect(entered).toEqual(['a', 'b', 'c']);
});

test('a backfill leaves one place free for what is live', async () => {
  const { entered, enter } = budgetOf(2);
  await enter('one', 'backfill');
  void enter('two', 'backfill');
  await settlePromises();
  expect(entered).toEqual(['one']);
  await enter('live');
  expect(entered).toEqual(['one', 'live']);
});

test('where there is one place only a backfill gets on between live calls', async () => {
  const { entered, enter } = budgetOf(1);
  const visit = await enter('backfill', 'backfill');
  void enter('live');
  await visit.leave({ throttled: false });
  await settlePromises();
  expect(entered).toEqual(['backfill', 'live']);
});

test('after 429 nothing is asked for as long as it says, then less, and slowly more', async () => {
  const { clock, budget, entered, enter } = budgetOf(4);
  const visit = await enter('a');
  await visit.leave({ throttled: true, retryAfterMs: 7_000 });
  void enter('b');
  await settlePromises();
  expect([entered, budget.callsNow]).toEqual([['a'], 2]);
  await clock.advance(6_999);
  await settlePromises();
  expect(entered).toEqual(['a']);
  await clock.advance(1);
  await settlePromises();
  expect(entered).toEqual(['a', 'b']);
  await clock.advance(RECOVERY_MS);
  await (await enter('c')).leave({ throttled: false });
  expect(budget.callsNow).toBe(3);
});

test('who is told to stop while waiting leaves the queue', async () => {
  const { entered, enter, budget } = budgetOf(1);
  const visit = await enter('a');
  const aborter = new AbortController();
  const waiting = budget.enter('live', aborter.signal);
  aborter.abort(new Error('draining'));
  await expect(waiting).rejects.toThrow('draining');
  await visit.leave({ throttled: false });
  await enter('b');
  expect(entered).toEqual(['a', 'b']);
});
