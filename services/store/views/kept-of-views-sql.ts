/** Asks the catalogue of Postgres what stands on views, and what others did to them. */

/** The views of $1 that are there, with all views that stand on them. */
const STANDING = `
  with recursive stands (oid, depth) as (
    select to_regclass(name)::oid, 0 from unnest($1::text[]) as name
    where to_regclass(name) is not null
    union
    select rule.ev_class, stands.depth + 1
    from stands
    join pg_depend as need on need.refclassid = 'pg_class'::regclass
      and need.refobjid = stands.oid and need.classid = 'pg_rewrite'::regclass
    join pg_rewrite as rule on rule.oid = need.objid
      and rule.ev_class <> stands.oid and rule.rulename = '_RETURN'
  ), standing as (
    select class.oid, max(stands.depth) as depth,
      format('%I.%I', space.nspname, class.relname) as name,
      class.relkind, class.relowner, class.relacl, class.reloptions, class.reltype,
      class.relpersistence
    from stands
    join pg_class as class on class.oid = stands.oid
    join pg_namespace as space on space.oid = class.relnamespace
    group by class.oid, space.nspname
  )`;

/** Each after what it stands on. */
export const KEPT_VIEWS = `${STANDING}
  select name, pg_get_viewdef(oid) as definition, quote_ident(pg_get_userbyid(relowner)) as owner,
    coalesce(reloptions, '{}') as options,
    relacl is not null or exists (
      select from pg_attribute where attrelid = oid and attacl is not null
    ) as is_granted
  from standing
  order by depth, name
`;

const GRANTEE = `case acl.grantee when 0 then 'public'
    else quote_ident(pg_get_userbyid(acl.grantee)) end`;

export const KEPT_GRANTS = `${STANDING}, given as (
    select name, null as columnname, coalesce(relacl, acldefault('r', relowner)) as list
    from standing
    union all
    select name, attname, attacl from standing
    join pg_attribute on attrelid = oid and attnum > 0 and attacl is not null
  )
  select name, columnname::text, ${GRANTEE} as grantee, acl.privilege_type as privilege,
    acl.is_grantable as grantable
  from given cross join lateral aclexplode(list) as acl
`;

export const KEPT_COMMENTS = `${STANDING}
  select name, attname::text as columnname, description as comment
  from standing
  join pg_description on objoid = oid and classoid = 'pg_class'::regclass
  left join pg_attribute on attrelid = oid and attnum = objsubid and objsubid > 0
`;

/**
 * What is no plain view of ours to drop: a materialized one takes long to fill again; functions,
 * triggers and rules are not a view's definition.
 */
export const OBSTACLES = `${STANDING}
  select case
      when relkind <> 'v' then 'materialized view ' || name
      when relpersistence = 't' then 'temporary view ' || name
      else 'view ' || name || ', which belongs to ' || pg_get_userbyid(relowner)
    end as said
  from standing
  where relkind <> 'v' or relpersistence = 't' or not pg_has_role(relowner, 'USAGE')
  union
  select pg_describe_object(need.classid, need.objid, need.objsubid)
  from standing
  join pg_depend as need on need.deptype in ('n', 'a') and (
    need.refclassid = 'pg_class'::regclass and need.refobjid = standing.oid
    or need.refclassid = 'pg_type'::regclass and need.refobjid = reltype)
  left join pg_rewrite as rule on need.classid = 'pg_rewrite'::regclass and rule.oid = need.objid
  where rule.rulename is distinct from '_RETURN'
  order by said
`;

/** Who may do anything with the view $1. */
export const GRANTEES = `
  select distinct ${GRANTEE} as grantee
  from pg_class cross join lateral aclexplode(relacl) as acl
  where pg_class.oid = to_regclass($1)
`;
