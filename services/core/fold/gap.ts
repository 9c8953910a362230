/**
 * The journal rows of one field between two states that tell of it: in which order they were, and
 * at which instants. Pure.
 */
import type { FieldValue } from '../field-value.ts';
import { AFTER_ALL, BEFORE_ALL, least } from '../units.ts';
import type { Micros } from '../units.ts';
import { chain } from './chain.ts';
import type { Anchor, FieldRow, Gap } from './field-row.ts';
import { savesOf } from './row-saves.ts';
import { SAME_SAVE_MICROS, SETTLED_MICROS, settle } from './same-save.ts';
import { keyOfValue, sameValue } from './state.ts';

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
  const broken = brokenAt(ordered, { left, right });
  let isDoubtful = false;
  return links.map(({ item, rivals }, index) => {
    // What is in doubt stays so until a row that no other is near.
    isDoubtful = rivals !== null || broken.has(item) || (isDoubtful && !alone.has(item));
    const at = least(instants[index] ?? item.at, end);
    const isOwn = clocks[index] === null && at < end;
    return { row: item, at, isOwn, isDoubtful };
  });
}

/**
 * Rows on either side of a save that nothing told of: one found another value than what is before
 * it left. Of those that are near it is then open which was before that save.
 */
function brokenAt(rows: readonly FieldRow[], { left, right }: Gap): Set<FieldRow> {
  const broken = new Set<FieldRow>();
  let before: Anchor | FieldRow | null = left;
  for (const row of rows) {
    if (before !== null && isOther(before.after, row.before) && isNear(before, row))
      broken.add(row);
    before = row;
  }
  const last = rows.at(-1);
  if (
    last !== undefined &&
    right !== null &&
    isOther(last.after, right.before) &&
    isNear(last, right)
  )
    broken.add(last);
  return broken;
}

function isOther(left: FieldValue, found: FieldValue | undefined): boolean {
  return found !== undefined && !sameValue(left, found);
}

function isNear(a: { readonly at: Micros }, b: { readonly at: Micros }): boolean {
  return Math.abs(a.at - b.at) <= SETTLED_MICROS;
}

/** Rows that no other is near. */
function aloneOf(rows: readonly FieldRow[]): Set<FieldRow> {
  const isFar = (a: FieldRow | undefined, b: FieldRow | undefined): boolean =>
    a === undefined || b === undefined || b.at - a.at > SAME_SAVE_MICROS;
  const isAlone = (row: FieldRow, index: number): boolean =>
    isFar(rows[index - 1], row) && isFar(row, rows[index + 1]);
  return new Set(rows.filter(isAlone));
}
