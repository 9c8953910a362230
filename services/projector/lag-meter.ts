/** How many records of each topic are in the log and not in the tables, and since when. */
import type { Clock } from '../core/clock.ts';
import type { Millis, Offset } from '../core/units.ts';
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { GaugeMetric } from '../platform/process/metrics.ts';

interface Reach {
  readonly at: TopicPartition;
  /** The position: everything before it is in the tables. */
  written: Offset;
  /** Behind the last record that was taken to be written. */
  taken: Offset;
  /** Behind everything that the broker served, what is not for us among it. */
  served: Offset;
  /** Offset that the next record of the log will get. */
  high: Offset;
  /** When one of them last moved, or there was nothing to do. */
  movedMs: Millis;
}

/** A partition of which records wait, and none was read or written for some time. */
export interface Stall {
  readonly at: TopicPartition;
  readonly lag: bigint;
  readonly sinceMs: Millis;
}

export class LagMeter {
  readonly #gauge: GaugeMetric;
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #reaches = new Map<string, Reach>();

  constructor(gauge: GaugeMetric, clock: Pick<Clock, 'monotonicMs'>) {
    this.#gauge = gauge;
    this.#clock = clock;
  }

  begin(at: TopicPartition, next: Offset, high: Offset): void {
    const movedMs = this.#clock.monotonicMs();
    const reach = { at, written: next, taken: next, served: next, high, movedMs };
    this.#reaches.set(partitionKey(at), reach);
    this.#show(at.topic);
  }

  /** The log ends at `high`. */
  ends(at: TopicPartition, high: Offset): void {
    this.#move(at, 'high', high);
  }

  /** What is before `next` was taken to be written. */
  takes(at: TopicPartition, next: Offset): void {
    this.#move(at, 'taken', next);
  }

  /** What is before `next` was served, and taken where it is for us. */
  serves(at: TopicPartition, next: Offset): void {
    this.#move(at, 'served', next);
  }

  writes(at: TopicPartition, next: Offset): void {
    this.#move(at, 'written', next);
  }

  /** Partitions of other processes are theirs to show. */
  clear(): void {
    for (const { at } of this.#reaches.values()) this.#gauge.remove({ topic: at.topic });
    this.#reaches.clear();
  }

  /** Of all partitions together. */
  total(): bigint {
    let lag = 0n;
    for (const reach of this.#reaches.values()) lag += lagOf(reach);
    return lag;
  }

  /** Of the partitions that stand, the one that has stood longest. */
  stall(): Stall | null {
    const nowMs = this.#clock.monotonicMs();
    let longest: Stall | null = null;
    for (const reach of this.#reaches.values()) {
      const lag = lagOf(reach);
      const sinceMs = nowMs - reach.movedMs;
      if (lag > 0n && sinceMs > (longest?.sinceMs ?? -1)) longest = { at: reach.at, lag, sinceMs };
    }
    return longest;
  }

  #move(at: TopicPartition, what: 'high' | 'taken' | 'served' | 'written', to: Offset): void {
    const reach = this.#reaches.get(partitionKey(at));
    if (reach === undefined || to <= reach[what]) return;
    // What comes to a log that was read to its end waits from now on.
    if (what !== 'high' || lagOf(reach) === 0n) reach.movedMs = this.#clock.monotonicMs();
    reach[what] = to;
    if (to > reach.high) reach.high = to;
    this.#show(at.topic);
  }

  #show(topic: string): void {
    let lag = 0n;
    for (const reach of this.#reaches.values()) {
      if (reach.at.topic === topic) lag += lagOf(reach);
    }
    this.#gauge.set(Number(lag), { topic });
  }
}

/** Behind the last record markers of transactions may stand: once they were served, none waits. */
function lagOf({ written, taken, served, high }: Reach): bigint {
  const reached = written >= taken && served > written ? served : written;
  return high - reached;
}
