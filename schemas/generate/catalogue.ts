/**
 * The Workfront catalogue as TypeScript, from the JSON in services/workfront/catalogue/reference/.
 * One row a line and explicit types: compact to read in a diff, and quick to type-check.
 */
import {
  readEventTypes,
  readFieldTypes,
  readJournalFields,
  readObjects,
} from './catalogue-reference.ts';
import type { DataConnectJson, ObjectJson } from './catalogue-reference.ts';
import { header, literal, membersOf, sourceRows } from './source-text.ts';

const REFERENCE = 'services/workfront/catalogue/reference';

export function objectTypesSource(text: string): string {
  const rows = readObjects(text).map(objectRow);
  return `${header(`${REFERENCE}/objects.json`)}
/** A column of a Data Connect view that points to another view; \`table\` is prose where it varies. */
export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly key: string;
}

/** Views of one type in Data Connect, \`<base>_CURRENT\` and so on (reference F.1). */
export interface DataConnectTable {
  readonly schema: 'WF' | 'PLANNING';
  readonly base: string;
  /** Key column of the object's own ID; null where Data Connect prints none. */
  readonly key: string | null;
  readonly foreignKeys: readonly ForeignKey[];
  /** Columns as printed, Planning only: [column, Snowflake type]. */
  readonly columns: readonly (readonly [column: string, type: string])[];
}

/** An object type of Workfront (reference D). */
export interface ObjectType {
  readonly objCode: string;
  readonly name: string;
  /** Its name in REST paths beside objCode (reference C.2); null where none is published. */
  readonly apiName: string | null;
  readonly inRest: boolean;
  readonly planning: boolean;
  /** Event subscriptions: none, any version, or version 2 only (reference B.3). */
  readonly events: 'none' | 'any' | 'v2';
  /** Clock fields that a poll can follow (reference C.7). */
  readonly clocks: readonly string[];
  readonly dataConnect: DataConnectTable | null;
  /** Further tables; TMPH alone has them. */
  readonly moreTables: readonly DataConnectTable[];
}

export const OBJECT_TYPES: readonly ObjectType[] = [
${sourceRows(rows)}
];
`;
}

export function fieldTypesSource(text: string): string {
  const rows = Object.entries(readFieldTypes(text)).map(([objCode, object]) => {
    const fields = Object.entries(object.fields).map(([name, field]) => {
      const flags = (field.filterable === true ? 'f' : '') + (field.sortable === true ? 's' : '');
      const row = [name, plainType(field.type), PROVENANCE[field.source] ?? 'unknown', flags];
      return literal(field.enum === undefined ? row : [...row, field.enum]);
    });
    return `  ${objCode}: [\n${sourceRows(fields)}\n  ],`;
  });
  return `${header(`${REFERENCE}/field_types.json`)}
export type FieldType =
  'string' | 'int' | 'double' | 'boolean' | 'date' | 'dateTime' | 'string[]' | 'map' | 'unknown';

/** Where a type comes from: Adobe's OpenAPI v13, a guess from the name, or nowhere. */
export type Provenance = 'openapi' | 'name' | 'unknown';

/** \`flags\`: f filterable, s sortable in the OpenAPI files. \`values\`: the keys of an enum. */
export type FieldTypeRow = readonly [
  name: string,
  type: FieldType,
  provenance: Provenance,
  flags: string,
  values?: readonly (string | number)[],
];

export const FIELD_TYPES: Readonly<Record<string, readonly FieldTypeRow[]>> = {
${rows.join('\n')}
};
`;
}

export function eventFieldsSource(text: string): string {
  const rows = readEventTypes(text).map((object) => {
    const fields = object.fields
      .filter((field) => field.removed === undefined)
      .map((field) => {
        const provenance = PROVENANCE[field.typeSource ?? 'unknown'] ?? 'unknown';
        return literal([field.name, plainType(field.type), provenance]);
      });
    const attributes = membersOf({
      idField: object.idField,
      changeTimeField: object.changeTimeField,
      createTimeField: object.createTimeField,
      actorField: object.actorField,
      customerField: object.customerField,
      hasParameterValues: object.hasParameterValues,
      subscribable: object.listedAsSubscribable,
    });
    return `  ${object.objCode}: { ${attributes}, fields: [\n${sourceRows(fields)}\n  ] },`;
  });
  return `${header(`${REFERENCE}/event_sub_fields.json`)}
import type { FieldType, Provenance } from './field-types.generated.ts';

/** What the events of one type carry (reference B.4, B.6). */
export interface EventContents {
  readonly idField: string | null;
  readonly changeTimeField: string | null;
  readonly createTimeField: string | null;
  readonly actorField: string | null;
  readonly customerField: string;
  readonly hasParameterValues: boolean;
  /** False: has a field list but is not listed as subscribable (reference B.3). */
  readonly subscribable: boolean;
  readonly fields: readonly (readonly [name: string, type: FieldType, provenance: Provenance])[];
}

export const EVENT_TYPES: Readonly<Record<string, EventContents>> = {
${rows.join('\n')}
};
`;
}

export function journalFieldsSource(text: string): string {
  const journal = readJournalFields(text);
  const rows = journal.fields.map((field) => {
    const filterable = !(field.v13Flag ?? '').startsWith('NOT_FILTERABLE');
    const type = field.type.startsWith('enum') ? 'string' : plainType(field.type);
    return literal([field.name, type, filterable, field.refersTo ?? null, field.meaning]);
  });
  const { configurableObjects, loggedNotConfigurable } = journal.trackable;
  const codes = journal.changeTypeCodes.flatMap(({ code, label }) =>
    code === null ? [] : [literal([code, label])],
  );
  return `${header(`${REFERENCE}/jrnle_fields.json`)}
import type { FieldType } from './field-types.generated.ts';

/** \`filterable\`: still so since v13 (reference A.2). \`refersTo\`: objCode of the target. */
export type JournalFieldRow = readonly [
  name: string,
  type: FieldType,
  filterable: boolean,
  refersTo: string | null,
  meaning: string,
];

export const JOURNAL_FIELDS: readonly JournalFieldRow[] = [
${sourceRows(rows)}
];

/** Known codes of \`changeType\`; others exist (reference A.3). */
export const JOURNAL_CHANGE_TYPES: readonly (readonly [code: string, label: string])[] = [
${sourceRows(codes)}
];

/** Types whose tracked fields an administrator chooses (reference A.5). */
export const JOURNAL_CONFIGURABLE: readonly string[] = ${literal(configurableObjects)};

/** Types that are journaled with a fixed set of fields (reference A.5). */
export const JOURNAL_FIXED: readonly string[] = ${literal(loggedNotConfigurable)};
`;
}

const PROVENANCE: Readonly<Record<string, string>> = {
  oas_v13: 'openapi',
  inferred_from_name: 'name',
  unknown: 'unknown',
};

// `int.com.attask.common.constants.X` names the Java enum behind an int.
function plainType(type: string | null): string {
  if (type === null) return 'unknown';
  if (type.startsWith('map')) return 'map';
  return type.split('.')[0] ?? 'unknown';
}

function objectRow(object: ObjectJson): string {
  const clocks = Object.entries(object.polling ?? {}).flatMap(([name, value]) =>
    value === true && CLOCKS.has(name) ? [name] : [],
  );
  const { supported, v2Only } = object.eventSubscription;
  const tables = (object.dataConnect ?? []).map(dataConnectTable);
  return literal({
    objCode: object.objCode,
    name: object.name,
    apiName: object.apiName,
    inRest: object.inRestApiV22,
    planning: object.planningObject,
    events: supported ? (v2Only === true ? 'v2' : 'any') : 'none',
    clocks,
    dataConnect: tables[0] ?? null,
    moreTables: tables.slice(1),
  });
}

const CLOCKS: ReadonlySet<string> = new Set([
  'lastUpdateDate',
  'entryDate',
  'updatedAt',
  'createdAt',
]);

function dataConnectTable(table: DataConnectJson): object {
  const columns = table.columns ?? [];
  // Planning prints its relations with its columns, the other schema apart.
  const related = columns.filter(
    ({ relatedTable, column }) => relatedTable !== '—' && !table.primaryKey.includes(column),
  );
  const foreignKeys = (table.foreignKeys ?? related).map((one) => ({
    column: one.column,
    table: one.relatedTable,
    key: one.relatedField,
  }));
  return {
    schema: table.schema === 'WORKFRONT.PLANNING' ? 'PLANNING' : 'WF',
    base: table.base,
    key: keyOf(table),
    foreignKeys,
    columns: columns.map(({ column, type }) => [column, type]),
  };
}

// Two tables print two key columns; the object's own ID is the one that is named after the table.
function keyOf({ base, primaryKey }: DataConnectJson): string | null {
  const stem = base.replaceAll('_', '').slice(0, -1);
  return primaryKey.find((column) => column.startsWith(stem)) ?? primaryKey[0] ?? null;
}
