/** What is due when; of those due at once the lower id is first, in every run. */
import TinyQueue from 'tinyqueue';
import type { Micros } from '../../core/units.ts';

export interface Due {
  dueMicros: Micros;
  readonly id: number;
}

export class DueQueue<T extends Due> {
  readonly #items = new TinyQueue<T>([], (a, b) => a.dueMicros - b.dueMicros || a.id - b.id);

  get size(): number {
    return this.#items.length;
  }

  /** When the first is due; null when empty. */
  next(): number | null {
    return this.#items.peek()?.dueMicros ?? null;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** The first if it is due. */
  pop(nowMicros: Micros): T | null {
    const due = this.next();
    return due === null || due > nowMicros ? null : (this.#items.pop() ?? null);
  }

  /** Takes all of them, in their order. */
  *drain(): IterableIterator<T> {
    for (let one = this.#items.pop(); one !== undefined; one = this.#items.pop()) yield one;
  }
}
