/** A batch of changes by the objects that they are about. Pure. */
import type { Claim } from '../../core/fold/claim.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';
import { mergeChangeRows } from './change-row.ts';
import type { ChangeRow } from './change-row.ts';

/** One object's part of a batch: each event once, in the order of its instants. */
export interface ObjectChanges {
  /** See `objectKey`. */
  readonly key: string;
  readonly objID: ObjID;
  readonly objCode: ObjCode;
  readonly rows: readonly ChangeRow[];
}

/** Groups by object and merges repeats; objects come in the order of their keys: so do locks. */
export function groupByObject(rows: readonly ChangeRow[]): ObjectChanges[] {
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
  const batches: ObjectChanges[] = [];
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

function compareInstants(a: Claim, b: Claim): number {
  return startOf(a) - startOf(b) || a.asOf - b.asOf;
}

function startOf({ operation, asOf, entryDate }: Claim): number {
  return operation === 'DELETE' ? asOf : entryDate;
}
