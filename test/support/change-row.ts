/** A row of an object's claims as the tests of the store tell it. */
import { stateOf } from '../../services/core/fold/state.ts';
import type { Claim } from '../../services/core/fold/claim.ts';
import { asEventID, asMicros, offsetOf } from '../../services/core/units.ts';
import type { ChangeRow } from '../../services/store/claims/change-row.ts';

/** A webhook's update of the task `a`, in the partition t/0 at this offset. */
export function changeRowAt(
  offset: bigint,
  claim: Partial<Claim>,
  more: Partial<ChangeRow> = {},
): ChangeRow {
  return {
    objID: 'a',
    objCode: 'TASK',
    actorID: null,
    topic: 't',
    partition: 0,
    offset: offsetOf(offset),
    claim: {
      eventID: asEventID('00'.repeat(16)),
      operation: 'UPDATE',
      path: 'WEBHOOK',
      apiVersion: 2,
      entryDate: asMicros(1),
      asOf: asMicros(2),
      clocked: true,
      state: stateOf({}),
      clears: [],
      before: null,
      observedAt: asMicros(3),
      ...claim,
    },
    ...more,
  };
}
