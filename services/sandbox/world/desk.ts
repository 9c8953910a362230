/** The paperwork that comes with work: expenses, files and versions, timesheets, approvals. */
import { completed } from '../tenant/rules/object-rules.ts';
import type { Random } from '../../core/random.ts';
import { idOf, numberOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Tenant } from '../tenant/tenant.ts';

const FILES = ['Layout.pdf', 'Contract.pdf', 'Film.mp4', 'Text <final>.docx'];

export class Desk {
  readonly #tenant: Tenant;
  readonly #random: Random;

  constructor(tenant: Tenant, random: Random) {
    this.#tenant = tenant;
    this.#random = random;
  }

  /** One of them; several saves when a file is uploaded. */
  act(task: ObjectRow | null, userID: string | null): void {
    if (task === null || userID === null) return;
    switch (this.#random.int(1, 6)) {
      case 1:
        return this.#spend(task, userID);
      case 2:
        return this.#settle(userID);
      case 3:
        return this.#upload(task, userID);
      case 4:
        return this.#newVersion(userID);
      case 5:
        return this.#keepTimesheet(userID);
      default:
        return this.#decide(userID);
    }
  }

  #spend(task: ObjectRow, userID: string): void {
    const plannedAmount = this.#random.int(1, 40) * 25;
    const expense = { description: this.#random.pick(['Taxi', 'Printing', 'Fonts']) };
    const links = { taskID: idOf(task), projectID: fieldText(task, 'projectID') };
    this.#create('EXPNS', { ...expense, ...links, plannedAmount, isBillable: true }, userID);
  }

  /** What was planned becomes what it cost. */
  #settle(userID: string): void {
    const expense = this.#recent('EXPNS');
    if (expense === null) return;
    const actualAmount = (numberOf(expense, 'plannedAmount') ?? 0) + this.#random.int(0, 9);
    this.#update(expense, { actualAmount, effectiveDate: this.#tenant.now() }, userID);
  }

  #upload(task: ObjectRow, userID: string): void {
    const name = this.#random.pick(FILES);
    const links = { taskID: idOf(task), projectID: fieldText(task, 'projectID') };
    const document = this.#create('DOCU', { name, ownerID: userID, ...links }, userID);
    this.#addVersion(document, 1, userID);
  }

  #newVersion(userID: string): void {
    const last = this.#recent('DOCV');
    const document = this.#tenant.store.get('DOCU', fieldText(last, 'documentID') ?? '');
    if (document !== null) this.#addVersion(document, (numberOf(last, 'version') ?? 0) + 1, userID);
  }

  #addVersion(document: ObjectRow, version: number, userID: string): void {
    const fileName = fieldText(document, 'name');
    const sent = { documentID: idOf(document), fileName, version, docSize: 10 * version };
    const made = this.#create('DOCV', sent, userID);
    this.#update(document, { currentVersionID: idOf(made) }, userID);
  }

  #keepTimesheet(userID: string): void {
    const timesheet = this.#recent('TSHET');
    if (timesheet === null) return;
    const totalHours = (numberOf(timesheet, 'totalHours') ?? 0) + this.#random.int(1, 16) / 2;
    const status = this.#random.pick(['OPEN', 'OPEN', 'SUBM', 'CLOS']);
    this.#update(timesheet, { totalHours, regularHours: totalHours, status }, userID);
  }

  /** A participant decides, and with the last decision the stage and the approval end. */
  #decide(userID: string): void {
    const { store } = this.#tenant;
    const participant = this.#recent('approval_stage_participant');
    if (participant === null || fieldText(participant, 'decision') !== null) return;
    const decision = this.#random.pick(['APPROVED', 'NEEDS_WORK']);
    const decisionDate = this.#tenant.now();
    const who = { decisionUserID: userID, realUserID: userID, status: 'DECIDED' };
    this.#update(participant, { decision, decisionDate, ...who }, userID);
    const stageID = fieldText(participant, 'stageID');
    const open = [...store.rows('approval_stage_participant')].some(
      (one) => fieldText(one, 'stageID') === stageID && fieldText(one, 'decision') === null,
    );
    const stage = store.get('approval_stage', stageID ?? '');
    if (open || stage === null) return;
    this.#update(stage, { status: decision }, userID);
    const approval = store.get('approval', fieldText(stage, 'approvalID') ?? '');
    if (approval !== null) this.#update(approval, { status: decision }, userID);
  }

  /** One of the first two hundred: those that many people work on. */
  #recent(objCode: string): ObjectRow | null {
    const count = this.#tenant.store.count(objCode);
    if (count === 0) return null;
    let left = this.#random.int(0, Math.min(count, 200) - 1);
    for (const row of this.#tenant.store.rows(objCode)) if (left-- === 0) return row;
    return null;
  }

  #create(objCode: string, fields: ObjectRow, userID: string): ObjectRow {
    const row = completed(this.#tenant, objCode, fields, userID);
    return this.#tenant.create(objCode, row, { actorID: userID });
  }

  #update(row: ObjectRow, changes: ObjectRow, userID: string): void {
    this.#tenant.update(fieldText(row, 'objCode') ?? '', idOf(row), changes, { actorID: userID });
  }
}
