/** A journal row of one field, and the states between which it is. */
import type { FieldValue } from '../field-value.ts';
import type { Micros } from '../units.ts';
import type { Claim } from './claim.ts';

/** What a journal row says of its field. */
export interface FieldRow {
  readonly claim: Claim;
  readonly at: Micros;
  /** Undefined where it does not say. */
  readonly before: FieldValue | undefined;
  readonly after: FieldValue;
}

/** What a state says of one field, and of that field before the save that it shows. */
export interface Anchor {
  readonly at: Micros;
  readonly before: FieldValue | undefined;
  readonly after: FieldValue;
  /** Whether it shows the object new: no save was before it. */
  readonly isFirst: boolean;
}

export interface Gap {
  readonly left: Anchor | null;
  readonly right: Anchor | null;
}
