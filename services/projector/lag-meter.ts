/** How many events of each topic are in the log and not in the tables, as far as we have looked. */
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { GaugeMetric } from '../platform/process/metrics.ts';

interface Reach {
  readonly topic: string;
  /** Offset of the next record that is not in the tables. */
  next: bigint;
  /** Offset that the next record of the log will get. */
  high: bigint;
}

export class LagMeter {
  readonly #gauge: GaugeMetric;
  readonly #reaches = new Map<string, Reach>();

  constructor(gauge: GaugeMetric) {
    this.#gauge = gauge;
  }

  begin({ topic, partition }: TopicPartition, next: bigint, high: bigint): void {
    this.#reaches.set(partitionKey({ topic, partition }), { topic, next, high });
    this.#show(topic);
  }

  seen({ topic, partition }: TopicPartition, high: bigint): void {
    const reach = this.#reaches.get(partitionKey({ topic, partition }));
    if (reach === undefined || high <= reach.high) return;
    reach.high = high;
    this.#show(topic);
  }

  written({ topic, partition }: TopicPartition, next: bigint): void {
    const reach = this.#reaches.get(partitionKey({ topic, partition }));
    if (reach === undefined) return;
    reach.next = next;
    if (next > reach.high) reach.high = next;
    this.#show(topic);
  }

  /** Partitions of other processes are theirs to show. */
  clear(): void {
    for (const { topic } of this.#reaches.values()) this.#gauge.remove({ topic });
    this.#reaches.clear();
  }

  #show(topic: string): void {
    let lag = 0n;
    for (const reach of this.#reaches.values()) {
      if (reach.topic === topic) lag += reach.high - reach.next;
    }
    this.#gauge.set(Number(lag), { topic });
  }
}
