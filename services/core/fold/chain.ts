/**
 * The order of what happened within the spread of one save's clocks: what each says of before must
 * be what the one before it left. Pure.
 */
import {
  bestByOutcome,
  isLongBefore,
  isSurelyBefore,
  lateness,
  NO_PAST,
  withNext,
} from './orders.ts';
import type { ChainRules, Past } from './orders.ts';

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
  let past: Past<T> = NO_PAST;
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
  let past: Past<T> = NO_PAST;
  let score = 0;
  for (const { item } of links) {
    const late = lateness(past.earliest, rules.window?.(item));
    score += rules.follows(past.latest, item, past.beforeThat) - late;
    past = withNext(past, item, rules);
  }
  return score;
}

/** All orders of so many are looked through. */
const TOGETHER_MAX = 7;

/**
 * What comes next: the first of the order in which most follows from what is before it. An order
 * that would take one more unseen fact is a rival.
 */
function choose<T>(past: Past<T>, near: readonly T[], rules: ChainRules<T>): Link<T> {
  const [head] = near;
  const isBeforeAll = (item: T): boolean =>
    near.every((other) => other === item || isSurelyBefore(item, other, rules));
  if (head !== undefined && isBeforeAll(head)) return { item: head, rivals: null };
  const orders = bestByOutcome(past, near, rules, RIVAL_MARGIN);
  const [best, ...others] = orders.sort((a, b) => b.score - a.score);
  const item = best?.first ?? near[0];
  if (item === undefined) throw new Error('nothing to choose from');
  const rival = others.find(
    ({ score }) => best !== undefined && score >= best.score - RIVAL_MARGIN,
  );
  return {
    item,
    rivals: best === undefined || rival === undefined ? null : [best.last, rival.last],
  };
}

const RIVAL_MARGIN = 1.1;
