/**
 * What each event did to its object when it came, told by the fold of what had come until then.
 * Nothing of it is stored, since what comes late makes it another. Pure.
 */
import { append } from '../../core/fold/append.ts';
import { saysSomething } from '../../core/fold/claim.ts';
import type { Claim } from '../../core/fold/claim.ts';
import { fold } from '../../core/fold/fold.ts';
import type { Tail, Version } from '../../core/fold/version.ts';
import { sameState } from '../../core/fold/state.ts';
import { comparePlaces } from './change-row.ts';
import type { ChangeRow } from './change-row.ts';
import { inForceAt, startOf } from './claim-values.ts';

/**
 * `version`: a version more at the end. `late`: it came after what it is before, so that the past
 * is another now. `absorbed`: all that it said was known.
 */
export type ClaimVerdict = 'version' | 'late' | 'absorbed';

export interface ExplainedInput {
  readonly row: ChangeRow;
  readonly verdict: ClaimVerdict;
  /** The version that held when the claim began to hold; null where none did. */
  readonly standsIn: Version | null;
}

export interface Explained {
  /** In the order of the log. */
  readonly inputs: readonly ExplainedInput[];
  /** Ascending; the last is open. */
  readonly versions: readonly Version[];
  /** What the events leave open of the last version, as `Tail`. */
  readonly ambiguous: readonly string[];
}

/** @param rows all claims of one object */
export function explainObject(rows: readonly ChangeRow[]): Explained {
  const inOrder = [...rows].sort(comparePlaces);
  const { versions, tail } = fold(inOrder.map(({ claim }) => claim));
  const seen: Claim[] = [];
  let known: Known = { versions: [], tail: null };
  const inputs = inOrder.map((row) => {
    seen.push(row.claim);
    const next = knownAfter(known, row.claim, seen);
    const verdict = verdictOf(known.versions, next.versions);
    known = next;
    const says = saysSomething(row.claim);
    return { row, verdict, standsIn: says ? inForceAt(versions, startOf(row.claim)) : null };
  });
  return { inputs, versions, ambiguous: tail?.ambiguous ?? [] };
}

interface Known {
  readonly versions: readonly Version[];
  readonly tail: Tail | null;
}

/** @param seen with the claim itself */
function knownAfter(known: Known, claim: Claim, seen: readonly Claim[]): Known {
  const appended = append(known.tail, claim);
  if (appended === null) return fold(seen);
  const { version, tail } = appended;
  return { versions: version === null ? known.versions : [...known.versions, version], tail };
}

function verdictOf(before: readonly Version[], after: readonly Version[]): ClaimVerdict {
  const isKept = before.every((version, at) => saysSame(version, after[at]));
  if (!isKept) return 'late';
  return after.length > before.length ? 'version' : 'absorbed';
}

/** Who saw it first is no matter here. */
function saysSame(a: Version, b: Version | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.entryDate === b.entryDate &&
    a.deleted === b.deleted &&
    sameState(a.state, b.state)
  );
}
