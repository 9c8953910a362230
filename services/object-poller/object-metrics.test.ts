import { expect, test } from 'vitest';
import { createMetrics } from '../platform/process/metrics.ts';
import { objectMetrics } from './object-metrics.ts';

test('a snapshot that has not begun does not show as complete', async () => {
  const metrics = createMetrics('object-poller');
  objectMetrics(metrics);
  expect(await metrics.text()).toMatch(/^workfront_cdc_snapshot_types_left(\{.*\})? Nan$/m);
});
