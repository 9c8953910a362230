/**
 * The projector's numbers. Labels come from closed sets: projections, verdicts, error codes, our
 * own topics.
 */
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

/** Of each projection, which each series names. */
export function projectorMetrics(metrics: Metrics): (projection: string) => ProjectorMetrics {
  const all = declareMetrics(metrics);
  return (projection) => ({
    received: countsOf(all.received, projection),
    applied: countsOf(all.applied, projection),
    parked: countsOf(all.parked, projection),
    misfits: countsOf(all.misfits, projection),
    failures: countsOf(all.failures, projection),
    lag: gaugeOf(all.lag, projection),
    newestChange: gaugeOf(all.newestChange, projection),
    batchEvents: timesOf(all.batchEvents, projection),
    transactionSeconds: timesOf(all.transactionSeconds, projection),
  });
}

function countsOf(counter: CounterMetric, projection: string): CounterMetric {
  return { add: (by, labels = {}) => counter.add(by, { ...labels, projection }) };
}

function gaugeOf(gauge: GaugeMetric, projection: string): GaugeMetric {
  return {
    set: (value, labels = {}) => gauge.set(value, { ...labels, projection }),
    remove: (labels) => gauge.remove({ ...labels, projection }),
  };
}

function timesOf(histogram: HistogramMetric, projection: string): HistogramMetric {
  return { observe: (value, labels = {}) => histogram.observe(value, { ...labels, projection }) };
}

function declareMetrics(metrics: Metrics): ProjectorMetrics {
  return {
    received: metrics.counter('workfront_cdc_received_total', 'Events read from the log.', [
      'projection',
    ]),
    applied: metrics.counter(
      'workfront_cdc_applied_total',
      'Events that are in the tables, by what they were: behind everything known of their ' +
        'object (appended), about its past (refolded), or seen before (repeated).',
      ['projection', 'verdict'],
    ),
    parked: metrics.counter(
      'workfront_cdc_parked_total',
      'Records set aside in the dead letters, by reason.',
      ['projection', 'reason'],
    ),
    misfits: metrics.counter(
      'workfront_cdc_untyped_values_total',
      'Values that are not of the type that the catalogue names; kept as sent.',
      ['projection'],
    ),
    failures: metrics.counter(
      'workfront_cdc_write_failures_total',
      'Failures of Kafka, the registry or Postgres that are tried again, by error code.',
      ['projection', 'code'],
    ),
    lag: metrics.gauge(
      'workfront_cdc_lag_events',
      'Events in the log that are not in the tables.',
      ['projection', 'topic'],
    ),
    newestChange: metrics.gauge(
      'workfront_cdc_newest_change_seconds',
      'Unix time of the newest change in the tables that this process wrote.',
      ['projection'],
    ),
    batchEvents: metrics.histogram(
      'workfront_cdc_batch_events',
      'Events in one write transaction.',
      ['projection'],
      [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000],
    ),
    transactionSeconds: metrics.histogram(
      'workfront_cdc_transaction_seconds',
      'Duration of one write transaction.',
      ['projection'],
    ),
  };
}
