/**
 * The typed tables as data: for each captured type its base name and a column for every field whose
 * type the catalogue knows. DDL, COPY lists, reading back, views and the schema snapshot derive
 * from it. Pure; part of the store's version: a change here means another store, filled by replay.
 */
import { PARAMETER_VALUES, PLANNING_DATA } from '../../core/field-value.ts';
import type { Flattening } from '../../core/field-value.ts';
import { unreachable } from '../../core/unreachable.ts';
import {
  CAPTURED_OBJECT_CODES,
  fieldsOf,
  objectType,
} from '../../workfront/catalogue/catalogue.ts';
import type { FieldType } from '../../workfront/catalogue/field-types.generated.ts';

export type ColumnType = 'timestamptz' | 'date' | 'boolean' | 'text' | 'numeric' | 'jsonb';

export interface FieldColumn {
  /** As Workfront spells it. */
  readonly field: string;
  readonly name: string;
  readonly type: ColumnType;
  /** Among the table's columns; its bit in `known`. */
  readonly index: number;
}

export interface TypeTable {
  /** Null: of all types outside the catalogue, with `objcode` in the key and no typed columns. */
  readonly objCode: string | null;
  /** Its open versions. */
  readonly now: string;
  /** Its closed versions. */
  readonly past: string;
  readonly columns: readonly FieldColumn[];
  readonly columnOf: ReadonlyMap<string, FieldColumn>;
  /** Whose members are in `custom`. */
  readonly container: Flattening;
}

/**
 * Columns of the tables that are no fields; a field of such a name gets an underscore behind it.
 */
const OURS: ReadonlySet<string> = new Set(
  (
    'objid began ended observedat deleted lastuntil ambiguous known custom other ' +
    'closes isnew hasstate'
  ).split(' '),
);

/** Two types bear the API's name Approval; the older one's table says which it is. */
const BASES: Readonly<Record<string, string>> = { APPROVAL: 'approval_request' };

/** Fixed widths first, which saves padding; then what is compared most. */
const TYPE_ORDER: readonly ColumnType[] = [
  'timestamptz',
  'date',
  'boolean',
  'text',
  'numeric',
  'jsonb',
];

export const OTHER_TYPES: TypeTable = tableFrom(null, 'object', []);

const TABLES: ReadonlyMap<string, TypeTable> = new Map(
  CAPTURED_OBJECT_CODES.map((objCode) => [
    objCode,
    tableFrom(objCode, tableBaseOf(objCode), columnsOf(objCode)),
  ]),
);

export const TYPE_TABLES: readonly TypeTable[] = [...TABLES.values(), OTHER_TYPES];

export function tableOf(objCode: string): TypeTable {
  return TABLES.get(objCode) ?? OTHER_TYPES;
}

/** `lastUpdateDate` is `lastupdatedate`, `project:status` of events `project_status`. */
export function columnNameOf(fieldName: string): string {
  return fieldName.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
}

function tableFrom(
  objCode: string | null,
  base: string,
  columns: readonly FieldColumn[],
): TypeTable {
  return {
    objCode,
    now: `${base}_now`,
    past: `${base}_past`,
    columns,
    columnOf: new Map(columns.map((column) => [column.field, column])),
    container: objCode === 'RECORD' ? PLANNING_DATA : PARAMETER_VALUES,
  };
}

/** From the API's name of the type, or from its title. */
function tableBaseOf(objCode: string): string {
  const type = objectType(objCode);
  const words = type?.apiName ?? type?.name ?? objCode;
  return BASES[objCode] ?? words.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function columnsOf(objCode: string): FieldColumn[] {
  const taken = new Set<string>();
  const columns: Omit<FieldColumn, 'index'>[] = [];
  for (const { name: field, type: fieldType, nowDependent } of fieldsOf(objCode).values()) {
    // No version holds what moves with the clock alone.
    const type = nowDependent ? null : columnTypeOf(fieldType);
    const plain = columnNameOf(field);
    const name = OURS.has(plain) ? `${plain}_` : plain;
    // Of two fields that would share a column the second stands in `other`.
    if (type === null || taken.has(name)) continue;
    taken.add(name);
    columns.push({ field, name, type });
  }
  return columns.sort(compareColumns).map((column, index) => ({ ...column, index }));
}

/** Null: no column can hold it. A map is a container, whose members are fields. */
export function columnTypeOf(type: FieldType): ColumnType | null {
  switch (type) {
    case 'string':
      return 'text';
    case 'int':
    case 'double':
      return 'numeric';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    case 'dateTime':
      return 'timestamptz';
    case 'string[]':
      return 'jsonb';
    case 'map':
    case 'unknown':
      return null;
    default:
      return unreachable(type);
  }
}

function compareColumns(
  a: Pick<FieldColumn, 'name' | 'type'>,
  b: Pick<FieldColumn, 'name' | 'type'>,
): number {
  if (a.type !== b.type) return TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type);
  return a.name < b.name ? -1 : 1;
}
