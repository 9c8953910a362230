/**
 * `GET /{obj}/{queryName}` (reference C.2): the status queries of CSTEM, which WF
 * api-changes-search.md recommends (fixtures rest_core/CSTEM_status_search_1.json,
 * namedQuery.json).
 */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { badRequest } from '../../../workfront/attask/attask-error.ts';
import { statusQueryOf } from '../../../workfront/attask/named-query.ts';
import { idOf, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { AttaskCall } from './attask-call.ts';
import { parameterOf } from '../../../workfront/attask/attask-request.ts';
import { renderOne } from './read-objects.ts';

/** Null when the type has no such query. */
export function namedQuery(call: AttaskCall, objCode: string, name: string): JsonValue | null {
  if (objCode === 'WORK' && name === 'myWork') return myWork(call);
  const query = objCode === 'CSTEM' ? statusQueryOf(name) : null;
  if (query === null) return null;
  const { enumClass, ofGroup } = query;
  const ofClass = [...call.tenant.store.rows('CSTEM')].filter((row) => {
    return (fieldText(row, 'enumClass') ?? enumClass) === enumClass;
  });
  if (!ofGroup) return systemStatuses(call, ofClass);
  const groupID = parameterOf(call.request, 'groupID');
  if (groupID === null) throw badRequest('groupID is required');
  // A group inherits the statuses of the system, which keep the group they were made for.
  const own = ofClass.filter((row) => fieldText(row, 'groupID') === groupID);
  const values = new Set(own.map((row) => fieldText(row, 'value')));
  const inherited = ofClass.filter(
    (row) => !own.includes(row) && !values.has(fieldText(row, 'value')),
  );
  return [...inherited, ...own].map((row) => renderOne(call, 'CSTEM', row));
}

/** Tasks and issues to which the caller is assigned; done ones are no work any more. */
function myWork(call: AttaskCall): JsonObject[] {
  const { tenant, caller, faults } = call;
  return ['TASK', 'OPTASK'].flatMap((objCode) =>
    [...tenant.store.rows(objCode)]
      .filter((row) => fieldText(row, 'assignedToID') === caller.userID)
      .filter((row) => fieldText(row, 'status') !== 'CPL' && !faults.isHidden(objCode, idOf(row)))
      .map((row) => renderOne(call, objCode, row)),
  );
}

function systemStatuses(call: AttaskCall, rows: readonly ObjectRow[]): JsonObject[] {
  return rows.map((row) => {
    const shown = Object.entries(renderOne(call, 'CSTEM', row));
    return Object.fromEntries(shown.filter(([name]) => name !== 'groupID'));
  });
}
