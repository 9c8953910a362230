/** What one hour gives to the sums, from all that was told of it. Pure. */
import { PipelineError } from '../../../core/errors.ts';
import { valueIn } from '../../../core/field-value.ts';
import type { Claim } from '../../../core/fold/claim.ts';
import { fold } from '../../../core/fold/fold.ts';
import { shownDecimal, shownDay } from '../../../store/states/typed-values.ts';

export interface HourPart {
  readonly objID: string;
  /** Empty for hours of no project. */
  readonly projectID: string;
  readonly day: string;
  readonly hours: string;
}

/**
 * Null where it is deleted, or its day or hours are not known. UNFOLDABLE sets its events aside.
 */
export function hourPart(objID: string, claims: readonly Claim[]): HourPart | null {
  const tail = tailOf(objID, claims);
  if (tail === null || tail.deleted) return null;
  const fields = tail.state.fields();
  const day = shownDay(valueIn(fields, 'entryDate') ?? null);
  const hours = shownDecimal(valueIn(fields, 'hours') ?? null);
  const projectID = valueIn(fields, 'projectID');
  if (day === null || hours === null) return null;
  return { objID, projectID: typeof projectID === 'string' ? projectID : '', day, hours };
}

function tailOf(objID: string, claims: readonly Claim[]): ReturnType<typeof fold>['tail'] {
  try {
    return fold(claims).tail;
  } catch (error) {
    if (error instanceof PipelineError) throw error;
    throw new PipelineError('UNFOLDABLE', `HOUR ${objID} cannot be folded.`, { objID }, error);
  }
}
