-- The rest of Snowflake's functions: texts, VARIANT, aggregates, functions in FROM. Safe to run
-- again; functions.sql has nulls, numbers and dates.

-- Texts
create or replace function workfront.charindex(part text, whole text, start integer default 1)
returns integer language sql immutable parallel safe
return case when strpos(substr(whole, start), part) = 0 then 0
  else strpos(substr(whole, start), part) + start - 1 end;
create or replace function workfront.contains(whole text, part text)
returns boolean language sql immutable parallel safe return strpos(whole, part) > 0;
create or replace function workfront.startswith(whole text, part text)
returns boolean language sql immutable parallel safe return starts_with(whole, part);
create or replace function workfront.endswith(whole text, part text)
returns boolean language sql immutable parallel safe return right(whole, length(part)) = part;
create or replace function workfront.len(value text)
returns integer language sql immutable parallel safe return length(value);
-- The pattern must take the whole text.
create or replace function workfront.rlike(value text, pattern text)
returns boolean language sql immutable parallel safe return value ~ ('^(?:' || pattern || ')$');
create or replace function workfront.rlike(value text, pattern text, parameters text)
returns boolean language sql immutable parallel safe
return value ~ ('(?' || case when parameters ~ 'i[^c]*$' then 'i' else 'c' end
  || case when parameters !~ 'm' then '' when parameters ~ 's' then 'w' else 'n' end
  || ')^(?:' || pattern || ')$');
create or replace function workfront.split(value text, separator text)
returns jsonb language sql immutable parallel safe
return to_jsonb(string_to_array(value, separator));
create or replace function workfront.strtok(value text, separators text default ' ',
  part integer default 1)
returns text language sql immutable parallel safe
return (array_remove(regexp_split_to_array(value, '[' || regexp_replace(
  separators, '([\]\[\\^-])', '\\\1', 'g') || ']'), ''))[part];

-- VARIANT is jsonb
create or replace function workfront.parse_json(value text)
returns jsonb language sql immutable parallel safe return value::jsonb;
create or replace function workfront.try_parse_json(value text)
returns jsonb language sql immutable parallel safe
return (case when pg_input_is_valid(value, 'jsonb') then value end)::jsonb;
create or replace function workfront.to_variant(value anyelement)
returns jsonb language sql stable parallel safe
as $$ select to_jsonb(value) $$;
create or replace function workfront.variant_text(value jsonb)
returns text language sql immutable parallel safe return value #>> '{}';
-- By which values of a VARIANT are sorted: numbers, whatever they were stored as, then texts.
create or replace function workfront.variant_order(value text)
returns jsonb language sql immutable parallel safe
return case when pg_input_is_valid(value, 'numeric') then to_jsonb(value::numeric)
  else to_jsonb(value) end;
create or replace function workfront.later_of(a jsonb, b jsonb)
returns jsonb language sql immutable parallel safe
return case when a >= b or b is null then a else b end;
create or replace function workfront.earlier_of(a jsonb, b jsonb)
returns jsonb language sql immutable parallel safe
return case when a <= b or b is null then a else b end;
create or replace aggregate workfront.max(jsonb) (
  sfunc = workfront.later_of, stype = jsonb, parallel = safe);
create or replace aggregate workfront.min(jsonb) (
  sfunc = workfront.earlier_of, stype = jsonb, parallel = safe);
create or replace function workfront.typeof(value jsonb)
returns text language sql immutable parallel safe
return case jsonb_typeof(value) when 'string' then 'VARCHAR' when 'number' then 'DECIMAL'
  when 'null' then 'NULL_VALUE' else upper(jsonb_typeof(value)) end;
create or replace function workfront.is_null_value(value jsonb)
returns boolean language sql immutable parallel safe return value = 'null';
create or replace function workfront.array_size(value jsonb)
returns integer language sql immutable parallel safe
return case when jsonb_typeof(value) = 'array' then jsonb_array_length(value) end;
create or replace function workfront.array_contains(value anyelement, list jsonb)
returns boolean language sql stable parallel safe
as $$ select jsonb_typeof(list) = 'array' and list @> jsonb_build_array(to_jsonb(value)) $$;
create or replace function workfront.array_text(list jsonb, separator text)
returns text language sql immutable parallel safe
return (select string_agg(one, separator order by at)
  from jsonb_array_elements_text(list) with ordinality as all_of (one, at));
create or replace function workfront.object_keys(value jsonb)
returns jsonb language sql immutable parallel safe
return (select coalesce(jsonb_agg(name order by name), '[]') from jsonb_object_keys(value) as name);

-- A list's elements, or an object's members, one row each.
create or replace function workfront.flatten(input jsonb, from_path text default null,
  "outer" boolean default false, "recursive" boolean default false, mode text default 'BOTH')
returns table (seq bigint, key text, path text, index bigint, value jsonb, this jsonb)
language plpgsql immutable parallel safe as $$
declare
  part jsonb := case when from_path is null then input
    else jsonb_extract_path(input, variadic string_to_array(from_path, '.')) end;
begin
  if "recursive" then raise 'flatten: not recursively here; flatten once for each level'; end if;
  if jsonb_typeof(part) = 'array' and upper(mode) <> 'OBJECT' then
    return query select 1::bigint, null::text, format('[%s]', at - 1), at - 1, one, part
      from jsonb_array_elements(part) with ordinality as all_of (one, at);
  elsif jsonb_typeof(part) = 'object' and upper(mode) <> 'ARRAY' then
    return query select 1::bigint, name, format('[''%s'']', name), null::bigint, one, part
      from jsonb_each(part) as members (name, one);
  end if;
  if "outer" and not found then
    return query select 1::bigint, null::text, null::text, null::bigint, null::jsonb, part;
  end if;
end $$;

create or replace function workfront.generator(rowcount bigint)
returns table (seq bigint) language sql immutable parallel safe
as $$ select generate_series(0, rowcount - 1) $$;

-- Aggregates; the first three serve IGNORE NULLS over a frame.
create or replace function workfront.keep_first(state anyelement, value anyelement)
returns anyelement language sql immutable parallel safe
as $$ select coalesce(state, value) $$;
create or replace aggregate workfront.first_not_null(anyelement) (
  sfunc = workfront.keep_first, stype = anyelement, parallel = safe);
create or replace function workfront.keep_last(state anyelement, value anyelement)
returns anyelement language sql immutable parallel safe
as $$ select coalesce(value, state) $$;
create or replace aggregate workfront.last_not_null(anyelement) (
  sfunc = workfront.keep_last, stype = anyelement, parallel = safe);
-- The newest `count` values, the oldest of them first; nulls stand for those that did not come yet.
create or replace function workfront.keep_newest(state anyarray, value anyelement, count integer)
returns anyarray language sql immutable parallel safe
as $$ select case when value is null then state
  when cardinality(state) = 0 then array_fill(state[1], array[count - 1]) || value
  else state[2:] || value end $$;
create or replace function workfront.oldest_of(state anyarray, value anyelement, count integer)
returns anyelement language sql immutable parallel safe as $$ select state[1] $$;
create or replace aggregate workfront.nth_last_not_null(anyelement, integer) (
  sfunc = workfront.keep_newest, stype = anyarray, initcond = '{}',
  finalfunc = workfront.oldest_of, finalfunc_extra, parallel = safe);
create or replace function workfront.median_of(state numeric[])
returns numeric language sql immutable parallel safe
return (select percentile_cont(0.5) within group (order by one)::numeric from unnest(state) as one);
create or replace aggregate workfront.median(numeric) (
  sfunc = array_append, stype = numeric[], initcond = '{}', finalfunc = workfront.median_of);
-- What Postgres does not compute over a window.
create or replace function workfront.percentile_of(state numeric[], fraction numeric,
  descending boolean)
returns numeric language sql immutable parallel safe
return (select percentile_cont((case when descending then 1 - fraction else fraction end)::float8)
  within group (order by one)::numeric from unnest(state) as one);
create or replace function workfront.distinct_count_of(state text[])
returns bigint language sql immutable parallel safe
return (select count(distinct one) from unnest(state) as one);
create or replace aggregate workfront.count_distinct(text) (
  sfunc = array_append, stype = text[], initcond = '{}',
  finalfunc = workfront.distinct_count_of);
create or replace function workfront.counted(state bigint, condition boolean)
returns bigint language sql immutable parallel safe
return state + case when condition then 1 else 0 end;
create or replace aggregate workfront.count_if(boolean) (
  sfunc = workfront.counted, stype = bigint, initcond = '0');

-- Every function of the schema has a comment; these share theirs.
do $$
declare one record;
begin
  for one in
    select oid::regprocedure as signature, proname, prokind from pg_proc
    where pronamespace = 'workfront'::regnamespace and obj_description(oid, 'pg_proc') is null
  loop
    execute format('comment on %s %s is %L',
      case one.prokind when 'a' then 'aggregate' else 'function' end, one.signature,
      format('For queries in Snowflake''s SQL: %s (docs/querying.md).', one.proname));
  end loop;
end $$;
