/** What the object poller counts; each is explained in the room's README. */
import type { CounterMetric, GaugeMetric, Metrics } from '../platform/process/metrics.ts';
import { pollerMetrics } from '../source/poller-metrics.ts';
import type { PollerMetrics } from '../source/poller-metrics.ts';
import { sweepMetrics } from '../source/signals/heard-promises.ts';
import type { SweepMetrics } from '../source/signals/heard-promises.ts';

export interface ObjectMetrics extends PollerMetrics, SweepMetrics {
  readonly reads: CounterMetric;
  readonly deletes: CounterMetric;
  readonly hidden: CounterMetric;
  readonly lateRows: CounterMetric;
  readonly refreshes: CounterMetric;
  readonly searchLagSeconds: GaugeMetric;
  readonly snapshotRows: GaugeMetric;
  readonly snapshotRowsExpected: GaugeMetric;
  readonly snapshotTypesLeft: GaugeMetric;
  readonly typesRefused: GaugeMetric;
  readonly massDeletes: GaugeMetric;
  readonly uncatalogued: GaugeMetric;
  readonly refreshWaiting: GaugeMetric;
  readonly missedChanges: CounterMetric;
  readonly backfillRows: CounterMetric;
  readonly backfillRunning: GaugeMetric;
}

export function objectMetrics(metrics: Metrics): ObjectMetrics {
  const snapshotTypesLeft = metrics.gauge(
    'workfront_cdc_snapshot_types_left',
    'Types that have not been read whole yet; NaN where another instance polls, or none yet',
  );
  // A gauge begins at 0, which would say that the snapshot is complete before it has begun.
  snapshotTypesLeft.set(NaN);
  return {
    ...pollerMetrics(metrics),
    ...sweepMetrics(metrics),
    reads: metrics.counter('workfront_cdc_reads_total', 'Rows that searches answered'),
    deletes: metrics.counter('workfront_cdc_absences_total', 'Objects proved to be deleted'),
    hidden: metrics.counter(
      'workfront_cdc_hidden_objects_total',
      'Times that an object was missed which is there, but not shown to us',
    ),
    lateRows: metrics.counter(
      'workfront_cdc_late_rows_total',
      'Rows that the search showed later than the assumed lag',
    ),
    refreshes: metrics.counter('workfront_cdc_refreshes_total', 'Objects read again on a signal'),
    searchLagSeconds: metrics.gauge(
      'workfront_cdc_search_lag_seconds',
      'How long a save is assumed to stay unseen by the search',
    ),
    snapshotRows: metrics.gauge('workfront_cdc_snapshot_rows', 'Rows that the snapshot has read'),
    snapshotRowsExpected: metrics.gauge(
      'workfront_cdc_snapshot_rows_expected',
      'Rows that the types in the snapshot were counted to have',
    ),
    snapshotTypesLeft,
    typesRefused: metrics.gauge(
      'workfront_cdc_types_refused',
      'Types that the tenant does not let us read',
    ),
    massDeletes: metrics.gauge(
      'workfront_cdc_mass_deletes',
      'Types of which too many objects vanished at once to be believed',
    ),
    uncatalogued: metrics.gauge(
      'workfront_cdc_uncatalogued_fields',
      'Fields that the tenant has and the catalogue lacks; they are carried',
    ),
    refreshWaiting: metrics.gauge(
      'workfront_cdc_refresh_waiting',
      'Objects that wait to be read again',
    ),
    ...repairMetrics(metrics),
  };
}

function repairMetrics(
  metrics: Metrics,
): Pick<ObjectMetrics, 'missedChanges' | 'backfillRows' | 'backfillRunning'> {
  return {
    missedChanges: metrics.counter(
      'workfront_cdc_missed_changes_total',
      'Changes that no event told of, by how they were found; each is a gap until it is read again',
      ['reason'],
    ),
    backfillRows: metrics.counter('workfront_cdc_backfill_rows_total', 'Rows that backfills read'),
    backfillRunning: metrics.gauge('workfront_cdc_backfill_running', '1 while a backfill is read'),
  };
}
