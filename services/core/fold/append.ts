/**
 * The fold's short cut: a claim that comes after all others in every respect changes the last
 * version only. Pure. Promises the same result as `fold`, which a property test holds it to, or
 * null.
 */
import type { Fields, FieldValue } from '../field-value.ts';
import { saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import { SAME_SAVE_MICROS } from './evidence.ts';
import type { Tail, Version } from './fold.ts';
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
  return extend(tail, claim);
}

/** Whether the claim cannot touch, nor be touched by, anything behind the tail. */
export function comesAfterAll(tail: Tail, claim: Claim): boolean {
  if (startOf(claim) <= tail.lastUntil) return false;
  // A journal row near a change clock is that save's; a new clock can draw journal rows to itself.
  if (isJournalUpdate(claim)) return !isNear(claim.entryDate, tail.lastClock);
  return !claim.clocked || !isNear(claim.entryDate, tail.lastJournal);
}

function begin(claim: Claim): Appended {
  const version = versionOf(claim, claim.state);
  return { version, tail: { ...version, ...summaryOf(claim, null) } };
}

function extend(tail: Tail, claim: Claim): Appended {
  const state = changedState(tail.state, claim);
  const summary = summaryOf(claim, tail);
  if (state === null && claim.operation !== 'DELETE') {
    return { version: null, tail: { ...tail, ...summary } };
  }
  const version = versionOf(claim, state ?? tail.state);
  return { version, tail: { ...version, ...summary } };
}

function versionOf(claim: Claim, state: State): Version {
  return {
    entryDate: startOf(claim),
    deleted: claim.operation === 'DELETE',
    state,
    observedAt: claim.observedAt,
  };
}

function summaryOf(claim: Claim, tail: Tail | null): Omit<Tail, keyof Version> {
  return {
    lastUntil: isJournalUpdate(claim) ? claim.entryDate : Math.max(startOf(claim), claim.asOf),
    lastClock: claim.clocked ? claim.entryDate : (tail?.lastClock ?? null),
    lastJournal: claim.path === 'JOURNAL' ? claim.entryDate : (tail?.lastJournal ?? null),
  };
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
  const differs = tellsNew(known, fields);
  // A whole state, as webhooks and reads bring it, is the next version as it stands: nothing to
  // copy, and whoever writes both may see that they are one.
  if (differs && coversAll(fields, known)) return fields;
  let changed: Record<string, FieldValue> | null = differs ? { ...known, ...fields } : null;
  for (const prefix of clears) {
    for (const key in known) {
      if (!key.startsWith(prefix) || key in fields || known[key] === null) continue;
      changed ??= { ...known };
      changed[key] = null;
    }
  }
  return changed;
}

function tellsNew(known: Fields, fields: Fields): boolean {
  for (const key in fields) {
    const value = fields[key];
    const before = known[key];
    if (value !== undefined && (before === undefined || !sameValue(before, value))) return true;
  }
  return false;
}

function coversAll(fields: Fields, known: Fields): boolean {
  for (const key in known) if (!(key in fields)) return false;
  return true;
}

function startOf(claim: Claim): number {
  return claim.operation === 'DELETE' ? claim.asOf : claim.entryDate;
}

function isJournalUpdate({ path, operation }: Claim): boolean {
  return path === 'JOURNAL' && operation !== 'DELETE';
}

function isNear(instant: number, other: number | null): boolean {
  return other !== null && Math.abs(instant - other) <= SAME_SAVE_MICROS;
}
