/** Calculated custom fields: what they come to from the others (reference A.5). Pure. */
import type { JsonObject } from '../../../core/json.ts';

/** `Margin` is a fifth of the revenue. The same object when nothing is to be calculated. */
export function withCalculated(values: JsonObject): JsonObject {
  const revenue = values['DE:Revenue'];
  if (typeof revenue !== 'number') return values;
  const margin = Math.round(revenue / 5);
  return values['DE:Margin'] === margin ? values : { ...values, 'DE:Margin': margin };
}
