/** A change event as far as the fold needs it. */
import type { ChangeEvent, Origin } from './change-event.generated.ts';

/** Without the state before and without the source's own text: those rebuild the fact (Law 9). */
export type BriefEvent = Omit<ChangeEvent, 'previous' | 'origin'> & {
  readonly origin: Omit<Origin, 'raw'>;
};
