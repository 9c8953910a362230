/** What Workfront itself fills in or refuses when people create and edit objects. */
import { invalidData } from '../../../workfront/attask/attask-error.ts';
import { dayOf } from '../../../workfront/time-zone.ts';
import { numberOf, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { classNameOf, schemaOf } from '../../../workfront/catalogue/schema.ts';
import type { Tenant } from '../tenant.ts';
import { linkedFields } from './linked-fields.ts';
import { fieldsOf } from '../../../workfront/catalogue/catalogue.ts';

const DAY_MICROS = 86_400_000_000;

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  PROJ: ['name'],
  TASK: ['name', 'projectID'],
  OPTASK: ['name', 'projectID'],
  HOUR: ['hours'],
  NOTE: ['noteText'],
  DOCU: ['name'],
  ASSGN: [],
};

const PARENTS = [
  ['projectID', 'PROJ'],
  ['taskID', 'TASK'],
  ['opTaskID', 'OPTASK'],
  ['templateID', 'TMPL'],
] as const;

/** The row's further fields on creation. Throws the documented error when something is missing. */
export function completed(
  tenant: Tenant,
  objCode: string,
  sent: ObjectRow,
  userID: string,
): ObjectRow {
  for (const name of REQUIRED[objCode] ?? []) {
    const value = sent[name];
    if (value === undefined || value === null || value === '') {
      throw invalidData(`${name} is required`);
    }
  }
  checkParents(tenant, objCode, sent);
  checkStatus(tenant, objCode, sent);
  const links = linkedFields(tenant.store, objCode, sent);
  // A form's values are the template's and those sent, not one or the other.
  const values = links['parameterValues'] ?? sent['parameterValues'];
  const planned: ObjectRow = { ...defaultsOf(tenant, objCode, sent, userID), ...links, ...sent };
  const row: ObjectRow = {
    ...projected(objCode, planned),
    ...planned,
    ...(values === undefined ? {} : { parameterValues: values }),
  };
  return { ...row, ...consequences(objCode, {}, row, tenant.now()) };
}

export function checkParents(tenant: Tenant, objCode: string, sent: ObjectRow): void {
  for (const [field, parent] of PARENTS) {
    const id = fieldText(sent, field);
    if (id === null || !schemaOf(objCode).has(field)) continue;
    if (tenant.store.get(parent, id) === null) throw invalidData(`${field} ${id} does not exist`);
  }
}

const STATUS_CLASSES: Readonly<Record<string, string>> = {
  PROJ: 'STATUS_PROJ',
  TASK: 'STATUS_TASK',
  OPTASK: 'STATUS_OPTASK',
};

/** Keys are Workfront's or the tenant's (CSTEM); `:A` tells of approval (reference C.6). */
export function checkStatus(tenant: Tenant, objCode: string, sent: ObjectRow): void {
  const enumClass = STATUS_CLASSES[objCode];
  const status = fieldText(sent, 'status');
  if (enumClass === undefined || status === null) return;
  const key = status.replace(/:[A-Z]$/, '');
  if (fieldsOf(objCode).get('status')?.values.includes(key) === true) return;
  for (const row of tenant.store.rows('CSTEM')) {
    if ((fieldText(row, 'enumClass') ?? enumClass) !== enumClass) continue;
    if (fieldText(row, 'value') === key) return;
  }
  throw invalidData(`${status} is not a status of ${classNameOf(objCode)}`);
}

/** Status and percent complete go together, and completion is dated. */
export function consequences(
  objCode: string,
  before: ObjectRow,
  after: ObjectRow,
  now: number,
): ObjectRow {
  if (objCode !== 'TASK' && objCode !== 'PROJ' && objCode !== 'OPTASK') return {};
  const was = fieldText(before, 'status');
  const is = fieldText(after, 'status');
  if (is !== 'CPL' && was === 'CPL') return { actualCompletionDate: null };
  const done = is === 'CPL' && was !== 'CPL';
  const filled = objCode === 'TASK' && numberOf(after, 'percentComplete') === 100 && is !== 'CPL';
  if (!done && !filled) return {};
  return { status: 'CPL', percentComplete: 100, actualCompletionDate: now };
}

/** Before any work the projection is the plan: no sample of a new object is without it. */
function projected(
  objCode: string,
  { plannedStartDate, plannedCompletionDate }: ObjectRow,
): ObjectRow {
  if (objCode !== 'TASK' && objCode !== 'PROJ' && objCode !== 'OPTASK') return {};
  return {
    projectedStartDate: plannedStartDate ?? null,
    projectedCompletionDate: plannedCompletionDate ?? null,
  };
}

function defaultsOf(tenant: Tenant, objCode: string, sent: ObjectRow, userID: string): ObjectRow {
  const now = tenant.now();
  const referenceNumber = tenant.store.count(objCode) + 1;
  const planned = {
    plannedStartDate: now,
    plannedCompletionDate: (numberOf(sent, 'plannedStartDate') ?? now) + 5 * DAY_MICROS,
    priority: 0,
    percentComplete: 0,
    referenceNumber,
    description: null,
  };
  switch (objCode) {
    case 'PROJ':
      return { ...planned, status: 'CUR', condition: 'ON', ownerID: userID, accessorIDs: [userID] };
    case 'TASK':
      return {
        ...planned,
        status: 'NEW',
        condition: 0,
        progressStatus: 'ON',
        taskNumber: referenceNumber,
        wbs: String(referenceNumber),
        durationMinutes: 2400,
        workRequired: 0,
        canStart: true,
      };
    case 'OPTASK':
      return { ...planned, status: 'NEW', condition: 0, severity: 0, ownerID: userID };
    case 'HOUR':
      return { ownerID: userID, entryDate: dayOf(tenant.settings.zone, now), status: 'SUB' };
    case 'NOTE':
      return { ownerID: userID };
    case 'USER':
      return { isActive: true };
    default:
      return {};
  }
}
