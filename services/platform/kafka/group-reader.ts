/**
 * Reads partitions of a consumer group and hands over their batches. Offsets belong to the caller:
 * nothing is committed unless `commit` is called, and an assignment starts where `onAssigned` seeks
 * to.
 */
import { partitionKey } from './topic-partition.ts';
import type { TopicPartition } from './topic-partition.ts';
import type { Clock } from '../../core/clock.ts';
import { hasReaction, PipelineError } from '../../core/errors.ts';
import type {
  BatchPayload,
  ConsumerClient,
  ConsumerOptions,
  Crash,
  GroupJoin,
  LogBatch,
  LogConsumer,
  LogRecord,
} from './consumer.ts';
import { classifyKafkaError } from './errors.ts';
import { KafkaRecord } from './record.ts';

/** `check` runs before joining: it throws when a topic is missing. */
export function openLogConsumer(
  client: ConsumerClient,
  options: ConsumerOptions,
  clock: Clock,
  check: () => Promise<void>,
): LogConsumer {
  return new GroupReader(client, options, clock, check);
}

const STOP_PATIENCE_MS = 3_000;

class GroupReader implements LogConsumer {
  readonly #client: ConsumerClient;
  readonly #options: ConsumerOptions;
  readonly #clock: Clock;
  readonly #check: () => Promise<void>;
  /** What the next record's offset must be, by partition; unknown until a seek or a first batch. */
  readonly #expected = new Map<string, bigint>();
  #assigned: readonly TopicPartition[] = [];
  #generation = 0;
  /** Assignments are handled one after the other. */
  #assigning: Promise<void> = Promise.resolve();
  #fatal: Error | null = null;
  #crashed = false;
  #stopping: Promise<void> | null = null;
  #turnedAt: number;
  /** Batches in hand. */
  #busy = 0;

  constructor(
    client: ConsumerClient,
    options: ConsumerOptions,
    clock: Clock,
    check: () => Promise<void>,
  ) {
    this.#client = client;
    this.#options = options;
    this.#clock = clock;
    this.#check = check;
    this.#turnedAt = clock.monotonicMs();
    client.on('consumer.group_join', (event) => this.#onJoin(event));
    client.on('consumer.rebalancing', () => this.#revoke());
    client.on('consumer.crash', (event) => this.#onCrash(event));
    client.on('consumer.heartbeat', () => this.#turn());
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

  seek(topic: string, partition: number, offset: bigint): void {
    this.#expected.set(partitionKey({ topic, partition }), offset);
    this.#client.seek({ topic, partition, offset: String(offset) });
  }

  pause(partitions: readonly TopicPartition[]): void {
    if (partitions.length > 0) this.#client.pause(byTopic(partitions));
  }

  resume(partitions: readonly TopicPartition[]): void {
    if (partitions.length > 0) this.#client.resume(byTopic(partitions));
  }

  async commit(offsets: readonly (TopicPartition & { readonly offset: bigint })[]): Promise<void> {
    try {
      await this.#client.commitOffsets(
        offsets.map(({ topic, partition, offset }) => ({ topic, partition, offset: `${offset}` })),
      );
    } catch (error) {
      throw classifyKafkaError(error);
    }
  }

  idleMs(): number {
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
    this.#expected.clear();
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
    const { topic, partition, messages, highWatermark } = payload.batch;
    const generation = this.#generation;
    const last = messages.at(-1);
    if (!last || !payload.isRunning() || payload.isStale()) return;
    const records = messages.map((message) => new KafkaRecord(topic, partition, message));
    this.#turn();
    try {
      this.#refuseGap(records);
      await this.#whileBeating(payload, {
        topic,
        partition,
        records,
        highWatermark: BigInt(highWatermark),
      });
    } catch (error) {
      throw this.#batchError(asError(error));
    }
    if (generation !== this.#generation || payload.isStale()) return;
    payload.resolveOffset(last.offset);
    this.#expected.set(partitionKey({ topic, partition }), BigInt(last.offset) + 1n);
  }

  /**
   * A gap means that records are gone, or that this is another log: never to be passed over (Law
   * 3).
   */
  #refuseGap(records: readonly LogRecord[]): void {
    const [first] = records;
    if (!first) return;
    let expected = this.#expected.get(partitionKey(first)) ?? first.offset;
    for (const { topic, partition, offset } of records) {
      if (offset !== expected) {
        throw new PipelineError(
          'LOG_MISMATCH',
          `${topic}/${partition} goes on at offset ${offset} where ${expected} should follow: ` +
            'records are missing or the topic was made anew. Rebuild from a log that is whole.',
          { topic, partition, offset, expected },
        );
      }
      expected += 1n;
    }
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
      done.abort();
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
