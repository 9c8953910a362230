/** What a source's `translate` says of one input: the event in it, or why it is parked (Law 3). */
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import type { CodeOf } from '../../core/errors.ts';

/** Why an input is parked. */
export type ParkCode = CodeOf<'park'>;

export interface Parked {
  readonly park: ParkCode;
  /** One sentence for the person who looks at the dead letter; no payload in it. */
  readonly message: string;
}

export type Translated = { readonly event: ChangeEvent } | Parked;

export function park(reason: ParkCode, message: string): Parked {
  return { park: reason, message };
}

export function isParked(translated: Translated): translated is Parked {
  return 'park' in translated;
}
