/**
 * One field through one life: which value held from when. docs/architecture.md, "The
 * fold", rule 6.
 */
import type { FieldValue } from '../field-value.ts';
import { greatest } from '../units.ts';
import type { Micros } from '../units.ts';
import type { Evidence } from './evidence.ts';
import { sameValue } from './state.ts';

export interface FieldClaim {
  readonly evidence: Evidence;
  readonly value: FieldValue;
  /** True for "not in the container, so empty": it says nothing until the key has been seen. */
  readonly implied: boolean;
}

/** The field has this value from this instant on. */
export interface Effect {
  readonly instant: Micros;
  readonly value: FieldValue;
  readonly observedAt: Micros;
}

/**
 * @param claims in the order of belief
 * @param open the beginning of the life: nothing takes effect before it
 *
 * A claim that differs takes effect at its `from` if the claim before it does not reach past
 * that instant. Otherwise the value moved without a save (a recalculation), and the claim's own
 * `until` is the first instant at which we know it.
 */
export function timelineOf(claims: readonly FieldClaim[], open: Micros): Effect[] {
  const timeline: Effect[] = [];
  let believedUntil: Micros | null = null;
  for (let index = 0; index < claims.length; index += 1) {
    const claim = claims[index];
    if (claim === undefined || isSameSpan(claim, claims[index + 1])) continue;
    const { evidence, value, implied } = claim;
    const latest = timeline.at(-1);
    const differs = latest === undefined ? !implied : !sameValue(latest.value, value);
    if (differs) {
      const instant = effectOf(evidence, believedUntil, open);
      enter(timeline, { instant, value, observedAt: evidence.claim.observedAt });
    }
    believedUntil = evidence.until;
  }
  return timeline;
}

function effectOf(evidence: Evidence, believedUntil: Micros | null, open: Micros): Micros {
  // The first thing known of a field held since the life began.
  if (believedUntil === null) return greatest(evidence.from, open);
  return evidence.from >= believedUntil ? evidence.from : evidence.until;
}

/** Two claims that speak for one span are one fact told twice, v1 and v2 say: the later counts. */
function isSameSpan({ evidence }: FieldClaim, next: FieldClaim | undefined): boolean {
  return next?.evidence.until === evidence.until && next.evidence.from === evidence.from;
}

/** A value corrected at the instant of its effect was never held; nor was a change back. */
function enter(timeline: Effect[], effect: Effect): void {
  if (timeline.at(-1)?.instant === effect.instant) timeline.pop();
  const latest = timeline.at(-1);
  if (latest === undefined || !sameValue(latest.value, effect.value)) timeline.push(effect);
}
