import type { Fields } from '../../services/core/field-value.ts';
import type { State } from '../../services/core/fold/state.ts';

/** With the fields themselves in place of a state, which keeps them private: for comparisons. */
export function readState<T extends { readonly state: State }>(
  one: T,
): Omit<T, 'state'> & { fields: Fields } {
  const { state, ...rest } = one;
  return { ...rest, fields: state.fields() };
}
