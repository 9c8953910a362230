/** Sets records aside in the dead letters, whole, before the position passes them (Law 3). */
import { deadLetter } from '../source/letters/dead-letters.ts';
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

/**
 * Of a projection beside the first, which has handed what nobody can read to the dead letters: the
 * log has the record whole, and table `parked` of its own store says where and why (Law 3).
 */
export function createNote({ metrics, logger }: Pick<ParkingOptions, 'metrics' | 'logger'>): Park {
  return (unusable) => {
    for (const one of unusable)
      tellOf(one, 'record left out, as table parked says', metrics, logger);
    return Promise.resolve();
  };
}

/** Resolves when all are durable. */
export type Park = (unusable: readonly Unusable[]) => Promise<void>;

/** A crash between parking and the position's move parks a record twice: never not at all. */
export function createPark({ topic, publisher, metrics, logger }: ParkingOptions): Park {
  return async (unusable) => {
    if (unusable.length === 0) return;
    await publisher.publish(unusable.flatMap((one) => toLetter(topic, one))); // Law 1
    for (const one of unusable)
      tellOf(one, 'record set aside in the dead letters', metrics, logger);
  };
}

function tellOf(
  { entry, error }: Unusable,
  what: string,
  metrics: ParkingOptions['metrics'],
  logger: Logger,
): void {
  metrics.parked.add(1, { reason: error.code });
  const { topic, partition, offset } = entry;
  logger.warn({ topic, partition, offset: String(offset), error }, what);
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
