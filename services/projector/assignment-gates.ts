/**
 * The gates of all partitions of an assignment. Of a topic nothing passes before each of its
 * partitions here is proved: a topic that was made anew must not mix with the old one's rows.
 */
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import { FIRST_OFFSET } from '../core/units.ts';
import type { Offset } from '../core/units.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { LogBatch } from '../platform/kafka/kafka.ts';
import { LogGate } from './log-gate.ts';
import type { Admitted } from './log-gate.ts';
import type { Position } from '../store/positions.ts';

/** `low`: the first offset that is kept; `high`: the one that the next record will get. */
export interface Bounds {
  readonly low: Offset;
  readonly high: Offset;
  /** Records that a later one of their key replaces may be gone (`cleanup.policy`). */
  readonly isCompacted: boolean;
}

type Batch = Pick<LogBatch, 'topic' | 'partition' | 'from' | 'records' | 'to'>;

export type Seek = (topic: string, partition: number, offset: Offset) => void;

export class LogGates {
  readonly #gates = new Map<string, LogGate>();
  readonly #seek: Seek;

  /** Seeks every partition. Throws LOG_MISMATCH where the log's bounds alone refute it. */
  constructor(positions: readonly Position[], bounds: ReadonlyMap<string, Bounds>, seek: Seek) {
    this.#seek = seek;
    for (const position of positions) {
      const gate = new LogGate(position);
      const { low, high, isCompacted } = bounds.get(partitionKey(position)) ?? EMPTY;
      gate.checkBounds(low, high, isCompacted);
      this.#gates.set(partitionKey(position), gate);
    }
    for (const gate of this.#gates.values()) this.#seekGate(gate);
  }

  /** What of a batch may be applied. Throws LOG_MISMATCH. */
  admit(batch: Batch): Admitted {
    const gate = this.#gates.get(partitionKey(batch));
    if (gate === undefined) return NOTHING;
    if (this.isOpen(batch)) return gate.admit(batch);
    gate.prove(batch.records);
    // What passed by meanwhile comes again.
    if (this.isOpen(batch)) this.#siblings(batch).forEach((one) => this.#seekGate(one));
    return NOTHING;
  }

  /** Whether every partition of the topic is proved. */
  isOpen({ topic }: Pick<TopicPartition, 'topic'>): boolean {
    return this.#siblings({ topic }).every(({ isProved }) => isProved);
  }

  #siblings({ topic }: Pick<TopicPartition, 'topic'>): LogGate[] {
    return [...this.#gates.values()].filter(({ at }) => at.topic === topic);
  }

  #seekGate({ at, seekTo }: LogGate): void {
    this.#seek(at.topic, at.partition, seekTo);
  }
}

const EMPTY: Bounds = { low: FIRST_OFFSET, high: FIRST_OFFSET, isCompacted: false };
const NOTHING: Admitted = { records: [], follows: FIRST_OFFSET };
