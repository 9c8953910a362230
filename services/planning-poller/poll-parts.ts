/** What the steps of a poll are handed: how to ask, publish, remember and count. */
import type { Clock } from '../core/clock.ts';
import type { Micros, Millis } from '../core/units.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { CounterMetric, Metrics } from '../platform/process/metrics.ts';
import { pollerMetrics } from '../source/poller-metrics.ts';
import type { PollerMetrics } from '../source/poller-metrics.ts';
import { sweepMetrics } from '../source/signals/heard-promises.ts';
import type { SweepMetrics } from '../source/signals/heard-promises.ts';
import type { WatermarkKind } from '../source/promises/watermarks.ts';
import type { TranslatedInput } from '../source/log/publish-inputs.ts';
import type { PlanningClient } from '../workfront/planning/planning-client.ts';

export type AskPlanning = <T>(
  act: (client: PlanningClient, signal: AbortSignal) => Promise<T>,
) => Promise<T>;

export interface PollParts {
  /** Tries one step again until it succeeds or cannot. */
  readonly again: <T>(act: () => Promise<T>) => Promise<T>;
  /** One call, tried again like any step. */
  readonly ask: AskPlanning;
  readonly publish: <Input extends TranslatedInput>(
    inputs: readonly Input[],
  ) => Promise<ReadonlySet<Input>>;
  /** The server's time of asking, or ours where it does not say. */
  readonly serverTime: (askedMicros: Micros | null) => Micros;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: PlanningMetrics;
  /** Every change of these kinds up to then is durable in the log (Law 2). */
  readonly promise: (
    objCodes: readonly string[],
    kinds: readonly WatermarkKind[],
    upTo: Micros,
  ) => Promise<void>;
  readonly customerID: string | null;
  /** How far a search may lag behind what is. */
  readonly searchLagMs: Millis;
  /** More that are missing at once under one parent are not called deleted. */
  readonly deletesMax: number;
  /** Missing objects asked for by their ID at one listing; the others wait for the next. */
  readonly confirmsMax: number;
  readonly history: 'changes' | 'all' | 'none';
}

export interface PlanningMetrics extends PollerMetrics, SweepMetrics {
  readonly deletes: CounterMetric;
  readonly held: CounterMetric;
  readonly partWalks: CounterMetric;
}

export function planningMetrics(registry: Metrics): PlanningMetrics {
  return {
    ...pollerMetrics(registry),
    ...sweepMetrics(registry),
    deletes: registry.counter(
      'workfront_cdc_planning_deletes_total',
      'Objects of Planning that were seen to be gone',
      ['objCode'],
    ),
    held: registry.counter(
      'workfront_cdc_planning_missing_held_total',
      'Missing objects that are not called deleted: hidden from us, or too many at once',
      ['objCode'],
    ),
    partWalks: registry.counter(
      'workfront_cdc_planning_part_walks_total',
      'Times that the pages of a record type did not add up to what Planning counts',
    ),
  };
}
