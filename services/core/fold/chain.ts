/**
 * The order of what happened within the spread of one save's clocks: what each says of before must
 * be what the one before it left. Pure.
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
  /** Whether `follows` knows what was before the first. */
  readonly knowsStart: boolean;
  /** Whatever the content says. */
  mustPrecede(item: T, other: T): boolean;
  /** Orders that end alike tell the same. */
  outcomeOf(item: T): unknown;
}

export interface Window {
  readonly earliest: Micros;
  readonly latest: Micros;
}

export interface Link<T> {
  readonly item: T;
  /** Two of those near it, of which either might be the last; null where content says which. */
  readonly rivals: readonly [T, T] | null;
}

/**
 * @param items by `at`; among equals in the order that counts where content says nothing
 *
 * Of items further apart than `SAME_SAVE_MICROS` the clocks tell the order. At most
 * `TOGETHER_MAX` are weighed against each other (Law 7), so the cost is linear.
 */
export function chain<T>(items: readonly T[], rules: ChainRules<T>): Link<T>[] {
  const links: Link<T>[] = [];
  let near: T[] = [];
  let next = 0;
  let past: Past<T> = { latest: null, beforeThat: null, earliest: BEFORE_ALL };
  while (links.length < items.length) {
    for (; near.length < TOGETHER_MAX; next += 1) {
      const item = items[next];
      if (item === undefined) break;
      if (near.length > 0 && near.every((one) => isLongBefore(one, item, rules))) break;
      near.push(item);
    }
    const link: Link<T> = choose(past, near, rules);
    near = near.filter((item) => item !== link.item);
    links.push(link);
    past = withNext(past, link.item, rules);
  }
  return links;
}

/** How much follows in an order: 1 for each, and 1 less for each fact that nothing told. */
export function scoreOf<T>(links: readonly Link<T>[], rules: ChainRules<T>): number {
  let past: Past<T> = { latest: null, beforeThat: null, earliest: BEFORE_ALL };
  let score = 0;
  for (const { item } of links) {
    score += rules.follows(past.latest, item, past.beforeThat) - lateness(past, item, rules);
    past = withNext(past, item, rules);
  }
  return score;
}

/** What was before, and that nothing behind it can be before `earliest`. */
interface Past<T> {
  readonly latest: T | null;
  readonly beforeThat: T | null;
  readonly earliest: Micros;
}

function withNext<T>({ latest, earliest }: Past<T>, item: T, rules: ChainRules<T>): Past<T> {
  const from = rules.window?.(item).earliest ?? BEFORE_ALL;
  return { latest: item, beforeThat: latest, earliest: greatest(earliest, from) };
}

function isLongBefore<T>(item: T, other: T, rules: ChainRules<T>): boolean {
  return rules.latest(item) + SAME_SAVE_MICROS < rules.at(other);
}

function isSurelyBefore<T>(item: T, other: T, rules: ChainRules<T>): boolean {
  return isLongBefore(item, other, rules) || rules.mustPrecede(item, other);
}

/** All orders of so many are looked through. */
const TOGETHER_MAX = 6;

interface Order<T> {
  readonly score: number;
  readonly first: T;
  readonly last: T;
}

/**
 * What comes next: the first of the order in which most follows from what is before it. An order
 * that would take one more unseen fact is a rival.
 */
function choose<T>(past: Past<T>, near: readonly T[], rules: ChainRules<T>): Link<T> {
  const [head] = near;
  const isBeforeAll = (item: T): boolean =>
    near.every((other) => other === item || isSurelyBefore(item, other, rules));
  if (head !== undefined && isBeforeAll(head)) return { item: head, rivals: null };
  const margin = past.latest !== null || rules.knowsStart ? RIVAL_MARGIN : RIVAL_MARGIN / 2;
  const orders = bestByOutcome(past, near, rules);
  const [best, ...others] = orders.sort((a, b) => b.score - a.score);
  const item = best?.first ?? near[0];
  if (item === undefined) throw new Error('nothing to choose from');
  const rival = others.find(({ score }) => best !== undefined && score >= best.score - margin);
  return {
    item,
    rivals: best === undefined || rival === undefined ? null : [best.last, rival.last],
  };
}

const RIVAL_MARGIN = 1.1;

/** The best order for each of the ways in which it may end; of equals the first. */
function bestByOutcome<T>(before: Past<T>, near: readonly T[], rules: ChainRules<T>): Order<T>[] {
  const found = new Map<unknown, Order<T>>();
  let most = -Infinity;
  const order: T[] = [];
  const look = (score: number, past: Past<T>): void => {
    const left = near.length - order.length;
    if (score + left < most - RIVAL_MARGIN) return;
    const [first] = order;
    const last = past.latest;
    if (left === 0 && first !== undefined && last !== null) {
      const outcome = rules.outcomeOf(last);
      if (score > (found.get(outcome)?.score ?? -Infinity))
        found.set(outcome, { score, first, last });
      most = Math.max(most, score);
      return;
    }
    for (const item of near) {
      if (order.includes(item)) continue;
      if (near.some((other) => !order.includes(other) && isSurelyBefore(other, item, rules)))
        continue;
      order.push(item);
      const follows = rules.follows(last, item, past.beforeThat) - lateness(past, item, rules);
      look(score + follows, withNext(past, item, rules));
      order.pop();
    }
  };
  look(0, before);
  return [...found.values()];
}

/** As one fact that nothing told, where it is surely too early for what is before it. */
function lateness<T>({ earliest }: Past<T>, item: T, rules: ChainRules<T>): number {
  const late = earliest - (rules.window?.(item).latest ?? Infinity);
  return Math.max(0, Math.min(1, late / EARLY_MICROS));
}
