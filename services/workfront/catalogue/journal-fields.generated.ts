// Generated from services/workfront/catalogue/reference/jrnle_fields.json by `npm run generate`. Do not edit.

import type { FieldType } from './field-types.generated.ts';

/** `filterable`: still so since v13 (reference A.2). `refersTo`: objCode of the target. */
export type JournalFieldRow = readonly [
  name: string,
  type: FieldType,
  filterable: boolean,
  refersTo: string | null,
  meaning: string,
];

export const JOURNAL_FIELDS: readonly JournalFieldRow[] = [
  ['ID', 'string', true, null, 'primary key, 32 hex; only stable unique key of a journal row; use as tie-break after entryDate'],
  ['objCode', 'string', true, null, 'always "JRNLE"'],
  ['accessorIDs', 'string[]', true, null, 'internal access list; not needed by a CDC consumer'],
  ['approverStatusID', 'string', true, 'ARVSTS', 'reference id'],
  ['assignmentID', 'string', true, 'ASSGN', 'reference id'],
  ['auditRecordID', 'string', true, null, 'link to an audit record (AUDS)'],
  ['aux1', 'string', true, null, 'helper text; for an ownerID change it holds the display name of the new owner'],
  ['aux2', 'string', true, null, 'helper text; ownerID change: display name of the previous owner; HOUR rows: name of the person the hours are logged for'],
  ['aux3', 'string', true, null, 'helper text; meaning not published'],
  ['baselineID', 'string', true, 'BLIN', 'reference id'],
  ['billingRecordID', 'string', true, 'BILL', 'reference id'],
  ['changeType', 'string', true, null, 'kind of action; see changeType codes'],
  ['customerID', 'string', true, 'CUST', 'reference id'],
  ['documentApprovalID', 'string', true, 'DOCAPL', 'reference id'],
  ['documentID', 'string', true, 'DOCU', 'reference id'],
  ['documentShareID', 'string', true, 'DOCSHR', 'reference id'],
  ['durationMinutes', 'int', true, null, 'not documented; probably hours expressed in minutes for HOUR rows'],
  ['editedByID', 'string', true, 'USER', 'user who made the change (actor)'],
  ['entryDate', 'dateTime', true, null, 'when the change was recorded; the only time on the row; immutable; use as polling cursor'],
  ['expenseID', 'string', true, 'EXPNS', 'reference id'],
  ['extRefID', 'string', true, null, 'external reference id'],
  ['fieldName', 'string', true, null, 'attribute name of the changed field (e.g. name, status, ownerID, plannedCompletionDate, condition) or "DE:<custom field name>"; empty for pure actions'],
  ['flags', 'string', true, null, 'finance/contact visibility class of the row (CR, BR, GF, CF, CI)'],
  ['hourID', 'string', true, 'HOUR', 'reference id'],
  ['newDateVal', 'dateTime', true, null, 'new value of date fields'],
  ['newNumberVal', 'double', true, null, 'new value of numeric fields; for HOUR rows the new amount of hours, null on D'],
  ['newTextVal', 'string', true, null, 'new value for text, enum keys, booleans-as-text and object ids (typeahead)'],
  ['numLikes', 'int', true, null, 'count of likes'],
  ['numReplies', 'int', true, null, 'count of NOTE replies'],
  ['objID', 'string', true, null, 'id of the object that owns the update stream entry (the changed object)'],
  ['objObjCode', 'string', true, null, 'objCode of objID'],
  ['oldDateVal', 'dateTime', true, null, 'previous value of date fields'],
  ['oldNumberVal', 'double', true, null, 'previous numeric value; null on A'],
  ['oldTextVal', 'string', true, null, 'previous value, same families as newTextVal'],
  ['opTaskID', 'string', true, 'OPTASK', 'reference id'],
  ['portfolioID', 'string', true, 'PORT', 'reference id'],
  ['programID', 'string', true, 'PRGM', 'reference id'],
  ['projectID', 'string', true, 'PROJ', 'project in which the change happened (usable as filter)'],
  ['referenceObjectName', 'string', true, null, 'display name of obj at write time'],
  ['securityRootID', 'string', true, null, 'object whose permissions govern the row'],
  ['securityRootObjCode', 'string', true, null, 'objCode of securityRootID'],
  ['subObjCode', 'string', false, null, 'objCode of subObjID'],
  ['subObjID', 'string', false, null, 'id of a child thing the row is about (e.g. the HOUR); kept after the child is deleted'],
  ['subReferenceObjectName', 'string', true, null, 'display name of subObj at write time'],
  ['taskID', 'string', true, 'TASK', 'reference id'],
  ['templateID', 'string', true, 'TMPL', 'reference id'],
  ['timesheetID', 'string', true, 'TSHET', 'reference id'],
  ['topObjCode', 'string', false, null, 'objCode of topObjID'],
  ['topObjID', 'string', false, null, 'id of the top of the hierarchy (project for a task)'],
  ['topReferenceObjectName', 'string', true, null, 'display name of topObj at write time'],
  ['userID', 'string', true, 'USER', 'user the row is about when obj is USER (not the actor)'],
  ['companyID', 'string', true, 'CMPY', 'reference id'],
  ['initiativeID', 'string', true, null, 'reference id; target object code not published'],
  ['subscribeID', 'string', true, null, 'reference id; target object code not published'],
];

/** Known codes of `changeType`; others exist (reference A.3). */
export const JOURNAL_CHANGE_TYPES: readonly (readonly [code: string, label: string])[] = [
  ['A', 'Add'],
  ['E', 'Edit'],
  ['D', 'Delete'],
  ['DW', 'Download'],
  ['AAA', 'added approver'],
  ['AAR', 'added reviewer'],
  ['ARR', 'removed reviewer'],
  ['ARA', 'removed approver'],
  ['ADA', 'decision: approved'],
  ['ADC', 'decision: approved with changes'],
  ['ADN', 'decision: needs work'],
  ['ADR', 'decision revoked'],
  ['AAC', 'approver changed'],
  ['ARC', 'reviewer changed'],
  ['RDC', 'review complete'],
  ['RDR', 'review revoked'],
  ['PUB', 'publish'],
  ['AAO', 'approval opened'],
  ['ADM', 'locked, all decisions made'],
  ['AUL', 'unlocked manually'],
  ['ALM', 'locked manually'],
  ['PFM', 'folder move'],
];

/** Types whose tracked fields an administrator chooses (reference A.5). */
export const JOURNAL_CONFIGURABLE: readonly string[] = ['PROJ', 'TASK', 'OPTASK', 'PORT', 'PRGM', 'USER'];

/** Types that are journaled with a fixed set of fields (reference A.5). */
export const JOURNAL_FIXED: readonly string[] = ['TMPL', 'DOCU', 'TSHET'];
