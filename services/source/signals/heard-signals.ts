/**
 * How far what the other paths told is dealt with: a sweep promises nothing before a DELETE that
 * was told late, in front of what the promise rests on, is held (told-deletes.ts).
 */
import type { Offset } from '../../core/units.ts';
import { offsetOf } from '../../core/units.ts';
import type { KafkaAdmin } from '../../platform/kafka/admin.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../../platform/kafka/topic-partition.ts';
import type { Watermark } from '../promises/watermarks.ts';

export class HeardSignals {
  readonly #next = new Map<string, Offset>();

  /** Everything before `next` is dealt with, by whichever process. */
  take(place: TopicPartition, next: Offset): void {
    const key = partitionKey(place);
    const known = this.#next.get(key);
    if (known === undefined || next > known) this.#next.set(key, next);
  }

  /** Whether everything before these ends is dealt with. */
  hasAll(ends: Watermark['ends']): boolean {
    return Object.entries(ends).every(([topic, partitions]) =>
      Object.entries(partitions).every(([partition, end]) => {
        const next = this.#next.get(partitionKey({ topic, partition: Number(partition) }));
        return offsetOf(end) === 0n || (next !== undefined && next >= offsetOf(end));
      }),
    );
  }

  /** Of a partition whose records are all past their retention nothing is left to hear. */
  async takeEmpty(admin: Pick<KafkaAdmin, 'fetchOffsets'>, topic: string): Promise<void> {
    for (const { partition, low, high } of await admin.fetchOffsets(topic)) {
      if (low === high) this.take({ topic, partition }, high);
    }
  }
}
