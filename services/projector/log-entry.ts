/** A record of the log on its way to the tables. */
import type { PipelineError } from '../core/errors.ts';
import type { LogRecord } from '../platform/kafka.ts';
import { digestOf } from './positions.ts';
import type { Advance } from './positions.ts';

export interface LogEntry<Row> {
  readonly record: LogRecord;
  /** What the projection made of it; null where it could not. */
  readonly row: Row | null;
  /** Micros; 0 where unknown. */
  readonly changedAt: number;
  /** Why it cannot be applied: then it is parked. */
  readonly failure: PipelineError | null;
}

/** Records of one partition, in order, without a gap. */
export interface Parcel<Row> {
  readonly entries: readonly LogEntry<Row>[];
  readonly bytes: number;
}

export function bytesOf({ key, value }: LogRecord): number {
  return (key?.length ?? 0) + (value?.length ?? 0);
}

/** How the positions move when `entries` are applied: one advance for each partition, in order. */
export function advancesOf(entries: readonly LogEntry<unknown>[]): Advance[] {
  const ends = new Map<string, { first: bigint; last: LogRecord }>();
  for (const { record } of entries) {
    const key = `${record.topic}/${record.partition}`;
    const end = ends.get(key);
    if (end === undefined) ends.set(key, { first: record.offset, last: record });
    else end.last = record;
  }
  const keys = [...ends.keys()].sort();
  return keys.flatMap((key) => {
    const end = ends.get(key);
    if (end === undefined) return [];
    const { topic, partition, offset, value } = end.last;
    const lastDigest = digestOf(value);
    return [{ topic, partition, first: end.first, next: offset + 1n, lastDigest }];
  });
}
