/** Sets records aside in the dead letters, whole, before the position passes them (Law 3). */
import { deadLetter } from '../source/dead-letters.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { OutgoingRecord, Publisher } from '../platform/kafka/publisher.ts';
import type { Unusable } from './log-entry.ts';
import type { ProjectorMetrics } from './projector-metrics.ts';

export interface ParkingOptions {
  /** The dead letter topic. */
  readonly topic: string;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly metrics: Pick<ProjectorMetrics, 'parked'>;
  readonly logger: Logger;
}

/** Resolves when all are durable. */
export type Park = (unusable: readonly Unusable[]) => Promise<void>;

/** A crash between parking and the position's move parks a record twice: never not at all. */
export function createPark({ topic, publisher, metrics, logger }: ParkingOptions): Park {
  return async (unusable) => {
    if (unusable.length === 0) return;
    await publisher.publish(unusable.flatMap((one) => toLetter(topic, one))); // Law 1
    for (const { entry, error } of unusable) {
      metrics.parked.add(1, { reason: error.code });
      const { partition, offset } = entry;
      const where = { topic: entry.topic, partition, offset: String(offset) };
      logger.warn({ ...where, error }, 'record set aside in the dead letters');
    }
  };
}

function toLetter(topic: string, { entry, error }: Unusable): OutgoingRecord[] {
  return deadLetter({
    topic,
    reason: error.code,
    message: error.message,
    service: 'projector',
    bytes: entry.value ?? Buffer.alloc(0),
    key: entry.key,
    source: {
      topic: entry.topic,
      partition: String(entry.partition),
      offset: String(entry.offset),
    },
  });
}
