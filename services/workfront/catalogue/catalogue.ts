/**
 * What is known of Workfront's object types and their fields, as data.
 * Promises that the same question has one answer everywhere: type, clock, view, journal form.
 * Must not do I/O, and must not refuse what it does not know: unknown types and fields are carried.
 */
import { EVENT_TYPES } from './event-fields.generated.ts';
import type { EventContents } from './event-fields.generated.ts';
import { FIELD_TYPES } from './field-types.generated.ts';
import type { FieldTypeRow, FieldType, Provenance } from './field-types.generated.ts';
import { JOURNAL_FIELDS } from './journal-fields.generated.ts';
import { nowDependentFields } from './now-dependent.ts';
import { OBJECT_TYPES } from './object-types.generated.ts';
import type { ObjectType } from './object-types.generated.ts';

/** A field of one object type. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly provenance: Provenance;
  /** Keys of an enum, where published. */
  readonly values: readonly (string | number)[];
  readonly filterable: boolean;
  readonly sortable: boolean;
  /** Listed in the event payload (reference B.6). */
  readonly inEvents: boolean;
  /** An array whose order means nothing: projections sort it. */
  readonly setLike: boolean;
  /**
   * Changes as time goes by, with nobody changing it: makes no version (docs/architecture.md,
   * "Normal form").
   */
  readonly nowDependent: boolean;
  /** The journal columns that hold this field in its API form, or null (reference A.4). */
  readonly journalForm: JournalForm | null;
}

/** `Text` stands for newTextVal and oldTextVal, and so on. */
export type JournalForm = 'Text' | 'Number' | 'Date';

const TYPES: ReadonlyMap<string, ObjectType> = new Map(
  OBJECT_TYPES.map((type) => [type.objCode, type]),
);

const BY_NAME: ReadonlyMap<string, string> = new Map([
  // objCode wins over API name, and upper case over lower: `APPROVAL` and `approval` are two types.
  ...OBJECT_TYPES.flatMap(({ apiName, objCode }) =>
    apiName === null ? [] : ([[apiName.toLowerCase(), objCode]] as const),
  ),
  ...OBJECT_TYPES.map(({ objCode }) => [objCode.toLowerCase(), objCode] as const).sort((a, b) =>
    a[1] < b[1] ? 1 : -1,
  ),
]);

/** Types with event subscriptions (reference B.3). */
export const SUBSCRIBABLE_OBJECT_CODES: readonly string[] = OBJECT_TYPES.filter(
  ({ events }) => events !== 'none',
).map(({ objCode }) => objCode);

/** Types that we capture: by events, by a clock to poll by, or by listing (reference C.7). */
export const CAPTURED_OBJECT_CODES: readonly string[] = OBJECT_TYPES.filter(isCaptured).map(
  ({ objCode }) => objCode,
);

// REFERENCE is a view that Data Connect derives from RECORD: no API serves it (reference F.2). Of
// types that only a listing finds, those that analysts have a view of.
function isCaptured({ events, clocks, objCode, inRest, dataConnect }: ObjectType): boolean {
  const isListed = inRest && dataConnect !== null;
  return (events !== 'none' || clocks.length > 0 || isListed) && objCode !== 'REFERENCE';
}

export function objectType(objCode: string): ObjectType | null {
  return TYPES.get(objCode) ?? null;
}

/** The objCode for a code in any letter case or an API name (reference C.2); null if unknown. */
export function canonicalObjCode(text: string): string | null {
  return TYPES.has(text) ? text : (BY_NAME.get(text.toLowerCase()) ?? null);
}

/** What the events of a type carry; null for a type without a published field list. */
export function eventFieldsOf(objCode: string): EventContents | null {
  return Object.hasOwn(EVENT_TYPES, objCode) ? (EVENT_TYPES[objCode] ?? null) : null;
}

const fieldsByType = new Map<string, ReadonlyMap<string, Field>>();

/** Every known field of a type by name, `project:status` of events included; empty if unknown. */
export function fieldsOf(objCode: string): ReadonlyMap<string, Field> {
  const known = fieldsByType.get(objCode);
  if (known) return known;
  const fields = new Map(rowsOf(objCode).map((row) => [row[0], fieldOf(objCode, row)]));
  // Asked for by names from outside too, so only catalogued types are remembered (Law 7).
  if (TYPES.has(objCode)) fieldsByType.set(objCode, fields);
  return fields;
}

// The name says dateTime, the value is the day worked (reference C.6, C.7).
const DATE_ONLY: ReadonlySet<string> = new Set(['HOUR.entryDate']);

// One row a name: the OpenAPI-typed list first, then what only events or the journal page name.
function rowsOf(objCode: string): readonly FieldTypeRow[] {
  const rows = new Map<string, FieldTypeRow>();
  const typed = Object.hasOwn(FIELD_TYPES, objCode) ? (FIELD_TYPES[objCode] ?? []) : [];
  for (const row of typed) rows.set(row[0], row);
  for (const [name, type, provenance] of eventFieldsOf(objCode)?.fields ?? [])
    if (!rows.has(name)) rows.set(name, [name, type, provenance, '']);
  if (objCode === 'JRNLE')
    for (const [name, type, filterable] of JOURNAL_FIELDS)
      rows.set(name, [name, type, 'name', filterable ? 'f' : '']);
  return [...rows.values()];
}

function fieldOf(objCode: string, [name, listed, provenance, flags, values]: FieldTypeRow): Field {
  const type = DATE_ONLY.has(`${objCode}.${name}`) ? 'date' : listed;
  return {
    name,
    type,
    provenance,
    values: values ?? [],
    filterable: flags.includes('f'),
    sortable: flags.includes('s'),
    inEvents: eventFieldsOf(objCode)?.fields.some((one) => one[0] === name) ?? false,
    // workPerDayList is one entry a day; every other array of names or ids is a set.
    setLike: type === 'string[]' && name !== 'workPerDayList',
    nowDependent: nowDependentFields(objCode).has(name),
    journalForm: journalFormOf(name, type),
  };
}

// Only kinds whose journal form equals the API form. Ids fill names (`ownerID` fills aux1, aux2),
// `condition` is a number in the journal whatever its type, booleans and arrays are unpublished
// (reference A.4).
function journalFormOf(name: string, type: FieldType): JournalForm | null {
  if (name === 'condition' || name === 'ID' || name.endsWith('ID')) return null;
  if (type === 'string') return 'Text';
  if (type === 'int' || type === 'double') return 'Number';
  return type === 'dateTime' ? 'Date' : null;
}
