/**
 * The journal (JRNLE): what a save of tracked fields leaves behind, row by row (reference A).
 * Promises rows only for tracked fields, one a field, equal entryDate per save, append only.
 * Must not know HTTP; rows are served by the object search like any other type.
 */
import type { Change } from '../tenant/change.ts';
import type { CustomParameters } from '../tenant/parameters.ts';
import { changedFields, fieldOf, numberOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import { referencesOf, schemaOf } from '../../workfront/catalogue/schema.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { valueColumns } from './journal-values.ts';
import type { TrackedFields } from './tracked-fields.ts';

/** Deletions are actions on the parent project; baseline is off by default (reference A.5). */
const DELETE_ACTIONS: ReadonlySet<string> = new Set([
  'TASK',
  'OPTASK',
  'HOUR',
  'EXPNS',
  'DOCU',
  'BILL',
]);

const LINKS: Readonly<Record<string, string>> = {
  PROJ: 'projectID',
  TASK: 'taskID',
  OPTASK: 'opTaskID',
  DOCU: 'documentID',
  HOUR: 'hourID',
  USER: 'userID',
  PORT: 'portfolioID',
  PRGM: 'programID',
  TMPL: 'templateID',
  TSHET: 'timesheetID',
  EXPNS: 'expenseID',
  BILL: 'billingRecordID',
};

export class Journal {
  readonly #tenant: Tenant;
  readonly #tracked: TrackedFields;
  readonly #parameters: CustomParameters;

  constructor(tenant: Tenant, tracked: TrackedFields, parameters: CustomParameters) {
    this.#tenant = tenant;
    this.#tracked = tracked;
    this.#parameters = parameters;
  }

  onChange(change: Change): void {
    if (!change.journaled || change.objCode === 'JRNLE') return;
    if (change.objCode === 'HOUR') this.#recordHour(change);
    else if (change.kind === 'DELETE') this.#recordDelete(change);
    // Creation itself is no edit of a field: no public sample shows rows for it.
    else if (change.kind === 'UPDATE') this.#recordEdit(change);
  }

  #recordEdit(change: Change): void {
    const { objCode, before, after } = change;
    if (before === null || after === null) return;
    for (const field of changedFields(before, after)) {
      if (!this.#tracked.has(objCode, field)) continue;
      if (this.#parameters.find(field)?.calculated === true && field.startsWith('DE:')) continue;
      const values = valueColumns({
        objCode,
        field,
        type: field.startsWith('DE:')
          ? (this.#parameters.find(field)?.type ?? 'string')
          : (schemaOf(objCode).get(field) ?? 'unknown'),
        before: fieldOf(before, field),
        after: fieldOf(after, field),
        nameOf: (id) => this.#nameOf(objCode, field, id),
      });
      this.#append(change, { changeType: 'E', fieldName: field, ...about(change), ...values });
    }
  }

  /** A = (null to n), E = (m to n), D = (m to null); aux2 the person's name (reference A.4, HJ). */
  #recordHour(change: Change): void {
    const old = numberOf(change.before, 'hours');
    const now = numberOf(change.after, 'hours');
    if (change.kind === 'UPDATE' && old === now) return;
    const row = change.after ?? change.before ?? {};
    const changeType = { CREATE: 'A', RESTORE: 'A', DELETE: 'D', UPDATE: 'E', RECALCULATE: 'E' };
    const owner = this.#tenant.store.get('USER', fieldText(row, 'ownerID') ?? '');
    this.#append(change, {
      changeType: changeType[change.kind],
      ...parentOf(row),
      subObjCode: 'HOUR',
      subObjID: change.objID,
      hourID: change.kind === 'DELETE' ? null : change.objID,
      oldNumberVal: old,
      newNumberVal: now,
      aux2: fieldText(owner, 'name'),
    });
  }

  /** The row stands on the parent project and names the child as sub (reference A.5). */
  #recordDelete(change: Change): void {
    const projectID = fieldText(change.before, 'projectID');
    if (!DELETE_ACTIONS.has(change.objCode) || projectID === null) return;
    this.#append(change, {
      changeType: 'D',
      objObjCode: 'PROJ',
      objID: projectID,
      projectID,
      subObjCode: change.objCode,
      subObjID: change.objID,
      subReferenceObjectName: fieldText(change.before, 'name'),
    });
  }

  #append(change: Change, columns: ObjectRow): void {
    const { store } = this.#tenant;
    const objObjCode = fieldText(columns, 'objObjCode') ?? '';
    const carrier = store.get(objObjCode, fieldText(columns, 'objID') ?? '');
    const topID = fieldText(carrier, 'projectID') ?? fieldText(columns, 'projectID');
    const top = topID === null ? carrier : store.get('PROJ', topID);
    const row: ObjectRow = {
      ID: this.#tenant.newID(),
      objCode: 'JRNLE',
      customerID: this.#tenant.customerID,
      entryDate: change.journalMicros,
      editedByID: change.actorID,
      referenceObjectName: fieldText(carrier, 'name'),
      topObjCode: topID === null ? objObjCode : 'PROJ',
      topObjID: topID ?? fieldText(columns, 'objID'),
      topReferenceObjectName: fieldText(top, 'name'),
      ...columns,
    };
    this.#tenant.appendJournal(row);
  }

  #nameOf(objCode: string, field: string, id: string): string | null {
    const target = referencesOf(objCode).get(field);
    if (target === undefined) return null;
    return fieldText(this.#tenant.store.get(target, id), 'name');
  }
}

function about({ objCode, objID, after }: Change): ObjectRow {
  const link = LINKS[objCode];
  return {
    objObjCode: objCode,
    objID,
    ...(objCode === 'PROJ' ? {} : { projectID: fieldText(after, 'projectID') }),
    ...(link === undefined ? {} : { [link]: objID }),
  };
}

function parentOf(row: ObjectRow): ObjectRow {
  const projectID = fieldText(row, 'projectID');
  for (const [objCode, field] of [
    ['TASK', 'taskID'],
    ['OPTASK', 'opTaskID'],
    ['PROJ', 'projectID'],
    ['TSHET', 'timesheetID'],
  ] as const) {
    const objID = fieldText(row, field);
    if (objID !== null) return { objObjCode: objCode, objID, projectID, [field]: objID };
  }
  return { objObjCode: 'USER', objID: fieldText(row, 'ownerID'), projectID };
}
