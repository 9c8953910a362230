/**
 * Fields that an answer has without being asked, as the public samples show them (fixtures
 * rest_core/).
 */
import { schemaOf } from '../../catalogue/schema.ts';

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  // get.json, edit.json
  PROJ: (
    'percentComplete plannedCompletionDate plannedStartDate priority ' +
    'projectedCompletionDate status'
  ).split(' '),
  // create.json
  TASK: (
    'percentComplete plannedCompletionDate plannedStartDate priority progressStatus ' +
    'projectedCompletionDate projectedStartDate status taskNumber wbs'
  ).split(' '),
  OPTASK: ['plannedCompletionDate', 'plannedStartDate', 'priority', 'status'],
  ROLE: ['description', 'maxUsers'], // search.json
  CSTEM: ['color', 'equatesWith', 'groupID', 'label', 'value'], // CSTEM_status_search_1.json
  HOUR: ['entryDate', 'hours', 'description', 'status'],
  NOTE: ['noteText', 'subject', 'entryDate'],
  USER: ['firstName', 'lastName', 'emailAddr'],
};

/** ID, name and objCode are in nearly every answer; `fields` adds to them. */
export function baseFields(objCode: string): readonly string[] {
  // No sample of a status has an ID (CSTEM_status_search_*.json, namedQuery.json).
  if (objCode === 'CSTEM') return ['objCode'];
  return ['ID', 'name', 'objCode'].filter((name) => schemaOf(objCode).has(name));
}

export function defaultFields(objCode: string): readonly string[] {
  const schema = schemaOf(objCode);
  const more = (Object.hasOwn(DEFAULTS, objCode) ? DEFAULTS[objCode] : undefined) ?? [];
  return [...baseFields(objCode), ...more.filter((name) => schema.has(name))];
}
