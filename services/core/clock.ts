/** The only place that reads the time or waits. Everything else is handed a `Clock`. */
import { microsOf } from './units.ts';
import type { Micros, Millis } from './units.ts';

export interface Clock {
  /** Microseconds since 1970, UTC. */
  nowMicros(): Micros;
  /** Milliseconds that never run backwards; for durations only. */
  monotonicMs(): Millis;
  /** Resolves after `ms`, or rejects with the signal's reason as soon as it aborts. */
  sleep(ms: Millis, signal?: AbortSignal): Promise<void>;
  /** Resolves when everything else that was ready has had its turn. */
  turn(): Promise<void>;
}

export const systemClock: Clock = {
  nowMicros: () => microsOf(Date.now()),
  monotonicMs: () => performance.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(reasonOf(signal));
        return;
      }
      const onAbort = (): void => {
        clearTimeout(timer);
        if (signal) reject(reasonOf(signal));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error(String(reason));
}
