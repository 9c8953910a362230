/**
 * How far a projector may read: a store that is being rebuilt must not be ahead of the one that
 * readers see, and can be brought to the very same place in the log. Pure.
 */
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { LogBatch } from '../platform/kafka/kafka.ts';
import { offsetOf } from '../core/units.ts';
import type { Offset } from '../core/units.ts';

export type ReadBatch = Pick<LogBatch, 'topic' | 'partition' | 'from' | 'records' | 'to'>;

/** Positions by partition; a partition that is not in it has none. */
export type PositionVector = ReadonlyMap<string, Offset>;

export class Leash {
  #limits: PositionVector | null;
  /** Set by the projector that is on it. */
  onMoved: () => void = () => undefined;

  /** @param limits the first offset of each partition that is not to be applied; null: no limit */
  constructor(limits: PositionVector | null) {
    this.#limits = limits;
  }

  /** Null where it may read on for ever. */
  limitOf(at: TopicPartition): Offset | null {
    return this.#limits === null ? null : offsetOf(this.#limits.get(partitionKey(at)) ?? 0n);
  }

  /** Never back. */
  moveTo(limits: PositionVector | null): void {
    this.#limits = limits;
    this.onMoved();
  }
}

/** What of a batch is before the limit; null where nothing is. */
export function cutAt<Batch extends ReadBatch>(batch: Batch, limit: Offset): Batch | null {
  if (batch.to <= limit) return batch;
  const records = batch.records.filter(({ offset }) => offset < limit);
  return records.length === 0 ? null : { ...batch, records, to: limit };
}
