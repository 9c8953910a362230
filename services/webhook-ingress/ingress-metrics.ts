/** What the ingress counts; each is explained in the room's README. */
import type { CounterMetric, HistogramMetric, Metrics } from '../platform/process/metrics.ts';

export interface IngressMetrics {
  readonly received: CounterMetric;
  readonly published: CounterMetric;
  readonly refused: CounterMetric;
  readonly parked: CounterMetric;
  readonly acceptSeconds: HistogramMetric;
}

export function ingressMetrics(metrics: Metrics): IngressMetrics {
  return {
    received: metrics.counter(
      'workfront_cdc_received_total',
      'Deliveries with a right token, read whole',
    ),
    published: metrics.counter(
      'workfront_cdc_published_total',
      'Change events that Kafka has on all in-sync replicas',
    ),
    refused: metrics.counter(
      'workfront_cdc_refused_total',
      'Requests not answered 2xx, by reason',
      ['reason'],
    ),
    parked: metrics.counter(
      'workfront_cdc_parked_total',
      'Deliveries kept whole in the dead letters, by reason',
      ['reason'],
    ),
    acceptSeconds: metrics.histogram(
      'workfront_cdc_accept_seconds',
      'From a body read whole to its answer',
    ),
  };
}
