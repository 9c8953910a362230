import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('what is counted can be read in the Prometheus format, with the service as a label', async () => {
  const metrics = createMetrics('ingress');
  const received = metrics.counter('workfront_cdc_received_total', 'Deliveries.', ['outcome']);
  received.add(2, { outcome: 'accepted' });
  received.add(1, { outcome: 'accepted' });
  metrics.counter('workfront_cdc_published_total', 'Records.').add();
  const lag = metrics.gauge('workfront_cdc_lag_events', 'Lag.', ['partition']);
  lag.set(7, { partition: 1 });
  lag.set(9, { partition: 2 });
  lag.remove({ partition: 2 });
  metrics.histogram('workfront_cdc_send_seconds', 'Sends.').observe(0.2);
  const text = await metrics.text();
  expect(text).toContain('workfront_cdc_received_total{outcome="accepted",service="ingress"} 3');
  expect(text).toContain('workfront_cdc_published_total{service="ingress"} 1');
  expect(text).toContain('workfront_cdc_lag_events{partition="1",service="ingress"} 7');
  expect(text).not.toContain('partition="2"');
  expect(text).toContain('workfront_cdc_send_seconds_count{service="ingress"} 1');
});
