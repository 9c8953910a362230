/** A binary heap by due time; of those due at once the lower id is first, in every run. */
export interface Due {
  dueMicros: number;
  readonly id: number;
}

export class DueHeap<T extends Due> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** When the first is due; null when empty. */
  next(): number | null {
    return this.#items[0]?.dueMicros ?? null;
  }

  push(item: T): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = items[up];
      if (parent === undefined || !isBefore(item, parent)) break;
      items[at] = parent;
      at = up;
    }
    items[at] = item;
  }

  /** The first if it is due. */
  pop(nowMicros: number): T | null {
    const [first] = this.#items;
    if (first === undefined || first.dueMicros > nowMicros) return null;
    const last = this.#items.pop();
    if (last !== undefined && last !== first) this.#sink(last);
    return first;
  }

  *items(): IterableIterator<T> {
    yield* this.#items;
  }

  #sink(item: T): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      const left = items[down];
      const right = items[down + 1];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) down += 1;
      const child = items[down];
      if (child === undefined || !isBefore(child, item)) break;
      items[at] = child;
      at = down;
    }
    items[at] = item;
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.dueMicros < b.dueMicros || (a.dueMicros === b.dueMicros && a.id < b.id);
}
