/**
 * Whose the journal's row of a DELETE is, where several DELETEs are near it: it is first taken for
 * that of the nearest (`twins.ts`), and moves to another if content says so. Pure.
 */
import type { Micros } from '../units.ts';
import { isRow } from './claim.ts';
import type { Claim } from './claim.ts';
import { firstAfter } from './same-save.ts';
import type { Sighting } from './sighting.ts';
import { canBeRowOf } from './twins.ts';

export interface EndRowRules {
  /** The DELETE's event with the rows that are of it. */
  joined(end: Claim, rows: readonly Claim[]): Sighting;
  /** How much of them follows from one another, in the best order: 1 for each that does. */
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
  if (sightings.filter(isEnd).length < 2) return moved;
  const instants = sightings.map(({ at }) => at);
  for (const { claim, twins } of sightings) {
    const row = claim.operation !== 'DELETE' ? undefined : isRow(claim) ? claim : twins.find(isRow);
    if (row === undefined) continue;
    const around = firstAfter(instants, row.asOf);
    const near = moved.slice(Math.max(0, around - NEAR_MAX), around + NEAR_MAX);
    for (const [was, is] of bestMove(near, row, clocks, rules)) {
      const place = moved.indexOf(was);
      if (is === null) moved.splice(place, 1);
      else moved[place] = is;
    }
  }
  return moved;
}

/** As many on either side of a row are looked at (Law 7). */
const NEAR_MAX = 6;
/** It is no more than a different place of one thing unless a fact less is unseen. */
const HALF_A_FACT = 0.5;

/** What stands in the place of what; null: it went into another. */
type Move = ReadonlyMap<Sighting, Sighting | null>;

const NO_MOVE: Move = new Map();

function bestMove(
  near: readonly Sighting[],
  row: Claim,
  clocks: readonly Micros[],
  rules: EndRowRules,
): Move {
  let best = NO_MOVE;
  let least = unseenIn(near, rules) - HALF_A_FACT;
  // Where all follows nothing is to be won.
  if (least < 0) return best;
  for (const move of movesOf(near, row, clocks, rules)) {
    const after = near.flatMap((one) => {
      const is = move.get(one);
      return is === undefined ? [one] : is === null ? [] : [is];
    });
    const unseen = unseenIn(after, rules);
    if (unseen >= least) continue;
    least = unseen;
    best = move;
  }
  return best;
}

/** Facts that nothing told: between them, and the event of a DELETE of which only the row came. */
function unseenIn(near: readonly Sighting[], rules: EndRowRules): number {
  return near.length - rules.score(near) + near.filter(({ claim }) => isRow(claim)).length;
}

/**
 * The row goes to another DELETE: to one without a row, or to one whose own row goes to a third, or
 * to where this one was.
 */
function movesOf(
  near: readonly Sighting[],
  row: Claim,
  clocks: readonly Micros[],
  rules: EndRowRules,
): Move[] {
  const holder = near.find(({ claim, twins }) => claim === row || twins.includes(row));
  if (holder === undefined) return [];
  const ends = near.filter(isEnd);
  const without = (end: Sighting): readonly Claim[] => end.twins.filter((twin) => !isRow(twin));
  const alone = (end: Sighting): Sighting => rules.joined(end.claim, without(end));
  const withRow = (end: Sighting, one: Claim): Sighting =>
    rules.joined(end.claim, [...without(end), one]);
  const left = isRow(holder.claim) ? null : alone(holder);
  const moves: Move[] = [];
  for (const other of ends) {
    if (other === holder || !canBeRowOf(row, other.claim, clocks)) continue;
    const taken = withRow(other, row);
    const own = other.twins.find(isRow);
    if (own === undefined) {
      moves.push(new Map([[holder, left] as const, [other, taken] as const]));
      continue;
    }
    for (const third of ends) {
      const isFree = third === holder || !third.twins.some(isRow);
      if (third === other || !isFree || !canBeRowOf(own, third.claim, clocks)) continue;
      const entries = [
        [holder, left],
        [other, taken],
        [third, withRow(third, own)],
      ] as const;
      moves.push(new Map<Sighting, Sighting | null>(entries));
    }
  }
  return moves;
}

/** The event of a DELETE. */
function isEnd({ claim }: Sighting): boolean {
  return claim.operation === 'DELETE' && claim.path === 'WEBHOOK';
}
