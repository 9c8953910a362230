/**
 * The gates of all partitions of an assignment. Of a topic nothing passes before each of its
 * partitions here is proved: a topic that was made anew must not mix with the old one's rows.
 */
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { LogRecord } from '../platform/kafka/kafka.ts';
import { LogGate } from './log-gate.ts';
import type { Position } from '../store/positions.ts';

/** `low`: the first offset that is kept; `high`: the one that the next record will get. */
export interface Bounds {
  readonly low: bigint;
  readonly high: bigint;
}

export type Seek = (topic: string, partition: number, offset: bigint) => void;

export class LogGates {
  readonly #gates = new Map<string, LogGate>();
  readonly #seek: Seek;

  /** Seeks every partition. Throws LOG_MISMATCH where the log's bounds alone refute it. */
  constructor(positions: readonly Position[], bounds: ReadonlyMap<string, Bounds>, seek: Seek) {
    this.#seek = seek;
    for (const position of positions) {
      const gate = new LogGate(position);
      const { low, high } = bounds.get(partitionKey(position)) ?? { low: 0n, high: 0n };
      gate.checkBounds(low, high);
      this.#gates.set(partitionKey(position), gate);
    }
    for (const gate of this.#gates.values()) this.#seekGate(gate);
  }

  /** What of `records`, all of one partition, may be applied. Throws LOG_MISMATCH. */
  admit(at: TopicPartition, records: readonly LogRecord[]): readonly LogRecord[] {
    const gate = this.#gates.get(partitionKey(at));
    if (gate === undefined) return [];
    const siblings = [...this.#gates.values()].filter((one) => one.at.topic === at.topic);
    if (siblings.every(({ isProved }) => isProved)) return gate.admit(records);
    gate.prove(records);
    // What passed by meanwhile comes again.
    if (siblings.every(({ isProved }) => isProved)) siblings.forEach((one) => this.#seekGate(one));
    return [];
  }

  #seekGate({ at, seekTo }: LogGate): void {
    this.#seek(at.topic, at.partition, seekTo);
  }
}
