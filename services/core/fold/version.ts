/** What the fold makes of claims. */
import type { Micros } from '../units.ts';
import type { State } from './state.ts';

/** The object from `entryDate` until the next version. */
export interface Version {
  readonly entryDate: Micros;
  readonly deleted: boolean;
  /** All that is known of it; a key that was never observed in this life is absent. */
  readonly state: State;
  /** The earliest sight of the evidence that made the version. */
  readonly observedAt: Micros;
}

/** The last version, and what the fold must know to go on from it. */
export interface Tail extends Version {
  /** The latest instant that any claim bears. */
  readonly lastUntil: Micros;
  /**
   * Fields whose value the evidence leaves open, ascending; `EXISTENCE` where it is open whether
   * the object exists. What is told of them later settles it: whoever reads the object again.
   */
  readonly ambiguous: readonly string[];
}

export interface Folded {
  /** Ascending by `entryDate`, at most one for each instant. */
  readonly versions: readonly Version[];
  /** Null where no claim says anything. */
  readonly tail: Tail | null;
}
