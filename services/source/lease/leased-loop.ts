/**
 * A job that one process at a time does: waits for its lease, works under it, gives it back.
 * Promises that the work's signal aborts as soon as the lease is not ours (Law 2), and that a
 * process told to end finishes the step in hand. Must not know what the work is.
 */
import type { Clock } from '../../core/clock.ts';
import { isError } from '../../core/errors.ts';
import { retrying } from '../../core/retry.ts';
import type { RetryOptions } from '../../core/retry.ts';
import type { Millis } from '../../core/units.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import type { Logger } from '../../platform/process/logger.ts';
import { leaseLost, takeLease } from './lease.ts';
import type { Lease } from './lease.ts';
import type { PollerMetrics } from '../poller-metrics.ts';

export interface LoopParts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly metrics: Pick<PollerMetrics, 'failures' | 'leading'>;
}

export interface LoopOptions {
  readonly lease: string;
  /** In words for people, different for each process. */
  readonly holder: string;
  readonly leaseTtlMs: Millis;
}

/** What the work is handed for one term of the lease. */
export interface LeaseTerm {
  readonly lease: Lease;
  /** Aborts when the process drains or the lease is lost. */
  readonly signal: AbortSignal;
  /** Tries one step again until it succeeds or cannot; each failure is counted. */
  readonly again: <T>(act: () => Promise<T>) => Promise<T>;
  /** The work goes on: for health, and for readiness the first time. */
  readonly turned: () => void;
}

type Role = 'starting' | 'standing by' | 'reading';

export class LeasedLoop {
  readonly #parts: LoopParts;
  readonly #options: LoopOptions;
  readonly #work: (term: LeaseTerm) => Promise<void>;
  #turnedMs: Millis;
  #role: Role = 'starting';

  /** @param work resolves only when its signal has aborted, or when there is nothing left to do */
  constructor(parts: LoopParts, options: LoopOptions, work: (term: LeaseTerm) => Promise<void>) {
    this.#parts = parts;
    this.#options = options;
    this.#work = work;
    this.#turnedMs = parts.clock.monotonicMs();
  }

  get role(): Role {
    return this.#role;
  }

  /** Milliseconds since it last turned. */
  get idleMs(): Millis {
    return this.#parts.clock.monotonicMs() - this.#turnedMs;
  }

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const { logger, metrics } = this.#parts;
    while (!signal.aborted) {
      const lease = await this.#waitForLease(signal);
      if (lease === null) return;
      logger.info({ lease: lease.name, epoch: String(lease.epoch) }, 'holds the lease');
      metrics.leading.set(1);
      const ended = new AbortController();
      try {
        const over = AbortSignal.any([signal, lease.lost, ended.signal]);
        await this.#work(this.#termOf(lease, over));
      } catch (error) {
        if (isLost(error)) logger.warn({ error }, 'the lease went to another process');
        else if (!signal.aborted) throw error;
      } finally {
        // Whatever part of it goes on ends too: another term is to come.
        ended.abort(leaseLost(lease.name, 'its term is over'));
        metrics.leading.set(0);
        await lease.release();
      }
    }
  }

  #termOf(lease: Lease, signal: AbortSignal): LeaseTerm {
    return {
      lease,
      signal,
      again: (act) => retrying(act, this.#retry(signal)),
      turned: () => this.#turn('reading'),
    };
  }

  /** Null when the process drains. */
  async #waitForLease(signal: AbortSignal): Promise<Lease | null> {
    const { pool, clock } = this.#parts;
    const { lease: name, holder, leaseTtlMs } = this.#options;
    try {
      for (;;) {
        const take = () => takeLease(pool, { name, holder, ttlMs: leaseTtlMs, clock });
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

  #turn(role: Role): void {
    this.#role = role;
    this.#turnedMs = this.#parts.clock.monotonicMs();
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
export function readinessOf(loop: LeasedLoop | null): { ready: boolean; reason: string } {
  const role = loop?.role ?? 'starting';
  return { ready: role !== 'starting', reason: role };
}

function isLost(error: unknown): boolean {
  return isError(error, 'LEASE_LOST');
}
