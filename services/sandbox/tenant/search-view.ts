/**
 * What search and count see: the store, but each save only after a while, as an index shows it that
 * is filled behind it. Until then the row before the save is served, so rows are stale or missing,
 * and a deleted row is still found.
 */
import type { Change } from './change.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import { ClockIndex } from './clock-index.ts';
import { numberOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import { clockField } from '../../workfront/catalogue/schema.ts';
import { Store } from './store.ts';

interface Pending {
  readonly shownMicros: Micros;
  readonly key: string;
  readonly objCode: string;
  readonly id: string;
  readonly row: ObjectRow | null;
}

export class SearchView {
  readonly #store = new Store();
  readonly #indexes = new Map<string, ClockIndex>();
  /** By when they show, those of one instant in the order of the saves; from `#first` on. */
  #pending: Pending[] = [];
  #first = 0;
  /** Of the last save of an object that still waits: no later one shows before it. */
  readonly #lastShown = new Map<string, number>();

  /**
   * The order of rows depends on the saves and their lags alone, not on when somebody has searched:
   * a sandbox that goes on from its data file has the same.
   */
  apply(
    objCode: string,
    id: string,
    row: ObjectRow | null,
    { savedMicros, shownMicros: wanted }: Pick<Change, 'savedMicros' | 'shownMicros'>,
  ): void {
    this.advance(savedMicros);
    const key = `${objCode} ${id}`;
    const shownMicros = asMicros(Math.max(wanted, this.#lastShown.get(key) ?? 0));
    const one = { shownMicros, key, objCode, id, row };
    if (shownMicros <= savedMicros) {
      this.#show(one);
      return;
    }
    this.#lastShown.set(key, shownMicros);
    this.#pending.splice(this.#placeOf(shownMicros), 0, one);
  }

  /** Shows what has become visible by `nowMicros`; call before reading. */
  advance(nowMicros: Micros): void {
    if (this.#pending.length === 0) return;
    for (;;) {
      const one = this.#pending[this.#first];
      if (one === undefined || one.shownMicros > nowMicros) break;
      this.#first += 1;
      if (this.#lastShown.get(one.key) === one.shownMicros) this.#lastShown.delete(one.key);
      this.#show(one);
    }
    if (this.#first === this.#pending.length || this.#first > SHOWN_KEPT_MAX) {
      this.#pending = this.#pending.slice(this.#first);
      this.#first = 0;
    }
  }

  /** Behind all that show no later. */
  #placeOf(shownMicros: Micros): number {
    let low = this.#first;
    let high = this.#pending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pending[middle]?.shownMicros ?? 0) <= shownMicros) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  waiting(): number {
    return this.#pending.length - this.#first;
  }

  get(objCode: ObjCode, id: ObjID): ObjectRow | null {
    return this.#store.get(objCode, id);
  }

  rows(objCode: string): IterableIterator<ObjectRow> {
    return this.#store.rows(objCode);
  }

  count(objCode: string): number {
    return this.#store.count(objCode);
  }

  /** Rows by (clock, ID), null for a type without a clock. */
  byClock(objCode: string, from: number, to: number): IterableIterator<ObjectRow> | null {
    if (clockField(objCode) === null) return null;
    return this.#indexOf(objCode).range(from, to);
  }

  #show({ objCode, id, row }: Pick<Pending, 'objCode' | 'id' | 'row'>): void {
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

const SHOWN_KEPT_MAX = 1000;
