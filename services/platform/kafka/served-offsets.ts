/**
 * Tells holes that a log may have from records that are missing (Law 3). Offsets are not dense:
 * transaction markers, aborted and compacted records have offsets too, and are never served. What
 * the broker was asked for and passed over is a hole. What begins further on than it was asked for,
 * or before the log's start, may have been lost: that is looked into before anything halts.
 */
import { PipelineError } from '../../core/errors.ts';
import type { Offset } from '../../core/units.ts';
import type { LogRecord } from './consumer.ts';
import { partitionKey } from './topic-partition.ts';
import type { TopicPartition } from './topic-partition.ts';

/** The first offset that a partition still keeps. */
export type ReadLogStart = (at: TopicPartition) => Promise<Offset>;

export class ServedOffsets {
  readonly #readLogStart: ReadLogStart;
  /** Behind what was handed over, by partition; unknown until a seek or a first batch. */
  readonly #next = new Map<string, Offset>();
  /** Where a fetch began beyond `#next`, and was asked for again. */
  readonly #asked = new Map<string, Offset>();

  constructor(readLogStart: ReadLogStart) {
    this.#readLogStart = readLogStart;
  }

  clear(): void {
    this.#next.clear();
    this.#asked.clear();
  }

  /** The next records come from here on. */
  set(at: TopicPartition, next: Offset): void {
    this.#next.set(partitionKey(at), next);
  }

  /**
   * @param fetchedFrom where the fetch began that brought `records`, which are not empty
   * @returns the offset from which on nothing but `records` is served, or the one that has to be
   * asked for first. LOG_MISMATCH where records are missing.
   */
  async check(
    records: readonly LogRecord[],
    fetchedFrom: Offset | null,
  ): Promise<{ readonly from: Offset } | { readonly readAgainFrom: Offset }> {
    const [first] = records;
    if (first === undefined) throw new RangeError('there is nothing to check');
    const key = partitionKey(first);
    const next = this.#next.get(key) ?? fetchedFrom ?? first.offset;
    if (first.offset === next) return { from: next };
    if (first.offset < next) throw missing(first, next, 'the topic was made anew, or cut short');
    const start = await this.#readLogStart(first);
    if (start > next)
      throw missing(first, next, `its log begins at ${start}: records were deleted`);
    // Asked for `next`, or from further back, the broker went on with `first`.
    if (fetchedFrom !== null && fetchedFrom <= next) return { from: next };
    if (this.#asked.get(key) === next) return { from: next };
    this.#asked.set(key, next);
    return { readAgainFrom: next };
  }
}

function missing(
  { topic, partition, offset }: LogRecord,
  next: Offset,
  why: string,
): PipelineError {
  return new PipelineError(
    'LOG_MISMATCH',
    `${partitionKey({ topic, partition })} goes on at offset ${offset} where ${next} should follow, and ${why}. ` +
      'Restore the log, or rebuild from one that is whole.',
    { topic, partition, offset, next },
  );
}
