/**
 * Reads partitions of a consumer group and hands over their batches. Offsets belong to the caller:
 * nothing is committed unless `commit` is called, and an assignment starts where `onAssigned` seeks
 * to.
 */
import type { TopicPartition } from './topic-partition.ts';
import type { Clock } from '../../core/clock.ts';
import { hasReaction } from '../../core/errors.ts';
import { offsetAfter, offsetOf } from '../../core/units.ts';
import type { Millis, Offset } from '../../core/units.ts';
import type {
  BatchEnd,
  BatchPayload,
  ConsumerClient,
  ConsumerOptions,
  Crash,
  GroupJoin,
  LogBatch,
  LogConsumer,
} from './consumer.ts';
import { classifyKafkaError } from './errors.ts';
import { KafkaRecord } from './kafka-record.ts';
import { ServedOffsets } from './served-offsets.ts';
import type { ReadLogStart } from './served-offsets.ts';

/** What the reader asks the cluster beside its fetches. */
export interface LogQuestions {
  /** Before joining: throws when a topic is missing. */
  readonly check: () => Promise<void>;
  readonly readLogStart: ReadLogStart;
}

export function openLogConsumer(
  client: ConsumerClient,
  options: ConsumerOptions,
  clock: Clock,
  questions: LogQuestions,
): LogConsumer {
  return new GroupReader(client, options, clock, questions);
}

const STOP_PATIENCE_MS = 3_000;
/** Made once: an abort without a reason makes one, with the stack of each batch. */
const DONE = new Error('the batch is done');

class GroupReader implements LogConsumer {
  readonly #client: ConsumerClient;
  readonly #options: ConsumerOptions;
  readonly #clock: Clock;
  readonly #check: () => Promise<void>;
  readonly #served: ServedOffsets;
  #assigned: readonly TopicPartition[] = [];
  #generation = 0;
  /** Assignments are handled one after the other. */
  #assigning: Promise<void> = Promise.resolve();
  #fatal: Error | null = null;
  #crashed = false;
  #stopping: Promise<void> | null = null;
  #turnedAt: number;
  #fetchedAt = 0;
  /** Batches in hand. */
  #busy = 0;

  constructor(
    client: ConsumerClient,
    options: ConsumerOptions,
    clock: Clock,
    { check, readLogStart }: LogQuestions,
  ) {
    this.#client = client;
    this.#options = options;
    this.#clock = clock;
    this.#check = check;
    this.#served = new ServedOffsets(readLogStart);
    this.#turnedAt = clock.monotonicMs();
    client.on('consumer.group_join', (event) => this.#onJoin(event));
    client.on('consumer.rebalancing', () => this.#revoke());
    client.on('consumer.crash', (event) => this.#onCrash(event));
    client.on('consumer.end_batch_process', (event) => this.#onFiltered(event));
    client.on('consumer.heartbeat', () => this.#turn());
    client.on('consumer.fetch_start', () => (this.#fetchedAt = clock.monotonicMs()));
    client.on('consumer.fetch', () => this.#turn());
  }

  async run(): Promise<void> {
    try {
      await this.#check();
      await this.#client.connect();
      await this.#client.subscribe({ topics: [...this.#options.topics], fromBeginning: true });
      await this.#client.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: this.#options.partitionsConsumedConcurrently,
        eachBatch: (payload) => this.#onBatch(payload),
      });
    } catch (error) {
      throw classifyKafkaError(error);
    }
  }

  seek(topic: string, partition: number, offset: Offset): void {
    this.#served.set({ topic, partition }, offset);
    this.#client.seek({ topic, partition, offset: String(offset) });
  }

  pause(partitions: readonly TopicPartition[]): void {
    if (partitions.length > 0) this.#client.pause(byTopic(partitions));
  }

  resume(partitions: readonly TopicPartition[]): void {
    if (partitions.length > 0) this.#client.resume(byTopic(partitions));
  }

  async commit(offsets: readonly (TopicPartition & { readonly offset: Offset })[]): Promise<void> {
    try {
      await this.#client.commitOffsets(
        offsets.map(({ topic, partition, offset }) => ({ topic, partition, offset: `${offset}` })),
      );
    } catch (error) {
      throw classifyKafkaError(error);
    }
  }

  idleMs(): Millis {
    return this.#clock.monotonicMs() - this.#turnedAt;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#disconnect().finally(() => this.#revoke());
    return this.#stopping;
  }

  /** While Kafka is away kafkajs goes on trying before it stops; there is nothing to wait for. */
  async #disconnect(): Promise<void> {
    const stopped = new AbortController();
    const giveUp = async (): Promise<void> => {
      do await this.#clock.sleep(STOP_PATIENCE_MS, stopped.signal);
      while (this.#busy > 0 || this.idleMs() < STOP_PATIENCE_MS);
    };
    const disconnecting = this.#client.disconnect().finally(() => stopped.abort());
    await Promise.race([disconnecting, giveUp().catch(() => disconnecting)]);
  }

  /**
   * kafkajs calls this before it fetches anything, and does not wait: so everything is paused
   * meanwhile.
   */
  #onJoin({ payload }: GroupJoin): void {
    if (this.#stopping) {
      this.#stopAgain();
      return;
    }
    this.#revoke();
    this.#turn();
    this.#generation += 1;
    const generation = this.#generation;
    const partitions = Object.entries(payload.memberAssignment).flatMap(([topic, numbers]) =>
      numbers.map((partition) => ({ topic, partition })),
    );
    this.#assigned = partitions;
    this.#served.clear();
    this.pause(partitions);
    this.#assigning = this.#assigning
      .then(async () => {
        if (generation !== this.#generation) return;
        await this.#options.onAssigned(partitions);
        if (generation === this.#generation && !this.#stopping) this.resume(partitions);
      })
      .catch((error: unknown) => this.#crash(asError(error)));
  }

  #revoke(): void {
    const partitions = this.#assigned;
    this.#assigned = [];
    if (partitions.length > 0) this.#options.onRevoked?.(partitions);
  }

  async #onBatch(payload: BatchPayload): Promise<void> {
    const { topic, partition, messages, highWatermark, fetchedOffset } = payload.batch;
    const generation = this.#generation;
    const last = messages.at(-1);
    const to = offsetAfter(offsetOf(payload.batch.lastOffset()));
    if (!last || !payload.isRunning() || payload.isStale()) return;
    const records = messages.map((message) => new KafkaRecord(topic, partition, message));
    this.#turn();
    try {
      const fetchedFrom = fetchedOffset === undefined ? null : offsetOf(fetchedOffset);
      const found = await this.#served.check(records, fetchedFrom);
      if (generation !== this.#generation || payload.isStale()) return;
      if ('readAgainFrom' in found) {
        this.#client.seek({ topic, partition, offset: String(found.readAgainFrom) });
        return;
      }
      await this.#whileBeating(payload, {
        topic,
        partition,
        records,
        from: found.from,
        to,
        highWatermark: offsetOf(highWatermark),
      });
    } catch (error) {
      throw this.#batchError(asError(error));
    }
    if (generation !== this.#generation || payload.isStale()) return;
    payload.resolveOffset(last.offset);
    this.#pass({ topic, partition }, to);
    await this.#untilNextFetch();
  }

  /** kafkajs fetches again when all batches of the last fetch are done. */
  async #untilNextFetch(): Promise<void> {
    const { fetchEveryMs = 0 } = this.#options;
    const leftMs = this.#fetchedAt + fetchEveryMs - this.#clock.monotonicMs();
    if (leftMs > 0 && !this.#stopping) await this.#clock.sleep(leftMs);
  }

  /** Nothing of the batch was for us, and kafkajs goes on behind it. */
  #onFiltered({ payload: { topic, partition, batchSize, lastOffset } }: BatchEnd): void {
    if (batchSize > 0 || lastOffset === null) return;
    this.#options.onServed?.({ topic, partition }, offsetAfter(offsetOf(lastOffset)));
  }

  #pass(at: TopicPartition, next: Offset): void {
    this.#served.set(at, next);
    this.#options.onServed?.(at, next);
  }

  /** A long batch must not cost the membership. */
  async #whileBeating(payload: BatchPayload, batch: LogBatch): Promise<void> {
    const done = new AbortController();
    const intervalMs = this.#options.heartbeatIntervalMs ?? 3_000;
    const beat = async (): Promise<void> => {
      for (;;) {
        await this.#clock.sleep(intervalMs, done.signal);
        await payload.heartbeat();
      }
    };
    // A failed heartbeat shows again at the one that kafkajs makes after the batch.
    const beating = beat().catch(() => undefined);
    this.#busy += 1;
    try {
      await this.#options.onBatch(batch);
    } finally {
      this.#busy -= 1;
      done.abort(DONE);
      await beating;
    }
    this.#turn();
  }

  #batchError(error: Error): Error {
    if (hasReaction(error, 'retry')) return error;
    this.#fatal = error;
    // What kafkajs looks at to decide whether to try again.
    return Object.assign(new Error(error.message, { cause: error }), { retriable: false });
  }

  #onCrash({ payload }: Crash): void {
    this.#revoke();
    if (this.#stopping) {
      this.#stopAgain();
      return;
    }
    if (payload.restart && this.#fatal === null) return;
    this.#crash(this.#fatal ?? classifyKafkaError(payload.error));
  }

  /** A stop that comes while kafkajs joins, or is about to start anew, is forgotten by it. */
  #stopAgain(): void {
    void Promise.resolve()
      .then(() => this.#client.disconnect())
      .catch(() => undefined);
  }

  #crash(error: Error): void {
    if (this.#crashed) return;
    this.#crashed = true;
    this.#options.onCrash(error);
  }

  #turn(): void {
    this.#turnedAt = this.#clock.monotonicMs();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function byTopic(partitions: readonly TopicPartition[]): { topic: string; partitions: number[] }[] {
  const topics = new Map<string, number[]>();
  for (const { topic, partition } of partitions) {
    const numbers = topics.get(topic);
    if (numbers) numbers.push(partition);
    else topics.set(topic, [partition]);
  }
  return [...topics].map(([topic, numbers]) => ({ topic, partitions: numbers }));
}
