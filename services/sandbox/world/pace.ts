/** How work is spread over time. Averages to 1. */
import type { Millis } from '../../core/units.ts';

export const PACES = ['steady', 'people'] as const;
export type Pace = (typeof PACES)[number];

/**
 * A working day passes in two minutes: morning burst, lunch, afternoon burst, some late ones, a
 * night in which nobody works.
 */
const DAY_MS = 120_000;
const DAY = [
  { until: 0.2, rate: 2.2 },
  { until: 0.35, rate: 0.8 },
  { until: 0.4, rate: 0.1 },
  { until: 0.6, rate: 2 },
  { until: 0.7, rate: 0.35 },
  { until: 1, rate: 0 },
] as const;

export function paceOf(pace: Pace, sinceMs: Millis): number {
  if (pace === 'steady') return 1;
  const part = (sinceMs % DAY_MS) / DAY_MS;
  return DAY.find(({ until }) => part < until)?.rate ?? 1;
}
