/**
 * What search and count see: the store, but each save only after a while (eventual consistency,
 * issue of
 * "no kinder than the real one"). Until then the row before the save is served, so rows are stale
 * or
 * missing, and a deleted row is still found.
 */
import { ClockIndex } from './clock-index.ts';
import { numberOf } from './row.ts';
import type { Row } from './row.ts';
import { clockField } from './schema.ts';
import { Store } from './store.ts';

interface Pending {
  readonly visibleAt: number;
  readonly objCode: string;
  readonly id: string;
  readonly row: Row | null;
}

export class SearchView {
  readonly #store = new Store();
  readonly #indexes = new Map<string, ClockIndex>();
  /**
   * In the order of the saves, so that a later save of an object never shows before an earlier
   * one.
   */
  #pending: Pending[] = [];

  /** `visibleAt` null: at once. */
  apply(objCode: string, id: string, row: Row | null, visibleAt: number | null): void {
    const waits = this.#pending.some((one) => one.id === id && one.objCode === objCode);
    if (visibleAt === null && !waits) this.#show({ visibleAt: 0, objCode, id, row });
    else this.#pending.push({ visibleAt: visibleAt ?? 0, objCode, id, row });
  }

  /** Shows what has become visible by `nowMicros`; call before reading. */
  advance(nowMicros: number): void {
    if (this.#pending.length === 0) return;
    const held = new Set<string>();
    this.#pending = this.#pending.filter((one) => {
      const key = `${one.objCode} ${one.id}`;
      if (one.visibleAt > nowMicros || held.has(key)) {
        held.add(key);
        return true;
      }
      this.#show(one);
      return false;
    });
  }

  waiting(): number {
    return this.#pending.length;
  }

  get(objCode: string, id: string): Row | null {
    return this.#store.get(objCode, id);
  }

  rows(objCode: string): IterableIterator<Row> {
    return this.#store.rows(objCode);
  }

  count(objCode: string): number {
    return this.#store.count(objCode);
  }

  /** Rows by (clock, ID), null for a type without a clock. */
  byClock(objCode: string, from: number, to: number): IterableIterator<Row> | null {
    if (clockField(objCode) === null) return null;
    return this.#indexOf(objCode).range(from, to);
  }

  #show({ objCode, id, row }: Pending): void {
    const clock = clockField(objCode);
    if (row === null) {
      this.#store.remove(objCode, id);
      if (clock !== null) this.#indexOf(objCode).remove(id);
      return;
    }
    this.#store.put(objCode, row);
    if (clock !== null) this.#indexOf(objCode).put(row, numberOf(row, clock) ?? 0);
  }

  #indexOf(objCode: string): ClockIndex {
    let index = this.#indexes.get(objCode);
    if (index === undefined) this.#indexes.set(objCode, (index = new ClockIndex()));
    return index;
  }
}
