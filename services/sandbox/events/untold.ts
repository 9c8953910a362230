/** Changes that send no event although somebody subscribed (workfront.md B.6). Pure. */
import { eventFieldsOf } from '../../workfront/catalogue/catalogue.ts';
import { dayOf } from '../../workfront/time-zone.ts';
import type { Change } from '../state/change.ts';
import { changedFields, numberOf } from '../state/row.ts';

/**
 * Dashboards: lastUpdateDate is listed, but its change triggers only the first time in a day, so
 * that a later edit of an unlisted field on the same day is silent (B.6).
 */
export function isUntold({ objCode, before, after }: Change, zone: string): boolean {
  if (objCode !== 'PTLTAB' || before === null || after === null) return false;
  const listed = new Set(eventFieldsOf(objCode)?.fields.map(([name]) => name));
  listed.delete('lastUpdateDate');
  if (changedFields(before, after).some((name) => listed.has(name))) return false;
  const day = (micros: number | null): string | null =>
    micros === null ? null : dayOf(zone, micros);
  return day(numberOf(before, 'lastUpdateDate')) === day(numberOf(after, 'lastUpdateDate'));
}
