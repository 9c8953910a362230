/**
 * Which rows were published already, so that re-reading the overlap does not repeat them. Bounded
 * (Law 7); what it forgets, and what a restart forgets, is repeated, which is harmless: a row has
 * one eventID for ever.
 */
import type { Micros } from '../../core/units.ts';

export class SeenRows {
  readonly #rows = new Map<string, Micros>();
  readonly #rowsMax: number;

  constructor(rowsMax: number) {
    this.#rowsMax = rowsMax;
  }

  get size(): number {
    return this.#rows.size;
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  add(key: string, clock: Micros): void {
    this.#rows.set(key, clock);
    if (this.#rows.size <= this.#rowsMax) return;
    const [oldest] = this.#rows.keys();
    if (oldest !== undefined) this.#rows.delete(oldest);
  }

  /** Rows come nearly in order of time, so what is left behind by one that is late waits longer. */
  forgetBefore(clock: Micros): void {
    for (const [key, seen] of this.#rows) {
      if (seen >= clock) return;
      this.#rows.delete(key);
    }
  }
}
