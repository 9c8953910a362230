/**
 * The fold's short cut: a claim that comes after all others in every respect changes the last
 * version only. Pure. Promises the same result as `fold`, which a property test holds it to, or
 * null.
 */
import { valueIn } from '../field-value.ts';
import type { Fields, FieldValue } from '../field-value.ts';
import { instantsOf, isRow, saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import type { Tail, Version } from './version.ts';
import { EXISTENCE } from './gather.ts';
import { SETTLED_MICROS } from './same-save.ts';
import { sameValue, stateOf } from './state.ts';
import type { State } from './state.ts';

export interface Appended {
  /** The version to add, or null where nothing changed. */
  readonly version: Version | null;
  readonly tail: Tail | null;
}

/**
 * @returns null where only the fold of all claims can tell: a repeat, a late claim, a further
 * life.
 */
export function append(tail: Tail | null, claim: Claim): Appended | null {
  if (!saysSomething(claim)) return { version: null, tail };
  if (tail === null) return begin(claim);
  if (tail.deleted || !comesAfterAll(tail, claim)) return null;
  return appendSettled(tail, claim);
}

/** Whether the claim cannot touch, nor be touched by, anything behind the tail. */
export function comesAfterAll(tail: Tail, claim: Claim): boolean {
  return instantsOf(claim).first > tail.lastUntil + SETTLED_MICROS;
}

/** @param claim that says something, of an object of which nothing is known */
export function begin(claim: Claim): { readonly version: Version; readonly tail: Tail } {
  const version = versionOf(claim, claim.state);
  return { version, tail: { ...version, lastUntil: instantsOf(claim).last, ambiguous: [] } };
}

/** @param claim that says something and comes after all others, of an object that exists */
export function appendSettled(
  tail: Tail,
  claim: Claim,
): { readonly version: Version | null; readonly tail: Tail } {
  const state = changedState(tail.state, claim);
  const lastUntil = instantsOf(claim).last;
  const ambiguous = stillAmbiguous(tail.ambiguous, claim);
  if (state === null && claim.operation !== 'DELETE') {
    return { version: null, tail: { ...tail, lastUntil, ambiguous } };
  }
  const version = versionOf(claim, state ?? tail.state);
  return { version, tail: { ...version, lastUntil, ambiguous } };
}

function versionOf(claim: Claim, state: State): Version {
  const { operation, entryDate, asOf, observedAt } = claim;
  const deleted = operation === 'DELETE';
  return { entryDate: deleted ? asOf : entryDate, deleted, state, observedAt };
}

function stillAmbiguous(names: readonly string[], claim: Claim): readonly string[] {
  if (names.length === 0) return names;
  const fields = claim.state.fields();
  const open = names.filter((name) => {
    if (name === EXISTENCE) return isRow(claim);
    if (Object.hasOwn(fields, name)) return false;
    return !claim.clears.some((prefix) => name.startsWith(prefix));
  });
  return claim.operation === 'DELETE' ? ofDeleted(open) : open;
}

/** What is surely deleted has no value in doubt: the next life tells all of it anew. */
export function ofDeleted(ambiguous: readonly string[]): readonly string[] {
  return ambiguous.includes(EXISTENCE) ? ambiguous : [];
}

/** What is known with what the claim tells, or null where it tells nothing new. */
function changedState(known: State, { state, clears }: Claim): State | null {
  // By far the most claims are whole states that name what the one before named.
  const relation = state.relationTo(known);
  if (relation !== 'unread') return relation === 'same' ? null : state;
  const fields = state.fields();
  const changed = changedFields(known.fields(), fields, clears);
  if (changed === null) return null;
  return changed === fields ? state : stateOf(changed);
}

/** `fields` themselves where they are all there is to know. */
function changedFields(known: Fields, fields: Fields, clears: readonly string[]): Fields | null {
  const differs = Object.entries(fields).some(([name, value]) => {
    const before = valueIn(known, name);
    return before === undefined || !sameValue(before, value);
  });
  // A whole state, as webhooks and reads bring it, is the next version as it stands: nothing to
  // copy, and whoever writes both may see that they are one.
  const names = Object.keys(known);
  if (differs && names.every((name) => Object.hasOwn(fields, name))) return fields;
  const emptied = new Map<string, FieldValue>();
  for (const prefix of clears) {
    for (const name of names) {
      if (!name.startsWith(prefix) || Object.hasOwn(fields, name)) continue;
      if (valueIn(known, name) !== null) emptied.set(name, null);
    }
  }
  if (!differs && emptied.size === 0) return null;
  return { ...known, ...fields, ...Object.fromEntries(emptied) };
}
