/** The forms of the tenant, from the store, and the views that there are of them. */
import type { Queryable } from '../../../platform/postgres/postgres.ts';
import { canonicalObjCode } from '../../../workfront/catalogue/catalogue.ts';
import { formFieldOf } from './form.ts';
import type { CustomForm } from './form.ts';

/** By the forms' ids; deleted ones too: their objects have a past. */
export async function readForms(client: Queryable): Promise<readonly CustomForm[]> {
  const { rows } = await client.query<StoredForm>(FORMS);
  return rows.map(({ id, name, types, fields }) => ({
    categoryID: id,
    name: name ?? id,
    objCodes: [...new Set(types.flatMap((type) => canonicalObjCode(type) ?? []))].sort(),
    fields: fields.flatMap(([parameterID, fieldName, dataType, displayType]) => {
      return formFieldOf({ parameterID, name: fieldName, dataType, displayType }) ?? [];
    }),
  }));
}

interface StoredForm {
  readonly id: string;
  readonly name: string | null;
  readonly types: readonly string[];
  readonly fields: readonly [string, string | null, string | null, string | null][];
}

// A field that left a form keeps its column, so those of the past count. displayOrder is a number
// or its text.
const FORMS = `
  with links as (
    select categoryid, parameterid, other ->> 'displayOrder' as place, objid
    from live.categoryparameter_now
    union all
    select categoryid, parameterid, other ->> 'displayOrder', objid
    from live.categoryparameter_past
  ), placed as (
    select categoryid, parameterid, min(objid) as link,
      min(case when pg_input_is_valid(place, 'numeric') then place::numeric end) as place
    from links where categoryid is not null and parameterid is not null group by 1, 2
  )
  select category.objid as id, category.name,
    coalesce((select array_agg(type) from jsonb_array_elements_text(
      case when jsonb_typeof(category.other -> 'objTypes') = 'array'
        then category.other -> 'objTypes' else jsonb_build_array(category.catobjcode) end
    ) as type where type is not null), '{}') as types,
    coalesce((
      select array_agg(array[parameter.objid, parameter.name,
        parameter.other ->> 'dataType', parameter.other ->> 'displayType']
        order by place nulls last, parameter.objid)
      from placed join live.parameter_now as parameter on parameter.objid = placed.parameterid
      where placed.categoryid = category.objid
    ), '{}') as fields
  from live.category_now as category order by category.objid`;

/** A view of a form as it stands. */
export interface FormView {
  /** Without its schema. */
  readonly name: string;
  /** Ours, whatever somebody wrote over it. */
  readonly comment: string;
  readonly columns: readonly FormViewColumn[];
}

export interface FormViewColumn {
  readonly name: string;
  readonly comment: string;
}

export async function readFormViews(client: Queryable): Promise<readonly FormView[]> {
  const { rows } = await client.query<StoredView>(VIEWS);
  return rows.map(({ columns, ...view }) => ({
    ...view,
    columns: (columns ?? []).map(([name, comment]) => ({ name, comment })),
  }));
}

interface StoredView {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly [string, string][] | null;
}

// Our comments as we wrote them: somebody may have written others over them.
const VIEWS = `
  with written as materialized (
    select to_regclass(viewname)::oid as view, columnname, comment from workfront.view_comments
    where starts_with(viewname, 'forms.')
  )
  select relname as name,
    coalesce((select comment from written where view = c.oid and columnname = ''),
      obj_description(c.oid, 'pg_class'), '') as comment,
    (select array_agg(array[attname::text,
        coalesce(written.comment, col_description(c.oid, attnum), '')] order by attnum)
      from pg_attribute left join written on view = c.oid and columnname = attname
      where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
  from pg_class as c
  where relnamespace = to_regnamespace('forms') and relkind = 'v' and relname <> 'parameter_keys'
  order by 1`;
