/**
 * How far behind the cursor each poll of the journal begins. Most look back briefly, so that a busy
 * journal is not read a hundred times over; once in a while one looks back the whole overlap, for
 * rows that were committed late, from where the last such one asked. Pure.
 */
import { millisOf, minus } from '../core/units.ts';
import type { Micros, Millis } from '../core/units.ts';

const BRIEF_MS = 10_000;
const WHOLE_EVERY_MS = 30_000;
/** Where the first reading was not brought to its end, and nobody knows when it asked. */
export const MEANWHILE_UNKNOWN_MS = 600_000;

export interface PollBack {
  readonly isWhole: boolean;
  readonly backMs: Millis;
}

export class LookBack {
  readonly #overlapMs: Millis;
  #wholeMs = -Infinity;
  #wholeAsked: Micros | null;

  /**
   * @param overlapMs how late a row may be committed
   * @param wholeAsked when the last whole one asked, of a process before this one, by the server's
   *   clock; null: none came to its end
   */
  constructor(overlapMs: Millis, wholeAsked: Micros | null) {
    this.#overlapMs = overlapMs;
    this.#wholeAsked = wholeAsked;
  }

  /** @param cursor the clock of the last row that was read, or null */
  next(nowMs: Millis, cursor: Micros | null): PollBack {
    const isWhole = nowMs - this.#wholeMs >= WHOLE_EVERY_MS;
    if (!isWhole) return { isWhole, backMs: Math.min(BRIEF_MS, this.#overlapMs) };
    return { isWhole, backMs: this.#overlapMs + this.#meanwhileMs(cursor) };
  }

  /** A whole one that began at `startedMs` came to the end. */
  looked(startedMs: Millis, asked: Micros | null): void {
    this.#wholeMs = startedMs;
    this.#wholeAsked = asked;
  }

  /** A row that was committed since may be older than the cursor by so much more. */
  #meanwhileMs(cursor: Micros | null): Millis {
    if (this.#wholeAsked === null || cursor === null) return MEANWHILE_UNKNOWN_MS;
    return Math.max(0, millisOf(minus(cursor, this.#wholeAsked)));
  }
}
