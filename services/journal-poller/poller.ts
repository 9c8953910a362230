/**
 * Polls Workfront's journal (JRNLE) and publishes each row as a change event (reference A).
 * Promises that the cursor moves only when its page is durable, and only by the one process that
 * holds the lease (Law 2); no row between two cursors is left out (Law 3).
 * Must not trust a clock of its own, nor filter on columns that Workfront cannot filter.
 */
import type { Clock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { retrying } from '../core/retry.ts';
import type { RetryOptions } from '../core/retry.ts';
import { moveCursor, readCursor } from '../source/cursor-store.ts';
import { takeLease } from '../source/lease.ts';
import type { Lease } from '../source/lease.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Cursor } from './cursor.ts';
import { packCursor, unpackCursor } from './cursor.ts';
import { JournalReader } from './journal-reader.ts';
import type { ReaderParts } from './journal-reader.ts';
import type { PollerMetrics } from './poller-metrics.ts';
import type { SearchPage } from './walk.ts';

/** The lease, and the cursor that it guards. */
export const JOURNAL = 'journal';

export interface PollerParts {
  readonly pool: Pool;
  readonly search: (signal: AbortSignal) => SearchPage;
  readonly publish: ReaderParts['publish'];
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly metrics: PollerMetrics;
}

export interface PollerOptions {
  /** In words for people, different for each process. */
  readonly holder: string;
  readonly leaseTtlMs: number;
  readonly intervalMs: number;
  readonly overlapMs: number;
  readonly pageRows: number;
  /** Where to begin when there is no cursor, in microseconds since 1970. */
  readonly begin: number;
}

type Role = 'starting' | 'standing by' | 'reading';

/**
 * Most polls look back only this far; once in `overlapEveryMs` one looks back the whole overlap,
 * for rows that were committed late. So a busy journal is not read a hundred times over.
 */
const BRIEF_OVERLAP_MS = 10_000;
const OVERLAP_EVERY_MS = 30_000;

const SEEN_ROWS_MAX = 500_000;

export class JournalPoller {
  readonly #parts: PollerParts;
  readonly #options: PollerOptions;
  #turnedMs: number;
  #role: Role = 'starting';

  constructor(parts: PollerParts, options: PollerOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#turnedMs = parts.clock.monotonicMs();
  }

  get role(): Role {
    return this.#role;
  }

  /** Milliseconds since its loop last turned. */
  get idleMs(): number {
    return this.#parts.clock.monotonicMs() - this.#turnedMs;
  }

  /** Until the signal aborts; then the page in hand is finished and the lease given back. */
  async run(signal: AbortSignal): Promise<void> {
    const { logger, metrics } = this.#parts;
    while (!signal.aborted) {
      const lease = await this.#waitForLease(signal);
      if (lease === null) return;
      logger.info({ lease: JOURNAL, epoch: String(lease.epoch) }, 'holds the lease');
      metrics.leading.set(1);
      try {
        await this.#readUnder(lease, AbortSignal.any([signal, lease.lost]));
      } catch (error) {
        if (isLost(error)) logger.warn({ error }, 'the lease went to another process');
        else if (!signal.aborted) throw error;
      } finally {
        metrics.leading.set(0);
        await lease.release();
      }
    }
  }

  /** Null when the process drains. */
  async #waitForLease(signal: AbortSignal): Promise<Lease | null> {
    const { pool, clock } = this.#parts;
    const { holder, leaseTtlMs } = this.#options;
    try {
      for (;;) {
        const take = () => takeLease(pool, { name: JOURNAL, holder, ttlMs: leaseTtlMs, clock });
        const lease = await retrying(take, this.#retry(signal));
        this.#turn(lease === null ? 'standing by' : this.#role);
        if (lease !== null) return lease;
        await clock.sleep(Math.min(leaseTtlMs / 4, 1_000), signal);
      }
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  async #readUnder(lease: Lease, signal: AbortSignal): Promise<void> {
    const { clock, metrics } = this.#parts;
    const { intervalMs, overlapMs } = this.#options;
    const reader = await this.#openReader(lease, signal);
    let wholeOverlapMs = -Infinity;
    while (!signal.aborted) {
      const startedMs = clock.monotonicMs();
      const whole = startedMs - wholeOverlapMs >= OVERLAP_EVERY_MS;
      const poll = () => reader.poll(whole ? overlapMs : BRIEF_OVERLAP_MS);
      await retrying(poll, this.#retry(signal));
      if (whole) wholeOverlapMs = startedMs;
      metrics.polls.add();
      this.#turn('reading');
      await clock.sleep(intervalMs, signal);
    }
  }

  async #openReader(lease: Lease, signal: AbortSignal): Promise<JournalReader> {
    const { pool, publish, search } = this.#parts;
    // Each step by itself, so that a failure costs one step and not the walk so far.
    const again = <T>(act: () => Promise<T>): Promise<T> => retrying(act, this.#retry(signal));
    const stored = await again(() => readCursor(pool, JOURNAL));
    const cursor = stored === null ? null : unpackCursor(stored);
    if (cursor !== null) this.#show(cursor);
    const searchPage = search(signal);
    const parts: ReaderParts = {
      search: (window) => again(() => searchPage(window)),
      pageRows: this.#options.pageRows,
      publish: (rows) => again(() => publish(rows)),
      moveCursor: async (moved) => {
        await again(() => moveCursor(pool, lease, JOURNAL, packCursor(moved))); // Law 2
        this.#turn('reading');
        this.#show(moved);
      },
      overlapMs: this.#options.overlapMs,
      seenRowsMax: SEEN_ROWS_MAX,
    };
    return new JournalReader(parts, cursor, this.#options.begin);
  }

  #turn(role: Role): void {
    this.#role = role;
    this.#turnedMs = this.#parts.clock.monotonicMs();
  }

  #show({ entryDate }: Cursor): void {
    this.#parts.metrics.cursorSeconds.set(entryDate / 1e6);
  }

  #retry(signal: AbortSignal): RetryOptions {
    const { clock, random, logger, metrics } = this.#parts;
    const onRetry: RetryOptions['onRetry'] = (error, pauseMs) => {
      this.#turn(this.#role);
      metrics.failures.add(1, { code: error.code });
      logger.warn({ error, pauseMs: Math.round(pauseMs) }, 'failed, and will try again');
    };
    return { clock, random, signal, onRetry };
  }
}

/** A process that stands by is as ready as the one that reads. */
export function readinessOf(poller: JournalPoller | null): { ready: boolean; reason: string } {
  const role = poller?.role ?? 'starting';
  return { ready: role !== 'starting', reason: role };
}

function isLost(error: unknown): boolean {
  return error instanceof PipelineError && error.code === 'LEASE_LOST';
}
