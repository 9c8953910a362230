import type { LogRecord, Message } from './consumer.ts';
import { offsetOf } from '../../core/units.ts';
import type { Millis, Offset } from '../../core/units.ts';
import type { RecordHeaders } from './outgoing-record.ts';

/** Headers are decoded only when looked at: most readers never do. */
export class KafkaRecord implements LogRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: Offset;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly #message: Message;

  constructor(topic: string, partition: number, message: Message) {
    this.topic = topic;
    this.partition = partition;
    this.offset = offsetOf(message.offset);
    this.key = message.key;
    this.value = message.value;
    this.#message = message;
  }

  get timestampMs(): Millis {
    return Number(this.#message.timestamp);
  }

  get headers(): Readonly<Record<string, string>> {
    const headers: [string, string][] = [];
    for (const [name, value] of Object.entries(this.#message.headers ?? {})) {
      // Of a repeated header the last counts.
      const one = Array.isArray(value) ? value.at(-1) : value;
      // A header may have no value, which kafkajs does not declare.
      if (one !== undefined && one !== null) headers.push([name, one.toString()]);
    }
    return Object.fromEntries(headers);
  }

  get rawHeaders(): RecordHeaders {
    const headers: [string, Buffer[]][] = [];
    for (const [name, value] of Object.entries(this.#message.headers ?? {})) {
      // kafkajs cannot write a header without a value: an empty one is the nearest.
      headers.push([name, [value].flat().map((one) => Buffer.from(one ?? ''))]);
    }
    return Object.fromEntries(headers);
  }
}
