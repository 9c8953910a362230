import { expect, test } from 'vitest';
import { asMicros } from '../../core/units.ts';

import { summarise, summaryBlock, summaryLine } from './live-summary.ts';
import { MetricTotals, readTotals } from './metric-totals.ts';

const TEXT = `# HELP workfront_cdc_parked_total x
# TYPE workfront_cdc_parked_total counter
workfront_cdc_parked_total{service="projector",reason="UNDECODABLE"} 2
workfront_cdc_parked_total{service="projector",reason="UNSTORABLE"} 3
workfront_cdc_lag_events{service="projector",topic="a b"} 7
process_cpu_seconds_total 12
workfront_cdc_newest_change_seconds NaN
`;

test('series of one metric are added up, and only our own are read', () => {
  expect([...readTotals(TEXT)]).toEqual([
    ['workfront_cdc_parked_total', 5],
    ['workfront_cdc_lag_events', 7],
  ]);
});

test('before the first change nothing is said of its age', () => {
  const summary = summarise(new MetricTotals(), asMicros(1_000_000));
  expect(summary.newestAgeMs).toBeNull();
  expect(summaryLine(summary)).toBe(
    'received 0, published 0, applied 0, lag 0, newest change - ago, parked 0',
  );
});

test('the block has a line for each number, with what it means', () => {
  const summary = {
    received: 12_345,
    published: 678,
    applied: 90,
    lag: 11,
    parked: 2,
    newestAgeMs: 65_000,
  };
  expect(summaryBlock(summary, 4.25).map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['received', '12,345', 'from webhooks and pollers'],
    ['published', '678', 'change events that Kafka has'],
    ['applied', '90', 'in the tables, 4.3 a second'],
    ['lag', '11', 'in Kafka and not yet in the tables'],
    ['newest change', '1 min', 'ago, of what is in the tables'],
    ['parked', '2', 'set aside: npx workfront-cdc dead-letters list'],
  ]);
  expect(summaryBlock(summary, null)[2]).toMatch(/in the tables$/);
});
