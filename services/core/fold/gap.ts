/**
 * The journal rows of one field between two states that tell of it: in which order they were, and
 * at which instants. Pure.
 */
import type { FieldValue } from '../field-value.ts';
import {
  AFTER_ALL,
  asMicros,
  BEFORE_ALL,
  greatest,
  justBefore,
  least,
  minus,
  plus,
} from '../units.ts';
import type { Micros } from '../units.ts';
import { chain } from './chain.ts';
import type { Claim } from './claim.ts';
import { SAME_SAVE_MICROS, firstAfter, isSameSave, settle } from './same-save.ts';
import { keyOfValue, sameValue } from './state.ts';

/** What a journal row says of its field. */
export interface FieldRow {
  readonly claim: Claim;
  readonly at: Micros;
  /** Undefined where it does not say. */
  readonly before: FieldValue | undefined;
  readonly after: FieldValue;
}

/** What a state says of one field, and of that field before the save that it shows. */
export interface Anchor {
  readonly at: Micros;
  readonly before: FieldValue | undefined;
  readonly after: FieldValue;
  /** Whether it shows the object new: no save was before it. */
  readonly isFirst: boolean;
}

export interface Gap {
  readonly left: Anchor | null;
  readonly right: Anchor | null;
}

export interface PlacedRow {
  readonly row: FieldRow;
  readonly at: Micros;
  /** Whether nothing else was seen of its save, whose clock is then unknown. */
  readonly isOwn: boolean;
  /** Whether content leaves open what came last. */
  readonly isDoubtful: boolean;
}

/**
 * @param rows by `at`
 * @param saves clocks of all saves, ascending
 */
export function placeInGap(
  rows: readonly FieldRow[],
  { left, right }: Gap,
  saves: readonly Micros[],
): PlacedRow[] {
  const links = chain(rows, {
    at: ({ at }) => at,
    latest: ({ at }) => at,
    knowsStart: left !== null,
    mustPrecede: () => false,
    outcomeOf: ({ after }) => keyOfValue(after),
    follows: (before, row) => {
      const found = before === null ? left?.after : before.after;
      if (found === undefined || row.before === undefined) return 0.5;
      return sameValue(found, row.before) ? 1 : 0;
    },
  });
  const ordered = links.map(({ item }) => item);
  const start = left?.at ?? BEFORE_ALL;
  // Of saves that bear one clock too: what was before a state takes no effect behind it.
  const end = right?.at ?? AFTER_ALL;
  const clocks = savesOf(ordered, saves, { left, right }, start, end);
  const instants = settle(
    ordered.map(({ at }, index) => ({ at: clocks[index] ?? at, isFixed: clocks[index] !== null })),
    start,
    end,
  );
  const alone = aloneOf(rows);
  let isDoubtful = false;
  return links.map(({ item, rivals }, index) => {
    // What is in doubt stays so until a row that no other is near.
    isDoubtful = rivals !== null || (isDoubtful && !alone.has(item));
    const at = least(instants[index] ?? item.at, end);
    const isOwn = clocks[index] === null && at < end;
    return { row: item, at, isOwn, isDoubtful };
  });
}

/** Rows that no other is near. */
function aloneOf(rows: readonly FieldRow[]): Set<FieldRow> {
  const isFar = (a: FieldRow | undefined, b: FieldRow | undefined): boolean =>
    a === undefined || b === undefined || b.at - a.at > SAME_SAVE_MICROS;
  const isAlone = (row: FieldRow, index: number): boolean =>
    isFar(rows[index - 1], row) && isFar(row, rows[index + 1]);
  return new Set(rows.filter(isAlone));
}

/**
 * The save that each row takes: of those that tell nothing of the field, and of the one that shows
 * where the rows lead. In the order of the rows, each save once, as many rows as can be, each the
 * nearest that this leaves it. Null: none.
 */
function savesOf(
  rows: readonly FieldRow[],
  saves: readonly Micros[],
  { right }: Gap,
  start: Micros,
  end: Micros,
): (Micros | null)[] {
  const rowsAt = rows.map(({ at }) => at).sort((a, b) => a - b);
  const from = greatest(start, justBefore(minus(rowsAt[0] ?? asMicros(0), SAME_SAVE_MICROS)));
  const until = least(justBefore(end), plus(rowsAt.at(-1) ?? asMicros(0), SAME_SAVE_MICROS));
  const free = saves.slice(firstAfter(saves, from), firstAfter(saves, until));
  const last = rows.at(-1);
  const isShown = last !== undefined && right !== null && right.before === undefined;
  if (isShown && end < Infinity && sameValue(right.after, last.after)) free.push(end);
  return free.length === 0 ? rows.map(() => null) : embed(rows, free, end);
}

function embed(rows: readonly FieldRow[], free: readonly Micros[], end: Micros): (Micros | null)[] {
  const canTake = (index: number, save: number): boolean => {
    const [row, clock] = [rows[index], free[save]];
    if (row === undefined || clock === undefined || !isSameSave(row.at, clock)) return false;
    return clock < end || index === rows.length - 1;
  };
  const earliest: (number | null)[] = [];
  let next = 0;
  rows.forEach(({ at }, index) => {
    while ((free[next] ?? Infinity) < at - SAME_SAVE_MICROS) next += 1;
    const takes = canTake(index, next);
    earliest.push(takes ? next : null);
    if (takes) next += 1;
  });
  const latest: (number | null)[] = earliest.map(() => null);
  let bound = free.length - 1;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    if (earliest[index] === null) continue;
    while (bound >= 0 && !canTake(index, bound)) bound -= 1;
    latest[index] = bound;
    bound -= 1;
  }
  let from = 0;
  return rows.map(({ at }, index) => {
    const [low, high] = [earliest[index] ?? null, latest[index] ?? null];
    if (low === null || high === null) return null;
    let nearest = Math.max(low, from);
    for (let save = nearest + 1; save <= high; save += 1) {
      if (Math.abs((free[save] ?? 0) - at) < Math.abs((free[nearest] ?? 0) - at)) nearest = save;
    }
    from = nearest + 1;
    return free[nearest] ?? null;
  });
}
