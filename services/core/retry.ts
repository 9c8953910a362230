/**
 * Trying again what failed for now (reaction `retry`): pauses that grow, half of each by chance so
 * that many callers do not come back together, and a limit where there is one.
 */
import type { Clock } from './clock.ts';
import type { Millis } from './units.ts';
import { hasReaction } from './errors.ts';
import type { PipelineError } from './errors.ts';

/** Pauses from `firstMs`, twice as long after each failure in a row, up to `maxMs`. */
export interface Backoff {
  readonly firstMs: Millis;
  readonly maxMs: Millis;
}

export interface RetryOptions {
  readonly clock: Clock;
  /** In [0, 1); handed in so that tests know it. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
  /** For how long failures in a row are put up with; without it, for ever. */
  readonly limitMs?: Millis;
  /** False when nobody waits for it any more: a failure is thrown then. */
  readonly isWanted?: () => boolean;
  /** Told before each pause. */
  readonly onRetry: (error: PipelineError, pauseMs: Millis) => void;
}

/** The result of `act`, tried until it succeeds, fails for good, or the signal aborts. */
export function retrying<T>(act: () => Promise<T>, options: RetryOptions): Promise<T> {
  return new Patience(options).attempt(act);
}

/** How long a failing dependency is put up with, over all that is asked of it. */
export class Patience {
  readonly #options: RetryOptions;
  #failingSinceMs: Millis | null = null;
  #failedAtMs = -Infinity;
  #failures = 0;

  constructor(options: RetryOptions) {
    this.#options = options;
  }

  /** Things work again. */
  renew(): void {
    this.#failingSinceMs = null;
    this.#failures = 0;
  }

  /**
   * Resolves when it is time to try again. Throws `error` where trying again cannot help, or has
   * not helped for too long.
   */
  async wait(error: unknown): Promise<void> {
    this.#renewIfQuiet();
    await this.#pause(error);
  }

  /** Tries until `act` succeeds or patience ends. */
  async attempt<T>(act: () => Promise<T>): Promise<T> {
    this.#renewIfQuiet();
    for (;;) {
      try {
        return await act();
      } catch (error) {
        await this.#pause(error);
      }
    }
  }

  /** A long time without a failure is as good as a success; one try that takes long is not. */
  #renewIfQuiet(): void {
    const { clock, limitMs = Infinity } = this.#options;
    if (clock.monotonicMs() - this.#failedAtMs > limitMs) this.renew();
  }

  async #pause(error: unknown): Promise<void> {
    const { clock, random, signal, onRetry } = this.#options;
    const { backoff, limitMs = Infinity, isWanted = () => true } = this.#options;
    if (!hasReaction(error, 'retry')) throw error;
    signal.throwIfAborted();
    const nowMs = clock.monotonicMs();
    this.#failedAtMs = nowMs;
    this.#failingSinceMs ??= nowMs;
    if (nowMs - this.#failingSinceMs >= limitMs || !isWanted()) throw error;
    const pauseMs = askedPause(error) + pauseAfter(this.#failures, random, backoff);
    this.#failures += 1;
    onRetry(error, pauseMs);
    await clock.sleep(pauseMs, signal);
    if (!isWanted()) throw error;
  }
}

/** For what may be away for hours, and is shared with others. */
const UNHURRIED: Backoff = { firstMs: 250, maxMs: 30_000 };

/** @param failures how many in a row came before this one */
export function pauseAfter(
  failures: number,
  random: () => number,
  { firstMs, maxMs }: Backoff = UNHURRIED,
): number {
  const full = Math.min(maxMs, firstMs * 2 ** Math.min(failures, 20));
  return full / 2 + (random() * full) / 2;
}

const ASKED_MS_MAX = 300_000;

/** Never sooner than who refused us asks; a far-off date is not believed. */
function askedPause({ context }: PipelineError): number {
  const asked = context['retryAfterMs'];
  return typeof asked === 'number' ? Math.min(asked, ASKED_MS_MAX) : 0;
}
