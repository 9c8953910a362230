/** What becomes of an object's rows in `_past` and `_now` when its versions become others. Pure. */
import type { Folded, Tail, Version } from '../../../core/fold/version.ts';
import { sameState } from '../../../core/fold/state.ts';
import type { Micros } from '../../../core/units.ts';

export interface ClosedVersion {
  readonly version: Version;
  readonly ended: Micros;
}

export interface VersionWrites {
  /** Beginnings of closed versions that are gone, or come again otherwise. */
  readonly dropped: readonly Micros[];
  /** When the version that is open in the table ends: it moves to the past as it stands. */
  readonly closesAt: Micros | null;
  /** Come into the past with all that they say. */
  readonly closed: readonly ClosedVersion[];
  /** Closed versions of which only the end moved. */
  readonly ended: readonly { readonly began: Micros; readonly ended: Micros }[];
  /** The open version, or null where its row stays as it is. */
  readonly tail: Tail | null;
  /** Whether the open version says what the one in the table says. */
  readonly hasSameState: boolean;
  readonly isNewObject: boolean;
}

export const NO_WRITES: VersionWrites = {
  dropped: [],
  closesAt: null,
  closed: [],
  ended: [],
  tail: null,
  hasSameState: false,
  isNewObject: false,
};

/** Of an object that has no row yet. */
export function beginVersions(versions: readonly Version[], tail: Tail | null): VersionWrites {
  return {
    ...NO_WRITES,
    closed: closedOf(versions),
    tail,
    isNewObject: true,
  };
}

/** Versions behind the open one, which they close. */
export function extendVersions(added: readonly Version[], before: Tail, tail: Tail): VersionWrites {
  return {
    ...NO_WRITES,
    closesAt: added[0]?.entryDate ?? null,
    closed: closedOf(added),
    tail: tail === before ? null : tail,
    hasSameState: tail.state === before.state,
  };
}

/** @param before what the tables hold, from the first version that may be another on */
export function spliceVersions(before: Folded, after: Folded): VersionWrites {
  const open = before.tail;
  if (open === null) return beginVersions(after.versions, after.tail);
  const known = new Map(closedOf(before.versions).map((one) => [one.version.entryDate, one]));
  const closed: ClosedVersion[] = [];
  const ended: { began: Micros; ended: Micros }[] = [];
  const dropped: Micros[] = [];
  let closesAt: Micros | null = null;
  for (const one of closedOf(after.versions)) {
    const began = one.version.entryDate;
    const was = known.get(began);
    known.delete(began);
    if (was === undefined) {
      const isOpenOne = began === open.entryDate && sameVersion(open, one.version);
      if (isOpenOne) closesAt = one.ended;
      else closed.push(one);
    } else if (!sameVersion(was.version, one.version)) {
      dropped.push(began);
      closed.push(one);
    } else if (was.ended !== one.ended) ended.push({ began, ended: one.ended });
  }
  for (const began of known.keys()) dropped.push(began);
  return {
    dropped,
    closesAt,
    closed,
    ended,
    tail: sameTail(open, after.tail) ? null : after.tail,
    hasSameState: after.tail !== null && sameState(open.state, after.tail.state),
    isNewObject: false,
  };
}

/** All but the last, which is open. */
function closedOf(versions: readonly Version[]): ClosedVersion[] {
  const closed: ClosedVersion[] = [];
  for (let at = 0; at + 1 < versions.length; at += 1) {
    const [version, next] = [versions[at], versions[at + 1]];
    if (version && next) closed.push({ version, ended: next.entryDate });
  }
  return closed;
}

function sameVersion(a: Version, b: Version): boolean {
  return a.deleted === b.deleted && a.observedAt === b.observedAt && sameState(a.state, b.state);
}

function sameTail(a: Tail, b: Tail | null): boolean {
  return (
    b !== null &&
    sameVersion(a, b) &&
    a.entryDate === b.entryDate &&
    a.lastUntil === b.lastUntil &&
    a.ambiguous.join() === b.ambiguous.join()
  );
}
