/** One call of `publish`. */
import type { Millis } from '../../core/units.ts';

export class PublishCall {
  readonly deadlineMs: Millis;
  readonly promise: Promise<void>;
  /** Answered: what of it still waits is not sent. */
  settled = false;
  #unacknowledged: number;
  #resolve: () => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(records: number, deadlineMs: Millis) {
    this.deadlineMs = deadlineMs;
    this.#unacknowledged = records;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  acknowledge(): void {
    this.#unacknowledged -= 1;
    if (this.#unacknowledged > 0 || this.settled) return;
    this.settled = true;
    this.#resolve();
  }

  fail(error: unknown): void {
    this.settled = true;
    this.#reject(error);
  }
}
