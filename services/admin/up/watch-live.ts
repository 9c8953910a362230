/** Shows the live summary until the signal aborts. */
import { systemClock } from '../../core/clock.ts';
import type { AdminContext } from '../admin-context.ts';
import { summarise, summaryBlock, summaryLine } from './live-summary.ts';
import { MetricTotals } from './metric-totals.ts';
import type { MetricsSource } from './metric-totals.ts';

const REDRAW_MS = 1_000;
const LINE_MS = 10_000;

export async function watchLive(
  { terminal }: Pick<AdminContext, 'terminal'>,
  sources: readonly MetricsSource[],
  signal: AbortSignal,
): Promise<void> {
  const totals = new MetricTotals();
  let appliedBefore: number | null = null;
  let sinceMs = systemClock.monotonicMs();
  while (!signal.aborted) {
    await totals.read(sources);
    const nowMs = systemClock.monotonicMs();
    const summary = summarise(totals, systemClock.nowMicros());
    const perSecond =
      appliedBefore === null ? 0 : (summary.applied - appliedBefore) / ((nowMs - sinceMs) / 1000);
    if (terminal.interactive) terminal.redraw(summaryBlock(summary, perSecond));
    else terminal.print(summaryLine(summary));
    appliedBefore = summary.applied;
    sinceMs = nowMs;
    const pauseMs = terminal.interactive ? REDRAW_MS : LINE_MS;
    await systemClock.sleep(pauseMs, signal).catch(() => undefined);
  }
}
