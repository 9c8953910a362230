import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { beforeOf, toClaim } from '../../services/core/fold/claim.ts';
import type { Claim } from '../../services/core/fold/claim.ts';
import { stateOf } from '../../services/core/fold/state.ts';
import type { State } from '../../services/core/fold/state.ts';

/** An event as a claim, its values as they are. */
export function claimOfEvent(event: ChangeEvent, state: State = stateOf(event.fields)): Claim {
  return toClaim(event, state, beforeOf(event, stateOf(event.fields), event.previous));
}
