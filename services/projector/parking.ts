/** Sets records aside in the dead letters, whole, before the position passes them (Law 3). */
import type { Logger } from '../platform/logger.ts';
import { deadLetter } from '../platform/dead-letters.ts';
import type { OutgoingRecord, Publisher } from '../platform/publisher.ts';
import type { LogEntry } from './log-entry.ts';
import type { ProjectorMetrics } from './projector-metrics.ts';

export interface ParkingOptions {
  /** The dead letter topic. */
  readonly topic: string;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly metrics: Pick<ProjectorMetrics, 'parked'>;
  readonly logger: Logger;
}

export type Park = (entries: readonly LogEntry<unknown>[]) => Promise<void>;

/** A crash between parking and the position's move parks a record twice: never not at all. */
export function createPark({ topic, publisher, metrics, logger }: ParkingOptions): Park {
  return async (entries) => {
    const letters = entries.flatMap((entry) => toLetter(topic, entry));
    if (letters.length === 0) return;
    await publisher.publish(letters); // Law 1
    for (const { record, failure } of entries) {
      if (failure === null) continue;
      metrics.parked.add(1, { reason: failure.code });
      const { partition, offset } = record;
      logger.warn(
        { topic: record.topic, partition, offset: String(offset), error: failure },
        'record set aside in the dead letters',
      );
    }
  };
}

function toLetter(topic: string, { record, failure }: LogEntry<unknown>): OutgoingRecord[] {
  if (failure === null) return [];
  return [
    deadLetter({
      topic,
      reason: failure.code,
      message: failure.message,
      service: 'projector',
      bytes: record.value ?? Buffer.alloc(0),
      key: record.key?.toString() ?? null,
      source: {
        topic: record.topic,
        partition: String(record.partition),
        offset: String(record.offset),
      },
    }),
  ];
}
