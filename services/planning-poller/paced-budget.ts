/** Planning's own limit, calls a minute (reference E.1), in front of another budget. */
import type { Clock } from '../core/clock.ts';
import type { CallBudget } from '../workfront/call-budget.ts';

const MINUTE_MS = 60_000;

/** No more than `perMinute` calls begin within any minute. */
export function pacedBudget(inner: CallBudget, perMinute: number, clock: Clock): CallBudget {
  let begun: number[] = [];
  let turn: Promise<void> = Promise.resolve();
  const admit = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      const now = clock.monotonicMs();
      begun = begun.filter((at) => at > now - MINUTE_MS);
      const [oldest] = begun;
      if (begun.length < perMinute || oldest === undefined) break;
      await clock.sleep(oldest + MINUTE_MS - now + 1, signal);
    }
    begun.push(clock.monotonicMs());
  };
  return {
    enter: async (priority, signal) => {
      // One after the other, or two that wait for one place would both take it.
      const mine = turn.then(() => admit(signal));
      turn = mine.catch(() => undefined);
      await mine;
      return inner.enter(priority, signal);
    },
  };
}
