import { expect, test } from 'vitest';

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
  const summary = summarise(new MetricTotals(), 1_000_000);
  expect(summary.newestAgeMs).toBeNull();
  expect(summaryLine(summary)).toBe(
    'received 0, published 0, applied 0, lag 0, newest change - ago, parked 0',
  );
});

test('the block has a line for each number', () => {
  const summary = {
    received: 12_345,
    published: 3,
    applied: 2,
    lag: 1,
    parked: 0,
    newestAgeMs: 65_000,
  };
  const lines = summaryBlock(summary, 4);
  expect(lines).toHaveLength(6);
  expect(lines[0]).toContain('12,345');
  expect(lines[4]).toContain('1 min');
});
