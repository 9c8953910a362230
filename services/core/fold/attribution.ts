/**
 * Which save a journal row belongs to. A row and its save bear clocks of their own, so content
 * says it: the value that the row found and the one that it left. docs/architecture.md, "The fold",
 * rule 2. Pure.
 */
import type { FieldValue } from '../field-value.ts';
import { BEFORE_ALL, greatest, justBefore, minus, plus } from '../units.ts';
import type { Micros } from '../units.ts';
import { placeInGap } from './gap.ts';
import type { Anchor, FieldRow, Gap } from './field-row.ts';
import type { PlacedRow } from './gap.ts';
import { EARLY_MICROS, SAME_SAVE_MICROS, SETTLED_MICROS, firstAfter } from './same-save.ts';
import { keyOfValue, sameValue } from './state.ts';

export interface Attributed {
  readonly rows: readonly PlacedRow[];
  /** Until when the value of the field is in doubt; -Infinity where it never is. */
  readonly doubtUntil: Micros;
}

/**
 * @param rows of one field, by `at`
 * @param anchors what all states tell of it, in the order of belief
 * @param saves the clocks of all saves, ascending
 */
export function attribute(
  rows: readonly FieldRow[],
  anchors: readonly Anchor[],
  saves: readonly Micros[],
): Attributed {
  const matched = matchChanges(rows, anchors);
  const others = rows.filter((row) => !matched.has(row));
  const choices = chooseGaps(others, anchors);
  const placed: PlacedRow[] = [];
  for (const [row, { at }] of matched) placed.push({ row, at, isOwn: false, isDoubtful: false });
  let doubtUntil = BEFORE_ALL;
  for (const [index, { members, isDoubtful }] of choices) {
    const inGap = placeInGap(members, gapOf(anchors, index), saves);
    for (const one of inGap) {
      // Where it was put it shows nothing that ends the doubt of itself.
      if (isDoubtful || one.isDoubtful)
        doubtUntil = greatest(doubtUntil, greatest(endOfDoubt(one.row), one.at));
      placed.push(one);
    }
  }
  const ends = endValues(anchors, choices.get(anchors.length)?.members ?? []);
  for (const [row, anchor] of matched) {
    if (mayComeLast(row, anchor, anchors, ends)) doubtUntil = greatest(doubtUntil, endOfDoubt(row));
  }
  return { rows: placed, doubtUntil };
}

/** What was seen of an object later than this was seen after the row's save for sure. */
function endOfDoubt({ at }: FieldRow): Micros {
  return plus(at, SAME_SAVE_MICROS);
}

/**
 * Rows that say what a state near them says: from which value to which its save went. A row is
 * written after its save, as far as is known, so a save that is behind it comes first.
 */
function matchChanges(
  rows: readonly FieldRow[],
  anchors: readonly Anchor[],
): Map<FieldRow, Anchor> {
  const changes = changesByContent(anchors);
  const matched = new Map<FieldRow, Anchor>();
  const taken = new Set<Anchor>();
  for (const behind of [0, SAME_SAVE_MICROS]) {
    const next = new Map<string, number>();
    for (const row of rows) {
      if (matched.has(row)) continue;
      const key = changeKey(row.before, row.after);
      const known = changes.get(key) ?? [];
      let index = next.get(key) ?? 0;
      for (let anchor = known[index]; anchor !== undefined; anchor = known[++index]) {
        if (anchor.at >= row.at - SAME_SAVE_MICROS && !taken.has(anchor)) break;
      }
      next.set(key, index);
      const anchor = known[index];
      if (anchor === undefined || anchor.at > row.at + behind) continue;
      matched.set(row, anchor);
      taken.add(anchor);
    }
  }
  return matched;
}

/** States that say what their save did, by that; a row need not say what was before. */
function changesByContent(anchors: readonly Anchor[]): Map<string, Anchor[]> {
  const changes = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    if (anchor.before === undefined || sameValue(anchor.before, anchor.after)) continue;
    for (const before of [anchor.before, undefined]) {
      const key = changeKey(before, anchor.after);
      const known = changes.get(key);
      if (known === undefined) changes.set(key, [anchor]);
      else known.push(anchor);
    }
  }
  for (const known of changes.values()) known.sort((a, b) => a.at - b.at);
  return changes;
}

function changeKey(before: FieldValue | undefined, after: FieldValue): string {
  return JSON.stringify([before === undefined ? '' : keyOfValue(before), keyOfValue(after)]);
}

interface Choice {
  readonly members: FieldRow[];
  isDoubtful: boolean;
}

/** Between which two states each row fits best; by the index of the state on the right. */
function chooseGaps(rows: readonly FieldRow[], anchors: readonly Anchor[]): Map<number, Choice> {
  const choices = new Map<number, Choice>();
  const clocks = risingClocks(anchors);
  rows.forEach((row, index) => {
    const first = firstAfter(clocks, justBefore(minus(row.at, SAME_SAVE_MICROS)));
    const near = nearRows(rows, index);
    const fits: number[] = [];
    for (let gap = first; gap <= anchors.length && fits.length < GAPS_MAX; gap += 1) {
      const left = anchors[gap - 1];
      if (gap > first && left !== undefined && left.at > row.at + SAME_SAVE_MICROS) break;
      fits.push(fitOf(row, gapOf(anchors, gap), near));
    }
    const best = bestGap(row, fits, anchors, first);
    const left = anchors[first + best - 1];
    const right = anchors[first + best];
    // Its own clock is before that of the state which it is put behind, or is further behind that
    // which it is put before than any row was seen to be.
    const isAgainstClock =
      (left !== undefined && left.at > row.at + EARLY_MICROS) ||
      (right !== undefined && right.at < row.at - SEEN_LAG_MICROS);
    const isDoubtful =
      isAgainstClock || mayEndElse(fits, best, first + fits.length > anchors.length);
    const choice = choices.get(first + best);
    if (choice === undefined) choices.set(first + best, { members: [row], isDoubtful });
    else {
      choice.members.push(row);
      choice.isDoubtful ||= isDoubtful;
    }
  });
  return choices;
}

/**
 * Whether it is open if the row was the last: it is behind all states and might be before one, or
 * is before one and might be behind all with one change more unseen.
 */
function mayEndElse(fits: readonly number[], best: number, hasEnd: boolean): boolean {
  if (!hasEnd || fits.length < 2) return false;
  const last = fits.length - 1;
  return best === last || (fits[last] ?? 0) >= (fits[best] ?? 0) - UNSEEN;
}

/** By so much a row fits worse for one change that nothing told of. */
const UNSEEN = 2;

/** Of gaps that fit alike the one nearest to where a row's save is likeliest. */
function bestGap(
  { at }: FieldRow,
  fits: readonly number[],
  anchors: readonly Anchor[],
  first: number,
): number {
  const likely = at - SAME_SAVE_MICROS / 2;
  const distance = (gap: number): number => {
    const { left, right } = gapOf(anchors, first + gap);
    return Math.max(0, (left?.at ?? -Infinity) - likely, likely - (right?.at ?? Infinity));
  };
  return fits.reduce((most, fit, gap) => {
    const than = fits[most] ?? 0;
    return fit > than || (fit === than && distance(gap) < distance(most)) ? gap : most;
  }, 0);
}

/** The longest of samples (reference B.4 and I.8). */
const SEEN_LAG_MICROS = 414_000;
/** So many states within the spread of one row are looked at (Law 7). */
const GAPS_MAX = 16;
const NEAR_ROWS_MAX = 6;

function gapOf(anchors: readonly Anchor[], index: number): Gap {
  return { left: anchors[index - 1] ?? null, right: anchors[index] ?? null };
}

/** States are in the order of belief, in which a clock may be behind the one before. */
function risingClocks(anchors: readonly Anchor[]): Micros[] {
  let latest = BEFORE_ALL;
  return anchors.map(({ at }) => (latest = greatest(latest, at)));
}

function nearRows(rows: readonly FieldRow[], index: number): FieldRow[] {
  const from = Math.max(0, index - NEAR_ROWS_MAX);
  const near = rows.slice(from, index + NEAR_ROWS_MAX + 1);
  const row = rows[index];
  if (row === undefined) return [];
  const isNear = (other: FieldRow): boolean => Math.abs(other.at - row.at) <= SETTLED_MICROS;
  return near.filter((other) => other !== row && isNear(other));
}

/** Before an object was made nothing of it was saved. */
const NEVER = -3;

/** How well the row's values fit what is known on either side: states, or rows that lead there. */
function fitOf(row: FieldRow, { left, right }: Gap, near: readonly FieldRow[]): number {
  if (left === null && right?.isFirst === true) return NEVER;
  const { before, after } = row;
  const led = near.filter((other) => before !== undefined && sameValue(other.after, before));
  const leading = near.filter(
    (other) => other.before !== undefined && sameValue(other.before, after),
  );
  let fit = 0;
  let isLed = false;
  if (before !== undefined && left !== null) {
    isLed = !sameValue(left.after, before);
    fit += !isLed || led.length > 0 ? 1 : -1;
  }
  if (right === null || right.at > row.at + SETTLED_MICROS) return fit;
  if (right.before === undefined) return sameValue(right.after, after) ? fit + 1 : fit;
  if (sameValue(right.before, after)) return fit + 1;
  // What led there cannot lead on from there.
  const [only, ...others] = led;
  const used = isLed && others.length === 0 ? only : undefined;
  return fit + (leading.some((other) => other !== used) ? 1 : -1);
}

/** Every value that the field may have had when the row came that was the last. */
function endValues(anchors: readonly Anchor[], last: readonly FieldRow[]): FieldValue[] {
  const latest = anchors.at(-1);
  return [...(latest === undefined ? [] : [latest.after]), ...last.map(({ after }) => after)];
}

/** Whether the row might as well be of a save after all others, of which nothing else was seen. */
function mayComeLast(
  row: FieldRow,
  anchor: Anchor,
  anchors: readonly Anchor[],
  ends: readonly FieldValue[],
): boolean {
  const latest = anchors.at(-1);
  if (latest === undefined || latest === anchor || latest.at > row.at + SAME_SAVE_MICROS)
    return false;
  const { before } = row;
  return before === undefined || ends.some((value) => sameValue(value, before));
}
