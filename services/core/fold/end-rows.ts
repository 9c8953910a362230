/**
 * Whose the journal's row of a DELETE is, where two DELETEs are near it: it is first taken for that
 * of the nearest (`twins.ts`), and moves to the other if content says so. Pure.
 */
import type { Micros } from '../units.ts';
import { isRow } from './claim.ts';
import type { Claim } from './claim.ts';
import { SETTLED_MICROS, firstAfter } from './same-save.ts';
import type { Sighting } from './sighting.ts';
import { canBeRowOf } from './twins.ts';

export interface EndRowRules {
  /** The DELETE's event with the rows that are of it. */
  joined(end: Claim, rows: readonly Claim[]): Sighting;
  /** How much of them follows from one another, in the best order. */
  score(near: readonly Sighting[]): number;
}

/**
 * @param sightings by `at`
 * @param clocks all change clocks, ascending
 */
export function moveEndRows(
  sightings: readonly Sighting[],
  clocks: readonly Micros[],
  rules: EndRowRules,
): Sighting[] {
  const moved = [...sightings];
  if (!sightings.some(isEndAlone)) return moved;
  const instants = sightings.map(({ at }) => at);
  sightings.forEach(({ claim, twins }) => {
    const row = twins.find(isRow);
    if (claim.operation !== 'DELETE' || row === undefined) return;
    const around = firstAfter(instants, row.asOf);
    const from = Math.max(0, around - NEAR_MAX);
    const near = moved
      .slice(from, around + NEAR_MAX)
      .filter(({ at }) => Math.abs(at - row.asOf) <= SETTLED_MICROS);
    const swapped = bestSwap(near, { end: claim, row }, clocks, rules);
    for (const [was, is] of swapped) moved[moved.indexOf(was, from)] = is;
  });
  return moved;
}

/** As many on either side of a row are looked at (Law 7). */
const NEAR_MAX = 6;
/** It is no more than a different place of one thing unless a fact less is unseen. */
const HALF_A_FACT = 0.5;

type Swap = readonly (readonly [Sighting, Sighting])[];

function bestSwap(
  near: readonly Sighting[],
  { end, row }: { readonly end: Claim; readonly row: Claim },
  clocks: readonly Micros[],
  rules: EndRowRules,
): Swap {
  const holder = near.find(({ claim }) => claim === end);
  const others = near.filter((one) => isEndAlone(one) && canBeRowOf(row, one.claim, clocks));
  if (holder === undefined || others.length === 0) return [];
  const rest = holder.twins.filter((twin) => twin !== row);
  let best: Swap = [];
  let most = rules.score(near) + HALF_A_FACT;
  for (const other of others) {
    const swap = new Map([
      [holder, rules.joined(end, rest)],
      [other, rules.joined(other.claim, [...other.twins, row])],
    ]);
    const score = rules.score(near.map((one) => swap.get(one) ?? one));
    if (score <= most) continue;
    most = score;
    best = [...swap];
  }
  return best;
}

/** The event of a DELETE of which no row came. */
function isEndAlone({ claim, twins }: Sighting): boolean {
  const isEvent = claim.operation === 'DELETE' && claim.path === 'WEBHOOK';
  return isEvent && !twins.some(isRow);
}
