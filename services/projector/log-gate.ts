/**
 * Lets only the records of one partition through that follow on what is stored, and proves first
 * that the log is still the one that was read: kafkajs cannot ask for a topic's id, so the gate
 * reads the last applied record again and compares its digest. Pure.
 */
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import { PipelineError } from '../core/errors.ts';
import type { LogRecord } from '../platform/kafka/kafka.ts';
import { digestOf } from '../store/positions.ts';
import type { Position } from '../store/positions.ts';

export class LogGate {
  readonly at: TopicPartition;
  #next: bigint;
  /** Of the record before `#next`, until it was seen. */
  #proof: Buffer | null;

  constructor({ topic, partition, next, lastDigest }: Position) {
    this.at = { topic, partition };
    this.#next = next;
    this.#proof = next > 0n ? lastDigest : null;
  }

  get isProved(): boolean {
    return this.#proof === null;
  }

  /** Where to read: what comes next, or before that what proves the log. */
  get seekTo(): bigint {
    return this.isProved ? this.#next : this.#next - 1n;
  }

  /**
   * Throws LOG_MISMATCH where this cannot be the log that was read.
   * @param low the first offset that is kept
   * @param high the offset that the next record will get
   */
  checkBounds(low: bigint, high: bigint): void {
    if (this.#next > high) throw this.#mismatch(`ends at ${high}`);
    if (this.seekTo < low) throw this.#mismatch(`begins at ${low} now: records were deleted`);
  }

  /** Throws LOG_MISMATCH where the last applied record is another one now. */
  prove(records: readonly LogRecord[]): void {
    const first = records[0]?.offset;
    const last = records.at(-1)?.offset;
    if (this.#proof === null || first === undefined || last === undefined) return;
    // Read before the seek took effect: it will come.
    if (last < this.seekTo) return;
    if (first > this.seekTo) throw this.#mismatch(`goes on at ${first}`);
    const applied = records[Number(this.seekTo - first)];
    if (applied === undefined || !digestOf(applied.value).equals(this.#proof)) {
      throw this.#mismatch(`holds another record at ${this.seekTo} than was applied`);
    }
    this.#proof = null;
  }

  /**
   * @returns those of `records` that come next; none where all were applied before
   * Throws LOG_MISMATCH for a gap.
   */
  admit(records: readonly LogRecord[]): readonly LogRecord[] {
    const first = records[0]?.offset;
    if (first === undefined) return [];
    if (!this.isProved) throw this.#mismatch('is not proved to be the log that was read');
    const skipped = this.#next > first ? Number(this.#next - first) : 0;
    const fresh = skipped === 0 ? records : records.slice(skipped);
    for (const { offset } of fresh) {
      if (offset !== this.#next) throw this.#mismatch(`goes on at ${offset}`);
      this.#next += 1n;
    }
    return fresh;
  }

  #mismatch(what: string): PipelineError {
    const { topic, partition } = this.at;
    return new PipelineError(
      'LOG_MISMATCH',
      `${topic}/${partition} ${what}, but the tables hold it up to ${this.#next}: this is not ` +
        'the log they were made from. Restore the log, or rebuild the tables from this one.',
      { topic, partition, next: this.#next },
    );
  }
}
