/**
 * How many partitions each topic has, remembered: the counts are fixed for a topic's life, because
 * a key must stay in its partition (Law 4).
 */
import type { Kafka } from './kafka.ts';

type Topical = { readonly topic: string };

export class PartitionCounts {
  readonly #kafka: Pick<Kafka, 'partitionsServed'>;
  readonly #counts = new Map<string, number>();
  /** Lookups under way: callers that need the same topic share one. */
  readonly #lookups = new Map<string, Promise<void>>();

  constructor(kafka: Pick<Kafka, 'partitionsServed'>) {
    this.#kafka = kafka;
  }

  know(records: readonly Topical[]): boolean {
    return records.every(({ topic }) => this.#counts.has(topic));
  }

  of(topic: string): number {
    const count = this.#counts.get(topic);
    if (count !== undefined) return count;
    throw new Error(`topic ${topic} was not looked up: learn before asking`);
  }

  /** TOPIC_MISSING when a topic is missing. */
  async learn(records: readonly Topical[]): Promise<void> {
    const topics = new Set(records.map(({ topic }) => topic));
    await Promise.all(
      [...topics].filter((topic) => !this.#counts.has(topic)).map((topic) => this.#lookUp(topic)),
    );
  }

  forget(records: readonly Topical[]): void {
    for (const { topic } of records) this.#counts.delete(topic);
  }

  #lookUp(topic: string): Promise<void> {
    const running = this.#lookups.get(topic);
    if (running) return running;
    const lookup = this.#kafka
      .partitionsServed(topic)
      .then((count) => void this.#counts.set(topic, count))
      .finally(() => this.#lookups.delete(topic));
    this.#lookups.set(topic, lookup);
    return lookup;
  }
}
