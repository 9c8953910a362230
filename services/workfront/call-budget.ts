/**
 * How many calls may be under way at once. Workfront publishes neither a number nor headers, only
 * that it answers 429 to too many concurrent requests of one customer (reference C.5): so few, less
 * after each 429, and slowly more again. Pure but for the clock.
 */
import type { Clock } from '../core/clock.ts';
import type { Millis } from '../core/units.ts';

/** `live`: what is new. `backfill`: what can wait; it never takes the last place. */
export type Priority = 'live' | 'backfill';

export type CallOutcome =
  | { readonly throttled: false }
  | { readonly throttled: true; readonly retryAfterMs: Millis | null };

export interface Visit {
  leave(outcome: CallOutcome): Promise<void>;
}

export interface CallBudget {
  /** Resolves when the tenant may be asked. Rejects with the signal's reason. */
  enter(priority: Priority, signal: AbortSignal): Promise<Visit>;
}

export interface CallBudgetOptions {
  readonly callsMax: number;
  readonly clock: Clock;
  readonly onChange?: (state: { readonly callsNow: number; readonly waiting: number }) => void;
}

interface Waiting {
  readonly priority: Priority;
  readonly admit: () => void;
}

/** After a 429 without Retry-After nothing is asked for this long. */
export const QUIET_MS = 1_000;
/** A place that a 429 took away comes back after this long without another. */
export const RECOVERY_MS = 30_000;
const RETRY_AFTER_MS_MAX = 300_000;

/** The budget of one process. */
export class LocalBudget implements CallBudget {
  readonly #options: CallBudgetOptions;
  readonly #queue: Waiting[] = [];
  #callsNow: number;
  #underWay = 0;
  #closedUntilMs = -Infinity;
  #changedMs: Millis;
  #opening = false;

  constructor(options: CallBudgetOptions) {
    this.#options = options;
    this.#callsNow = options.callsMax;
    this.#changedMs = options.clock.monotonicMs();
  }

  get callsNow(): number {
    return this.#callsNow;
  }

  async enter(priority: Priority, signal: AbortSignal): Promise<Visit> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const onAbort = (): void => {
        const at = this.#queue.indexOf(waiting);
        if (at < 0) return;
        this.#queue.splice(at, 1);
        reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      const admit = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const waiting = { priority, admit };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(waiting);
      this.#admit();
    });
    let left = false;
    return {
      leave: async (outcome) => {
        if (left) return;
        left = true;
        this.#underWay -= 1;
        this.#learn(outcome);
        this.#admit();
      },
    };
  }

  #admit(): void {
    const waitMs = this.#closedUntilMs - this.#options.clock.monotonicMs();
    if (waitMs > 0) {
      void this.#openLater(waitMs);
      return;
    }
    for (let at = this.#next(); at >= 0; at = this.#next()) {
      const [one] = this.#queue.splice(at, 1);
      this.#underWay += 1;
      one?.admit();
    }
    this.#options.onChange?.({ callsNow: this.#callsNow, waiting: this.#queue.length });
  }

  /** What is live goes first; a backfill leaves one place free, unless there is only one. */
  #next(): number {
    const free = this.#callsNow - this.#underWay;
    if (free <= 0) return -1;
    const live = this.#queue.findIndex(({ priority }) => priority === 'live');
    if (live >= 0) return live;
    return free > 1 || this.#callsNow === 1 ? this.#queue.findIndex(() => true) : -1;
  }

  async #openLater(waitMs: Millis): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    await this.#options.clock.sleep(waitMs);
    this.#opening = false;
    this.#admit();
  }

  #learn(outcome: CallOutcome): void {
    const nowMs = this.#options.clock.monotonicMs();
    if (outcome.throttled) {
      const askedMs = Math.min(outcome.retryAfterMs ?? QUIET_MS, RETRY_AFTER_MS_MAX);
      this.#closedUntilMs = Math.max(this.#closedUntilMs, nowMs + askedMs);
      this.#callsNow = Math.max(1, Math.floor(this.#callsNow / 2));
      this.#changedMs = nowMs;
    } else if (this.#callsNow < this.#options.callsMax && nowMs - this.#changedMs >= RECOVERY_MS) {
      this.#callsNow += 1;
      this.#changedMs = nowMs;
    }
  }
}
