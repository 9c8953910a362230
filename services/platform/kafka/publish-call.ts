/** One call of `publish`. */
export class PublishCall {
  readonly deadlineMs: number;
  readonly promise: Promise<void>;
  /** Answered: what of it still waits is not sent. */
  settled = false;
  #unacknowledged: number;
  #resolve: () => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(records: number, deadlineMs: number) {
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
