/** The projector's numbers. Labels come from closed sets: verdicts, error codes, our own topics. */
import type {
  CounterMetric,
  GaugeMetric,
  HistogramMetric,
  Metrics,
} from '../platform/process/metrics.ts';

export interface ProjectorMetrics {
  readonly received: CounterMetric;
  /** Label `verdict`: appended, refolded, repeated. */
  readonly applied: CounterMetric;
  /** Label `reason`. */
  readonly parked: CounterMetric;
  readonly misfits: CounterMetric;
  /** Label `code`. */
  readonly failures: CounterMetric;
  /** Label `topic`. */
  readonly lag: GaugeMetric;
  readonly newestChange: GaugeMetric;
  readonly batchEvents: HistogramMetric;
  readonly transactionSeconds: HistogramMetric;
}

export function projectorMetrics(metrics: Metrics): ProjectorMetrics {
  return {
    received: metrics.counter('workfront_cdc_received_total', 'Events read from the log.'),
    applied: metrics.counter(
      'workfront_cdc_applied_total',
      'Events that are in the tables, by what they were: behind everything known of their ' +
        'object (appended), about its past (refolded), or seen before (repeated).',
      ['verdict'],
    ),
    parked: metrics.counter(
      'workfront_cdc_parked_total',
      'Records set aside in the dead letters, by reason.',
      ['reason'],
    ),
    misfits: metrics.counter(
      'workfront_cdc_untyped_values_total',
      'Values that are not of the type that the catalogue names; kept as sent.',
    ),
    failures: metrics.counter(
      'workfront_cdc_write_failures_total',
      'Failures of Kafka, the registry or Postgres that are tried again, by error code.',
      ['code'],
    ),
    lag: metrics.gauge(
      'workfront_cdc_lag_events',
      'Events in the log that are not in the tables.',
      ['topic'],
    ),
    newestChange: metrics.gauge(
      'workfront_cdc_newest_change_seconds',
      'Unix time of the newest change in the tables that this process wrote.',
    ),
    batchEvents: metrics.histogram(
      'workfront_cdc_batch_events',
      'Events in one write transaction.',
      [],
      [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000],
    ),
    transactionSeconds: metrics.histogram(
      'workfront_cdc_transaction_seconds',
      'Duration of one write transaction.',
    ),
  };
}
