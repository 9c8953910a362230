/**
 * A claim about the whole object, a state or its end, with what it tells read out once; a second
 * body of the same fact goes with it. Pure.
 */
import { valueIn } from '../field-value.ts';
import type { Fields, FieldValue } from '../field-value.ts';
import type { Micros } from '../units.ts';
import type { Claim } from './claim.ts';
import { sameValue } from './state.ts';

export interface Sighting {
  readonly claim: Claim;
  readonly fields: Fields;
  /** The change clock that its state shows; null for a DELETE, and where the type has none. */
  readonly clock: Micros | null;
  /** Where it stands until content is asked. */
  readonly at: Micros;
  /** The last instant that it can speak for. */
  readonly until: Micros;
  /** What tells the same on another way: the v1 body of a v2 event, the journal row of a DELETE. */
  readonly twins: readonly Claim[];
}

/** What a state tells of a field; undefined where it tells nothing. */
export function toldOf({ claim, fields }: Sighting, name: string): FieldValue | undefined {
  const value = valueIn(fields, name);
  if (value !== undefined) return value;
  return claim.clears.some((prefix) => name.startsWith(prefix)) ? null : undefined;
}

/** What it tells of the field's value before; undefined where it tells nothing. */
export function toldBefore(sighting: Sighting, name: string): FieldValue | undefined {
  const { before } = sighting.claim;
  if (before === null) return undefined;
  const value = valueIn(before.state.fields(), name);
  if (value !== undefined) return value;
  if (before.absent.includes(name)) return null;
  return before.isWhole ? toldOf(sighting, name) : undefined;
}

/** Whether the state that `later` found can be what `earlier` left; null: it does not say. */
export function canFollow(earlier: Sighting, later: Sighting): boolean | null {
  const { before } = later.claim;
  if (before === null) return null;
  const isLeft = (name: string, value: FieldValue): boolean => {
    const left = toldOf(earlier, name);
    return left === undefined || sameValue(left, value);
  };
  const different = before.state.fields();
  if (!Object.entries(different).every(([name, value]) => isLeft(name, value))) return false;
  if (!before.absent.every((name) => isLeft(name, null))) return false;
  if (!before.isWhole) return true;
  const isNew = (name: string): boolean =>
    Object.hasOwn(different, name) || before.absent.includes(name);
  return Object.entries(later.fields).every(([name, value]) => isNew(name) || isLeft(name, value));
}
