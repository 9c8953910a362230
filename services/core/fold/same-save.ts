/** How far the clocks of one save are apart, and what follows for those that are near. Pure. */
import {
  AFTER_ALL,
  asMicros,
  BEFORE_ALL,
  greatest,
  justAfter,
  justBefore,
  least,
  times,
} from '../units.ts';
import type { Micros } from '../units.ts';
import type { Claim } from './claim.ts';

/**
 * One save stamps the object, its event and its journal rows with clocks of their own, up to this
 * far apart; within it, clocks say nothing of an order. A guess (samples show 18 to 414 ms,
 * reference B.4 and I.8), which the fold's certificate is measured with.
 */
export const SAME_SAVE_MICROS = asMicros(500_000);

/** An eventTime and a journal row are behind their save, or before it by no more than this. */
export const EARLY_MICROS = asMicros(100_000);

/**
 * What is known of an object is settled where nothing was told of it for so long: twice the spread,
 * since a row may belong to a save on either side of it.
 */
export const SETTLED_MICROS = times(SAME_SAVE_MICROS, 2);

export function isSameSave(a: Micros, b: Micros): boolean {
  return Math.abs(a - b) <= SAME_SAVE_MICROS;
}

export interface Preferred {
  readonly at: Micros;
  /** A change clock, which is as it is; others may be off by `SAME_SAVE_MICROS`. */
  readonly isFixed: boolean;
}

/**
 * Instants for what is in order already: each after the one before and as near as can be to where
 * its own clock puts it. Where fixed ones leave no room, some share an instant.
 */
export function settle(
  items: readonly Preferred[],
  after = BEFORE_ALL,
  before = AFTER_ALL,
): Micros[] {
  const instants = items.map(({ at }) => at);
  let latest = justBefore(before);
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const at = instants[index] ?? asMicros(0);
    if (items[index]?.isFixed !== true) instants[index] = least(at, latest);
    latest = justBefore(instants[index] ?? asMicros(0));
  }
  let earliest = justAfter(after);
  return instants.map((at, index) => {
    const instant = items[index]?.isFixed === true ? at : greatest(at, earliest);
    earliest = justAfter(instant);
    return instant;
  });
}

/** Whether it was sent because of the save whose clock it shows; a recalculation moves no clock. */
export function isOwnEvent(claim: Pick<Claim, 'path' | 'entryDate' | 'asOf'>): boolean {
  return claim.path === 'WEBHOOK' && isSameSave(claim.entryDate, claim.asOf);
}

/** Index of the first instant after `instant`, of ascending ones. */
export function firstAfter(instants: readonly Micros[], instant: Micros): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
