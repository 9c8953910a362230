/** A record of the log on its way to the tables, and what becomes of many. */
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { PipelineError } from '../core/errors.ts';
import { offsetAfter } from '../core/units.ts';
import type { Offset } from '../core/units.ts';
import { digestOf } from '../store/positions.ts';
import type { Advance } from '../store/positions.ts';

/** Bytes only: decoded events would be dragged through every garbage collection while they wait. */
export interface LogEntry extends TopicPartition {
  readonly offset: Offset;
  /** The position that the record before it leaves behind; holes of the log are between. */
  readonly follows: Offset;
  /** The object's ID. */
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

/** An entry that cannot be applied, and why: it is set aside. */
export interface Unusable {
  readonly entry: LogEntry;
  readonly error: PipelineError;
}

/** Entries of one partition, in order, each following the one before it. */
export interface Parcel {
  readonly entries: readonly LogEntry[];
  readonly bytes: number;
}

/**
 * Leaves behind what the tables do not need, headers above all.
 * @param follows the position before the first
 */
export function toParcel(records: readonly Omit<LogEntry, 'follows'>[], follows: Offset): Parcel {
  let bytes = 0;
  let before = follows;
  const entries = records.map(({ topic, partition, offset, key, value }) => {
    bytes += (key?.length ?? 0) + (value?.length ?? 0);
    const entry = { topic, partition, offset, follows: before, key, value };
    before = offsetAfter(offset);
    return entry;
  });
  return { entries, bytes };
}

/** How the positions move when `entries` are applied: one advance for each partition, in order. */
export function advancesOf(entries: readonly LogEntry[]): Advance[] {
  const ends = new Map<string, { first: Offset; last: LogEntry }>();
  let end: { first: Offset; last: LogEntry } | undefined;
  for (const entry of entries) {
    if (end?.last.partition !== entry.partition || end.last.topic !== entry.topic) {
      const key = partitionKey(entry);
      end = ends.get(key) ?? { first: entry.follows, last: entry };
      ends.set(key, end);
    }
    end.last = entry;
  }
  const sorted = [...ends].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { first, last }]) => ({
    topic: last.topic,
    partition: last.partition,
    first,
    next: offsetAfter(last.offset),
    lastDigest: digestOf(last.value),
  }));
}

/**
 * All entries in portions of about `count`. They come by key, each key's in their order and in one
 * portion: what is about one object comes together, and indexes are written from left to right.
 */
export function portionsOf<Entry extends Pick<LogEntry, 'key'>>(
  entries: readonly Entry[],
  count: number,
): Entry[][] {
  const keyed = entries.map((entry) => ({ key: entry.key?.toString('latin1') ?? '', entry }));
  keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  const portions: Entry[][] = [];
  let portion: Entry[] = [];
  let latest: string | null = null;
  for (const { key, entry } of keyed) {
    if (portion.length >= count && key !== latest) {
      portions.push(portion);
      portion = [];
    }
    portion.push(entry);
    latest = key;
  }
  if (portion.length > 0) portions.push(portion);
  return portions;
}
