/**
 * What gathers around the work of a company: expenses, timesheets, versions of documents and their
 * approvals, baselines, thanks.
 */
import { linkedFields } from '../tenant/rules/linked-fields.ts';
import { idOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Store } from '../tenant/store.ts';
import { COMMENTS } from './names.ts';
import type { Ground } from './ground.ts';
import type { ObjID } from '../../core/units.ts';

const DAY = 86_400_000_000;
const WEEK_DAYS = 7;

export function makePaperwork(ground: Ground, store: Store): void {
  makeTimesheets(ground);
  for (const project of ground.rows('PROJ')) {
    makeExpenses(ground, store, project);
    makeBaseline(ground, project);
  }
  for (const document of ground.rows('DOCU')) makeVersions(ground, document);
  for (const note of ground.rows('NOTE')) makeThanks(ground, note);
}

/** Two weeks of each person, the older one closed. */
function makeTimesheets({ put, users, daysAgo }: Ground): void {
  for (const userID of users) {
    for (const [weeks, status] of [
      [2, 'CLOS'],
      [1, 'OPEN'],
    ] as const) {
      const startDate = daysAgo(weeks * WEEK_DAYS);
      const dates = { startDate, endDate: startDate + WEEK_DAYS * DAY };
      const approverID = users[0] ?? null;
      put('TSHET', { userID, approverID, status, totalHours: 0, ...dates }, weeks * WEEK_DAYS);
    }
  }
}

function makeExpenses({ put, random, daysAgo }: Ground, store: Store, project: ObjectRow): void {
  const projectID = idOf(project);
  const sent = { projectID, description: random.pick(['Printing', 'Stock photos', 'Travel']) };
  const plannedAmount = random.int(1, 40) * 50;
  const money = { plannedAmount, actualAmount: random.chance(0.5) ? plannedAmount : null };
  const kind = { isBillable: true, isReimbursable: false, isReimbursed: false };
  const dates = { plannedDate: daysAgo(8), effectiveDate: daysAgo(6) };
  const links = linkedFields(store, 'EXPNS', sent);
  put('EXPNS', { ...links, ...sent, ...money, ...kind, ...dates, parameterValues: {} }, 10);
}

function makeBaseline({ put, rows }: Ground, project: ObjectRow): void {
  const { plannedStartDate = null, plannedCompletionDate = null } = project;
  const projectID = idOf(project);
  const planned = { plannedStartDate, plannedCompletionDate };
  const baselineID = put(
    'BLIN',
    { name: 'First plan', projectID, isDefault: true, ...planned },
    15,
  );
  const tasks = rows('TASK').filter((task) => fieldText(task, 'projectID') === projectID);
  for (const task of tasks.slice(0, 2)) {
    put('BSTSK', { name: fieldText(task, 'name'), baselineID, taskID: idOf(task) }, 15);
  }
  const score = { objID: projectID, objObjCode: 'PROJ', projectID, isPublic: true };
  put('SCORE', { name: 'Alignment', description: null, ...score }, 14);
}

/** A version in proof, and both kinds of approval: the old one of proofs and the unified one. */
function makeVersions(ground: Ground, document: ObjectRow): void {
  const { put, random, users, daysAgo } = ground;
  const documentID = idOf(document);
  const creatorID = fieldText(document, 'ownerID') ?? users[0] ?? '';
  const approverID = random.pick(users);
  const fileName = fieldText(document, 'name');
  const proof = { proofName: fileName, proofProgress: 'SENT', proofDecision: null };
  const documentVersionID = put(
    'DOCV',
    { documentID, fileName, ext: 'pdf', version: 1, docSize: random.int(9, 999), ...proof },
    5,
  );
  const waits = { approverID, requesterID: creatorID, isAwaitingDecision: true };
  const proofCreationDate = daysAgo(5);
  put('PRFAPL', { documentID, documentVersionID, proofCreationDate, ...waits }, 5);
  put('AWAPVL', { documentID, approverID, submittedByID: creatorID }, 5);
  const projectID = fieldText(document, 'projectID');
  put('DOCFDR', { name: 'Deliverables', projectID }, 20);
  put('DOCREQ', { name: `Please send ${fileName ?? 'the file'}` }, 6);
  makeApproval(ground, documentVersionID, creatorID);
}

function makeApproval(ground: Ground, objID: ObjID, creatorID: string): void {
  const { put, random, users, daysAgo } = ground;
  const made = { createdAt: daysAgo(4), creatorID, isLocked: false };
  const approvalID = put('approval', { objID, status: 'PENDING', ...made }, 4);
  const deadlineDate = daysAgo(-3);
  const stage = { approvalID, objID, name: 'Review', status: 'ACTIVE', deadlineDate };
  const stageID = put('approval_stage', { ...stage, ...made }, 4);
  for (const participantID of new Set([random.pick(users), random.pick(users)])) {
    put(
      'approval_stage_participant',
      {
        // It has no ID of its own (reference B.6): these three are it.
        ID: `${stageID}:${participantID}:USER`,
        stageID,
        participantID,
        participantType: 'USER',
        participantRole: 'APPROVER',
        objID,
        requesterID: creatorID,
        status: 'PENDING',
        decision: null,
        decisionDate: null,
        createdAt: made.createdAt,
        deadlineDate,
        realUserID: null,
        decisionUserID: null,
      },
      4,
    );
  }
}

function makeThanks({ put, random, users }: Ground, note: ObjectRow): void {
  const userID = random.pick(users);
  put('LIKE', { name: 'Like', objID: idOf(note), userID }, 3);
  put('ACK', { name: 'Acknowledged', objID: idOf(note), userID }, 3);
  put('USRNOT', { name: 'You were mentioned', userID }, 3);
  const endorsement = put('ENDR', { name: random.pick(COMMENTS), receiverID: userID }, 3);
  put('ENDSHR', { name: 'Shared', endorsementID: endorsement, userID: random.pick(users) }, 2);
}
