/** Keeps one of equal values. Pure but for memory. */
import { sameValue } from '../../../core/fold/timeline.ts';
import type { Fields, FieldValue } from '../../../core/field-value.ts';

/**
 * Makes `fields` hold the very values of `known` where they are equal, as most are from one save to
 * the next: what is remembered of an object then weighs a third, and the collector copies less.
 */
export function shareValues(known: Fields, fields: Fields): void {
  const shared: Record<string, FieldValue> = fields;
  for (const name in shared) {
    const value = shared[name];
    const before = known[name];
    if (value === undefined || before === undefined || !sameValue(before, value)) continue;
    shared[name] = before;
  }
}
