/**
 * One database session that writes the batches of its partitions, one transaction after another.
 * Several lanes let one fold while another waits for Postgres; a partition belongs to one lane.
 */
import type { Clock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import type { Client, Pool } from '../platform/postgres.ts';
import { BatchQueue } from './batch-queue.ts';
import type { QueueLimits } from './batch-queue.ts';
import { advancesOf } from './log-entry.ts';
import type { LogEntry } from './log-entry.ts';
import { advancePositions } from './positions.ts';
import type { Advance } from './positions.ts';
import type { Outcome, Projection, Writer } from './projections/projection.ts';

export interface LaneOptions<Row> {
  readonly pool: Pool;
  /** Schema of the store. */
  readonly schema: string;
  readonly projection: Projection<Row>;
  readonly limits: QueueLimits;
  readonly clock: Clock;
  /** Sets records aside, durably; `entries` all have a failure. */
  readonly park: (entries: readonly LogEntry<Row>[]) => Promise<void>;
  /** A transaction is durable. */
  readonly onWritten: (written: Written<Row>) => void;
  /**
   * A transaction failed and was rolled back, and the lane has dropped what it held. Resolves when
   * the lane may go on; rejects when there is no going on.
   */
  readonly onFailure: (error: unknown) => Promise<void>;
}

export interface Written<Row> {
  readonly entries: readonly LogEntry<Row>[];
  readonly advances: readonly Advance[];
  readonly outcome: Outcome;
  readonly seconds: number;
}

export class Lane<Row> {
  readonly queue: BatchQueue<Row>;
  readonly #options: LaneOptions<Row>;
  readonly #writer: Writer<Row>;
  #inHand: Promise<void> = Promise.resolve();
  #stopping = false;

  constructor(options: LaneOptions<Row>) {
    this.#options = options;
    this.queue = new BatchQueue(options.limits);
    this.#writer = options.projection.openWriter();
  }

  /** Runs until `drain` or a failure that `onFailure` does not forgive, with which it rejects. */
  async run(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#options.pool.withClient((client) => this.#session(client));
        return;
      } catch (error) {
        this.#drop();
        await this.#options.onFailure(error);
      }
    }
  }

  /** Drops what waits, and resolves when no transaction is in hand. */
  async reset(): Promise<void> {
    this.#drop();
    await this.#inHand;
    this.#drop();
  }

  /** Writes what waits, then ends `run`. */
  drain(): void {
    this.#stopping = true;
    this.queue.close();
  }

  #drop(): void {
    this.queue.clear();
    this.#writer.forget();
  }

  async #session(client: Client): Promise<void> {
    await client.query("select set_config('search_path', $1, false)", [this.#options.schema]);
    await this.#writer.prepare(client);
    for (;;) {
      const batch = await this.queue.take();
      if (batch === null) return;
      const applying = this.#apply(client, batch, false);
      this.#inHand = applying.catch(() => undefined);
      await applying;
    }
  }

  /** @param careful after something was found in the tables that should not have been there */
  async #apply(client: Client, batch: readonly LogEntry<Row>[], careful: boolean): Promise<void> {
    await this.#options.park(batch.filter(({ failure }) => failure !== null));
    const startedMs = this.#options.clock.monotonicMs();
    try {
      const advances = advancesOf(batch);
      const outcome = await this.#transact(client, batch, advances, careful);
      this.#writer.committed();
      const seconds = (this.#options.clock.monotonicMs() - startedMs) / 1000;
      this.#options.onWritten({ entries: batch, advances, outcome, seconds });
    } catch (error) {
      if (!(error instanceof PipelineError) || error.reaction !== 'park') throw error;
      this.#writer.forget();
      await this.#applyAfter(error, client, batch, careful);
    }
  }

  /** One record cannot be stored: halve the batch until it is found, and set it aside (Law 3). */
  async #applyAfter(
    error: PipelineError,
    client: Client,
    batch: readonly LogEntry<Row>[],
    careful: boolean,
  ): Promise<void> {
    const [only] = batch;
    if (error.context['sqlstate'] === UNIQUE_VIOLATION && !careful) {
      await this.#apply(client, batch, true);
    } else if (batch.length > 1) {
      const half = batch.length >>> 1;
      await this.#apply(client, batch.slice(0, half), careful);
      await this.#apply(client, batch.slice(half), careful);
    } else if (only !== undefined && only.failure === null) {
      await this.#apply(client, [{ ...only, row: null, failure: error }], careful);
    } else {
      // Not even a position can be stored.
      throw new PipelineError('POSTGRES_REFUSED', error.message, error.context, error);
    }
  }

  async #transact(
    client: Client,
    batch: readonly LogEntry<Row>[],
    advances: readonly Advance[],
    careful: boolean,
  ): Promise<Outcome> {
    const rows: Row[] = [];
    for (const { row, failure } of batch) if (row !== null && failure === null) rows.push(row);
    await client.query('begin');
    try {
      await advancePositions(client, advances); // Law 2
      const outcome = rows.length === 0 ? NOTHING : await this.#writer.write(client, rows, careful);
      await client.query('commit');
      return outcome;
    } catch (error) {
      // When the rollback fails too the connection is broken, and its end rolls back.
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

const UNIQUE_VIOLATION = '23505';
const NOTHING: Outcome = { appended: 0, refolded: 0, repeated: 0 };
