/** The two ways to put a load on something. */
import { systemClock } from '../../services/core/clock.ts';

/** `workers` at once, each begins its next when its last is answered; returns seconds. */
export async function closedLoop(
  { workers, count }: { readonly workers: number; readonly count: number },
  act: (index: number) => Promise<void>,
): Promise<number> {
  const startMs = systemClock.monotonicMs();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return (systemClock.monotonicMs() - startMs) / 1000;
}

/**
 * `perSecond` at even distances, however slow the answers are: what waits for its turn waits on the
 * clock of whoever measures from `dueMs` (no coordinated omission).
 */
export async function openLoop(
  { perSecond, count }: { readonly perSecond: number; readonly count: number },
  act: (index: number, dueMs: number) => Promise<void>,
): Promise<void> {
  const startMs = systemClock.monotonicMs() + 20;
  const acting: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const dueMs = startMs + (index * 1000) / perSecond;
    const aheadMs = dueMs - systemClock.monotonicMs();
    if (aheadMs > 0) await systemClock.sleep(aheadMs);
    acting.push(act(index, dueMs));
  }
  await Promise.all(acting);
}

export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
