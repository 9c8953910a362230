/** The dead letter topic as the command line reads it. */
import { PipelineError } from '../../core/errors.ts';
import { offsetAfter } from '../../core/units.ts';
import type { Offset } from '../../core/units.ts';
import type { Kafka, LogRecord } from '../../platform/kafka/kafka.ts';
import type { TopicPartition } from '../../platform/kafka/topic-partition.ts';
import { isLetter, letterOf, parseLetterID, settlementOf } from './letter.ts';
import type { Letter } from './letter.ts';
import { readRanges } from '../walks/read-ranges.ts';
import { deadLetterTopic } from '../log/topic-name.ts';

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

/** IDs of those that were neither handed in again nor dismissed. */
export async function waitingLetters(
  kafka: Pick<Kafka, 'admin' | 'openConsumer'>,
  prefix: string,
): Promise<string[]> {
  const waiting = new Set<string>();
  const settled = new Set<string>();
  const ranges = await letterRanges(kafka, prefix, null);
  await scanLetters(kafka, prefix, ranges, async (record) => {
    const settlement = settlementOf(record);
    if (settlement !== null) settled.add(settlement.of);
    else if (isLetter(record)) waiting.add(letterOf(record).id);
  });
  return [...waiting].filter((id) => !settled.has(id));
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
  const wanted = ranges.map((range) => ({ topic, ...range }));
  const options = { batchesAtOnce: 1, bytesPerPartition: 16 * 1024 * 1024 };
  await readRanges(kafka, wanted, options, async (records) => {
    for (const record of records) await visit(record);
  });
}
