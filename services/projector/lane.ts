/**
 * One database session that writes the batches of its partitions, one transaction after another.
 * Several lanes let one fold while another waits for Postgres; a partition belongs to one lane.
 */
import type { Clock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { inTransaction } from '../platform/postgres/postgres.ts';
import type { Client, Pool } from '../platform/postgres/postgres.ts';
import { BatchQueue } from './batch-queue.ts';
import type { QueueLimits } from './batch-queue.ts';
import { advancesOf, portionsOf } from './log-entry.ts';
import type { LogEntry, Unusable } from './log-entry.ts';
import type { Park } from './parking.ts';
import { recordParked, storableKey } from '../store/parked.ts';
import type { ParkedRecord } from '../store/parked.ts';
import { advancePositions, noteNewest } from '../store/positions.ts';
import type { Advance } from '../store/positions.ts';
import type { BatchOutcome, Projection, Trust, Writer } from './projections/projection.ts';
import { parkable } from './read-entry.ts';
import type { ReadEntry, ReadTold } from './read-entry.ts';

export interface LaneOptions<Row> {
  readonly pool: Pool;
  /** Schema of the store. */
  readonly schema: string;
  readonly projection: Projection<Row>;
  readonly limits: QueueLimits;
  readonly clock: Clock;
  readonly readEntry: ReadEntry<Row>;
  readonly readTold: ReadTold;
  readonly park: Park;
  /** A transaction is durable. */
  readonly onWritten: (written: Written) => void;
  /**
   * A transaction failed and was rolled back, and the lane has dropped what it held. Resolves when
   * the lane may go on; rejects when there is no going on.
   */
  readonly onFailure: (error: unknown) => Promise<void>;
}

export interface Written {
  readonly events: number;
  readonly advances: readonly Advance[];
  readonly outcome: BatchOutcome;
  readonly seconds: number;
}

export class Lane<Row> {
  readonly queue: BatchQueue;
  readonly #options: LaneOptions<Row>;
  readonly #writer: Writer<Row>;
  #inHand: Promise<void> = Promise.resolve();
  #stopping = false;
  #isMemoryVoid = false;
  /** Most of the last batch was in the tables, so that of the next may be too. */
  #isReplay = false;

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
        this.queue.clear();
        this.#writer.forget();
        await this.#options.onFailure(error);
      }
    }
  }

  /**
   * Drops what waits, and resolves when no transaction is in hand. What the writer knows of the
   * tables does not count any more; the transaction in hand still needs what it has added.
   */
  async reset(): Promise<void> {
    this.#isMemoryVoid = true;
    this.queue.clear();
    await this.#inHand;
    this.queue.clear();
  }

  /** Writes what waits, then ends `run`. */
  drain(): void {
    this.#stopping = true;
    this.queue.close();
  }

  async #session(client: Client): Promise<void> {
    await client.query("select set_config('search_path', $1, false)", [this.#options.schema]);
    await this.#writer.prepare(client);
    const gather = (): Promise<void> => this.#options.clock.sleep(GATHER_MS);
    for (;;) {
      // A server that crashed has lost the commits that it had not flushed (write-tables.ts): they
      // must be read again, also where nothing new comes that would find the session gone.
      const batch = await this.queue.take({ gather, signal: client.ended });
      if (batch === null) return;
      const applying = this.#apply(client, batch, TRUSTING);
      this.#inHand = applying.catch(() => undefined);
      await applying;
    }
  }

  async #apply(client: Client, batch: readonly LogEntry[], attempt: Attempt): Promise<void> {
    const { clock, onWritten } = this.#options;
    const startedMs = clock.monotonicMs();
    if (this.#isMemoryVoid) this.#writer.forget();
    this.#isMemoryVoid = false;
    try {
      const advances = advancesOf(batch);
      const outcome = await this.#transact(client, batch, advances, attempt);
      this.#writer.committed();
      this.#isReplay = outcome.repeated > outcome.appended + outcome.refolded;
      const seconds = (clock.monotonicMs() - startedMs) / 1000;
      onWritten({ events: batch.length, advances, outcome, seconds });
    } catch (error) {
      // Postgres's word on a value, or that of what makes a row of it.
      const refused = parkable(error);
      this.#writer.forget();
      await this.#applyAfter(refused, client, batch, attempt);
    }
  }

  /** One record cannot be stored: halve the batch until it is found, and set it aside (Law 3). */
  async #applyAfter(
    error: PipelineError,
    client: Client,
    batch: readonly LogEntry[],
    attempt: Attempt,
  ): Promise<void> {
    if (attempt.way === 'set aside') {
      // Not even a position can be stored.
      throw new PipelineError('POSITION_UNSTORABLE', error.message, error.context, error);
    }
    if (error.context['sqlstate'] === UNIQUE_VIOLATION && attempt.way === 'trusting') {
      await this.#apply(client, batch, CAREFUL);
    } else if (batch.length > 1) {
      const half = batch.length >>> 1;
      await this.#apply(client, batch.slice(0, half), attempt);
      await this.#apply(client, batch.slice(half), attempt);
    } else {
      await this.#apply(client, batch, { way: 'set aside', error });
    }
  }

  async #transact(
    client: Client,
    batch: readonly LogEntry[],
    advances: readonly Advance[],
    attempt: Attempt,
  ): Promise<BatchOutcome> {
    return inTransaction(client, async () => {
      await advancePositions(client, advances); // Law 2
      const added: Added =
        attempt.way === 'set aside'
          ? {
              rows: 0,
              passed: 0,
              unusable: batch.map((entry) => ({ entry, error: attempt.error })),
            }
          : await this.#add(client, batch, attempt.way);
      const outcome = await this.#writer.flush(client);
      refuseLoss(added.rows, outcome);
      await noteNewest(client, advances, outcome.newest);
      await this.#options.park(added.unusable); // Law 3
      await recordParked(client, added.unusable.map(toParked));
      return { ...outcome, repeated: outcome.repeated + added.passed };
    });
  }

  async #add(client: Client, batch: readonly LogEntry[], trust: Trust): Promise<Added> {
    const unusable: Unusable[] = [];
    let count = 0;
    let passed = 0;
    for (const portion of portionsOf(batch, EVENTS_AT_ONCE)) {
      const rows: Row[] = [];
      const isReplay = this.#isReplay && trust === 'trusting';
      const news = isReplay ? await this.#newsIn(client, portion) : portion;
      passed += portion.length - news.length;
      for (const entry of news) {
        const read = this.#options.readEntry(entry);
        if (read instanceof PipelineError) unusable.push({ entry, error: read });
        else for (const row of read) rows.push(row);
      }
      count += rows.length;
      await this.#writer.add(client, rows, trust);
      // Other lanes, heartbeats and signals have their turn.
      await this.#options.clock.turn();
    }
    return { rows: count, passed, unusable };
  }

  /** Reading the values of what is in the tables would cost more than all else of a replay. */
  async #newsIn(client: Client, portion: readonly LogEntry[]): Promise<readonly LogEntry[]> {
    const told = portion.map(this.#options.readTold);
    const known = told.filter((one) => one !== null);
    const stored = await this.#writer.alreadyFrom?.(client, known);
    if (stored === undefined || stored.size === 0) return portion;
    return portion.filter((_, at) => {
      const one = told[at] ?? null;
      return one === null || !stored.has(one);
    });
  }
}

interface Added {
  readonly rows: number;
  /** Entries that the tables have from where they stand. */
  readonly passed: number;
  /** What cannot be applied. */
  readonly unusable: readonly Unusable[];
}

function toParked({ entry, error }: Unusable): ParkedRecord {
  const { topic, partition, offset, key } = entry;
  return { topic, partition, offset, objID: storableKey(key), reason: error.code };
}

/** How a batch is attempted; after a failure another way follows. */
type Attempt =
  | { readonly way: Trust }
  /** Its only entry cannot be stored, and why: the positions alone move. */
  | { readonly way: 'set aside'; readonly error: PipelineError };

const TRUSTING: Attempt = { way: 'trusting' };
/** After something was found in the tables that should not have been there. */
const CAREFUL: Attempt = { way: 'careful' };

/** Positions never move over rows that are not with them, whatever went wrong before (Law 2). */
function refuseLoss(added: number, { appended, refolded, repeated }: BatchOutcome): void {
  const written = appended + refolded + repeated;
  if (written !== added) throw new Error(`${added} rows were added, and ${written} written`);
}

/**
 * Decoded, folded and encoded before the next are begun, so that most of what they leave behind is
 * young when it is collected.
 */
const EVENTS_AT_ONCE = 400;
/** Longer than it takes to hand over the batches of one fetch: so they are one transaction. */
const GATHER_MS = 5;
const UNIQUE_VIOLATION = '23505';
