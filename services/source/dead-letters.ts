/**
 * What cannot be used is kept whole, with its reason and its origin, on the dead letter topic (Law
 * 3).
 */
import type { ErrorCode } from '../core/errors.ts';
import type { OutgoingRecord } from '../platform/kafka/outgoing-record.ts';

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
  readonly key?: string | null;
  /** Where it came from: topic, partition, offset; or a request's URL and content type. */
  readonly source: Readonly<Record<string, string>>;
}

/** Headers: `reason`, `message`, `service`, and each member of `source` as `source.<name>`. */
export function deadLetter(letter: DeadLetter): OutgoingRecord {
  const headers: Record<string, string> = {
    reason: letter.reason,
    message: letter.message.slice(0, 1000),
    service: letter.service,
  };
  for (const [name, value] of Object.entries(letter.source)) headers[`source.${name}`] = value;
  return { topic: letter.topic, key: letter.key ?? null, value: letter.bytes, headers };
}
