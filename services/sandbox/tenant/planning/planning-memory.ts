/** Planning's shares, order, lost links and calls of the last minute in the data file. */
import { isList } from '../../../core/json.ts';
import type { JsonObject } from '../../../core/json.ts';
import { asMicros } from '../../../core/units.ts';
import { fieldText, microsIn } from '../../../workfront/object-row.ts';
import type { RoomMemory } from '../../memory/room-memory.ts';
import type { PlanningModel } from './planning-model.ts';
import type { RateLimit } from './rate-limit.ts';

type PlanningKind = 'shares' | 'move' | 'lostLinks' | 'planningCall';

export function planningMemory(
  planning: PlanningModel,
  rateLimit: RateLimit,
): RoomMemory<PlanningKind> {
  return {
    remember: (append) => {
      planning.shares.onChange((id, shares) => append({ what: 'shares', id, ...shares }));
      planning.order.onMove((recordTypeId, ids, anchor, after) =>
        append({ what: 'move', recordTypeId, ids, anchor, after }),
      );
      planning.lost.onChange((id, lost) => append({ what: 'lostLinks', id, lost }));
      rateLimit.onAdmit((caller, at) => append({ what: 'planningCall', caller, at }));
    },
    recall: {
      shares: (line) => planning.shares.put(text(line, 'id'), line),
      lostLinks: (line) => planning.lost.put(text(line, 'id'), line['lost'] ?? null),
      // Made again, among the records that there were then.
      move: (line) => {
        const ids = isList(line['ids']) ? line['ids'].map(String) : [];
        const isAfter = line['after'] === true;
        planning.order.move(text(line, 'recordTypeId'), ids, text(line, 'anchor'), isAfter);
      },
      planningCall: (line) => {
        const { timeScale } = planning.tenant.settings;
        const at = microsIn(line, 'at') ?? asMicros(0);
        rateLimit.admit(text(line, 'caller'), at, Number.POSITIVE_INFINITY, timeScale);
      },
    },
  };
}

function text(line: JsonObject, name: string): string {
  return fieldText(line, name) ?? '';
}
