/**
 * A dead letter as it is read back. Anybody may write to the topic, so every part of a record may
 * be anything that Kafka allows: what cannot be made sense of is shown as it is, and stops nothing.
 */
import { PipelineError } from '../../core/errors.ts';
import { offsetOf } from '../../core/units.ts';
import type { Millis, Offset } from '../../core/units.ts';
import type { LogRecord } from '../../platform/kafka/kafka.ts';
import type { OutgoingRecord } from '../../platform/kafka/outgoing-record.ts';
import { deadLetterTopic } from '../log/topic-name.ts';

/** A place in the topic, written `partition/offset`; of a letter in parts that of the first. */
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
  readonly key: Buffer | null;
  readonly timestampMs: Millis;
  readonly bytes: Buffer;
  /** Null where the record is the whole letter. */
  readonly part: LetterPart | null;
}

export interface LetterPart {
  /** What the parts of one letter share. */
  readonly letter: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** What became of a letter: the topic is append only, so that is one more record in it. */
export interface Settlement {
  readonly of: string;
  readonly how: 'handed in again' | 'dismissed';
  /** Why it was dismissed. */
  readonly why: string;
}

const HOW: Readonly<Record<string, Settlement['how']>> = {
  REDRIVEN: 'handed in again',
  DISMISSED: 'dismissed',
};

export function parseLetterID(text: string): LetterID {
  const [, partition, offset] = /^(\d{1,9})\/(\d{1,19})$/.exec(text) ?? [];
  if (partition !== undefined && offset !== undefined) {
    return { partition: Number(partition), offset: offsetOf(offset) };
  }
  throw new PipelineError(
    'USAGE',
    `${text} is not a letter's id: write partition/offset as \`dead-letters list\` prints it.`,
  );
}

/** Null for a letter. */
export function settlementOf({ headers }: LogRecord): Settlement | null {
  const how = HOW[headers['reason'] ?? ''];
  const of = headers['of'];
  if (how === undefined || of === undefined) return null;
  return { of, how, why: headers['message'] ?? '' };
}

/** @param why of a letter that is dismissed; null for one that was handed in again */
export function letterSettlement(prefix: string, id: string, why: string | null): OutgoingRecord {
  const headers =
    why === null ? { reason: 'REDRIVEN', of: id } : { reason: 'DISMISSED', of: id, message: why };
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
    key: record.key,
    timestampMs: record.timestampMs,
    bytes: record.value ?? Buffer.alloc(0),
    part: partOf(headers),
  };
}

/** Whether the record is a letter, or the first part of one. */
export function isLetter(record: LogRecord): boolean {
  if (settlementOf(record) !== null) return false;
  return (partOf(record.headers)?.number ?? 1) === 1;
}

/** As a date where it is one: a producer may say any number. */
export function producedAtText(timestampMs: Millis): string {
  const date = new Date(timestampMs);
  return Number.isNaN(date.getTime()) ? `${timestampMs} ms` : date.toISOString();
}

function partOf(headers: LogRecord['headers']): LetterPart | null {
  const [, number, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(headers['part'] ?? '') ?? [];
  const letter = headers['letter'];
  if (letter === undefined || number === undefined || count === undefined) return null;
  return { letter, number: Number(number), count: Number(count) };
}
