/** Reads the log from its start up to where it ended when the rebuild began, into buckets. */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { offsetAfter, offsetOf } from '../../core/units.ts';
import type { Millis, Offset } from '../../core/units.ts';
import type { Kafka, LogBatch } from '../../platform/kafka/kafka.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../../platform/kafka/topic-partition.ts';
import { digestOf } from '../../store/positions.ts';
import { SpillFiles, writeSpillNote } from './spill-files.ts';
import type { SpillNote, SpillPlace } from './spill-files.ts';

export interface SpillOptions {
  readonly kafka: Pick<Kafka, 'openConsumer'>;
  readonly groupId: string;
  readonly folder: string;
  readonly note: Omit<SpillNote, 'bootID'>;
  readonly topics: readonly string[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onRead: (records: number) => void;
}

/** Resolves with the places as they are at the end; goes on where the note says. */
export async function spillLog(options: SpillOptions): Promise<SpillNote['places']> {
  const spill = new Spill(options);
  return spill.run();
}

interface Place extends TopicPartition {
  readonly from: Offset;
  readonly to: Offset;
  next: Offset;
  served: Offset;
  digest: Buffer | null;
}

class Spill {
  readonly #options: SpillOptions;
  readonly #files: SpillFiles;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #topicIndex: ReadonlyMap<string, number>;
  #notedAtMs: Millis;
  #finish: () => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  constructor(options: SpillOptions) {
    this.#options = options;
    this.#files = new SpillFiles(options.folder, options.note.bytes);
    this.#places = new Map(
      options.note.places.map((one) => [partitionKey(one), spillPlaceOf(one)]),
    );
    this.#topicIndex = new Map(options.topics.map((topic, index) => [topic, index]));
    this.#notedAtMs = options.clock.monotonicMs();
  }

  async run(): Promise<SpillNote['places']> {
    const { kafka, groupId, topics, signal } = this.#options;
    const ended = new Promise<void>((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    ended.catch(() => undefined);
    signal.addEventListener('abort', () => this.#fail(signal.reason), { once: true });
    const consumer = kafka.openConsumer({
      groupId,
      topics,
      partitionsConsumedConcurrently: 4,
      maxBytes: FETCH_BYTES_MAX,
      maxBytesPerPartition: PARTITION_BYTES_MAX,
      onAssigned: async (partitions) => {
        for (const at of partitions) {
          const place = this.#places.get(partitionKey(at));
          if (place !== undefined) consumer.seek(at.topic, at.partition, place.served);
        }
        this.#endWhenAll();
      },
      onBatch: async (batch) => {
        if (!this.#take(batch)) consumer.pause([batch]);
        this.#endWhenAll();
      },
      onServed: (at, next) => {
        const place = this.#places.get(partitionKey(at));
        if (place !== undefined && next > place.served) place.served = next;
        this.#endWhenAll();
      },
      onCrash: (error) => this.#fail(error),
    });
    try {
      if (!this.#isWhole()) {
        await consumer.run();
        await ended;
      }
      this.#note();
      return [...this.#places.values()].map(noteOf);
    } finally {
      await consumer.stop();
      this.#files.close();
    }
  }

  /** False when all that is wanted of the partition is there. */
  #take(batch: LogBatch): boolean {
    const place = this.#places.get(partitionKey(batch));
    if (place === undefined) return false;
    if (batch.from > place.served) {
      throw new PipelineError(
        'LOG_MISMATCH',
        `${partitionKey(batch)} goes on at ${batch.from} behind ${place.served}: records are ` +
          'missing. Run the rebuild again with --restart.',
      );
    }
    let taken = 0;
    let last: Buffer | null | undefined;
    for (const record of batch.records) {
      if (record.offset < place.next || record.offset >= place.to) continue;
      this.#files.add(this.#topicIndex.get(record.topic) ?? 0, record);
      place.next = offsetAfter(record.offset);
      last = record.value;
      taken += 1;
    }
    // Of the last alone: a digest of each would be a fifth of what reading costs.
    if (last !== undefined) place.digest = digestOf(last);
    if (batch.to > place.served) place.served = batch.to;
    this.#options.onRead(taken);
    if (this.#options.clock.monotonicMs() - this.#notedAtMs > NOTE_EVERY_MS) this.#note();
    return place.served < place.to;
  }

  #isWhole(): boolean {
    return [...this.#places.values()].every(({ served, to }) => served >= to);
  }

  #endWhenAll(): void {
    if (this.#isWhole()) this.#finish();
  }

  #note(): void {
    const { folder, note, clock } = this.#options;
    const bytes = this.#files.flush();
    const places = [...this.#places.values()].map(noteOf);
    writeSpillNote(folder, { ...note, places, bytes: [...bytes] });
    this.#notedAtMs = clock.monotonicMs();
  }
}

function spillPlaceOf({ topic, partition, from, to, next, served, digest }: SpillPlace): Place {
  return {
    topic,
    partition,
    from: offsetOf(from),
    to: offsetOf(to),
    next: offsetOf(next),
    served: offsetOf(served),
    digest: digest === null ? null : Buffer.from(digest, 'hex'),
  };
}

function noteOf({ topic, partition, from, to, next, served, digest }: Place): SpillPlace {
  return {
    topic,
    partition,
    from: `${from}`,
    to: `${to}`,
    next: `${next}`,
    served: `${served}`,
    digest: digest?.toString('hex') ?? null,
  };
}

const NOTE_EVERY_MS = 2_000;
const FETCH_BYTES_MAX = 8 * 1024 * 1024;
const PARTITION_BYTES_MAX = 2 * 1024 * 1024;
