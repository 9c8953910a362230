/** What is held of a simulated object, where nothing told of some of its values. */
import type { FieldValue } from '../../services/core/field-value.ts';
import { CUSTOM, LISTED, valueOf } from './crowded-object.ts';

export type HeldState = Readonly<Record<string, FieldValue>>;

/** Stands for a value that nothing told of. */
const UNSEEN = '\0unseen';
export const UNSEEN_CLOCK = '\0clock';

export function unseenState(isClockless: boolean): HeldState {
  const names = [...LISTED, 'progress', CUSTOM];
  const held = Object.fromEntries(names.map((name) => [name, `${UNSEEN} ${name}`]));
  return isClockless ? held : { ...held, lastUpdateDate: UNSEEN_CLOCK };
}

export function unseen(name: string, serial: number): string {
  return `${UNSEEN} ${name} ${serial}`;
}

export function isUnseen(value: FieldValue): boolean {
  return typeof value === 'string' && value.startsWith(UNSEEN);
}

/** `held` with what is shown in the place of what nothing told of; null where they differ. */
export function unified(
  held: HeldState,
  shown: HeldState,
  names: readonly string[],
): HeldState | null {
  const bound: Record<string, FieldValue> = { ...held };
  for (const name of names) {
    const [is, shows] = [valueOf(held, name), valueOf(shown, name)];
    if (is === shows) continue;
    if (!isUnseen(is)) return null;
    bound[name] = shows;
  }
  return bound;
}

/** A custom field that is not listed is empty. */
export function listedWith(held: HeldState, shown: HeldState): HeldState {
  return { ...held, [CUSTOM]: null, ...shown };
}

/** In micros; null where none is shown. */
export function shownClockOf(state: HeldState | null): number | null {
  const shown = valueOf(state, 'lastUpdateDate');
  const ms = typeof shown === 'string' ? Date.parse(shown) : NaN;
  return Number.isNaN(ms) ? null : ms * 1000;
}
