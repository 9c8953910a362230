/** Planning's shares, order, lost links and calls of the last minute in the data file. */
import type { JsonObject } from '../../../core/json.ts';
import type { SandboxRooms } from '../../sandbox-rooms.ts';
import type { DataFile } from '../../memory/data-file.ts';
import { isList, numberOf, textOf } from '../../../workfront/object-row.ts';

export function rememberPlanning({ planning, rateLimit }: SandboxRooms, file: DataFile): void {
  planning.shares.onChange((id, shares) => file.append({ what: 'shares', id, ...shares }));
  planning.order.onMove((recordTypeId, ids, anchor, after) =>
    file.append({ what: 'move', recordTypeId, ids, anchor, after }),
  );
  planning.lost.onChange((id, lost) => file.append({ what: 'lostLinks', id, lost }));
  rateLimit.onAdmit((caller, at) => file.append({ what: 'planningCall', caller, at }));
}

/** A move is made again, among the records that there were then. */
export function recallPlanning(rooms: SandboxRooms, record: JsonObject): void {
  const { planning, rateLimit, tenant } = rooms;
  const text = (name: string): string => textOf(record, name) ?? '';
  switch (textOf(record, 'what') ?? '') {
    case 'shares':
      planning.shares.put(text('id'), record);
      return;
    case 'lostLinks':
      planning.lost.put(text('id'), record['lost'] ?? null);
      return;
    case 'move': {
      const ids = isList(record['ids']) ? record['ids'].map(String) : [];
      planning.order.move(text('recordTypeId'), ids, text('anchor'), record['after'] === true);
      return;
    }
    case 'planningCall': {
      const { timeScale } = tenant.settings;
      const at = numberOf(record, 'at') ?? 0;
      rateLimit.admit(text('caller'), at, Number.POSITIVE_INFINITY, timeScale);
      return;
    }
    default:
  }
}
