/** Which waiting records go into the next send. Pure. */
import type { TopicMessages } from './raw-producer.ts';
import type { RawRecord } from './outgoing-record.ts';

/** A record on its way; `Entry` is the call that it belongs to. */
export interface Pending<Entry> {
  readonly record: RawRecord;
  readonly key: Buffer | null;
  readonly bytes: number;
  readonly entry: Entry;
  partition: number;
}

export interface SendLimits {
  /** Of one partition in one send; kafkajs makes one record batch of them. */
  readonly batchBytesMax: number;
  /** Of all partitions together. */
  readonly sendBytesMax: number;
  /** Of one partition in one send: kafkajs copies a partition's messages once per message. */
  readonly batchRecordsMax: number;
}

export interface SendPlan<Entry> {
  readonly send: readonly Pending<Entry>[];
  readonly rest: Pending<Entry>[];
}

/**
 * Takes from the front what fits, in order per partition; a record larger than a limit goes alone.
 */
export function planSend<Entry>(
  waiting: readonly Pending<Entry>[],
  limits: SendLimits,
): SendPlan<Entry> {
  const send: Pending<Entry>[] = [];
  const rest: Pending<Entry>[] = [];
  const batches = new Map<string, { bytes: number; records: number }>();
  let total = 0;
  for (const [at, pending] of waiting.entries()) {
    if (send.length > 0 && total + pending.bytes > limits.sendBytesMax) {
      return { send, rest: rest.concat(waiting.slice(at)) };
    }
    const name = `${pending.record.topic}/${pending.partition}`;
    const batch = batches.get(name) ?? { bytes: 0, records: 0 };
    if (isFull(batch, pending.bytes, limits)) {
      // Later records of this partition, however small, stay behind it.
      batches.set(name, { bytes: Infinity, records: Infinity });
      rest.push(pending);
      continue;
    }
    batches.set(name, { bytes: batch.bytes + pending.bytes, records: batch.records + 1 });
    total += pending.bytes;
    send.push(pending);
  }
  return { send, rest };
}

/** Bytes of a record on the wire, a little too many rather than too few. */
export function sizeOf({ key, value, headers }: RawRecord): number {
  let bytes = RECORD_OVERHEAD + (value?.length ?? 0) + (key === null ? 0 : Buffer.byteLength(key));
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) {
      bytes += HEADER_OVERHEAD + Buffer.byteLength(name) + Buffer.byteLength(one);
    }
  }
  return bytes;
}

/** As the producer takes it. */
export function byTopic(send: readonly Pending<unknown>[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages['messages'][number][]>();
  for (const { record, key, partition } of send) {
    const message = { partition, key, value: record.value, headers: record.headers };
    const messages = topics.get(record.topic);
    if (messages) messages.push(message);
    else topics.set(record.topic, [message]);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}

export function bytesOf(send: readonly Pending<unknown>[]): number {
  return send.reduce((sum, { bytes }) => sum + bytes, 0);
}

const RECORD_OVERHEAD = 32;
const HEADER_OVERHEAD = 4;

function isFull(
  batch: { readonly bytes: number; readonly records: number },
  more: number,
  limits: SendLimits,
): boolean {
  if (batch.records === 0) return false;
  return batch.bytes + more > limits.batchBytesMax || batch.records >= limits.batchRecordsMax;
}
