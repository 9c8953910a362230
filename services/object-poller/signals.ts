/**
 * What the other paths tell of, read from the log: each event of theirs is a signal to read its
 * object again, and makes what was read before doubtful. Events of our own are no signals.
 */
import type { ChangeEvent, Micros } from '../core/change-event.generated.ts';
import { PipelineError } from '../core/errors.ts';
import { offsetAfter } from '../core/units.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import type { Kafka, LogBatch, LogConsumer } from '../platform/kafka/kafka.ts';
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import { isListingSignal } from '../source/listing-signal.ts';
import { changesTopic } from '../source/topic-name.ts';
import { wantListing } from '../source/wanted-reads.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import { doubt, forget } from './known-objects.ts';
import type { Polling } from './polling.ts';
import type { Refresher } from './refresh.ts';

export interface SignalsParts {
  readonly kafka: Pick<Kafka, 'admin' | 'openConsumer'>;
  readonly codec: Pick<EventCodec, 'decode' | 'prepare'>;
  readonly polling: Polling;
  readonly refresher: Refresher;
  readonly onFailed: (error: Error) => void;
}

export function groupOf(topicPrefix: string): string {
  return `${topicPrefix}.object-poller`;
}

export async function openSignals(parts: SignalsParts): Promise<LogConsumer> {
  const { kafka, polling, onFailed } = parts;
  const { topicPrefix } = polling.reads;
  const groupId = groupOf(topicPrefix);
  const wanted = [...CAPTURED_OBJECT_CODES, 'other'].map((one) => changesTopic(topicPrefix, one));
  const consumer = kafka.openConsumer({
    groupId,
    topics: [...new Set(wanted)],
    maxBytes: 4 * 1024 * 1024,
    maxBytesPerPartition: 1024 * 1024,
    partitionsConsumedConcurrently: 4,
    onAssigned: (partitions) => seekToNews(parts, consumer, groupId, partitions),
    onBatch: async (batch) => {
      await takeBatch(parts, batch);
      const last = batch.records.at(-1);
      if (last === undefined) return;
      const { topic, partition } = batch;
      await consumer.commit([{ topic, partition, offset: offsetAfter(last.offset) }]);
    },
    onCrash: onFailed,
  });
  await consumer.run();
  return consumer;
}

/** Where the group was; at first at the end: the snapshot reads what was told before. */
async function seekToNews(
  { kafka }: SignalsParts,
  consumer: LogConsumer,
  groupId: string,
  partitions: readonly TopicPartition[],
): Promise<void> {
  const topics = [...new Set(partitions.map(({ topic }) => topic))];
  const committed = await kafka.admin().fetchGroupOffsets(groupId, topics);
  const known = new Set(committed.filter(({ offset }) => offset !== null).map(partitionKey));
  const fresh = partitions.filter((one) => !known.has(partitionKey(one)));
  for (const topic of new Set(fresh.map((one) => one.topic))) {
    for (const { partition, high } of await kafka.admin().fetchOffsets(topic)) {
      if (fresh.some((one) => one.topic === topic && one.partition === partition)) {
        consumer.seek(topic, partition, high);
      }
    }
  }
}

async function takeBatch(parts: SignalsParts, { records }: LogBatch): Promise<void> {
  const { codec, polling, refresher } = parts;
  await codec.prepare(records.map(({ value }) => value));
  const told = new Map<string, Map<string, Micros>>();
  const gone = new Map<string, string[]>();
  for (const { value } of records) {
    const event = value === null ? null : decodedEvent(value, codec);
    if (event === null || event.path === 'SEARCH' || event.path === 'PLANNING') continue;
    const { objCode, objID } = event;
    if (isListingSignal(event)) {
      await polling.term.again(() => wantListing(polling.control, objCode, 'signal'));
      continue;
    }
    polling.reads.missed.tell(event);
    if (event.operation === 'DELETE') {
      gone.set(objCode, [...(gone.get(objCode) ?? []), objID]);
      continue;
    }
    const seen = told.get(objCode) ?? new Map<string, Micros>();
    told.set(objCode, seen.set(objID, Math.max(event.asOf, seen.get(objID) ?? 0)));
    refresher.want(objCode, objID, event.entryDate);
  }
  for (const [objCode, seen] of told) {
    await polling.term.again(() => doubt(polling.control, objCode, seen));
  }
  for (const [objCode, ids] of gone) {
    await polling.term.again(() => forget(polling.control, objCode, ids));
  }
}

/** What cannot be read is the projector's to park. */
function decodedEvent(value: Buffer, codec: Pick<EventCodec, 'decode'>): ChangeEvent | null {
  try {
    return codec.decode(value);
  } catch (error) {
    if (error instanceof PipelineError && error.reaction === 'park') return null;
    throw error;
  }
}
