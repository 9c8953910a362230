/** What every poller counts; each is explained in the room's README. */
import type { CounterMetric, GaugeMetric, Metrics } from '../platform/process/metrics.ts';

export interface PollerMetrics {
  readonly received: CounterMetric;
  readonly published: CounterMetric;
  readonly parked: CounterMetric;
  readonly polls: CounterMetric;
  readonly failures: CounterMetric;
  readonly cursorSeconds: GaugeMetric;
  readonly leading: GaugeMetric;
  readonly gapsRead: CounterMetric;
}

export function pollerMetrics(metrics: Metrics): PollerMetrics {
  return {
    received: metrics.counter('workfront_cdc_received_total', 'Rows seen for the first time'),
    published: metrics.counter(
      'workfront_cdc_published_total',
      'Change events that Kafka has on all in-sync replicas',
    ),
    parked: metrics.counter(
      'workfront_cdc_parked_total',
      'Rows kept whole in the dead letters, by reason',
      ['reason'],
    ),
    polls: metrics.counter('workfront_cdc_polls_total', 'Times that a stream was read to its end'),
    failures: metrics.counter(
      'workfront_cdc_poll_failures_total',
      'Failures that are tried again, by code',
      ['code'],
    ),
    cursorSeconds: metrics.gauge(
      'workfront_cdc_cursor_timestamp_seconds',
      'Time of the last row read, in seconds since 1970; its age is now less this',
      ['stream'],
    ),
    gapsRead: metrics.counter('workfront_cdc_gaps_read_total', 'Gaps that were read again'),
    leading: metrics.gauge('workfront_cdc_lease_held', '1 while this process holds the lease'),
  };
}
