/**
 * What a save found and what it left, told once: `previous` holds only what differs. Pure; promises
 * that `stateBefore` of what `differencesOf` says is the state that was given (Law 9).
 */
import type { ChangeEvent } from './change-event.generated.ts';
import { isJson } from './field-value.ts';
import type { FieldValue, Fields } from './field-value.ts';

export type StateBefore = Pick<ChangeEvent, 'previous' | 'previousAbsent' | 'previousKnown'>;

/** Of an event whose path does not know what was before. */
export const NOTHING_BEFORE: StateBefore = {
  previous: null,
  previousAbsent: [],
  previousKnown: false,
};

/** @param before null where the path does not know it; one without a field says nothing either */
export function differencesOf(fields: Fields, before: Fields | null): StateBefore {
  if (before === null) return NOTHING_BEFORE;
  const names = Object.keys(before);
  if (names.length === 0) return { ...NOTHING_BEFORE, previous: {} };
  const previous = Object.fromEntries(
    Object.entries(before).filter(
      ([name, value]) => !Object.hasOwn(fields, name) || !isAsSent(fields[name], value),
    ),
  );
  const previousAbsent = Object.keys(fields)
    .filter((name) => !Object.hasOwn(before, name))
    .sort();
  return { previous, previousAbsent, previousKnown: true };
}

/** As far as the event tells it: all of it where `previousKnown`; null where it tells nothing. */
export function stateBefore({
  fields,
  previous,
  previousAbsent,
  previousKnown,
}: StateBefore & Pick<ChangeEvent, 'fields'>): Fields | null {
  if (previous === null || !previousKnown) return previous;
  const absent = new Set(previousAbsent);
  const kept = Object.entries(fields).filter(([name]) => !absent.has(name));
  return Object.fromEntries([...kept, ...Object.entries(previous)]);
}

/** The same value in the same spelling: a negative zero is another. */
function isAsSent(a: FieldValue | undefined, b: FieldValue): boolean {
  return isJson(a) && isJson(b) ? a.json === b.json : Object.is(a, b);
}
