/** The five numbers, and how fresh they are: one block redrawn on a terminal, a line elsewhere. */
import { servicesOf } from '../../processes.ts';
import { millisOf } from '../../core/units.ts';
import type { Micros, Millis } from '../../core/units.ts';
import type { MetricTotals } from './metric-totals.ts';

const SOURCES = servicesOf('source');

export interface Summary {
  readonly received: number;
  readonly published: number;
  readonly applied: number;
  readonly lag: number;
  readonly parked: number;
  /** Null before the first change is in the tables. */
  readonly newestAgeMs: Millis | null;
}

export function summarise(totals: MetricTotals, nowMicros: Micros): Summary {
  const newestSeconds = totals.sum('workfront_cdc_newest_change_seconds', ['projector']);
  return {
    received: totals.sum('workfront_cdc_received_total', SOURCES),
    published: totals.sum('workfront_cdc_published_total', SOURCES),
    applied: totals.sum('workfront_cdc_applied_total', ['projector']),
    lag: totals.sum('workfront_cdc_lag_events', ['projector']),
    parked: totals.sum('workfront_cdc_parked_total'),
    newestAgeMs: newestSeconds === 0 ? null : millisOf(nowMicros) - newestSeconds * 1000,
  };
}

/** `perSecond` is null where nobody has watched long enough to know. */
export function summaryBlock(summary: Summary, perSecond: number | null): string[] {
  const pace = perSecond === null ? '' : `, ${perSecond.toFixed(1)} a second`;
  const rows: readonly (readonly [string, string, string])[] = [
    ['received', count(summary.received), 'from webhooks and pollers'],
    ['published', count(summary.published), 'change events that Kafka has'],
    ['applied', count(summary.applied), `in the tables${pace}`],
    ['lag', count(summary.lag), 'in Kafka and not yet in the tables'],
    ['newest change', age(summary), 'ago, of what is in the tables'],
    ['parked', count(summary.parked), 'set aside: npx workfront-cdc dead-letters list'],
  ];
  return rows.map(
    ([name, value, meaning]) => `  ${name.padEnd(13)} ${value.padStart(9)}  ${meaning}`,
  );
}

export function summaryLine(summary: Summary): string {
  const { received, published, applied, lag, parked } = summary;
  return (
    `received ${received}, published ${published}, applied ${applied}, lag ${lag}, ` +
    `newest change ${age(summary)} ago, parked ${parked}`
  );
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function age({ newestAgeMs }: Summary): string {
  if (newestAgeMs === null) return '-';
  const seconds = Math.max(0, newestAgeMs) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}
