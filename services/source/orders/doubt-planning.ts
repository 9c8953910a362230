/**
 * `control.planning_objects` from the side of those who know better than its poller: what a webhook
 * calls deleted may have come back from the bin before the last listing, which said nothing of what
 * it found unchanged.
 */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { ObjCode } from '../../core/units.ts';

const DOUBT = `
  update control.planning_objects set hash = '' where objcode = $1 and objid = any ($2)
`;

/** What is known of them is in doubt: whatever is listed of them next is published. */
export async function doubtPlanning(
  database: Queryable,
  objCode: ObjCode,
  objIDs: readonly string[],
): Promise<void> {
  if (objIDs.length > 0) await database.query(DOUBT, [objCode, objIDs]);
}
