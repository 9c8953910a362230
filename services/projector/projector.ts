// The projector: the log's changes as rows, with the positions in the rows' own transactions.
// Promises that every record is applied once, absorbed or set aside, in order, and survives kill -9
// (Laws 2, 3, 8). Must not know what an event means: that is the projection's.
import { partitionKey } from '../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import type { LogBatch, LogConsumer } from '../platform/kafka/kafka.ts';
import type { Readiness } from '../platform/http/ops-server.ts';
import { Lane } from './lane.ts';
import type { Written } from './lane.ts';
import { Patience } from '../core/retry.ts';
import type { Backoff } from '../core/retry.ts';
import { offsetAfter } from '../core/units.ts';
import { LagMeter } from './lag-meter.ts';
import { readBounds, watchEnds } from './log-ends.ts';
import { toParcel } from './log-entry.ts';
import { LogGates } from './assignment-gates.ts';
import { cutAt } from './leash.ts';
import { readPositions } from '../store/positions.ts';
import type { Position } from '../store/positions.ts';
import type { ProjectorOptions } from './projector-options.ts';
import { inStore } from '../store/live-store.ts';

export class Projector<Row> {
  readonly #options: ProjectorOptions<Row>;
  readonly #consumer: LogConsumer;
  readonly #lanes: Lane<Row>[];
  readonly #lag: LagMeter;
  readonly #stop = new AbortController();
  /** Null while positions are unknown: nothing is applied. */
  #gates: LogGates | null = null;
  /** By partition, the index of its lane. */
  #lanesOf = new Map<string, number>();
  /** Bumped by every assignment and loss of partitions: work begun before it is void. */
  #epoch = 0;
  #state: State = 'joining';
  #partitions: readonly TopicPartition[] = [];
  #newestChange = 0;
  #recovering: Promise<void> | null = null;
  readonly #patience: Patience;
  #running: Promise<unknown> = Promise.resolve();
  #stopped: Promise<void> | null = null;

  constructor(options: ProjectorOptions<Row>) {
    this.#options = options;
    this.#lag = new LagMeter(options.metrics.lag, options.clock);
    this.#patience = new Patience({
      clock: options.clock,
      random: Math.random,
      signal: this.#stop.signal,
      limitMs: options.patienceMs,
      backoff: BACKOFF,
      onRetry: (error) => {
        options.metrics.failures.add(1, { code: error.code });
        options.logger.warn({ error }, 'failed, and will try again');
      },
    });
    const { leash } = options;
    if (leash !== undefined) leash.onMoved = () => this.#consumer.resume(this.#partitions);
    this.#lanes = Array.from({ length: options.lanes }, () => this.#openLane());
    this.#consumer = options.kafka.openConsumer({
      ...options.consumer,
      partitionsConsumedConcurrently: BATCHES_AT_ONCE,
      onAssigned: (partitions) => this.#onAssigned(partitions),
      onRevoked: () => this.#onRevoked(),
      onBatch: (batch) => this.#onBatch(batch),
      onServed: (at, next) => {
        if (this.#gates?.isOpen(at) === true) this.#lag.serves(at, next);
      },
      onCrash: (error) => this.#fail(error),
    });
  }

  /** Resolves when the group is joined and reading has begun. */
  async start(): Promise<void> {
    const lanes = this.#lanes.map((lane) =>
      lane.run().catch((error: unknown) => this.#fail(error)),
    );
    this.#running = Promise.all([...lanes, this.#watchEnds()]);
    await this.#consumer.run();
  }

  /** Able to do the job: positions read, partitions assigned, and no record waits for long. */
  readiness(): Readiness {
    if (this.#state !== 'reading') return { ready: false, reason: this.#state };
    const stall = this.#lag.stall();
    if (stall === null || stall.sinceMs < this.#options.stallMs) return { ready: true };
    const { at, lag, sinceMs } = stall;
    const reason =
      `${partitionKey(at)} stands: ${lag} records wait, and for ${Math.round(sinceMs / 1000)} s ` +
      'none was read or written; an open transaction holds them back, or the log says why';
    return { ready: false, reason };
  }

  /** Whether no more than one commit takes waits in the log. */
  isNearEnd(): boolean {
    const { batchEntriesMax } = this.#options.limits;
    return this.#state === 'reading' && this.#lag.total() <= BigInt(batchEntriesMax);
  }

  /** Whether the loop has turned lately. */
  isHealthy(): boolean {
    return this.#consumer.idleMs() < IDLE_MS_MAX;
  }

  /** Reads no more, writes what was read, ends. */
  stop(): Promise<void> {
    this.#stopped ??= this.#drain();
    return this.#stopped;
  }

  async #drain(): Promise<void> {
    this.#stop.abort(new Error('the projector is stopping'));
    await this.#consumer.stop();
    for (const lane of this.#lanes) lane.drain();
    await this.#running;
  }

  #watchEnds(): Promise<void> {
    const { kafka, clock, logger } = this.#options;
    return watchEnds({
      admin: kafka.admin(),
      clock,
      logger,
      signal: this.#stop.signal,
      partitions: () => this.#partitions,
      onEnd: (at, high) => this.#lag.ends(at, high),
    });
  }

  #openLane(): Lane<Row> {
    const { pool, schema, projection, readEntry, readTold, limits, clock, park } = this.#options;
    return new Lane({
      pool,
      schema,
      projection,
      readEntry,
      readTold,
      limits,
      clock,
      park,
      onWritten: (written) => this.#onWritten(written),
      onFailure: (error) => this.#recover(error),
    });
  }

  async #onAssigned(partitions: readonly TopicPartition[]): Promise<void> {
    this.#partitions = partitions;
    await this.#begin();
  }

  #onRevoked(): void {
    // What is being written may still commit: the compare-and-set of its positions decides.
    this.#partitions = [];
    this.#void('joining');
    for (const lane of this.#lanes) lane.queue.clear();
  }

  /** Whatever was begun before does not count any more. */
  #void(state: State): void {
    this.#epoch += 1;
    this.#state = state;
    this.#gates = null;
    this.#lag.clear();
  }

  /** Goes to the stored positions of all partitions; nothing is applied before (Law 2). */
  async #begin(): Promise<void> {
    this.#void('seeking');
    const epoch = this.#epoch;
    const partitions = this.#partitions;
    // Also forgets what the lanes remember of objects: others may have written them since.
    await Promise.all(this.#lanes.map((lane) => lane.reset()));
    const { positions, bounds } = await this.#patience.attempt(async () => ({
      positions: await this.#readPositions(partitions),
      bounds: await readBounds(this.#options.kafka.admin(), partitions),
    }));
    if (epoch !== this.#epoch) return;
    const seek = this.#consumer.seek.bind(this.#consumer);
    this.#gates = new LogGates(positions, bounds, seek);
    this.#lanesOf = new Map(positions.map((position, index) => [partitionKey(position), index]));
    for (const position of positions) {
      const { high } = bounds.get(partitionKey(position)) ?? { high: position.next };
      this.#lag.begin(position, position.next, high);
    }
    this.#state = 'reading';
  }

  async #readPositions(partitions: readonly TopicPartition[]): Promise<Position[]> {
    const { pool, schema } = this.#options;
    const positions = await inStore(pool, schema, (client) => readPositions(client, partitions));
    return positions.sort((a, b) => (partitionKey(a) < partitionKey(b) ? -1 : 1));
  }

  /** Of how many partitions it has the writing. */
  get assigned(): number {
    return this.#partitions.length;
  }

  async #onBatch(read: LogBatch): Promise<void> {
    const epoch = this.#epoch;
    this.#lag.ends(read, read.highWatermark);
    const batch = this.#leashed(read);
    if (batch === null) return;
    // Without gates it is read before the seek: it will come again.
    const admitted = this.#gates?.admit(batch);
    const last = admitted?.records.at(-1);
    if (admitted === undefined || last === undefined) return;
    const { records, follows } = admitted;
    this.#lag.takes(batch, offsetAfter(last.offset));
    const { signal } = this.#stop;
    await this.#patience.attempt(() => this.#options.schemas.prepare(records, signal));
    if (epoch !== this.#epoch) return;
    this.#options.metrics.received.add(records.length);
    await this.#laneOf(batch).queue.put(toParcel(records, follows)); // Law 7
  }

  /** The rest is read again when the leash is longer. */
  #leashed(batch: LogBatch): LogBatch | null {
    const limit = this.#options.leash?.limitOf(batch) ?? null;
    if (limit === null) return batch;
    // Until its topic is proved nothing of it is applied, and it goes back to its position: the
    // record that proves it may lie behind the limit.
    if (this.#gates?.isOpen(batch) !== true) return batch;
    const cut = cutAt(batch, limit);
    if (cut === batch) return cut;
    this.#consumer.pause([batch]);
    this.#consumer.seek(batch.topic, batch.partition, limit);
    return cut;
  }

  #laneOf(at: TopicPartition): Lane<Row> {
    const index = this.#lanesOf.get(partitionKey(at)) ?? 0;
    const lane = this.#lanes[index % this.#lanes.length];
    if (lane === undefined) throw new RangeError('a projector needs at least one lane');
    return lane;
  }

  #onWritten({ events, advances, outcome, seconds }: Written): void {
    const { metrics } = this.#options;
    this.#patience.renew();
    for (const verdict of VERDICTS) metrics.applied.add(outcome[verdict], { verdict });
    metrics.batchEvents.observe(events);
    metrics.transactionSeconds.observe(seconds);
    for (const advance of advances) this.#lag.writes(advance, advance.next);
    for (const newest of outcome.newest.values()) {
      this.#newestChange = Math.max(this.#newestChange, newest);
    }
    metrics.newestChange.set(this.#newestChange / 1_000_000);
  }

  /** One recovery for all lanes that fail together. */
  #recover(error: unknown): Promise<void> {
    this.#recovering ??= this.#goBack(error).finally(() => {
      this.#recovering = null;
    });
    return this.#recovering;
  }

  async #goBack(error: unknown): Promise<void> {
    const partitions = this.#partitions;
    this.#void('recovering');
    this.#consumer.pause(partitions);
    await this.#patience.wait(error);
    if (partitions !== this.#partitions) return;
    await this.#begin();
    if (partitions === this.#partitions) this.#consumer.resume(partitions);
  }

  #fail(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#options.onFailed(error);
  }
}

type State = 'joining' | 'seeking' | 'reading' | 'recovering';

/** All of a fetch, so that the lanes get them together; their queues bound what waits (Law 7). */
const BATCHES_AT_ONCE = 64;
const BACKOFF: Backoff = { firstMs: 50, maxMs: 3_000 };
const VERDICTS = ['appended', 'refolded', 'repeated'] as const;
/** A fetch that finds nothing returns several times a second. */
const IDLE_MS_MAX = 60_000;
