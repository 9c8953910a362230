/** A clock that stands still until a test moves it. */
import type { Clock } from '../../services/core/clock.ts';
import { asMicros, plus } from '../../services/core/units.ts';
import type { Micros } from '../../services/core/units.ts';

interface Sleeper {
  readonly wakesAtMicros: Micros;
  readonly wake: () => void;
}

export class ManualClock implements Clock {
  #nowMicros: Micros;
  #sleepers: Sleeper[] = [];

  constructor(startMicros: number) {
    this.#nowMicros = asMicros(startMicros);
  }

  nowMicros(): Micros {
    return this.#nowMicros;
  }

  monotonicMs(): number {
    return this.#nowMicros / 1000;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Error('aborted'));
      const wakesAtMicros = plus(this.#nowMicros, asMicros(ms * 1000));
      const onAbort = (): void => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(new Error('aborted'));
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      const sleeper = { wakesAtMicros, wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', onAbort);
    });
  }

  async turn(): Promise<void> {
    await settlePromises();
  }

  /** Moves on in steps, so that what wakes up sees the time it asked for. */
  async advance(ms: number): Promise<void> {
    const end = this.#nowMicros + ms * 1000;
    await settlePromises();
    for (;;) {
      const next = Math.min(...this.#sleepers.map((one) => one.wakesAtMicros), end);
      this.#nowMicros = asMicros(Math.max(this.#nowMicros, next));
      const due = this.#sleepers.filter((one) => one.wakesAtMicros <= this.#nowMicros);
      this.#sleepers = this.#sleepers.filter((one) => !due.includes(one));
      for (const one of due) one.wake();
      await settlePromises();
      if (due.length === 0 && this.#nowMicros >= end) return;
    }
  }
}

/** Lets every promise that is ready run on. */
export async function settlePromises(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
