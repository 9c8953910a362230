/**
 * Gathers the records of many callers into few sends. A `publish` resolves only when each of its
 * records is on all in-sync replicas (Law 1). Bounded in bytes and in time (Law 7). Sends may
 * overtake each other: the fold does not care (Law 5), and the log keeps one partition and one
 * order per object (Law 4).
 */
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { retrying } from '../../core/retry.ts';
import type { Backoff } from '../../core/retry.ts';
import type { Millis } from '../../core/units.ts';
import type { Kafka } from './kafka.ts';
import type { RawProducer } from './raw-producer.ts';
import { partitionOf } from './partition-of-key.ts';
import type { OutgoingRecord, RawRecord } from './outgoing-record.ts';
import { PartitionCounts } from './partition-counts.ts';
import { PublishCall } from './publish-call.ts';
import { byTopic, bytesOf, planSend, sizeOf } from './send-plan.ts';
import type { Pending } from './send-plan.ts';

export type { OutgoingRecord };

export interface Publisher {
  /** Connects; `publish` does so too when needed. */
  ready(): Promise<void>;
  /**
   * Resolves when every record is durable. BACKPRESSURE: too much is waiting, try later.
   * SEND_DEADLINE: not acknowledged in time; the records may still arrive, so sending them again
   * makes a repeat, never a loss. TOPIC_MISSING, or KAFKA_REFUSED: a record is too large.
   */
  publish(records: readonly RawRecord[]): Promise<void>;
  /** Bytes accepted and not yet settled. */
  pendingBytes(): number;
  /** Refuses new records, sends what waits, disconnects. May be called twice. */
  close(): Promise<void>;
}

export interface PublisherOptions {
  readonly lingerMs?: Millis;
  /** Of one partition in one send, unless a single record is larger. */
  readonly batchBytesMax?: number;
  readonly pendingBytesMax?: number;
  readonly sendDeadlineMs?: Millis;
  readonly sendsInFlightMax?: number;
  readonly clock?: Clock;
}

export function openPublisher(
  kafka: Pick<Kafka, 'rawProducer' | 'partitionsServed'>,
  options: PublisherOptions = {},
): Publisher {
  return new BatchingPublisher(kafka, options);
}

/** Short: a delivery waits for the answer. */
const BACKOFF: Backoff = { firstMs: 50, maxMs: 1_000 };

class BatchingPublisher implements Publisher {
  readonly #producer: RawProducer;
  readonly #counts: PartitionCounts;
  readonly #clock: Clock;
  readonly #limits: Required<Omit<PublisherOptions, 'clock'>>;
  readonly #open = new Set<PublishCall>();
  readonly #closed = new AbortController();
  #connecting: Promise<void> | null = null;
  #waiting: Pending<PublishCall>[] = [];
  #waitingBytes = 0;
  #pendingBytes = 0;
  #inFlight = 0;
  #lingering = false;
  #watching = false;
  #turn = 0;
  /** Calls whose topics' partitions were not known when they came, or that came behind such. */
  #unplaced = 0;
  #turnOf = Promise.resolve();
  #closing: Promise<void> | null = null;

  constructor(kafka: Pick<Kafka, 'rawProducer' | 'partitionsServed'>, options: PublisherOptions) {
    this.#producer = kafka.rawProducer();
    this.#counts = new PartitionCounts(kafka);
    this.#clock = options.clock ?? systemClock;
    this.#limits = {
      lingerMs: options.lingerMs ?? 3,
      batchBytesMax: options.batchBytesMax ?? 900_000,
      pendingBytesMax: options.pendingBytesMax ?? 64 * 1024 * 1024,
      sendDeadlineMs: options.sendDeadlineMs ?? 30_000,
      sendsInFlightMax: options.sendsInFlightMax ?? 5,
    };
  }

  ready(): Promise<void> {
    this.#connecting ??= this.#producer.connect().catch((error: unknown) => {
      this.#connecting = null;
      throw error;
    });
    return this.#connecting;
  }

  pendingBytes(): number {
    return this.#pendingBytes;
  }

  async publish(records: readonly RawRecord[]): Promise<void> {
    if (records.length === 0) return;
    if (this.#closing) throw new PipelineError('CLOSING', 'The publisher is closing.');
    const bytes = records.reduce((sum, record) => sum + sizeOf(record), 0);
    this.#refuseTooMuch(bytes);
    const entry = new PublishCall(
      records.length,
      this.#clock.monotonicMs() + this.#limits.sendDeadlineMs,
    );
    this.#pendingBytes += bytes;
    this.#open.add(entry);
    void this.#watchDeadlines();
    if (this.#unplaced === 0 && this.#counts.know(records)) this.#enqueue(records, entry);
    else this.#enqueueInTurn(records, bytes, entry);
    try {
      await entry.promise;
    } finally {
      this.#open.delete(entry);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#drain();
    return this.#closing;
  }

  async #drain(): Promise<void> {
    this.#flush();
    // Bounded by the send deadline.
    await Promise.allSettled([...this.#open].map(({ promise }) => promise));
    this.#closed.abort();
    await this.#producer.close();
  }

  #refuseTooMuch(bytes: number): void {
    // One call alone may exceed the limit, else it could never be sent.
    const { pendingBytesMax } = this.#limits;
    if (this.#pendingBytes === 0 || this.#pendingBytes + bytes <= pendingBytesMax) return;
    throw new PipelineError('BACKPRESSURE', 'Too much waits for Kafka; try again later.', {
      pendingBytes: this.#pendingBytes,
      pendingBytesMax,
    });
  }

  /** Behind all calls before it: who waits for a topic's partitions is not overtaken meanwhile. */
  #enqueueInTurn(records: readonly RawRecord[], bytes: number, entry: PublishCall): void {
    this.#unplaced += 1;
    this.#turnOf = this.#turnOf.then(async () => {
      await this.#enqueueWhenKnown(records, bytes, entry);
      this.#unplaced -= 1;
    });
  }

  async #enqueueWhenKnown(
    records: readonly RawRecord[],
    bytes: number,
    entry: PublishCall,
  ): Promise<void> {
    try {
      if (!this.#counts.know(records)) {
        await this.#untilSettled([entry], () => this.#counts.learn(records));
      }
    } catch (error) {
      entry.fail(error);
    }
    if (entry.settled) this.#pendingBytes -= bytes;
    else this.#enqueue(records, entry);
  }

  #enqueue(records: readonly RawRecord[], entry: PublishCall): void {
    for (const record of records) {
      const key = record.key === null ? null : Buffer.from(record.key);
      const bytes = sizeOf(record);
      const pending = { record, key, bytes, entry, partition: 0 };
      this.#place(pending);
      this.#waiting.push(pending);
      this.#waitingBytes += bytes;
    }
    if (this.#waitingBytes >= this.#limits.batchBytesMax || this.#closing) this.#flush();
    else if (!this.#lingering) void this.#linger();
  }

  #place(pending: Pending<PublishCall>): void {
    const count = this.#counts.of(pending.record.topic);
    this.#turn += 1;
    pending.partition = pending.key ? partitionOf(pending.key, count) : this.#turn % count;
  }

  async #linger(): Promise<void> {
    this.#lingering = true;
    await this.#clock.sleep(this.#limits.lingerMs);
    this.#lingering = false;
    this.#flush();
  }

  #flush(): void {
    while (this.#waiting.length > 0 && this.#inFlight < this.#limits.sendsInFlightMax) {
      const { send, rest } = planSend(this.#waiting, {
        batchBytesMax: this.#limits.batchBytesMax,
        sendBytesMax: 4 * this.#limits.batchBytesMax,
        batchRecordsMax: 2_000,
      });
      this.#waiting = rest;
      this.#waitingBytes -= bytesOf(send);
      this.#inFlight += 1;
      void this.#send(send).finally(() => {
        this.#inFlight -= 1;
        this.#pendingBytes -= bytesOf(send);
        this.#flush();
      });
    }
  }

  /** Never rejects: every entry in it is acknowledged or failed. */
  async #send(send: readonly Pending<PublishCall>[]): Promise<void> {
    const entries = [...new Set(send.map(({ entry }) => entry))];
    try {
      await this.#untilSettled(entries, () => this.#attempt(send));
    } catch (error) {
      if (entries.length === 1) {
        entries[0]?.fail(error);
        return;
      }
      // Alone, so that a record that Kafka refuses harms nobody else's.
      for (const entry of entries) await this.#send(send.filter((one) => one.entry === entry));
      return;
    }
    for (const { entry } of send) entry.acknowledge();
  }

  async #attempt(send: readonly Pending<PublishCall>[]): Promise<void> {
    const live = send.filter(({ entry }) => !entry.settled);
    await this.ready();
    const records = live.map(({ record }) => record);
    if (!this.#counts.know(records)) {
      await this.#counts.learn(records);
      for (const pending of live) this.#place(pending);
    }
    try {
      await this.#producer.sendBatch(byTopic(live));
    } catch (error) {
      // The topic may be gone, or made anew with other partitions: look again before the next
      // attempt.
      if (isUnknownTopic(error)) this.#counts.forget(records);
      throw error;
    }
  }

  /** Repeats `act` while Kafka is away and a caller still waits. */
  async #untilSettled(entries: readonly PublishCall[], act: () => Promise<void>): Promise<void> {
    const isWanted = (): boolean => entries.some(({ settled }) => !settled);
    if (!isWanted()) return;
    await retrying(act, {
      clock: this.#clock,
      random: Math.random,
      signal: this.#closed.signal,
      backoff: BACKOFF,
      isWanted,
      onRetry: () => undefined,
    });
  }

  async #watchDeadlines(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    // The oldest is first: all have the same term.
    for (let [oldest] = this.#open; oldest && !this.#closed.signal.aborted; [oldest] = this.#open) {
      const leftMs = oldest.deadlineMs - this.#clock.monotonicMs();
      if (leftMs > 0) await this.#clock.sleep(leftMs, this.#closed.signal).catch(() => undefined);
      else this.#expire(oldest);
    }
    this.#watching = false;
  }

  #expire(entry: PublishCall): void {
    this.#open.delete(entry);
    if (entry.settled) return;
    entry.fail(
      new PipelineError(
        'SEND_DEADLINE',
        'Kafka did not acknowledge in time; what was sent may still arrive. Send again.',
        { sendDeadlineMs: this.#limits.sendDeadlineMs },
      ),
    );
  }
}

function isUnknownTopic(error: unknown): boolean {
  return error instanceof PipelineError && error.context['type'] === 'UNKNOWN_TOPIC_OR_PARTITION';
}
