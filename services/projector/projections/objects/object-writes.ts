/**
 * What a batch of claims about one object changes in the tables. Pure. Promises that after the
 * writes the tables hold the fold of all claims (Law 5), whichever of the three ways was taken.
 */
import { append } from '../../../core/fold/append.ts';
import { saysSomething } from '../../../core/fold/claim.ts';
import type { Claim } from '../../../core/fold/claim.ts';
import { fold } from '../../../core/fold/fold.ts';
import type { Tail, Version } from '../../../core/fold/fold.ts';
import { sameValue } from '../../../core/fold/timeline.ts';
import type { Fields } from '../../../core/field-value.ts';
import { mergeChangeRows, sameChangeRow } from './change-row.ts';
import type { ChangeRow } from './change-row.ts';

/** One object's part of a batch: each event once, in the order of its instants. */
export interface ObjectBatch {
  /** See `objectKey`. */
  readonly key: string;
  readonly objID: string;
  readonly objCode: string;
  readonly rows: readonly ChangeRow[];
}

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

/** Groups by object and merges repeats; objects come in the order of their keys: so do locks. */
export function groupByObject(rows: readonly ChangeRow[]): ObjectBatch[] {
  const objects = new Map<string, ChangeRow[]>();
  let isSorted = true;
  let latest = '';
  for (const row of rows) {
    const key = objectKey(row);
    const known = objects.get(key);
    if (known !== undefined) {
      known.push(row);
      continue;
    }
    objects.set(key, [row]);
    isSorted &&= latest < key;
    latest = key;
  }
  const batches: ObjectBatch[] = [];
  for (const [key, all] of objects) {
    const events = all.length === 1 ? all : mergeRepeats(all);
    const [first] = events;
    if (first === undefined) continue;
    batches.push({ key, objID: first.objID, objCode: first.objCode, rows: events });
  }
  return isSorted ? batches : batches.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function mergeRepeats(rows: readonly ChangeRow[]): ChangeRow[] {
  const events = new Map<string, ChangeRow>();
  for (const row of rows) {
    const seen = events.get(row.claim.eventID);
    events.set(row.claim.eventID, seen === undefined ? row : mergeChangeRows(seen, row));
  }
  return [...events.values()].sort((a, b) => compareInstants(a.claim, b.claim));
}

export function objectKey({ objID, objCode }: Pick<ChangeRow, 'objID' | 'objCode'>): string {
  return `${objID}\0${objCode}`;
}

/**
 * @param tail of the object's row in `current`; null where it has none
 * @returns null where only the fold of all claims can tell: see `refoldObject`
 */
export function extendObject(batch: ObjectBatch, tail: Tail | null): ObjectWrites | null {
  // Without a tail nothing that was stored says anything, so the batch is all there is to fold.
  if (tail === null) return firstFold(batch);
  const newVersions: Version[] = [];
  let last: Tail | null = tail;
  for (const { claim } of batch.rows) {
    const appended = append(last, claim);
    if (appended === null) return null;
    if (appended.version !== null) newVersions.push(appended.version);
    last = appended.tail;
  }
  return {
    ...split(batch),
    newVersions,
    changedVersions: [],
    removedVersions: [],
    tail: last === tail ? null : last,
    isNewObject: false,
  };
}

/** @param stored all claims that `changes` holds of this object */
export function refoldObject(batch: ObjectBatch, stored: readonly ChangeRow[]): ObjectWrites {
  const merged = new Map(stored.map((row) => [row.claim.eventID, row]));
  const newChanges: ChangeRow[] = [];
  const mergedChanges: ChangeRow[] = [];
  for (const row of batch.rows) {
    const known = merged.get(row.claim.eventID);
    const now = known === undefined ? row : mergeChangeRows(known, row);
    merged.set(row.claim.eventID, now);
    if (known === undefined) newChanges.push(row);
    else if (!sameChangeRow(known, now)) mergedChanges.push(row);
  }
  const { key, objID, objCode } = batch;
  const before = fold(stored.map(({ claim }) => claim));
  const after = fold([...merged.values()].map(({ claim }) => claim));
  return {
    key,
    objID,
    objCode,
    newChanges,
    mergedChanges,
    ...differenceOf(before.versions, after.versions),
    tail: sameTail(before.tail, after.tail) ? null : after.tail,
    isNewObject: before.tail === null,
  };
}

function firstFold(batch: ObjectBatch): ObjectWrites {
  const { versions, tail } = fold(batch.rows.map(({ claim }) => claim));
  return {
    ...split(batch),
    newVersions: versions,
    changedVersions: [],
    removedVersions: [],
    tail,
    isNewObject: true,
  };
}

type Split = Pick<ObjectWrites, 'key' | 'objID' | 'objCode' | 'newChanges' | 'mergedChanges'>;

// A claim that says something and can be appended lies behind everything stored, so it is not a
// repeat. One that says nothing can always be appended, and may be stored already.
function split({ key, objID, objCode, rows }: ObjectBatch): Split {
  if (rows.every(({ claim }) => saysSomething(claim))) {
    return { key, objID, objCode, newChanges: rows, mergedChanges: [] };
  }
  return {
    key,
    objID,
    objCode,
    newChanges: rows.filter(({ claim }) => saysSomething(claim)),
    mergedChanges: rows.filter(({ claim }) => !saysSomething(claim)),
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
  return a.deleted === b.deleted && a.observedAt === b.observedAt && sameFields(a.fields, b.fields);
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

function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const left = a[name];
    const right = b[name];
    return left !== undefined && right !== undefined && sameValue(left, right);
  });
}

function compareInstants(a: Claim, b: Claim): number {
  return startOf(a) - startOf(b) || a.asOf - b.asOf;
}

function startOf({ operation, asOf, entryDate }: Claim): number {
  return operation === 'DELETE' ? asOf : entryDate;
}
