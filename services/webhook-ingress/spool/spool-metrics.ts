/** What the spool counts; each is explained in the room's README. */
import type { CounterMetric, GaugeMetric, Metrics } from '../../platform/process/metrics.ts';

export interface SpoolMetrics {
  readonly spooling: GaugeMetric;
  readonly deliveries: GaugeMetric;
  readonly bytes: GaugeMetric;
  readonly spooled: CounterMetric;
  readonly drained: CounterMetric;
}

export function spoolMetrics(metrics: Metrics, bytesMax: number): SpoolMetrics {
  const limit = metrics.gauge('workfront_cdc_spool_bytes_max', 'Bytes that the spool may hold');
  limit.set(bytesMax);
  return {
    spooling: metrics.gauge('workfront_cdc_spooling', '1 while deliveries go to the spool'),
    deliveries: metrics.gauge('workfront_cdc_spool_deliveries', 'Deliveries in the spool'),
    bytes: metrics.gauge('workfront_cdc_spool_bytes', 'Bytes of the spool on disk'),
    spooled: metrics.counter('workfront_cdc_spooled_total', 'Deliveries fsynced in the spool'),
    drained: metrics.counter(
      'workfront_cdc_drained_total',
      'Deliveries of the spool that Kafka has, after a crash some of them twice',
    ),
  };
}
