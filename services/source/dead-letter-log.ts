/** The dead letter topic as the command line reads it. */
import { randomUUID } from 'node:crypto';
import { PipelineError } from '../core/errors.ts';
import { offsetAfter } from '../core/units.ts';
import type { Offset } from '../core/units.ts';
import type { Kafka, LogRecord } from '../platform/kafka/kafka.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import { isLetter, letterOf, parseLetterID } from './letter.ts';
import type { Letter } from './letter.ts';
import { deadLetterTopic } from './topic-name.ts';

export interface LetterRange {
  readonly partition: number;
  readonly from: Offset;
  /** The offset behind the last. */
  readonly to: Offset;
}

/** What there is, of each partition at most the newest `countMax`. */
export async function letterRanges(
  kafka: Pick<Kafka, 'admin'>,
  prefix: string,
  countMax: bigint | null,
): Promise<LetterRange[]> {
  const offsets = await kafka.admin().fetchOffsets(deadLetterTopic(prefix));
  return offsets
    .map(({ partition, low, stable }) => {
      // Behind `stable` a transaction is open: nobody is served what is there yet.
      const newest = countMax === null ? low : offsetAfter(stable, -countMax);
      return { partition, from: newest < low ? low : newest, to: stable };
    })
    .filter(({ from, to }) => from < to);
}

/** Visits every record in the ranges, settlements too; the next waits for `visit`. */
export function scanLetters(
  kafka: Pick<Kafka, 'openConsumer'>,
  prefix: string,
  ranges: readonly LetterRange[],
  visit: (record: LogRecord) => Promise<void>,
): Promise<void> {
  return scan(kafka, deadLetterTopic(prefix), ranges, visit);
}

/** Whole, also where it travelled in parts. USAGE when there is none of this id. */
export async function readLetter(kafka: Kafka, prefix: string, id: string): Promise<Letter> {
  const { partition, offset } = parseLetterID(id);
  const ranges = await letterRanges(kafka, prefix, null);
  const there = ranges.find((range) => range.partition === partition);
  const found: Letter[] = [];
  if (there !== undefined && offset >= there.from && offset < there.to) {
    const one = { partition, from: offset, to: offsetAfter(offset) };
    await scanLetters(kafka, prefix, [one], async (record) => {
      if (isLetter(record)) found.push(letterOf(record));
    });
  }
  const [letter] = found;
  if (letter === undefined) throw new PipelineError('USAGE', `There is no letter ${id}.`, { id });
  if (letter.part === null || there === undefined) return letter;
  const parts = new Map<number, Buffer>();
  // Sends may overtake each other: the others stand before and behind it.
  await scanLetters(kafka, prefix, [there], async (record) => {
    const { part, bytes } = letterOf(record);
    if (part !== null && part.letter === letter.part?.letter) parts.set(part.number, bytes);
  });
  return { ...letter, bytes: whole(id, parts, letter.part.count) };
}

/** The record at a place of the log; null where it is not served any more. */
export async function readRecord(
  kafka: Kafka,
  { topic, partition }: TopicPartition,
  offset: Offset,
): Promise<LogRecord | null> {
  if (!(await kafka.admin().listTopics()).includes(topic)) return null;
  const offsets = await kafka.admin().fetchOffsets(topic);
  const there = offsets.find((one) => one.partition === partition);
  if (there === undefined || offset < there.low || offset >= there.stable) return null;
  const found: LogRecord[] = [];
  await scan(
    kafka,
    topic,
    [{ partition, from: offset, to: offsetAfter(offset) }],
    async (record) => {
      found.push(record);
    },
  );
  return found[0] ?? null;
}

function whole(id: string, parts: ReadonlyMap<number, Buffer>, count: number): Buffer {
  const all = Array.from({ length: count }, (_, at) => parts.get(at + 1));
  const found = all.filter((part) => part !== undefined);
  if (found.length === count) return Buffer.concat(found);
  throw new PipelineError('USAGE', `Of the ${count} parts of ${id} ${found.length} are there.`);
}

async function scan(
  kafka: Pick<Kafka, 'openConsumer'>,
  topic: string,
  ranges: readonly LetterRange[],
  visit: (record: LogRecord) => Promise<void>,
): Promise<void> {
  if (ranges.length === 0) return;
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
