/**
 * Two sides of one type in windows of the change clock: a large window whose counts are the same is
 * left alone, one that differs is halved until its objects fit a page and are told by name, each
 * with its clock. Pure but for its sides.
 */
import { asMicros, plus, times } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';

/** From `from`, before `to`. */
export interface CountedWindow {
  readonly from: Micros;
  readonly to: Micros;
}

export interface CountedSide {
  count(window: CountedWindow): Promise<number>;
  /** All of it; asked for windows of `ROWS_NAMED` at most, or that cannot be halved. */
  clocks(window: CountedWindow): Promise<ReadonlyMap<string, Micros | null>>;
}

export interface SideDifference {
  /** There, and not held in this window. */
  readonly missing: readonly string[];
  /** Held in this window, and not there. */
  readonly surplus: readonly string[];
  /** On both sides, under another clock. */
  readonly moved: readonly string[];
  readonly windows: number;
  /** No window was left alone because its counts are the same. */
  readonly isExact: boolean;
}

/** One page of Workfront's (reference C.4). */
export const ROWS_NAMED = 2_000;
/** Workfront's clocks have whole milliseconds. */
const STEP_MICROS = asMicros(1_000);

/** @param exact also large windows of one count are told by name: what cancels out in it shows */
export async function compareWindows(
  there: CountedSide,
  held: CountedSide,
  windows: readonly CountedWindow[],
  { exact }: { readonly exact: boolean },
): Promise<SideDifference> {
  const missing: string[] = [];
  const surplus: string[] = [];
  const moved: string[] = [];
  let asked = 0;
  let isExact = true;
  const left = [...windows].reverse();
  for (let window = left.pop(); window !== undefined; window = left.pop()) {
    asked += 1;
    const [thereCount, heldCount] = [await there.count(window), await held.count(window)];
    const isLarge = thereCount > ROWS_NAMED || heldCount > ROWS_NAMED;
    if (isLarge && !exact && thereCount === heldCount) {
      isExact = false;
      continue;
    }
    const halves = isLarge ? halvesOf(window) : null;
    if (halves !== null) {
      left.push(halves[1], halves[0]);
      continue;
    }
    const [named, ours] = [await there.clocks(window), await held.clocks(window)];
    for (const [id, clock] of named) {
      if (!ours.has(id)) missing.push(id);
      else if (ours.get(id) !== clock) moved.push(id);
    }
    for (const id of ours.keys()) if (!named.has(id)) surplus.push(id);
  }
  return { missing, surplus, moved, windows: asked, isExact };
}

/** Null for a window of one step: all its objects have one clock. */
function halvesOf({ from, to }: CountedWindow): readonly [CountedWindow, CountedWindow] | null {
  const steps = Math.floor((to - from) / STEP_MICROS);
  if (steps < 2) return null;
  const middle = plus(from, times(STEP_MICROS, Math.floor(steps / 2)));
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}
