/** The dead letter topic as the command line reads and writes it. */
import { randomUUID } from 'node:crypto';

import { deadLetterTopic } from './topic-name.ts';
import { PipelineError } from '../core/errors.ts';
import type { Millis, Offset } from '../core/units.ts';
import type { Kafka, LogRecord } from '../platform/kafka/kafka.ts';
import type { OutgoingRecord } from '../platform/kafka/outgoing-record.ts';

/** A place in the topic, written `partition/offset`. */
export interface LetterID {
  readonly partition: number;
  readonly offset: Offset;
}

export interface Letter {
  readonly id: string;
  readonly reason: string;
  readonly message: string;
  readonly service: string;
  /** Where it came from, by name: path, topic, partition, offset. */
  readonly source: ReadonlyMap<string, string>;
  readonly key: string | null;
  readonly timestampMs: Millis;
  readonly bytes: Buffer;
}

export interface LetterRange {
  readonly partition: number;
  readonly from: bigint;
  /** The offset behind the last. */
  readonly to: bigint;
}

// The topic is append only, so that a letter was handed in again is one more record in it.
const REDRIVEN = 'REDRIVEN';

export function parseLetterID(text: string): LetterID {
  const [, partition, offset] = /^(\d{1,9})\/(\d{1,19})$/.exec(text) ?? [];
  if (partition !== undefined && offset !== undefined) {
    return { partition: Number(partition), offset: BigInt(offset) };
  }
  throw new PipelineError(
    'USAGE',
    `${text} is not a letter's id: write partition/offset as \`dead-letters list\` prints it.`,
  );
}

/** What there is, of each partition at most the newest `countMax`. */
export async function letterRanges(
  kafka: Kafka,
  prefix: string,
  countMax: bigint | null,
): Promise<LetterRange[]> {
  const offsets = await kafka.admin().fetchOffsets(deadLetterTopic(prefix));
  return offsets
    .map(({ partition, low, stable }) => {
      // Behind `stable` a transaction is open: nobody is served what is there yet.
      const newest = countMax === null || stable - countMax < low ? low : stable - countMax;
      return { partition, from: newest, to: stable };
    })
    .filter(({ from, to }) => from < to);
}

/** Visits every record in the ranges, markers too; the next waits for `visit`. */
export async function scanLetters(
  kafka: Kafka,
  prefix: string,
  ranges: readonly LetterRange[],
  visit: (record: LogRecord) => Promise<void>,
): Promise<void> {
  if (ranges.length === 0) return;
  const topic = deadLetterTopic(prefix);
  const left = new Map(ranges.map((range) => [range.partition, range]));
  let finish: (error: Error | null) => void = () => undefined;
  const finished = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === null ? resolve() : reject(error));
  });
  const consumer = kafka.openConsumer({
    // A group of its own that commits nothing, so that nothing of it remains.
    groupId: `workfront-cdc-admin-${randomUUID()}`,
    topics: [topic],
    maxBytes: 16 * 1024 * 1024,
    maxBytesPerPartition: 16 * 1024 * 1024,
    partitionsConsumedConcurrently: 1,
    onAssigned: async () => {
      for (const { partition, from } of left.values()) consumer.seek(topic, partition, from);
    },
    onBatch: async ({ partition, records }) => {
      const range = left.get(partition);
      if (range === undefined) return;
      for (const record of records) {
        if (record.offset >= range.from && record.offset < range.to) await visit(record);
      }
    },
    // Not the last record: what is at the end may be a marker, which nobody is served.
    onServed: ({ partition }, next) => {
      const range = left.get(partition);
      if (range !== undefined && next >= range.to) left.delete(partition);
      if (left.size === 0) finish(null);
    },
    onCrash: finish,
  });
  try {
    await consumer.run();
    await finished;
  } finally {
    await consumer.stop();
  }
}

/** The id of the letter that a record says was handed in again; null for a letter. */
export function redrivenBy({ headers }: LogRecord): string | null {
  return headers['reason'] === REDRIVEN ? (headers['of'] ?? '') : null;
}

export function redrivenMarker(prefix: string, id: string): OutgoingRecord {
  const headers = { reason: REDRIVEN, of: id };
  return { topic: deadLetterTopic(prefix), key: null, value: Buffer.alloc(0), headers };
}

export function letterOf(record: LogRecord): Letter {
  const { headers } = record;
  const source = Object.entries(headers)
    .filter(([name]) => name.startsWith('source.'))
    .map(([name, value]) => [name.slice('source.'.length), value] as const);
  return {
    id: `${record.partition}/${record.offset}`,
    reason: headers['reason'] ?? '',
    message: headers['message'] ?? '',
    service: headers['service'] ?? '',
    source: new Map(source),
    key: record.key?.toString('utf8') ?? null,
    timestampMs: record.timestampMs,
    bytes: record.value ?? Buffer.alloc(0),
  };
}
