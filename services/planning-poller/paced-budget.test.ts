import { expect, it } from 'vitest';
import { ManualClock } from '../../test/support/manual-clock.ts';
import { LocalBudget } from '../workfront/call-budget.ts';
import { pacedBudget } from './paced-budget.ts';

it('begins no more calls in a minute than are allowed', async () => {
  const clock = new ManualClock(0);
  const budget = pacedBudget(new LocalBudget({ callsMax: 9, clock }), 3, clock);
  const { signal } = new AbortController();
  const begun: number[] = [];
  const calls = Promise.all(
    Array.from({ length: 7 }, async () => {
      const visit = await budget.enter('live', signal);
      begun.push(clock.monotonicMs());
      await visit.leave({ throttled: false });
    }),
  );
  await clock.advance(200_000);
  await calls;
  const counts = [0, 1, 2].map(
    (minute) => begun.filter((at) => Math.floor(at / 60_001) === minute).length,
  );
  expect(counts).toEqual([3, 3, 1]);
});

it('a call that is given up makes nobody else wait', async () => {
  const clock = new ManualClock(0);
  const budget = pacedBudget(new LocalBudget({ callsMax: 9, clock }), 1, clock);
  await budget.enter('live', new AbortController().signal);
  const given = new AbortController();
  const waiting = budget.enter('live', given.signal);
  given.abort(new Error('given up'));
  await expect(waiting).rejects.toThrow();
  const next = budget.enter('live', new AbortController().signal);
  await clock.advance(61_000);
  await expect(next).resolves.toBeDefined();
});
