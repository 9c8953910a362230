/**
 * Kafka, the registry and Postgres are started again when they end by themselves, like our
 * processes.
 */
import type { Part } from '../../local-stack/part.ts';
import type { Clock } from '../../core/clock.ts';
import { sayError } from '../say-error.ts';

export interface CrashedPartOptions {
  readonly clock: Clock;
  readonly announce: (message: string) => void;
  readonly signal: AbortSignal;
}

const PAUSE_FIRST_MS = 500;
const PAUSE_MAX_MS = 30_000;

/** Resolves when it serves again, or when the signal aborts. */
export async function restartCrashed(
  part: Part,
  exitCode: number,
  { clock, announce, signal }: CrashedPartOptions,
): Promise<void> {
  announce(`${part.name} ended with exit code ${exitCode}; it starts again.`);
  for (let pauseMs = PAUSE_FIRST_MS; ; pauseMs = Math.min(PAUSE_MAX_MS, pauseMs * 2)) {
    try {
      await clock.sleep(pauseMs, signal);
      await part.start();
      announce(`${part.name} is there again.`);
      return;
    } catch (error) {
      if (signal.aborted) return;
      announce(`${part.name} did not start: ${sayError(error)}`);
    }
  }
}
