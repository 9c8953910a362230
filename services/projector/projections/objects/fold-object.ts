/**
 * What a batch of claims about one object changes in the tables. Pure. Promises that after the
 * writes the tables hold the fold of all claims (Law 5), whichever of the three ways was taken.
 */
import { PipelineError } from '../../../core/errors.ts';
import { append } from '../../../core/fold/append.ts';
import { saysSomething } from '../../../core/fold/claim.ts';
import type { Tail, Version } from '../../../core/fold/version.ts';
import { canResume, resume } from '../../../core/fold/resume.ts';
import type { ObjCode, ObjID } from '../../../core/units.ts';
import { mergeChangeRows, sameChangeRow } from '../../../store/claims/change-row.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { inForceAt, sameValues, startOf, valuesIn } from '../../../store/claims/claim-values.ts';
import type { ClaimValues } from '../../../store/claims/claim-values.ts';
import type { ObjectChanges } from '../../../store/claims/group-by-object.ts';
import type { StoredClaim } from '../../../store/tables/claim-rows.ts';
import { NO_WRITES, beginVersions, extendVersions, spliceVersions } from './version-writes.ts';
import type { VersionWrites } from './version-writes.ts';

export interface ObjectWrites {
  readonly key: string;
  readonly objID: ObjID;
  readonly objCode: ObjCode;
  /** Surely not in the table. */
  readonly newClaims: readonly StoredClaim[];
  /** Perhaps in the table: a repeat merges, and says where its values are now. */
  readonly mergedClaims: readonly StoredClaim[];
  readonly versions: VersionWrites;
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
  return ofOneObject(batch, () => extend(batch, memory));
}

function extend(batch: ObjectChanges, memory: ObjectMemory | null): Folding | null {
  // Without a tail nothing that was stored says anything, so the batch is all there is to fold.
  if (memory === null) return beginObject(batch) ?? foldFrom(null, [], batch);
  return appendAll(batch, memory) ?? resumeObject(batch, memory);
}

/** @param stored all claims that `changes` holds of this object */
export function refoldObject(batch: ObjectChanges, stored: readonly ChangeRow[]): Folding {
  return ofOneObject(batch, () => foldFrom(null, stored, batch));
}

/**
 * Whatever goes wrong in the fold of one object concerns that object alone: what it was told is set
 * aside, and all others go on (Law 3).
 */
function ofOneObject<T>({ objCode, objID }: ObjectChanges, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof PipelineError) throw error;
    const text = `${objCode} ${objID} cannot be folded: redrive this once its cause is mended.`;
    throw new PipelineError('UNFOLDABLE', text, { objCode, objID }, error);
  }
}

/** By far the most objects begin with one event, which needs no fold. */
function beginObject(batch: ObjectChanges): Folding | null {
  const [only, ...others] = batch.rows;
  if (only === undefined || others.length > 0) return null;
  const { version, tail } = append(null, only.claim) ?? { version: null, tail: null };
  const versions = version === null ? [] : [version];
  const writes = {
    ...claimWrites(batch, [claimIn(only, version)]),
    versions: beginVersions(versions, tail),
  };
  return { writes, told: 1, isLate: false, memory: tail && memoryOf(tail, null, batch.rows) };
}

function appendAll(batch: ObjectChanges, memory: ObjectMemory): Folding | null {
  const added: Version[] = [];
  const claims: StoredClaim[] = [];
  let last = memory.tail;
  for (const row of batch.rows) {
    const appended = append(last, row.claim);
    if (appended === null || appended.tail === null) return null;
    if (appended.version !== null) added.push(appended.version);
    claims.push(claimIn(row, appended.version ?? last));
    last = appended.tail;
  }
  const told = batch.rows.length;
  const versions = extendVersions(added, memory.tail, last);
  const writes = { ...claimWrites(batch, claims), versions };
  if (last === memory.tail) return { writes, told, isLate: false, memory };
  const recent = batch.rows.filter(({ claim }) => saysSomething(claim));
  return { writes, told, isLate: false, memory: { tail: last, base: memory.tail, recent } };
}

/** @param version in force when the claim begins to hold */
function claimIn(row: ChangeRow, version: Version | null): StoredClaim {
  // What says nothing is beside all versions.
  const values = saysSomething(row.claim) ? valuesIn(version, row.claim) : OWN;
  return { row, values };
}

const OWN: ClaimValues = { of: 'itself' };

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
  const none = { newClaims: [], mergedClaims: [], versions: NO_WRITES };
  return { writes: { key, objID, objCode, ...none }, told: 0, isLate: false, memory };
}

/** @param known all claims after `base`, or all that are stored where `base` is null */
function foldFrom(base: Tail | null, known: readonly ChangeRow[], batch: ObjectChanges): Folding {
  const { key, objID, objCode } = batch;
  const merged = mergeInto(known, batch);
  const before = resume(
    base,
    known.map(({ claim }) => claim),
  );
  const after = resume(
    base,
    merged.map(({ claim }) => claim),
  );
  const writes = {
    key,
    objID,
    objCode,
    ...spliceClaims(known, before.versions, merged, after.versions),
    versions: spliceVersions(before, after),
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

/** All rows, each event once. */
function mergeInto(known: readonly ChangeRow[], batch: ObjectChanges): readonly ChangeRow[] {
  const merged = new Map(known.map((row) => [row.claim.eventID, row]));
  for (const row of batch.rows) {
    const before = merged.get(row.claim.eventID);
    merged.set(row.claim.eventID, before === undefined ? row : mergeChangeRows(before, row));
  }
  return [...merged.values()];
}

type ClaimWrites = Pick<ObjectWrites, 'newClaims' | 'mergedClaims'>;

/** Claims that came, were seen anew, or whose values are elsewhere now. */
function spliceClaims(
  known: readonly ChangeRow[],
  versionsBefore: readonly Version[],
  merged: readonly ChangeRow[],
  versions: readonly Version[],
): ClaimWrites {
  const rowsBefore = new Map(known.map((row) => [row.claim.eventID, row]));
  const newClaims: StoredClaim[] = [];
  const mergedClaims: StoredClaim[] = [];
  for (const row of merged) {
    const now = claimIn(row, inForceAt(versions, startOf(row.claim)));
    const before = rowsBefore.get(row.claim.eventID);
    if (before === undefined) {
      (saysSomething(row.claim) ? newClaims : mergedClaims).push(now);
      continue;
    }
    const was = claimIn(before, inForceAt(versionsBefore, startOf(before.claim)));
    const isSame = sameChangeRow(before, row) && sameValues(was.values, now.values);
    if (!isSame) mergedClaims.push(now);
  }
  return { newClaims, mergedClaims };
}

// A claim that says something and can be appended lies behind everything stored, so it is not a
// repeat. One that says nothing can always be appended, and may be stored already.
function claimWrites(
  { key, objID, objCode }: ObjectChanges,
  claims: readonly StoredClaim[],
): Omit<ObjectWrites, 'versions'> {
  const says = ({ row }: StoredClaim): boolean => saysSomething(row.claim);
  const isPlain = claims.every(says);
  return {
    key,
    objID,
    objCode,
    newClaims: isPlain ? claims : claims.filter(says),
    mergedClaims: isPlain ? [] : claims.filter((one) => !says(one)),
  };
}
