/**
 * What fields the sandbox's objects have: the catalogue, the fields every object has, custom
 * fields.
 */
import { canonicalObjCode, fieldsOf, objectType } from './catalogue.ts';
import type { FieldType } from './field-types.generated.ts';
import { OBJECT_TYPES } from './object-types.generated.ts';

const EVERY_OBJECT: readonly (readonly [string, FieldType])[] = [
  ['ID', 'string'],
  ['objCode', 'string'],
  ['name', 'string'],
  ['customerID', 'string'],
];

const schemas = new Map<string, ReadonlyMap<string, FieldType>>();

/** Fields of a type by name, dotted names of event payloads (`project:status`) left out. */
export function schemaOf(objCode: string): ReadonlyMap<string, FieldType> {
  const known = schemas.get(objCode);
  if (known) return known;
  const fields = new Map<string, FieldType>();
  const typed = fieldsOf(objCode);
  for (const [name, type] of EVERY_OBJECT) {
    // A type whose fields are published has a name only when they say so.
    if (name !== 'name' || typed.size === 0 || typed.has('name')) fields.set(name, type);
  }
  for (const clock of objectType(objCode)?.clocks ?? []) {
    fields.set(clock, 'dateTime');
    if (clock === 'lastUpdateDate') fields.set('lastUpdatedByID', 'string');
  }
  for (const field of typed.values()) {
    if (!field.name.includes(':')) fields.set(field.name, field.type);
  }
  // The day worked, not an instant (reference C.6, C.7); the catalogue's type is a guess from the
  // name.
  if (objCode === 'HOUR') fields.set('entryDate', 'date');
  // In every public sample of a group's status, though the catalogue's sources leave it out.
  if (objCode === 'CSTEM') fields.set('groupID', 'string');
  // `v1.0` in what clients upload; the catalogue's number is a guess from the name.
  if (objCode === 'DOCV') fields.set('version', 'unknown');
  schemas.set(objCode, fields);
  return fields;
}

/** A type of which nothing but its name is public: any field is taken as it comes. */
export function isOpen(objCode: string): boolean {
  return fieldsOf(objCode).size === 0;
}

/** `lastUpdateDate`, `updatedAt`, `entryDate` or null: what a search goes by (reference C.7). */
export function clockField(objCode: string): string | null {
  const schema = schemaOf(objCode);
  for (const name of ['lastUpdateDate', 'updatedAt', 'entryDate']) {
    if (schema.has(name)) return name;
  }
  return null;
}

export function classNameOf(objCode: string): string {
  return objectType(objCode)?.name ?? objCode;
}

/** The objCode of `{obj}` in a path, null when there is none in REST (reference C.2). */
export function restObjCode(text: string): string | null {
  const objCode = canonicalObjCode(text);
  if (objCode === null) return null;
  const type = objectType(objCode);
  return type === null || type.planning ? null : objCode;
}

const BY_BASE: ReadonlyMap<string, string> = new Map(
  OBJECT_TYPES.flatMap(({ dataConnect, objCode }) =>
    dataConnect === null ? [] : ([[dataConnect.base, objCode]] as const),
  ),
);

const references = new Map<string, ReadonlyMap<string, string>>();

/** objCode that a field such as `projectID` points to, by field name (Data Connect keys, D). */
export function referencesOf(objCode: string): ReadonlyMap<string, string> {
  const known = references.get(objCode);
  if (known) return known;
  const found = new Map<string, string>();
  const columns = new Map(
    (objectType(objCode)?.dataConnect?.foreignKeys ?? []).map((key) => [key.column, key.table]),
  );
  for (const name of schemaOf(objCode).keys()) {
    const table = columns.get(name.toUpperCase());
    const target = table === undefined ? undefined : BY_BASE.get(table.replace(/_CURRENT$/, ''));
    const byName = GENERIC[name];
    if (target !== undefined) found.set(name, target);
    else if (byName !== undefined) found.set(name, byName);
  }
  references.set(objCode, found);
  return found;
}

const GENERIC: Readonly<Record<string, string>> = {
  projectID: 'PROJ',
  taskID: 'TASK',
  opTaskID: 'OPTASK',
  portfolioID: 'PORT',
  programID: 'PRGM',
  companyID: 'CMPY',
  groupID: 'GROUP',
  roleID: 'ROLE',
  teamID: 'TEAMOB',
  templateID: 'TMPL',
  documentID: 'DOCU',
  timesheetID: 'TSHET',
  categoryID: 'CTGY',
  userID: 'USER',
  ownerID: 'USER',
  sponsorID: 'USER',
  enteredByID: 'USER',
  lastUpdatedByID: 'USER',
  assignedToID: 'USER',
  assignedByID: 'USER',
  submittedByID: 'USER',
  editedByID: 'USER',
  customerID: 'CUST',
  currentVersionID: 'DOCV',
};
