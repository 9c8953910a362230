/** Evidence that leaves open what holds now (docs/architecture.md, "The fold"). */
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { eventID } from '../../services/core/event-id.ts';
import { asMicros } from '../../services/core/units.ts';
import type { Micros } from '../../services/core/units.ts';
import { differencesOf, NOTHING_BEFORE } from '../../services/core/state-before.ts';

/** Two saves there and back, and a journal row that fits the first and a third as well. */
export function thereAndBack(
  { objid, name }: { readonly objid: string; readonly name: string },
  now: Micros,
): ChangeEvent[] {
  const began = now - 5_000_000;
  const told = (path: 'WEBHOOK' | 'JOURNAL', afterMs: number, was: string, is: string) => {
    const at = asMicros(began + afterMs * 1000);
    const fields = path === 'JOURNAL' ? { name: is } : { ID: objid, name: is };
    const before = path === 'JOURNAL' ? { name: was } : { ID: objid, name: was };
    const origin = { subscriptionID: null, journalEntryID: null, customerID: null, raw: null };
    return {
      eventID: eventID(path, 'TASK', objid, afterMs),
      objCode: 'TASK',
      objID: objid,
      entryDate: at,
      asOf: at,
      operation: 'UPDATE' as const,
      fields,
      clears: [],
      ...(path === 'JOURNAL'
        ? { ...NOTHING_BEFORE, previous: before }
        : differencesOf(fields, before)),
      actorID: null,
      path,
      observedAt: at,
      origin: { ...origin, apiVersion: 2, deletedAfter: null, deletedBefore: null },
    };
  };
  return [
    told('WEBHOOK', 0, name, 'elsewhere'),
    told('WEBHOOK', 100, 'elsewhere', name),
    told('JOURNAL', 330, name, 'elsewhere'),
  ];
}
