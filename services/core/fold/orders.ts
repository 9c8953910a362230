/**
 * All orders of a few things that happened near each other, and how much follows in each. A search
 * that leaves out what can no longer be among the best. Pure.
 */
import { BEFORE_ALL, greatest } from '../units.ts';
import type { Micros } from '../units.ts';
import { EARLY_MICROS, SAME_SAVE_MICROS } from './same-save.ts';

export interface ChainRules<T> {
  /** When it may have been at the earliest and at the latest, but for the spread. */
  at(item: T): Micros;
  latest(item: T): Micros;
  /**
   * From 0 to 1, or less where it hardly can; `before` is null where nothing is known, and
   * `beforeThat` what was before it.
   */
  follows(before: T | null, item: T, beforeThat: T | null): number;
  /** Between which instants it was; what must be later than it can be hardly follows. */
  window?(item: T): Window;
  /** Whatever the content says. */
  mustPrecede(item: T, other: T): boolean;
  /** Orders that end alike tell the same. */
  outcomeOf(item: T): unknown;
}

export interface Window {
  readonly earliest: Micros;
  readonly latest: Micros;
}

/** What was before, and that nothing behind it can be before `earliest`. */
export interface Past<T> {
  readonly latest: T | null;
  readonly beforeThat: T | null;
  readonly earliest: Micros;
}

export const NO_PAST: Past<never> = { latest: null, beforeThat: null, earliest: BEFORE_ALL };

export function withNext<T>({ latest, earliest }: Past<T>, item: T, rules: ChainRules<T>): Past<T> {
  const from = rules.window?.(item).earliest ?? BEFORE_ALL;
  return { latest: item, beforeThat: latest, earliest: greatest(earliest, from) };
}

export function isLongBefore<T>(item: T, other: T, rules: ChainRules<T>): boolean {
  return rules.latest(item) + SAME_SAVE_MICROS < rules.at(other);
}

export function isSurelyBefore<T>(item: T, other: T, rules: ChainRules<T>): boolean {
  return isLongBefore(item, other, rules) || rules.mustPrecede(item, other);
}

/** As one fact that nothing told, where it is surely too early for what is before it. */
export function lateness(earliest: Micros, window: Window | undefined): number {
  const late = earliest - (window?.latest ?? Infinity);
  return Math.max(0, Math.min(1, late / EARLY_MICROS));
}

export interface Order<T> {
  readonly score: number;
  readonly first: T;
  readonly last: T;
}

/**
 * The best order for each of the ways in which it may end; of equals the first.
 *
 * @param near 30 at most
 * @param margin orders that are worse by more are of no interest
 */
export function bestByOutcome<T>(
  past: Past<T>,
  near: readonly T[],
  rules: ChainRules<T>,
  margin: number,
): Order<T>[] {
  return new OrderSearch(past, near, rules, margin).run();
}

/** Places in `near`; these two stand for what was before. */
const LATEST = -1;
const BEFORE_THAT = -2;

class OrderSearch<T> {
  readonly #past: Past<T>;
  readonly #near: readonly T[];
  readonly #rules: ChainRules<T>;
  readonly #margin: number;
  readonly #windows: readonly (Window | undefined)[];
  /** By place, those that must be before it, as bits. */
  readonly #earlier: readonly number[];
  /** What `follows` said, by three places. */
  readonly #said: (number | undefined)[] = [];
  readonly #found = new Map<unknown, Order<T>>();
  #most = -Infinity;

  constructor(past: Past<T>, near: readonly T[], rules: ChainRules<T>, margin: number) {
    this.#past = past;
    this.#near = near;
    this.#rules = rules;
    this.#margin = margin;
    this.#windows = near.map((item) => rules.window?.(item));
    this.#earlier = near.map((item) =>
      near.reduce(
        (bits, other, at) =>
          other !== item && isSurelyBefore(other, item, rules) ? bits | (1 << at) : bits,
        0,
      ),
    );
  }

  run(): Order<T>[] {
    const { earliest } = this.#past;
    this.#look({ score: 0, placed: 0, left: this.#near.length, first: LATEST, earliest });
    return [...this.#found.values()];
  }

  #look(so: Begun, last = LATEST, beforeLast = BEFORE_THAT): void {
    const { score, placed, left } = so;
    if (score + left < this.#most - this.#margin) return;
    if (left === 0) {
      this.#end(so, last);
      return;
    }
    for (let at = 0; at < this.#near.length; at += 1) {
      const mustWait = ((this.#earlier[at] ?? 0) & ~placed) !== 0;
      if ((placed & (1 << at)) !== 0 || mustWait) continue;
      this.#look(this.#with(so, at, last, beforeLast), at, last);
    }
  }

  #with(so: Begun, at: number, last: number, beforeLast: number): Begun {
    const window = this.#windows[at];
    const follows = this.#follows(last, at, beforeLast) - lateness(so.earliest, window);
    return {
      score: so.score + follows,
      placed: so.placed | (1 << at),
      left: so.left - 1,
      first: so.placed === 0 ? at : so.first,
      earliest: greatest(so.earliest, window?.earliest ?? BEFORE_ALL),
    };
  }

  #end({ score, first: begun }: Begun, end: number): void {
    const [first, last] = [this.#near[begun], this.#near[end]];
    if (first === undefined || last === undefined) return;
    const outcome = this.#rules.outcomeOf(last);
    if (score > (this.#found.get(outcome)?.score ?? -Infinity))
      this.#found.set(outcome, { score, first, last });
    this.#most = Math.max(this.#most, score);
  }

  #follows(before: number, at: number, beforeThat: number): number {
    const wide = this.#near.length + 2;
    const key = ((before + 2) * wide + at) * wide + beforeThat + 2;
    const item = this.#near[at];
    if (item === undefined) throw new RangeError('no such place');
    return (this.#said[key] ??= this.#rules.follows(
      this.#itemAt(before),
      item,
      this.#itemAt(beforeThat),
    ));
  }

  #itemAt(place: number): T | null {
    if (place === LATEST) return this.#past.latest;
    if (place === BEFORE_THAT) return this.#past.beforeThat;
    return this.#near[place] ?? null;
  }
}

/** The beginning of an order: `placed` as bits, `left` is how many are not. */
interface Begun {
  readonly score: number;
  readonly placed: number;
  readonly left: number;
  readonly first: number;
  readonly earliest: Micros;
}
