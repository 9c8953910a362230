/**
 * Kafka, the registry and Postgres are started again when they end by themselves, like our
 * processes.
 */
import type { Part } from '../../local-stack/part.ts';
import type { Clock } from '../../core/clock.ts';
import { pauseAfter } from '../../core/retry.ts';
import type { Backoff } from '../../core/retry.ts';
import { sayError } from '../say-error.ts';

export interface CrashedPartOptions {
  readonly clock: Clock;
  readonly announce: (message: string) => void;
  readonly signal: AbortSignal;
}

const BACKOFF: Backoff = { firstMs: 500, maxMs: 30_000 };

/** Resolves when it serves again, or when the signal aborts. */
export async function restartCrashed(
  part: Part,
  exitCode: number,
  { clock, announce, signal }: CrashedPartOptions,
): Promise<void> {
  announce(`${part.name} ended with exit code ${exitCode}; it starts again.`);
  for (let failures = 0; ; failures += 1) {
    try {
      await clock.sleep(pauseAfter(failures, Math.random, BACKOFF), signal);
      await part.start();
      announce(`${part.name} is there again.`);
      return;
    } catch (error) {
      if (signal.aborted) return;
      announce(`${part.name} did not start: ${sayError(error)}`);
    }
  }
}
