import { systemClock } from '../../services/core/clock.ts';

export interface EventuallyOptions {
  /** What is waited for, as the end of a sentence: "… did not happen: the row is visible". */
  readonly what: string;
  readonly deadlineMs?: number;
  readonly pollMs?: number;
  /** How far it is, after a condition that is not yet met: the deadline begins anew as it moves. */
  readonly progress?: () => string;
}

/**
 * Waits for a condition, never for a time. Resolves with the first answer that is neither false nor
 * null nor undefined; an error counts as "not yet" and is the cause when the deadline passes.
 */
export async function eventually<T>(
  condition: () => T | Promise<T>,
  { what, deadlineMs = 30_000, pollMs = 50, progress }: EventuallyOptions,
): Promise<Exclude<T, false | null | undefined>> {
  let endMs = systemClock.monotonicMs() + deadlineMs;
  let reached = progress?.();
  let last: unknown = undefined;
  for (;;) {
    try {
      const answer = await condition();
      if (answer !== false && answer !== null && answer !== undefined) {
        return answer as Exclude<T, false | null | undefined>;
      }
      last = undefined;
    } catch (error) {
      last = error;
    }
    const now = progress?.();
    if (now !== reached) endMs = systemClock.monotonicMs() + deadlineMs;
    reached = now;
    if (systemClock.monotonicMs() >= endMs) {
      throw new Error(`did not happen within ${deadlineMs} ms: ${what}`, { cause: last });
    }
    await systemClock.sleep(pollMs);
  }
}
