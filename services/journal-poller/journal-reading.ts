/** What the steps of a poll of the journal are handed. */
import type { Clock } from '../core/clock.ts';
import type { Micros, Millis } from '../core/units.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { PollerMetrics } from '../source/poller-metrics.ts';
import type { JournalRow } from '../workfront/journal-row.ts';
import type { JournalSearch } from './fetch.ts';

export interface JournalParts {
  readonly pool: Pool;
  readonly kafka: Pick<Kafka, 'admin'>;
  readonly topicPrefix: string;
  readonly search: (signal: AbortSignal, onAsked: (asked: Micros) => void) => JournalSearch;
  /** Gives the types that the rows are about. */
  readonly publish: (rows: readonly JournalRow[]) => Promise<ReadonlySet<string>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: PollerMetrics;
}

/** The journal as one term of the lease reads it. */
export interface JournalReading {
  readonly search: JournalSearch;
  /** Resolves when the rows are durable; tried again like any step. */
  readonly publish: (rows: readonly JournalRow[]) => Promise<void>;
}

export interface JournalOptions {
  readonly intervalMs: Millis;
  readonly overlapMs: Millis;
  /** Where to begin when there is no cursor, in microseconds since 1970. */
  readonly begin: Micros;
}
