/** Which types can be compared: those that an API lists. */
import { PipelineError } from '../../core/errors.ts';
import { canonicalObjCode, objectType } from '../../workfront/catalogue/catalogue.ts';
import { OBJECT_TYPES } from '../../workfront/catalogue/object-types.generated.ts';
import type { PlanningKind } from '../../workfront/planning/planning-client.ts';
import { PLANNING_KINDS } from '../../workfront/planning/planning-client.ts';

export const NO_PLANNING =
  'Planning is passed over: no sign-in to it is set (PLANNING_CLIENT_SECRET, PLANNING_IMS_ORG_ID, ' +
  'PLANNING_CLIENT_ID).';

const REST: readonly string[] = OBJECT_TYPES.filter(
  ({ objCode, inRest, planning }) => inRest && !planning && objCode !== 'JRNLE',
).map(({ objCode }) => objCode);

const EVENTS_ONLY: readonly string[] = OBJECT_TYPES.filter(
  ({ inRest, planning, events }) => !inRest && !planning && events !== 'none',
).map(({ objCode }) => objCode);

export const NOBODY_LISTS = `Not compared, since no API lists them and events alone tell of them: ${EVENTS_ONLY.join(', ')}.`;

export interface ComparedTypes {
  readonly rest: readonly string[];
  readonly kinds: readonly PlanningKind[];
}

/** @param given none: every type */
export function comparedTypes(given: readonly string[]): ComparedTypes {
  if (given.length === 0) return { rest: REST, kinds: PLANNING_KINDS };
  const rest: string[] = [];
  const kinds: PlanningKind[] = [];
  for (const text of given) {
    const objCode = canonicalObjCode(text);
    const kind = PLANNING_KINDS.find((one) => one === objCode);
    if (kind !== undefined) kinds.push(kind);
    else if (objCode !== null && REST.includes(objCode)) rest.push(objCode);
    else throw new PipelineError('USAGE', `${text} ${whyNot(objCode)}.`);
  }
  return { rest, kinds };
}

function whyNot(objCode: string | null): string {
  if (objCode === null) return 'is no object type';
  if (objectType(objCode)?.planning === true) return 'is made of records: --type RECORD';
  return 'is listed by no API: events alone tell of it, so nobody can compare it';
}
