/**
 * What a batch of claims about one object changes in the tables. Pure. Promises that after the
 * writes the tables hold the fold of all claims (Law 5), whichever of the three ways was taken.
 */
import { append } from '../../../core/fold/append.ts';
import { saysSomething } from '../../../core/fold/claim.ts';
import type { Tail, Version } from '../../../core/fold/fold.ts';
import { canResume, resume } from '../../../core/fold/resume.ts';
import { sameState } from '../../../core/fold/state.ts';
import { mergeChangeRows, sameChangeRow } from '../../../store/claims/change-row.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import type { ObjectChanges } from '../../../store/claims/group-by-object.ts';

export interface ObjectWrites {
  readonly key: string;
  readonly objID: string;
  readonly objCode: string;
  /** Surely not in the table. */
  readonly newChanges: readonly ChangeRow[];
  /** Perhaps in the table: a repeat merges. */
  readonly mergedChanges: readonly ChangeRow[];
  readonly newVersions: readonly Version[];
  readonly changedVersions: readonly Version[];
  readonly removedVersions: readonly Version[];
  /** The row of `current`, or null where it stays as it is. */
  readonly tail: Tail | null;
  readonly isNewObject: boolean;
}

/**
 * What is remembered of an object: its tail, and a tail before that with all that came since, from
 * which the fold can be resumed when something comes late, as journal rows always do.
 */
export interface ObjectMemory {
  readonly tail: Tail;
  /** Null where `recent` is all there is. */
  readonly base: Tail | null;
  /** All claims after `base` that say something. */
  readonly recent: readonly ChangeRow[];
}

/** An object of which only its row in `current` is known. */
export function rememberTail(tail: Tail): ObjectMemory {
  return { tail, base: tail, recent: [] };
}

export interface Folding {
  readonly writes: ObjectWrites;
  /** How many events were not known, as far as could be told. */
  readonly told: number;
  /** Whether some of them were about the object's past. */
  readonly isLate: boolean;
  /** Null where the object has no version yet. */
  readonly memory: ObjectMemory | null;
}

/**
 * @param memory null where the object has no row in `current`
 * @returns null where only the fold of all claims can tell: see `refoldObject`
 */
export function extendObject(batch: ObjectChanges, memory: ObjectMemory | null): Folding | null {
  // Without a tail nothing that was stored says anything, so the batch is all there is to fold.
  if (memory === null) return beginObject(batch) ?? foldFrom(null, [], batch);
  return appendAll(batch, memory) ?? resumeObject(batch, memory);
}

/** @param stored all claims that `changes` holds of this object */
export function refoldObject(batch: ObjectChanges, stored: readonly ChangeRow[]): Folding {
  return foldFrom(null, stored, batch);
}

/** By far the most objects begin with one event, which needs no fold. */
function beginObject(batch: ObjectChanges): Folding | null {
  const [only, ...others] = batch.rows;
  if (only === undefined || others.length > 0) return null;
  const { version, tail } = append(null, only.claim) ?? { version: null, tail: null };
  const writes = {
    ...split(batch),
    newVersions: version === null ? [] : [version],
    changedVersions: [],
    removedVersions: [],
    tail,
    isNewObject: true,
  };
  return { writes, told: 1, isLate: false, memory: tail && memoryOf(tail, null, batch.rows) };
}

function appendAll(batch: ObjectChanges, memory: ObjectMemory): Folding | null {
  const newVersions: Version[] = [];
  let last = memory.tail;
  for (const { claim } of batch.rows) {
    const appended = append(last, claim);
    if (appended === null || appended.tail === null) return null;
    if (appended.version !== null) newVersions.push(appended.version);
    last = appended.tail;
  }
  const changes = split(batch);
  const isUntouched = last === memory.tail;
  const writes = {
    ...changes,
    newVersions,
    changedVersions: [],
    removedVersions: [],
    tail: isUntouched ? null : last,
    isNewObject: false,
  };
  const told = batch.rows.length;
  if (isUntouched) return { writes, told, isLate: false, memory };
  const learnt = { tail: last, base: memory.tail, recent: changes.newChanges };
  return { writes, told, isLate: false, memory: learnt };
}

function resumeObject(batch: ObjectChanges, memory: ObjectMemory): Folding | null {
  const { base, recent } = memory;
  const { rows } = batch;
  const known = new Map(recent.map((row) => [row.claim.eventID, row]));
  const fresh = rows.filter((row) => {
    const before = known.get(row.claim.eventID);
    return before === undefined || !sameChangeRow(before, mergeChangeRows(before, row));
  });
  if (fresh.length === 0) return untouched(batch, memory);
  if (base !== null && !fresh.every(({ claim }) => canResume(base, claim))) return null;
  return foldFrom(base, recent, { ...batch, rows: fresh });
}

/** Nothing but repeats. */
function untouched({ key, objID, objCode }: ObjectChanges, memory: ObjectMemory): Folding {
  const writes = {
    ...{ key, objID, objCode, newChanges: [], mergedChanges: [] },
    ...{ newVersions: [], changedVersions: [], removedVersions: [] },
    tail: null,
    isNewObject: false,
  };
  return { writes, told: 0, isLate: false, memory };
}

/** @param known all claims after `base`, or all that are stored where `base` is null */
function foldFrom(base: Tail | null, known: readonly ChangeRow[], batch: ObjectChanges): Folding {
  const { key, objID, objCode } = batch;
  const { merged, newChanges, mergedChanges } = mergeInto(known, batch);
  const before = resume(
    base,
    known.map(({ claim }) => claim),
  );
  const after = resume(
    base,
    merged.map(({ claim }) => claim),
  );
  const writes = {
    ...{ key, objID, objCode, newChanges, mergedChanges },
    ...differenceOf(before.versions, after.versions),
    tail: sameTail(before.tail, after.tail) ? null : after.tail,
    isNewObject: before.tail === null,
  };
  return {
    writes,
    told: merged.length - known.length,
    isLate: known.length > 0 || base !== null,
    memory: after.tail && memoryOf(after.tail, base, merged),
  };
}

function memoryOf(tail: Tail, base: Tail | null, rows: readonly ChangeRow[]): ObjectMemory {
  if (rows.length > RECENT_MAX) return rememberTail(tail);
  return { tail, base, recent: rows.filter(({ claim }) => saysSomething(claim)) };
}

/** A save and its journal rows are about so many; more cost memory and are seldom asked for. */
const RECENT_MAX = 12;

interface Merged {
  /** All rows, each event once. */
  readonly merged: readonly ChangeRow[];
  readonly newChanges: readonly ChangeRow[];
  readonly mergedChanges: readonly ChangeRow[];
}

function mergeInto(known: readonly ChangeRow[], batch: ObjectChanges): Merged {
  const merged = new Map(known.map((row) => [row.claim.eventID, row]));
  const newChanges: ChangeRow[] = [];
  const mergedChanges: ChangeRow[] = [];
  for (const row of batch.rows) {
    const before = merged.get(row.claim.eventID);
    const now = before === undefined ? row : mergeChangeRows(before, row);
    merged.set(row.claim.eventID, now);
    if (before !== undefined) {
      if (!sameChangeRow(before, now)) mergedChanges.push(row);
    } else if (saysSomething(row.claim)) newChanges.push(row);
    else mergedChanges.push(row);
  }
  return { merged: [...merged.values()], newChanges, mergedChanges };
}

type Split = Pick<ObjectWrites, 'key' | 'objID' | 'objCode' | 'newChanges' | 'mergedChanges'>;

// A claim that says something and can be appended lies behind everything stored, so it is not a
// repeat. One that says nothing can always be appended, and may be stored already.
function split({ key, objID, objCode, rows }: ObjectChanges): Split {
  const isPlain = rows.every(({ claim }) => saysSomething(claim));
  return {
    ...{ key, objID, objCode },
    newChanges: isPlain ? rows : rows.filter(({ claim }) => saysSomething(claim)),
    mergedChanges: isPlain ? [] : rows.filter(({ claim }) => !saysSomething(claim)),
  };
}

function differenceOf(before: readonly Version[], after: readonly Version[]) {
  const known = new Map(before.map((version) => [version.entryDate, version]));
  const newVersions: Version[] = [];
  const changedVersions: Version[] = [];
  for (const version of after) {
    const was = known.get(version.entryDate);
    known.delete(version.entryDate);
    if (was === undefined) newVersions.push(version);
    else if (!sameVersion(was, version)) changedVersions.push(version);
  }
  return { newVersions, changedVersions, removedVersions: [...known.values()] };
}

function sameVersion(a: Version, b: Version): boolean {
  return a.deleted === b.deleted && a.observedAt === b.observedAt && sameState(a.state, b.state);
}

function sameTail(a: Tail | null, b: Tail | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    sameVersion(a, b) &&
    a.entryDate === b.entryDate &&
    a.lastUntil === b.lastUntil &&
    a.lastClock === b.lastClock &&
    a.lastJournal === b.lastJournal
  );
}
