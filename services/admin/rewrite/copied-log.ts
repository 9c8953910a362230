/**
 * What a copy of the log holds, by its own word: each record that was copied says where it stood.
 * So a rewrite that was killed needs no note to go on, and its proof needs none either.
 */
import { createHash } from 'node:crypto';
import { PipelineError } from '../../core/errors.ts';
import type { Kafka, LogRecord } from '../../platform/kafka/kafka.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import type { RecordHeaders } from '../../platform/kafka/outgoing-record.ts';
import { digestOf } from '../../store/positions.ts';
import { readRanges } from '../../source/walks/read-ranges.ts';
import type { LogRange } from '../../source/walks/read-ranges.ts';

/** Where a copied record stood, and which order copied it. */
export function copyHeaders({ partition, offset }: LogRecord, order: string): RecordHeaders {
  return {
    'rewritten.partition': `${partition}`,
    'rewritten.offset': `${offset}`,
    'rewritten.by': order,
  };
}

interface CopiedFrom {
  readonly partition: number;
  readonly offset: bigint;
  readonly order: string;
}

/** Null for what a source wrote there itself. */
function copiedFrom({ headers }: LogRecord): CopiedFrom | null {
  const offset = headers['rewritten.offset'];
  if (offset === undefined || !/^\d+$/.test(offset)) return null;
  const partition = Number(headers['rewritten.partition']);
  return { partition, offset: BigInt(offset), order: headers['rewritten.by'] ?? '' };
}

/** One partition of the copy. */
export interface CopiedPartition {
  /** By partition of the log before, the offset of the last record that was copied from it. */
  readonly last: Map<number, bigint>;
  /** The first that a source wrote there itself; before it there is nothing but copies. */
  firstOwn: bigint | null;
  /** Of the last copy before `firstOwn`; null where there is none. */
  digest: Buffer | null;
  /** Behind that copy. */
  until: bigint;
}

/** One topic of the copy. */
export interface CopiedTopic {
  readonly partitions: Map<number, CopiedPartition>;
  readonly sum: RecordSum;
  /** Records that stand behind one that came after them: copied twice, or out of order. */
  disordered: number;
}

/** Of records, whatever their order: how many, and one number of all keys and values. */
export class RecordSum {
  count = 0;
  #sum = 0n;

  add(key: Buffer | null, value: Buffer | null): void {
    const hash = createHash('sha256');
    for (const part of [key, value]) {
      hash.update(part === null ? 'none' : `${part.length} `);
      if (part !== null) hash.update(part);
    }
    this.#sum += hash.digest().readBigUInt64BE();
    this.count += 1;
  }

  get text(): string {
    return BigInt.asUintN(64, this.#sum).toString(16).padStart(16, '0');
  }
}

/** @param order of this rewrite: a copy that another made is refused (USAGE) */
export async function readCopy(
  kafka: Pick<Kafka, 'openConsumer' | 'admin'>,
  topics: readonly string[],
  order: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, CopiedTopic>> {
  const copied = new Map<string, CopiedTopic>();
  const ranges: LogRange[] = [];
  for (const topic of topics) {
    const partitions = new Map<number, CopiedPartition>();
    for (const { partition, low, stable } of await kafka.admin().fetchOffsets(topic)) {
      ranges.push({ topic, partition, from: low, to: stable });
      partitions.set(partition, { last: new Map(), firstOwn: null, digest: null, until: 0n });
    }
    copied.set(topic, { partitions, sum: new RecordSum(), disordered: 0 });
  }
  await readRanges(kafka, ranges, { ...READING, signal }, async (records) => {
    for (const record of records) note(copied, record, order);
  });
  return copied;
}

function note(copied: ReadonlyMap<string, CopiedTopic>, record: LogRecord, order: string): void {
  const topic = copied.get(record.topic);
  const partition = topic?.partitions.get(record.partition);
  if (topic === undefined || partition === undefined) return;
  const from = copiedFrom(record);
  if (from === null) {
    partition.firstOwn ??= record.offset;
    return;
  }
  if (from.order !== order) {
    throw new PipelineError(
      'USAGE',
      `${partitionKey(record)} was copied with other partitions or erasures: give the same, or ` +
        'another --to.',
    );
  }
  if (from.offset <= (partition.last.get(from.partition) ?? -1n)) topic.disordered += 1;
  partition.last.set(from.partition, from.offset);
  if (partition.firstOwn === null) {
    partition.digest = digestOf(record.value);
    partition.until = record.offset + 1n;
  }
  topic.sum.add(record.key, record.value);
}

export const READING = { batchesAtOnce: 4, bytesPerPartition: 4 * 1024 * 1024 };
