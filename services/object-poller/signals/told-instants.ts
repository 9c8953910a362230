/** When versions may begin by what another path told. Pure. */
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import { isSameSave, SETTLED_MICROS } from '../../core/fold/same-save.ts';
import { minus } from '../../core/units.ts';
import type { ToldInstant } from '../known/known-objects.ts';

/** What of an event they hang on. */
export type TellingEvent = Pick<
  ChangeEvent,
  'objID' | 'entryDate' | 'asOf' | 'operation' | 'previous' | 'previousAbsent' | 'previousKnown'
>;

/**
 * A version begins at its change clock, or by a silent change when it was told. That may have been
 * told behind the next save, and begins before it then.
 */
export function toldInstantsOf(event: TellingEvent): ToldInstant[] {
  const { objID, entryDate, asOf, previous, previousAbsent, previousKnown } = event;
  const isSame =
    previousKnown && Object.keys(previous ?? {}).length === 0 && previousAbsent.length === 0;
  if (event.operation === 'UPDATE' && isSame) return [{ objID, asOf, between: null }];
  const saved: ToldInstant = { objID, asOf, between: [entryDate, entryDate] };
  if (isSameSave(entryDate, asOf)) return [saved];
  return [saved, { objID, asOf, between: [minus(asOf, SETTLED_MICROS), asOf] }];
}
