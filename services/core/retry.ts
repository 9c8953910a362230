/** Trying again what failed for now (reaction `retry`), with pauses that grow and jitter. */
import type { Clock } from './clock.ts';
import { hasReaction } from './errors.ts';
import type { PipelineError } from './errors.ts';

export interface RetryOptions {
  readonly clock: Clock;
  /** In [0, 1); handed in so that tests know it. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Told before each pause. */
  readonly onRetry: (error: PipelineError, pauseMs: number) => void;
}

/** The result of `act`, tried until it succeeds, fails for good, or the signal aborts. */
export async function retrying<T>(act: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await act();
    } catch (error) {
      if (!isPassing(error)) throw error;
      options.signal.throwIfAborted();
      const pauseMs = pauseAfter(failures, error, options.random);
      options.onRetry(error, pauseMs);
      await options.clock.sleep(pauseMs, options.signal);
    }
  }
}

export function isPassing(error: unknown): error is PipelineError {
  return hasReaction(error, 'retry');
}

const FIRST_PAUSE_MS = 250;
const PAUSE_MAX_MS = 30_000;

/**
 * Doubles with each failure in a row, half of it by chance, so that many callers do not come back
 * together; never sooner than the error's `retryAfterMs` asks, and never beyond a limit.
 * @param failures how many came before this one
 */
export function pauseAfter(failures: number, error: PipelineError, random: () => number): number {
  const full = Math.min(PAUSE_MAX_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 20));
  const asked = error.context['retryAfterMs'];
  const atLeast = typeof asked === 'number' ? Math.min(asked, 10 * PAUSE_MAX_MS) : 0;
  return atLeast + full / 2 + (random() * full) / 2;
}
