/**
 * How long a save may stay unseen by the search: an assumption, raised as soon as a row shows that
 * it was wrong.
 */
import { millisOf, minus } from '../../core/units.ts';
import type { Micros, Millis } from '../../core/units.ts';

export interface SearchLagOptions {
  readonly ms: Millis;
  readonly msMax: Millis;
  readonly onRaised: (ms: Millis) => void;
}

export class SearchLag {
  readonly #options: SearchLagOptions;
  #ms: Millis;

  constructor(options: SearchLagOptions) {
    this.#options = options;
    this.#ms = options.ms;
  }

  get ms(): Millis {
    return this.#ms;
  }

  /**
   * A row whose save is at or before `closedUpTo` was met for the first time by a question at
   * `askedMicros`: it showed later than was promised.
   */
  learn(clock: Micros, closedUpTo: Micros, askedMicros: Micros): boolean {
    if (clock > closedUpTo) return false;
    const lateMs = Math.ceil(millisOf(minus(askedMicros, clock)));
    const raised = Math.min(this.#options.msMax, lateMs);
    if (raised <= this.#ms) return true;
    this.#ms = raised;
    this.#options.onRaised(raised);
    return true;
  }
}
