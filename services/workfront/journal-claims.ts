/**
 * Journal entries (JRNLE) as rows: which columns we ask for, whom a row is about, and which value
 * it claims (reference A.1, A.3, A.4). Pure.
 */
import { toFieldValue } from '../core/field-value.ts';
import type { Fields, FieldValue } from '../core/field-value.ts';
import { SourceNumber } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { ObjCode, ObjID } from '../core/units.ts';
import { canonicalObjCode, fieldsOf } from './catalogue/catalogue.ts';
import type { JournalForm } from './catalogue/catalogue.ts';
import { parseWorkfrontDate } from './dates.ts';
import { filledText } from './event-bodies.ts';
import { isUsableID } from './event-subject.ts';

/** Without one of these a row cannot be understood. */
// prettier-ignore
export const ESSENTIAL_COLUMNS = [
  'ID',
    'entryDate',
    'changeType',
    'fieldName',
    'objObjCode',
    'objID',
    'subObjCode',
    'subObjID',
  'newTextVal', 'oldTextVal', 'newNumberVal', 'oldNumberVal', 'newDateVal', 'oldDateVal',
] as const;

/**
 * Kept in `origin.raw` where the API version serves them. Left out: what others go on changing on
 * a row (numLikes, numReplies), and accessorIDs, an internal list.
 */
// prettier-ignore
export const OPTIONAL_COLUMNS = [
  'editedByID', 'customerID', 'topObjCode', 'topObjID', 'aux1', 'aux2', 'aux3', 'flags',
  'referenceObjectName', 'subReferenceObjectName', 'topReferenceObjectName',
  'projectID', 'taskID', 'opTaskID', 'documentID', 'hourID', 'userID', 'portfolioID',
  'programID', 'templateID', 'timesheetID', 'expenseID', 'assignmentID', 'baselineID',
  'billingRecordID', 'documentApprovalID', 'documentShareID', 'approverStatusID',
  'auditRecordID', 'companyID', 'initiativeID', 'subscribeID', 'extRefID', 'durationMinutes',
  'securityRootID', 'securityRootObjCode',
] as const;

export interface Subject {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /** Named by subObjID: the child that the row talks about, not the object that carries it. */
  readonly isSub: boolean;
  /** Whether the row's values can be the subject's. */
  readonly ownsValues: boolean;
}

/** Whom the row is about: its sub-object where it has one; null where nothing usable is named. */
export function subjectOf(row: JsonObject): Subject | null {
  const [subObjCode, subObjID] = [filledText(row['subObjCode']), filledText(row['subObjID'])];
  const [objObjCode, objID] = [filledText(row['objObjCode']), filledText(row['objID'])];
  if (subObjCode !== null && subObjID !== null) return subject(subObjCode, subObjID, true, true);
  if (objObjCode === null || objID === null) return null;
  // A child without a type or without an ID: the values are the child's, and say nothing of the
  // object that carries the row.
  return subject(objObjCode, objID, false, subObjID === null && subObjCode === null);
}

/** Types that a row's sub-object joins, leaves or is shared with; they live on when it says D. */
// prettier-ignore
const NOT_CHILDREN: ReadonlySet<string> = new Set([
  // Nothing journals their deletion (reference A.5)
  'PROJ', 'PORT', 'PRGM', 'USER',
  'TEAMOB', 'ROLE', 'GROUP', 'CMPY', 'TMPL',
]);

/**
 * A and D without a field are the beginning and the end of a child. A D without a sub is about a
 * child that it does not name, never a deletion of the parent (reference A.5).
 */
export function operationOf(row: JsonObject, { isSub, objCode }: Subject): Operation {
  if (filledText(row['fieldName']) !== null || !isSub || NOT_CHILDREN.has(objCode)) return 'UPDATE';
  if (row['changeType'] === 'A') return 'CREATE';
  return row['changeType'] === 'D' ? 'DELETE' : 'UPDATE';
}

type Operation = 'CREATE' | 'UPDATE' | 'DELETE';

export interface JournalClaims {
  readonly fields: Fields;
  readonly previous: Fields | null;
}

/**
 * What the row says of one field, where the journal's form of it is the API's form (reference A.4).
 */
export function journalClaims(row: JsonObject, { objCode, ownsValues }: Subject): JournalClaims {
  const fieldName = filledText(row['fieldName']);
  if (fieldName === null || !ownsValues) return { fields: {}, previous: null };
  const form = formOf(objCode, fieldName);
  if (form === null) return { fields: {}, previous: null };
  const custom = isCustom(fieldName);
  const after = claimOf(row, 'new', form, custom);
  const before = claimOf(row, 'old', form, custom);
  return {
    fields: after === undefined ? {} : { [fieldName]: after },
    previous: before === undefined ? null : { [fieldName]: before },
  };
}

function subject(sentCode: string, objID: ObjID, isSub: boolean, owns: boolean): Subject | null {
  const objCode = canonicalObjCode(sentCode) ?? sentCode;
  if (!isUsableID(objID) || !isUsableID(objCode)) return null;
  return { objCode, objID, isSub, ownsValues: owns };
}

function isCustom(fieldName: string): boolean {
  return fieldName.startsWith('DE:');
}

// Of custom fields only numbers: texts may be joined multi-selects or the ID behind a typeahead.
function formOf(objCode: ObjCode, fieldName: string): JournalForm | null {
  if (isCustom(fieldName)) return 'Number';
  return fieldsOf(objCode).get(fieldName)?.journalForm ?? null;
}

/**
 * Longer texts are not believed: the width of the journal's text columns is unpublished, and a
 * text cut there would overwrite a whole one.
 */
const TEXT_CHARS_MAX = 250;

type Side = 'new' | 'old';

/**
 * Undefined: no claim. One family is filled (reference A.1); another family than the field's is no
 * claim.
 */
function claimOf(
  row: JsonObject,
  side: Side,
  form: JournalForm,
  custom: boolean,
): FieldValue | undefined {
  const filled = filledForms(row, side);
  if (filled.length === 1 && filled[0] === form) return readable(row[`${side}${form}Val`], form);
  if (filled.length > 0) return undefined;
  // Emptied: this side says nothing where the other side said something of the right kind.
  const other = side === 'new' ? 'old' : 'new';
  const [otherForm, ...more] = filledForms(row, other);
  const known =
    otherForm !== undefined && more.length === 0 && row[`${other}${otherForm}Val`] !== '';
  return known && (custom || otherForm === form) ? null : undefined;
}

function filledForms(row: JsonObject, side: Side): JournalForm[] {
  return FORMS.filter((form) => (row[`${side}${form}Val`] ?? null) !== null);
}

const FORMS = ['Text', 'Number', 'Date'] as const;

function readable(value: JsonValue | undefined, form: JournalForm): FieldValue | undefined {
  if (form === 'Number') {
    const isNumber = typeof value === 'number' || value instanceof SourceNumber;
    return isNumber ? toFieldValue(value) : undefined;
  }
  if (typeof value !== 'string' || value === '') return undefined;
  if (form === 'Date') return parseWorkfrontDate(value) === null ? undefined : value;
  return value.length > TEXT_CHARS_MAX ? undefined : toFieldValue(value);
}
