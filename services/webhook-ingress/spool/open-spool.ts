/** The spool and what belongs to it, opened from the configuration. */
import type { Clock } from '../../core/clock.ts';
import { openSpool } from '../../platform/disk/spool.ts';
import type { Kafka } from '../../platform/kafka/kafka.ts';
import { openPublisher } from '../../platform/kafka/publisher.ts';
import type { Scope } from '../../platform/process/lifecycle.ts';
import type { Metrics } from '../../platform/process/metrics.ts';
import type { AcceptOptions } from '../acceptance.ts';
import type { IngressConfig } from '../config.ts';
import type { IngressMetrics } from '../ingress-metrics.ts';
import type { LogSink } from '../log-sink.ts';
import { drain } from './drain.ts';
import { spoolMetrics } from './spool-metrics.ts';
import { SpoolingSink } from './spooling-sink.ts';

export interface SpoolConnections {
  readonly kafka: Kafka;
  readonly log: LogSink;
  readonly metrics: Metrics;
  readonly counts: IngressMetrics;
  readonly clock: Clock;
}

export interface OpenedSpool {
  readonly sink: SpoolingSink;
  /** Drains it from now on, whenever something is in it. */
  start(options: AcceptOptions): void;
}

/** Under the time that a drain has at the end of the process. */
const SEND_DEADLINE_MS = 3_000;

/** Null without WEBHOOK_SPOOL_DIR. FOLDER_TAKEN when another process has the folder. */
export async function openSpoolOf(
  scope: Scope,
  config: IngressConfig,
  { kafka, log, metrics, counts, clock }: SpoolConnections,
): Promise<OpenedSpool | null> {
  const folder = config.WEBHOOK_SPOOL_DIR;
  if (folder === undefined) return null;
  const { logger, signal } = scope;
  const bytesMax = config.WEBHOOK_SPOOL_BYTES_MAX;
  // Its own: a send of what has waited may take longer than Workfront waits.
  const publisher = openPublisher(kafka, { sendDeadlineMs: SEND_DEADLINE_MS });
  scope.own('publisher of the spool', publisher, (one) => one.close());
  const spool = await openSpool({ folder, bytesMax, logger });
  scope.own('spool', spool, (one) => one.close());
  const { entries, bytes } = spool.level();
  if (entries > 0) logger.info({ entries, bytes }, 'deliveries of an earlier run are spooled');
  const gauges = spoolMetrics(metrics, bytesMax);
  const parts = { spool, clock, logger, signal };
  let options: AcceptOptions | null = null;
  let draining: Promise<void> | null = null;
  const drainNow = (): void => {
    if (options === null || draining !== null || signal.aborted) return;
    draining = drain({
      ...parts,
      sink,
      publisher,
      options,
      metrics: { ...counts, ...gauges },
      perSecondMax: config.WEBHOOK_SPOOL_DRAIN_PER_SECOND,
    })
      .catch((error: unknown) => scope.fail(error))
      .finally(() => (draining = null));
  };
  const sink = new SpoolingSink({
    ...parts,
    log,
    customerID: config.WORKFRONT_CUSTOMER_ID ?? null,
    metrics: gauges,
    onSpooling: drainNow,
  });
  scope.own('drain', null, async () => {
    await draining;
  });
  return {
    sink,
    start: (opened) => {
      options = opened;
      drainNow();
    },
  };
}
