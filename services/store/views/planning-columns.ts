/**
 * Columns that Data Connect prints of Planning's views and no field of the object has as it stands
 * (reference F.2): flags, names in place of ids, values by the names of their fields. Pure.
 */
import { objectType } from '../../workfront/catalogue/catalogue.ts';
import { columnNameOf, tableOf } from '../tables/type-tables.ts';
import type { Column } from './view-column.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';

export function isPlanning(objCode: string): boolean {
  return objectType(objCode)?.dataConnect?.schema === 'PLANNING';
}

/** In place of the fields' columns of the same names; none for a type of another schema. */
export function planningColumns(objCode: string): readonly Column[] {
  if (!isPlanning(objCode)) return [];
  const columns = objectType(objCode)?.dataConnect?.columns ?? [];
  return columns.flatMap(([printed, type]) => {
    const name = columnNameOf(printed);
    const special = SPECIAL[objCode]?.[name] ?? flagsOf(objCode)[name];
    if (special !== undefined) return [{ name, ...special }];
    const field = fieldNamed(objCode, name);
    return field === null ? [unpublished(name, type)] : asPrinted(objCode, name, type, field);
  });
}

type Said = Omit<Column, 'name'>;

// The table that a row's past is in; `version` is the row.
function flagsOf(objCode: string): Readonly<Record<string, Said>> {
  const { past } = tableOf(objCode);
  const earlier = `exists (select from live.${past} as earlier
    where earlier.objid = version.objid and earlier.began < version.began)`;
  const wasDeleted = `exists (select from live.${past} as earlier
    where earlier.objid = version.objid and earlier.ended = version.began and earlier.deleted)`;
  return {
    created: {
      expression: flag(`not version.deleted and not ${earlier}`),
      comment: '1 where the row is the first version of the object, else 0.',
    },
    updated: {
      expression: flag(`not version.deleted and ${earlier}`),
      comment: '1 where a version came before the row, else 0.',
    },
    deleted: {
      expression: flag('version.deleted'),
      comment: '1 when the object is deleted, else 0: a number here, a text in schema workfront.',
    },
    restored: {
      expression: flag(`not version.deleted and ${wasDeleted}`),
      comment: '1 where the version before the row was the deletion, else 0.',
    },
  };
}

function flag(condition: string): string {
  return `case when ${condition} then 1 else 0 end`;
}

/** The values of a record with what is known of their fields; in the order of the fields' ids. */
function valuesBy(key: string, value: string, where = 'true'): string {
  return `coalesce((select jsonb_object_agg(${key}, ${value} order by one.key)
    from jsonb_each(version.custom) as one
    left join live.field_now as field on field.objid = one.key where ${where}), '{}')`;
}

const BY_NAME = 'coalesce(field.displayname, one.key)';
const DISPLAYED = `planning.displayed(one.value, field.other -> 'options')`;
const NAMES_NOW = 'Names are those that the fields have now; of one that is not known, its id.';

/** A record's reference: one for all links of one field. */
export const REFERENCE_ID = `version.objid || '.' || one.key`;
/** A connection; people are lists of objects too (reference E.4). */
export const IS_REFERENCE = `coalesce(field.type = 'reference',
      jsonb_path_exists(one.value, '$[*] ? (exists (@.id) && !exists (@.idType))'))`;

const RECORD: Readonly<Record<string, Said>> = {
  recordtypename: {
    expression: `(select type.displayname from live.recordtype_now as type
    where type.objid = version.recordtypeid)`,
    comment: 'Name that the record type has now.',
  },
  workspaceid: {
    expression: `(select type.other ->> 'workspaceId' from live.recordtype_now as type
    where type.objid = version.recordtypeid)`,
    comment: 'Workspace of the record type; points to workspace_current.id.',
  },
  workspacename: {
    expression: `(select workspace.name from live.recordtype_now as type
    join live.workspace_now as workspace on workspace.objid = type.other ->> 'workspaceId'
    where type.objid = version.recordtypeid)`,
    comment: 'Name that the workspace has now.',
  },
  field_ids: {
    expression: valuesBy(BY_NAME, 'one.key'),
    comment: `Id of each filled field, by its name. ${NAMES_NOW}`,
  },
  field_types: {
    expression: valuesBy(BY_NAME, 'field.type'),
    comment: `Type of each filled field, by its name. ${NAMES_NOW}`,
  },
  field_values: {
    expression: valuesBy(BY_NAME, DISPLAYED),
    comment: `What people see of each filled field, by its name: labels of options, titles of connected records. ${NAMES_NOW}`,
  },
  field_values_raw: {
    expression: valuesBy(BY_NAME, 'one.value'),
    comment: `Each filled field as sent, by its name: keys of options, connections with their ids. ${NAMES_NOW}`,
  },
  fieldid_fieldid: {
    expression: valuesBy('one.key', 'one.key'),
    comment: 'Id of each filled field, by that id.',
  },
  fieldid_values: {
    expression: valuesBy('one.key', DISPLAYED),
    comment: 'The same as field_values, by the id of the field.',
  },
  fieldid_values_raw: {
    expression: `coalesce(version.custom, '{}')`,
    comment: 'The same as field_values_raw, by the id of the field.',
  },
  reference_ids: {
    expression: valuesBy(BY_NAME, REFERENCE_ID, IS_REFERENCE),
    comment: `Of each connection, by its name, the reference_id of its rows in reference_current. ${NAMES_NOW}`,
  },
};

const SPECIAL: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  RECORD,
  FIELD: {
    aliasname: { expression: `other ->> 'alias'`, comment: 'Alias of the field in the API.' },
    fieldtype: { expression: 'type', comment: 'Type of the field, as reference E.4 spells it.' },
  },
};

/** The catalogue's spelling of a printed column; null where no field is published. */
function fieldNamed(objCode: string, name: string): string | null {
  const column = tableOf(objCode).columns.find((one) => one.name === name);
  return column?.field ?? UNTYPED[name] ?? null;
}

/** Fields whose type the catalogue does not know, and Data Connect prints. */
const UNTYPED: Readonly<Record<string, string>> = {
  createdby: 'createdBy',
  updatedby: 'updatedBy',
  dateoptions: 'dateOptions',
  externaloptions: 'externalOptions',
  formulaoptions: 'formulaOptions',
  permission: 'permission',
};

/** Of what stands in JSON, in the type that is printed; a typed column stays as it is. */
function asPrinted(objCode: string, name: string, type: string, field: string): readonly Column[] {
  const column = tableOf(objCode).columnOf.get(field);
  const comment = `${objCode}.${field}, as Data Connect types it: ${type}.`;
  if (column === undefined) {
    const arrow = type === 'Variant' ? '->' : '->>';
    return [{ name, expression: `other ${arrow} ${sqlText(field)}`, comment }];
  }
  if (column.type !== 'boolean' || type !== 'Varchar') return [];
  return [{ name, expression: `${column.name}::text`, comment }];
}

const CASTS: Readonly<Record<string, string>> = { Boolean: '::boolean', Number: '::numeric' };

/** Printed, and nobody publishes the field: the one of that name, in any case. */
function unpublished(name: string, type: string): Column {
  const value = type === 'Variant' ? 'value' : `value #>> '{}'`;
  const cast = CASTS[type] ?? '';
  const valid = cast === '' ? '' : ` and pg_input_is_valid(${value}, ${sqlText(cast.slice(2))})`;
  return {
    name,
    expression: `(select (${value})${cast} from jsonb_each(other)
    where lower(key) = ${sqlText(name)}${valid} order by key collate "C" limit 1)`,
    comment: `Printed by Data Connect as ${type}; the field is not published: any of that name.`,
  };
}
