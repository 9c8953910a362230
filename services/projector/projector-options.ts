/** What a projector is made of. */
import type { Clock } from '../core/clock.ts';
import type { Millis } from '../core/units.ts';
import type { ConsumerOptions, Kafka } from '../platform/kafka/kafka.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { QueueLimits } from './batch-queue.ts';
import type { Leash } from './leash.ts';
import type { LostSchemas } from './lost-schemas.ts';
import type { Park } from './parking.ts';
import type { Projection } from './projections/projection.ts';
import type { ProjectorMetrics } from './projector-metrics.ts';
import type { ReadEntry, ReadTold } from './read-entry.ts';

export interface ProjectorOptions<Row> {
  readonly kafka: Pick<Kafka, 'admin' | 'openConsumer'>;
  readonly consumer: Omit<
    ConsumerOptions,
    | 'partitionsConsumedConcurrently'
    | 'onAssigned'
    | 'onRevoked'
    | 'onBatch'
    | 'onServed'
    | 'onCrash'
  >;
  readonly pool: Pool;
  readonly schema: string;
  readonly projection: Projection<Row>;
  readonly schemas: Pick<LostSchemas, 'prepare'>;
  readonly readEntry: ReadEntry<Row>;
  readonly readTold: ReadTold;
  readonly park: Park;
  readonly lanes: number;
  /** Reads no further than this; null: as far as the log goes. */
  readonly leash?: Leash;
  readonly limits: QueueLimits;
  /** How long a dependency may be away before the process ends. */
  readonly patienceMs: Millis;
  /** How long records may wait of which none is read or written, before this is not ready. */
  readonly stallMs: Millis;
  readonly metrics: ProjectorMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Hears once of what there is no going on from. */
  readonly onFailed: (error: unknown) => void;
}
