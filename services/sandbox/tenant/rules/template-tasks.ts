/**
 * The tasks that a project made from a template begins with: the template's (TTSK), as they hang
 * together there. What both types have is taken along; which fields Workfront takes is unpublished.
 * Days of a template (`startDay`) have no published unit: every task starts with the project.
 */
import { idOf, numberOf, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { schemaOf } from '../../../workfront/catalogue/schema.ts';
import type { Tenant } from '../tenant.ts';
import { completed } from './object-rules.ts';

/** Its own, or about what hangs on the template task and does not come along. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(
  (
    'ID objCode URL customerID extRefID accessorIDs referenceNumber entryDate ' +
    'enteredByID lastUpdateDate lastUpdatedByID pendingCalculation hasDocuments ' +
    'hasExpenses hasNotes hasTimedNotifications lastNoteID parentID masterTaskID ' +
    'recurrenceRuleID recurrenceNumber numberOfChildren'
  ).split(' '),
);

/** Each with `templateTaskID`, parents before their children; nothing without template tasks. */
export function createTemplateTasks(tenant: Tenant, project: ObjectRow, userID: string): void {
  const templateID = fieldText(project, 'templateID');
  if (templateID === null) return;
  const ofTemplate = [...tenant.store.rows('TTSK')]
    .filter((row) => fieldText(row, 'templateID') === templateID)
    .sort((a, b) => (numberOf(a, 'taskNumber') ?? 0) - (numberOf(b, 'taskNumber') ?? 0));
  const byID = new Map(ofTemplate.map((row) => [idOf(row), row]));
  const made = new Map<string, string>();
  for (const row of ofTemplate) {
    for (const one of [...withAncestors(row, byID, made)].reverse()) {
      const parentID = made.get(fieldText(one, 'parentID') ?? '') ?? null;
      const task = completed(tenant, 'TASK', taskOf(one, parentID, project), userID);
      made.set(idOf(one), idOf(tenant.create('TASK', task, { actorID: userID })));
    }
  }
}

/** Up to the first that is made already; a circle is broken where it closes. */
function withAncestors(
  row: ObjectRow,
  byID: ReadonlyMap<string, ObjectRow>,
  made: ReadonlyMap<string, string>,
): ReadonlySet<ObjectRow> {
  const path = new Set<ObjectRow>();
  let at: ObjectRow | undefined = row;
  while (at !== undefined && !made.has(idOf(at)) && !path.has(at)) {
    path.add(at);
    at = byID.get(fieldText(at, 'parentID') ?? '');
  }
  return path;
}

function taskOf(templateTask: ObjectRow, parentID: string | null, project: ObjectRow): ObjectRow {
  const schema = schemaOf('TASK');
  const taken = Object.entries(templateTask).filter(
    ([name, value]) => value !== null && schema.has(name) && !LEFT_BEHIND.has(name),
  );
  const name = fieldText(templateTask, 'name') ?? '';
  return {
    ...Object.fromEntries(taken),
    name: name === '' ? 'Task' : name,
    projectID: idOf(project),
    parentID,
    templateTaskID: idOf(templateTask),
    plannedStartDate: project['plannedStartDate'] ?? null,
  };
}
