/**
 * Rows of one type in the order of (change clock, ID): what a poll by clock reads (reference C.7).
 */
import { idOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';

interface Entry {
  readonly clock: number;
  readonly id: string;
  /** Null once the row has moved on; swept when they are half of all. */
  row: ObjectRow | null;
}

export class ClockIndex {
  #entries: Entry[] = [];
  /**
   * Put since the last read, in no order: a million rows are sorted once, not spliced one by one.
   */
  #fresh: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  #stale = 0;

  put(row: ObjectRow, clock: number): void {
    const id = idOf(row);
    const known = this.#byId.get(id);
    if (known?.clock === clock) {
      known.row = row;
      return;
    }
    this.remove(id);
    const entry: Entry = { clock, id, row };
    this.#byId.set(id, entry);
    this.#fresh.push(entry);
  }

  remove(id: string): void {
    const known = this.#byId.get(id);
    if (known === undefined) return;
    known.row = null;
    this.#byId.delete(id);
    this.#stale += 1;
  }

  /** Rows with from <= clock <= to, in order. */
  *range(from: number, to: number): IterableIterator<ObjectRow> {
    this.#settle();
    const entries = this.#entries;
    for (let at = this.#position(from, ''); at < entries.length; at += 1) {
      const entry = entries[at];
      if (entry === undefined || entry.clock > to) return;
      if (entry.row !== null) yield entry.row;
    }
  }

  #settle(): void {
    const fresh = this.#fresh.filter((entry) => entry.row !== null).sort(compareClocks);
    this.#fresh = [];
    const last = this.#entries.at(-1);
    const [first] = fresh;
    const sorted = last === undefined || first === undefined || compareClocks(last, first) < 0;
    for (const entry of fresh) this.#entries.push(entry);
    if (!sorted) this.#entries.sort(compareClocks);
    if (this.#stale > 1000 && this.#stale * 2 > this.#entries.length) {
      this.#entries = this.#entries.filter((entry) => entry.row !== null);
      this.#stale = 0;
    }
  }

  #position(clock: number, id: string): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && compareClocks(entry, { clock, id }) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compareClocks(a: { clock: number; id: string }, b: { clock: number; id: string }): number {
  if (a.clock !== b.clock) return a.clock - b.clock;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
