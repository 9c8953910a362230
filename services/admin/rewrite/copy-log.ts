/**
 * Copies a log into its next generation, record by record and key by key in their order, while the
 * log before goes on. Never sends twice what it does not know to be there: it looks (Law 8).
 */
import { PipelineError, hasReaction } from '../../core/errors.ts';
import type { Clock } from '../../core/clock.ts';
import type { EventCodec } from '../../platform/avro/event-codec.ts';
import type { Kafka, LogRecord } from '../../platform/kafka/kafka.ts';
import type { RawMessage, RawProducer } from '../../platform/kafka/raw-producer.ts';
import { partitionOf } from '../../platform/kafka/partition-of-key.ts';
import { readRanges } from '../../source/walks/read-ranges.ts';
import type { LogRange } from '../../source/walks/read-ranges.ts';
import { copyHeaders, READING, readCopy, RecordSum } from './copied-log.ts';
import type { CopiedTopic } from './copied-log.ts';
import type { Erase } from './erasures.ts';

/** A topic and its next generation. */
export interface TopicCopy {
  readonly from: string;
  readonly to: string;
  /** Of the next generation. */
  readonly partitions: number;
}

export interface CopyOptions {
  readonly kafka: Kafka;
  readonly codec: Pick<EventCodec, 'prepare'>;
  readonly copies: readonly TopicCopy[];
  readonly erase: Erase;
  /** Whether `erase` must be able to decode it. */
  readonly concerns: (record: LogRecord) => boolean;
  /** Digest of what is asked for: a copy is one order's alone. */
  readonly order: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onCopied: (records: number) => void;
  readonly onNote: (text: string) => void;
}

/** Of each topic of the log before, what the copy holds of it. */
export type CopiedRanges = ReadonlyMap<string, readonly LogRange[]>;

/** Until everything is copied that was there when it last looked. */
export async function copyLog(options: CopyOptions): Promise<CopiedRanges> {
  const { copies, kafka, order, signal, clock, onNote } = options;
  const topics = copies.map(({ to }) => to);
  const deadlineMs = clock.monotonicMs() + PATIENCE_MS;
  for (;;) {
    const producer = kafka.rawProducer();
    try {
      const copied = await readCopy(kafka, topics, order, signal);
      await producer.connect();
      const ranges = new Map<string, readonly LogRange[]>();
      for (const one of copies) {
        ranges.set(one.from, await copyTopic(options, one, copied.get(one.to), producer));
      }
      return ranges;
    } catch (error) {
      // What was sent and not acknowledged may be there: the next round looks first.
      if (!hasReaction(error, 'retry') || clock.monotonicMs() > deadlineMs) throw error;
      onNote(`${error.message} Looking how far the copy is, and going on.`);
      await clock.sleep(RETRY_MS, signal);
    } finally {
      await producer.close();
    }
  }
}

const PATIENCE_MS = 15 * 60_000;
const RETRY_MS = 1_000;

async function copyTopic(
  options: CopyOptions,
  copy: TopicCopy,
  copied: CopiedTopic | undefined,
  producer: RawProducer,
): Promise<readonly LogRange[]> {
  const { kafka, codec, erase, concerns, order, signal, onCopied } = options;
  const placeOf = placer(copy.partitions);
  const isThere = (record: LogRecord, partition: number): boolean =>
    (copied?.partitions.get(partition)?.last.get(record.partition) ?? -1n) >= record.offset;
  const ranges = await wholeLog(kafka, copy.from);
  await readRanges(kafka, ranges, { ...READING, signal }, async (records) => {
    await codec.prepare(records.filter(concerns).map(({ value }) => value));
    const messages: RawMessage[] = [];
    for (const record of records) {
      const partition = placeOf(record);
      const erased = erase(record);
      if (erased.is === 'dropped' || isThere(record, partition)) continue;
      const { key, timestampMs } = record;
      const headers = { ...record.rawHeaders, ...copyHeaders(record, order) };
      messages.push({ partition, key, value: erased.value, headers, timestampMs });
    }
    for (const some of portions(messages)) {
      await producer.sendBatch([{ topic: copy.to, messages: some }]);
    }
    onCopied(records.length);
  });
  return ranges;
}

/** Keys keep their order (Law 4); a record without one stays beside its neighbours. */
function placer(partitions: number): (record: LogRecord) => number {
  return ({ key, partition }) =>
    key === null ? partition % partitions : partitionOf(key, partitions);
}

/** Of a size that a broker takes at once, unless a single record is larger. */
function portions(messages: readonly RawMessage[]): RawMessage[][] {
  const all: RawMessage[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    const more = RECORD_BYTES + (message.key?.length ?? 0) + (message.value?.length ?? 0);
    if (bytes + more > SEND_BYTES_MAX) {
      all.push([]);
      bytes = 0;
    }
    bytes += more;
    all.at(-1)?.push(message);
  }
  return all;
}

const SEND_BYTES_MAX = 800_000;
/** With its headers. */
const RECORD_BYTES = 300;

/** Up to where it ends now; what an open transaction holds back comes in a later round. */
export async function wholeLog(kafka: Pick<Kafka, 'admin'>, topic: string): Promise<LogRange[]> {
  const offsets = await kafka.admin().fetchOffsets(topic);
  return offsets.map(({ partition, low, stable }) => ({ topic, partition, from: low, to: stable }));
}

/** What the copy must hold of a topic: the log before, read once more, without what is erased. */
export async function expectedSum(
  { kafka, codec, erase, concerns, signal }: CopyOptions,
  ranges: readonly LogRange[],
): Promise<{ sum: RecordSum; read: number; dropped: number; redacted: number }> {
  const sum = new RecordSum();
  let [read, dropped, redacted] = [0, 0, 0];
  await readRanges(kafka, ranges, { ...READING, signal }, async (records) => {
    await codec.prepare(records.filter(concerns).map(({ value }) => value));
    read += records.length;
    for (const record of records) {
      const erased = erase(record);
      if (erased.is === 'redacted') redacted += 1;
      if (erased.is === 'dropped') dropped += 1;
      else sum.add(record.key, erased.value);
    }
  });
  return { sum, read, dropped, redacted };
}

/** LOG_MISMATCH where the log before has lost its beginning: a copy of it would be none. */
export async function refuseCut(
  kafka: Pick<Kafka, 'admin'>,
  topics: readonly string[],
): Promise<void> {
  for (const topic of topics) {
    for (const { partition, from } of await wholeLog(kafka, topic)) {
      if (from === 0n) continue;
      throw new PipelineError(
        'LOG_MISMATCH',
        `${topic}/${partition} begins at offset ${from}: what was before is deleted, and would be ` +
          'missing in the copy too. Say --cut where that is known and wanted.',
      );
    }
  }
}
