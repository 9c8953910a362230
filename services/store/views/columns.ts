/**
 * The columns of a type's views, as data: from the catalogue's fields and Data Connect's relations.
 * Promises unique lower-cased names and plain columns: no stored value can make a query fail.
 * Must not touch a database: it only says what the views say.
 */
import type { Field } from '../../workfront/catalogue/catalogue.ts';
import { fieldsOf, objectType } from '../../workfront/catalogue/catalogue.ts';
import { fieldClassOf } from '../../workfront/catalogue/field-classes.ts';
import type { FieldType } from '../../workfront/catalogue/field-types.generated.ts';
import type { ForeignKey } from '../../workfront/catalogue/object-types.generated.ts';
import { columnNameOf, columnTypeOf, tableOf } from '../tables/type-tables.ts';
import type { Column } from './view-column.ts';
import { keyColumnOf } from './names.ts';
import { planningColumns } from './planning-columns.ts';
import { sqlName, sqlText } from '../../platform/postgres/quoting.ts';

/** The columns that all views of a type have: key first, fields by name, then what is ours. */
export function objectColumns(objCode: string): readonly Column[] {
  const key = {
    name: keyColumnOf(objCode),
    expression: 'objid',
    comment: 'ID of the object; key of the current view.',
  };
  const container = objCode === 'RECORD' ? PLANNING_VALUES : CUSTOM_VALUES;
  const ours = [container, DELETED, LOADED];
  const kept = new Set([key.name, LOADED.name]);
  const printed = planningColumns(objCode).filter(({ name }) => !kept.has(name));
  const instead = new Set(printed.map(({ name }) => name));
  const others = [...ours, ...fieldColumns(objCode)].filter(({ name }) => !instead.has(name));
  const columns = withoutRepeats([key, ...printed, ...others]);
  const last = new Set(ours.map(({ name }) => name));
  return [
    ...columns.filter(({ name }) => !last.has(name)),
    ...columns.filter(({ name }) => last.has(name)),
  ];
}

/** The planner's statistics know custom fields by this very expression. */
export const CUSTOM_JSON = `coalesce(custom, '{}')`;

const CUSTOM_VALUES: Column = {
  name: 'parametervalues',
  expression: CUSTOM_JSON,
  comment: 'Custom fields by "DE:Name", as jsonb; only filled fields.',
};

const PLANNING_VALUES: Column = {
  name: 'data',
  expression: CUSTOM_JSON,
  comment: 'Values of the record by field id, as jsonb; only filled fields.',
};

const CONTAINERS: ReadonlySet<string> = new Set(['parameterValues', 'data']);

const DELETED: Column = {
  name: 'deleted',
  expression: `case when deleted then '1' else '0' end`,
  comment:
    `'1' when the object is deleted, else '0': text, as published queries test ` +
    `nvl(trim(deleted),'-1') != '1'.`,
};

const LOADED: Column = {
  name: 'dl_load_timestamp',
  expression: 'observedat',
  comment: 'When this pipeline saw the newest fact in the row, UTC.',
};

// Of columns with one name the first stays, and says what it hides.
function withoutRepeats(columns: readonly Column[]): readonly Column[] {
  const named = new Map<string, Column>();
  for (const column of columns) {
    const first = named.get(column.name);
    const comment = first && `${first.comment} Hides ${column.comment}`;
    named.set(column.name, first && comment ? { ...first, comment } : column);
  }
  return [...named.values()];
}

function fieldColumns(objCode: string): readonly Column[] {
  const relations = relationsOf(objCode);
  const fields = [...fieldsOf(objCode).values()]
    .filter(({ name }) => name.toLowerCase() !== 'id' && !CONTAINERS.has(name))
    .map((field) => fieldColumn(objCode, field, relations.get(columnNameOf(field.name))));
  const typed = new Set(fields.map(({ name }) => name));
  const untyped = [...relations].flatMap(([name, relation]) =>
    typed.has(name) ? [] : [relationColumn(name, relation)],
  );
  // Code point order, not the catalogue's: a field that moves from one list to another stays put.
  return [...fields, ...untyped].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function fieldColumn(objCode: string, field: Field, relation: ForeignKey | undefined): Column {
  return {
    name: columnNameOf(field.name),
    expression: expressionOf(objCode, field),
    comment: commentOf(objCode, field, relation),
    fieldClass: fieldClassOf(objCode, field.name),
  };
}

function expressionOf(objCode: string, field: Field): string {
  const column = tableOf(objCode).columnOf.get(field.name);
  if (column !== undefined) return sqlName(column.name);
  if (field.nowDependent) return `null::${columnTypeOf(field.type) ?? 'text'}`;
  return `other ->> ${sqlText(field.name)}`;
}

const TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  string: 'text',
  int: 'whole number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'instant, UTC',
  'string[]': 'array as jsonb',
  map: 'map',
  unknown: 'type not published, shown as text',
};

const PROVENANCE_WORDS = {
  openapi: 'type from the OpenAPI v13 files',
  name: 'type guessed from the name',
  unknown: 'type unknown',
} as const;

function commentOf(objCode: string, field: Field, relation: ForeignKey | undefined): string {
  const source = field.type === 'unknown' ? '' : `; ${PROVENANCE_WORDS[field.provenance]}`;
  const parts = [`${objCode}.${field.name}: ${TYPE_WORDS[field.type]}${source}.`];
  if (field.values.length > 0) parts.push(`Keys: ${field.values.join(', ')}.`);
  if (relation) parts.push(relationWords(relation));
  const fieldClass = fieldClassOf(objCode, field.name);
  if (fieldClass !== null) parts.push(`A ${fieldClass} field: guarded, not every role reads it.`);
  parts.push(
    field.nowDependent
      ? 'Moves with the clock alone, so no version holds it: always null.'
      : field.inEvents
        ? 'In event payloads.'
        : 'Not in event payloads: known from the journal where tracked, and from reads.',
  );
  return parts.join(' ');
}

function relationsOf(objCode: string): Map<string, ForeignKey> {
  const type = objectType(objCode);
  const tables = type?.dataConnect ? [type.dataConnect, ...type.moreTables] : [];
  const pairs = tables.flatMap(({ foreignKeys }) =>
    foreignKeys.map((one) => [columnNameOf(one.column), one] as const),
  );
  return new Map(pairs);
}

function relationWords({ column, table, key }: ForeignKey): string {
  const prose = table.includes(' ');
  const target = prose ? table : `${table.replace(/^WF\./, '')}.${key}`.toLowerCase();
  return `Data Connect ${column} points to: ${target}.`;
}

// Data Connect prints the column but nobody publishes the field: the one of that name, in any case.
function relationColumn(name: string, relation: ForeignKey): Column {
  return {
    name,
    expression: `(select value from jsonb_each_text(other)
    where lower(key) = ${sqlText(name)} order by key collate "C" limit 1)`,
    comment: `${relationWords(relation)} Field not published: any of that name, as text.`,
  };
}
