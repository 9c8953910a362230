/**
 * What cannot be used is kept whole, with its reason and its origin, on the dead letter topic (Law
 * 3). What is larger than a record may be travels in parts: whatever can be read can be set aside.
 */
import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '../../core/errors.ts';
import type { OutgoingRecord } from '../../platform/kafka/outgoing-record.ts';

export interface DeadLetter {
  /** The dead letter topic. */
  readonly topic: string;
  readonly reason: ErrorCode;
  /** One sentence for the person who looks; cut at 1,000 characters. */
  readonly message: string;
  readonly service: string;
  /** The input, whole. */
  readonly bytes: Buffer;
  /** Kafka key, where the input had one. */
  readonly key?: string | Buffer | null;
  /** Where it came from: topic, partition, offset; or a request's URL and content type. */
  readonly source: Readonly<Record<string, string>>;
}

/** A record takes 16 MiB, its headers and key included. */
const PART_BYTES_MAX = 15 * 1024 * 1024;
/** A key beyond it is left to the record that the letter is about. */
const KEY_BYTES_MAX = 64 * 1024;

/**
 * Headers: `reason`, `message`, `service`, and each member of `source` as `source.<name>`. In
 * parts also `part` (`2/3`) and `letter`, by which they are one; they stand in one partition, in
 * any order.
 */
export function deadLetter(letter: DeadLetter, partBytesMax = PART_BYTES_MAX): OutgoingRecord[] {
  const { topic, bytes } = letter;
  const headers: Record<string, string> = {
    reason: letter.reason,
    message: letter.message.slice(0, 1000),
    service: letter.service,
  };
  for (const [name, value] of Object.entries(letter.source)) headers[`source.${name}`] = value;
  const given = letter.key ?? null;
  const key = given !== null && Buffer.byteLength(given) > KEY_BYTES_MAX ? null : given;
  if (bytes.length <= partBytesMax) return [{ topic, key, value: bytes, headers }];
  const id = randomUUID();
  const count = Math.ceil(bytes.length / partBytesMax);
  return Array.from({ length: count }, (_, at) => ({
    topic,
    key: key ?? id,
    value: bytes.subarray(at * partBytesMax, (at + 1) * partBytesMax),
    headers: { ...headers, letter: id, part: `${at + 1}/${count}` },
  }));
}
