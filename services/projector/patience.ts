/** How long a failing dependency is put up with: a growing pause after each failure, and an end. */
import type { Clock } from '../core/clock.ts';
import { hasReaction } from '../core/errors.ts';
import type { PipelineError } from '../core/errors.ts';

export class Patience {
  readonly #clock: Clock;
  readonly #limitMs: number;
  readonly #onFailure: (error: PipelineError) => void;
  #failingSinceMs: number | null = null;
  #failedAtMs = -Infinity;
  #failures = 0;

  /** @param onFailure told of each failure that is put up with */
  constructor(clock: Clock, limitMs: number, onFailure: (error: PipelineError) => void) {
    this.#clock = clock;
    this.#limitMs = limitMs;
    this.#onFailure = onFailure;
  }

  /** Things work again. */
  renew(): void {
    this.#failingSinceMs = null;
    this.#failures = 0;
  }

  /**
   * Resolves when it is time to try again. Throws `error` where trying again cannot help, or has
   * not helped for too long: then the process ends and its supervisor starts another.
   */
  async wait(error: unknown, signal: AbortSignal): Promise<void> {
    if (!hasReaction(error, 'retry')) throw error;
    const nowMs = this.#clock.monotonicMs();
    // A long time without a failure is as good as a success.
    if (nowMs - this.#failedAtMs > this.#limitMs) this.renew();
    this.#failedAtMs = nowMs;
    this.#failingSinceMs ??= nowMs;
    if (nowMs - this.#failingSinceMs >= this.#limitMs) throw error;
    this.#onFailure(error);
    const pauseMs = Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** this.#failures);
    this.#failures += 1;
    await this.#clock.sleep(pauseMs, signal);
  }

  /** Tries until `act` succeeds or patience ends. */
  async attempt<T>(act: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        await this.wait(error, signal);
      }
    }
  }
}

const PAUSE_MS_MIN = 50;
const PAUSE_MS_MAX = 3_000;
