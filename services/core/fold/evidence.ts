/** A claim with the span that it can speak for, and its place in the order of belief. Pure. */
import type { Fields } from '../field-value.ts';
import type { Micros } from '../units.ts';
import { isRow } from './claim.ts';
import type { Claim } from './claim.ts';

export interface Evidence {
  readonly claim: Claim;
  /** What it tells. */
  readonly fields: Fields;
  /** First instant at which the claim says that its values held. */
  readonly from: Micros;
  /** Last instant for which it can speak. */
  readonly until: Micros;
  /** Among those of its kind, in the order in which they came about. */
  readonly place: number;
}

/** The order of belief: the last claim on a field is its value. */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    a.until - b.until ||
    kindOf(a.claim) - kindOf(b.claim) ||
    a.from - b.from ||
    a.place - b.place ||
    a.claim.apiVersion - b.claim.apiVersion ||
    (a.claim.eventID < b.claim.eventID ? -1 : 1)
  );
}

/** Rows, WEBHOOK, reads; DELETE last: it ends whatever else holds at its instant. */
function kindOf(claim: Claim): number {
  const { operation, path } = claim;
  if (operation === 'DELETE') return 3;
  if (isRow(claim)) return 0;
  return path === 'WEBHOOK' ? 1 : 2;
}
