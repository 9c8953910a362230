/** A binary heap by due time. */
export interface Due {
  dueMicros: number;
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
      if (parent === undefined || parent.dueMicros <= item.dueMicros) break;
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
      if (right !== undefined && right.dueMicros < left.dueMicros) down += 1;
      const child = items[down];
      if (child === undefined || child.dueMicros >= item.dueMicros) break;
      items[at] = child;
      at = down;
    }
    items[at] = item;
  }
}
