/**
 * Which save each row between two states takes for its own, of those whose clock is known. Pure.
 */
import { asMicros, greatest, justBefore, least, minus, plus } from '../units.ts';
import type { Micros } from '../units.ts';
import type { FieldRow, Gap } from './field-row.ts';
import { SAME_SAVE_MICROS, firstAfter, isSameSave } from './same-save.ts';
import { sameValue } from './state.ts';

/**
 * The save that each row takes: of those that tell nothing of the field, and of the one that shows
 * where the rows lead. In the order of the rows, each save once, as many rows as can be, each the
 * nearest that this leaves it. Null: none.
 */
export function savesOf(
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
