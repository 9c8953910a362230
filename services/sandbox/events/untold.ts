/** Which changes send an event to whoever subscribed (reference B.3, B.6). Pure. */
import { eventFieldsOf, objectType } from '../../workfront/catalogue/catalogue.ts';
import { dayOf } from '../../workfront/time-zone.ts';
import type { Change } from '../tenant/change.ts';
import { changedFields, microsIn } from '../../workfront/object-row.ts';

/** Not whether it arrives: deliveries are lost by faults, and above 1 MB (reference B.2). */
export function isTold(change: Change, zone: string): boolean {
  const { objCode, sendsEvent } = change;
  const hasEvents = (objectType(objCode)?.events ?? 'none') !== 'none';
  return sendsEvent && hasEvents && !isSilentDashboard(change, zone);
}

/**
 * Dashboards: lastUpdateDate is listed, but its change triggers only the first time in a day, so
 * that a later edit of an unlisted field on the same day is silent (reference B.6).
 */
function isSilentDashboard({ objCode, before, after }: Change, zone: string): boolean {
  if (objCode !== 'PTLTAB' || before === null || after === null) return false;
  const listed = new Set(eventFieldsOf(objCode)?.fields.map(([name]) => name));
  listed.delete('lastUpdateDate');
  if (changedFields(before, after).some((name) => listed.has(name))) return false;
  const day = (row: NonNullable<Change['before']>): string | null => {
    const saved = microsIn(row, 'lastUpdateDate');
    return saved === null ? null : dayOf(zone, saved);
  };
  return day(before) === day(after);
}
