/**
 * Where the values of a claim are: its own, or those of the version that held when it began to
 * hold. By far the most claims are what their version says, so they are stored once. The set of
 * claims alone decides it, since the set decides the versions (Law 5). Pure.
 */
import { isRow } from '../../core/fold/claim.ts';
import type { Claim } from '../../core/fold/claim.ts';
import type { Version } from '../../core/fold/version.ts';
import { sameValue } from '../../core/fold/state.ts';
import type { State } from '../../core/fold/state.ts';
import type { Fields } from '../../core/field-value.ts';
import { stateOf } from '../../core/fold/state.ts';
import type { Micros } from '../../core/units.ts';

export type ClaimValues =
  | { readonly of: 'itself' }
  /** Of the version in force, but for the fields that the claim did not tell, sorted. */
  | { readonly of: 'version'; readonly untold: readonly string[] };

const OWN: ClaimValues = { of: 'itself' };
const ALL_OF_IT: ClaimValues = { of: 'version', untold: [] };

/**
 * A row has its own: other content may come under its eventID, and it is short.
 *
 * @param version in force when the claim begins to hold; null where there is none yet
 */
export function valuesIn(version: Pick<Version, 'state'> | null, claim: Claim): ClaimValues {
  if (version === null || isRow(claim)) return OWN;
  const { state } = claim;
  if (state === version.state || state.relationTo(version.state) === 'same') return ALL_OF_IT;
  const told = state.fields();
  const known = version.state.fields();
  const names = Object.keys(told);
  const knownNames = Object.keys(known);
  // What tells little is shorter than the names that it leaves out.
  if (names.length * 2 < knownNames.length || names.length > knownNames.length) return OWN;
  if (!names.every((name) => tellsAlike(told, known, name))) return OWN;
  return { of: 'version', untold: knownNames.filter((name) => !Object.hasOwn(told, name)).sort() };
}

/** What the claim told, from the version. */
export function stateFrom(version: State, untold: readonly string[]): State {
  if (untold.length === 0) return version;
  const without = new Set(untold);
  return stateOf(
    Object.fromEntries(Object.entries(version.fields()).filter(([name]) => !without.has(name))),
  );
}

/** The last of `versions`, ascending, that began at this instant or before. */
export function inForceAt<V extends { readonly entryDate: Micros }>(
  versions: readonly V[],
  instant: Micros,
): V | null {
  let low = 0;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((versions[middle]?.entryDate ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return versions[low - 1] ?? null;
}

/** When a claim begins to hold, by its own clocks. */
export function startOf({ operation, asOf, entryDate }: Claim): Micros {
  return operation === 'DELETE' ? asOf : entryDate;
}

export function sameValues(a: ClaimValues, b: ClaimValues): boolean {
  if (a.of === 'itself' || b.of === 'itself') return a.of === b.of;
  return a.untold.length === b.untold.length && a.untold.every((name, at) => name === b.untold[at]);
}

function tellsAlike(told: Fields, known: Fields, name: string): boolean {
  const [a, b] = [told[name], known[name]];
  return Object.hasOwn(known, name) && a !== undefined && b !== undefined && sameValue(a, b);
}
