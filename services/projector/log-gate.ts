/**
 * Lets only the records of one partition through that follow on what is stored, and proves first
 * that the log is still the one that was read: kafkajs cannot ask for a topic's id, so the gate
 * reads the last applied record again and compares its digest. Pure.
 */
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import { PipelineError } from '../core/errors.ts';
import { offsetAfter } from '../core/units.ts';
import type { Offset } from '../core/units.ts';
import type { LogBatch, LogRecord } from '../platform/kafka/kafka.ts';
import { digestOf } from '../store/positions.ts';
import type { Position } from '../store/positions.ts';

export interface Admitted {
  readonly records: readonly LogRecord[];
  /** The position before the first of them. */
  readonly follows: Offset;
}

export class LogGate {
  readonly at: TopicPartition;
  #next: Offset;
  /** Behind all that was served: holes may be between `#next` and this. */
  #seen: Offset;
  /** Of the record before `#next`, until it was seen. */
  #proof: Buffer | null;
  #isCompacted = false;

  constructor({ topic, partition, next, lastDigest }: Position) {
    this.at = { topic, partition };
    this.#next = next;
    this.#seen = next;
    this.#proof = next > 0n ? lastDigest : null;
  }

  get isProved(): boolean {
    return this.#proof === null;
  }

  /** Where to read: what comes next, or before that what proves the log. */
  get seekTo(): Offset {
    return this.isProved ? this.#next : offsetAfter(this.#next, -1n);
  }

  /**
   * Throws LOG_MISMATCH where this cannot be the log that was read. Where all that was applied is
   * deleted, and nothing else, there is nothing left to compare: a log that was made anew does not
   * begin where the tables end.
   * @param low the first offset that is kept
   * @param high the offset that the next record will get
   * @param isCompacted whether the record that was applied last may be gone by itself
   */
  checkBounds(low: Offset, high: Offset, isCompacted = false): void {
    if (this.#next > high) throw this.#mismatch(`ends at ${high}`);
    if (this.#next < low) throw this.#mismatch(`begins at ${low} now: records were deleted`);
    if (this.#next === low) this.#proof = null;
    this.#isCompacted = isCompacted;
  }

  /** Throws LOG_MISMATCH where the last applied record is another one now. */
  prove(records: readonly LogRecord[]): void {
    const first = records[0]?.offset;
    const last = records.at(-1)?.offset;
    if (this.#proof === null || first === undefined || last === undefined) return;
    // Read before the seek took effect: it will come.
    if (last < this.seekTo) return;
    const applied = records.find(({ offset }) => offset === this.seekTo);
    // The broker was asked for it and passed over it: a hole that compaction makes, where a later
    // record of the key stands behind. A topic made anew has none there.
    if (applied === undefined && this.#isCompacted) {
      this.#proof = null;
      return;
    }
    if (first > this.seekTo) throw this.#mismatch(`goes on at ${first}`);
    if (applied === undefined || !digestOf(applied.value).equals(this.#proof)) {
      throw this.#mismatch(`holds another record at ${this.seekTo} than was applied`);
    }
    this.#proof = null;
  }

  /**
   * Those of the batch that come next; none where all were applied before. Holes are the reader's
   * to prove. Throws LOG_MISMATCH where the batch begins behind what comes next.
   */
  admit({ from, records, to }: Pick<LogBatch, 'from' | 'records' | 'to'>): Admitted {
    if (!this.isProved) throw this.#mismatch('is not proved to be the log that was read');
    const follows = this.#next;
    if (from > this.#seen) throw this.#mismatch(`goes on at ${from}`);
    if (to > this.#seen) this.#seen = to;
    const begin = records.findIndex(({ offset }) => offset >= follows);
    const last = records.at(-1);
    if (begin === -1 || last === undefined) return { records: [], follows };
    this.#next = offsetAfter(last.offset);
    return { records: begin === 0 ? records : records.slice(begin), follows };
  }

  #mismatch(what: string): PipelineError {
    const { topic, partition } = this.at;
    return new PipelineError(
      'LOG_MISMATCH',
      `${partitionKey(this.at)} ${what}, but the tables hold it up to ${this.#next}: this is not ` +
        'the log they were made from. Restore the log, or rebuild the tables from this one.',
      { topic, partition, next: this.#next },
    );
  }
}
