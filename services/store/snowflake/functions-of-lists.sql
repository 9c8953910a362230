-- Snowflake's functions of lists, which are jsonb here, and those that compare along a window.
-- Safe to run again. A null list gives null.

create or replace function workfront.array_distinct(list jsonb)
returns jsonb language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(one order by at), '[]') from (
  select one, min(at) as at from jsonb_array_elements(list) with ordinality as all_of (one, at)
  group by one) as firsts);
create or replace function workfront.array_intersection(a jsonb, b jsonb)
returns jsonb language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(one order by at), '[]')
  from jsonb_array_elements(workfront.array_distinct(a)) with ordinality as all_of (one, at)
  where b @> jsonb_build_array(one));
create or replace function workfront.array_except(a jsonb, b jsonb)
returns jsonb language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(one order by at), '[]')
  from jsonb_array_elements(workfront.array_distinct(a)) with ordinality as all_of (one, at)
  where not b @> jsonb_build_array(one));
create or replace function workfront.arrays_overlap(a jsonb, b jsonb)
returns boolean language sql immutable strict parallel safe
return exists (select from jsonb_array_elements(a) as one where b @> jsonb_build_array(one));
create or replace function workfront.array_cat(a jsonb, b jsonb)
returns jsonb language sql immutable strict parallel safe return a || b;
create or replace function workfront.array_append(list jsonb, value anyelement)
returns jsonb language sql stable strict parallel safe
as $$ select list || jsonb_build_array(to_jsonb(value)) $$;
create or replace function workfront.array_prepend(list jsonb, value anyelement)
returns jsonb language sql stable strict parallel safe
as $$ select jsonb_build_array(to_jsonb(value)) || list $$;
create or replace function workfront.array_compact(list jsonb)
returns jsonb language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(one order by at), '[]')
  from jsonb_array_elements(list) with ordinality as all_of (one, at) where one <> 'null');
create or replace function workfront.array_sort(list jsonb)
returns jsonb language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(one order by one), '[]') from jsonb_array_elements(list) as one);
create or replace function workfront.array_min(list jsonb)
returns jsonb language sql immutable strict parallel safe
return workfront.array_sort(workfront.array_compact(list)) -> 0;
create or replace function workfront.array_max(list jsonb)
returns jsonb language sql immutable strict parallel safe
return workfront.array_sort(workfront.array_compact(list)) -> -1;
-- Places count from 0; an end below 0 counts from the last.
create or replace function workfront.array_position(value anyelement, list jsonb)
returns integer language sql stable strict parallel safe
as $$ select (min(at) - 1)::integer
  from jsonb_array_elements(list) with ordinality as all_of (one, at)
  where one = to_jsonb(value) $$;
create or replace function workfront.array_slice(list jsonb, first integer, behind integer)
returns jsonb language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(one order by at), '[]')
  from jsonb_array_elements(list) with ordinality as all_of (one, at)
  where at > case when first < 0 then jsonb_array_length(list) + first else first end
    and at <= case when behind < 0 then jsonb_array_length(list) + behind else behind end);
create or replace function workfront.first_of(list jsonb, count integer)
returns jsonb language sql immutable strict parallel safe
return workfront.array_slice(list, 0, count);
create or replace function workfront.split_to_table(whole text, separator text,
  out seq bigint, out "index" bigint, out value text)
returns setof record language sql immutable parallel safe
as $$ select 1, at, one
  from string_to_table(whole, separator) with ordinality as all_of (one, at) $$;

-- `listagg(…) over (…)`: every row has the whole list of its partition.
create or replace function workfront.listed(texts text[], keys anyarray, separator text,
  descending boolean, once boolean)
returns text language sql immutable parallel safe
as $$ select coalesce(string_agg(one, separator order by place), '') from (
    select one, row_number() over (order by
      case when not descending then key end, case when descending then key end desc, at) as place
    from (
      select distinct on (case when once then one else at::text end) one, key, at
      from unnest(texts, keys) with ordinality as all_of (one, key, at) where one is not null
      order by case when once then one else at::text end, at) as taken) as sorted $$;

-- How often a value has changed, along the rows of a window; the first row is 0.
create or replace function workfront.note_change(state jsonb, value anyelement)
returns jsonb language sql immutable parallel safe
as $$ select jsonb_build_object('value', to_jsonb(value), 'count',
  (state ->> 'count')::bigint + (coalesce(state -> 'value' <> to_jsonb(value), false))::integer) $$;
create or replace function workfront.changes_noted(state jsonb)
returns bigint language sql immutable parallel safe
as $$ select (state ->> 'count')::bigint $$;
create or replace aggregate workfront.conditional_change_event(anyelement) (
  sfunc = workfront.note_change, stype = jsonb, finalfunc = workfront.changes_noted,
  initcond = '{"count": 0}');

-- Texts
create or replace function workfront.part_of(whole text, first integer, length integer default null)
returns text language sql immutable parallel safe
return case when length < 0 then ''
  when first < 0 and -first > char_length(whole) then ''
  else substr(
    case when first < 0 then right(whole, -first) else substr(whole, greatest(first, 1)) end,
    1, coalesce(length, char_length(whole))) end;
create or replace function workfront.space(count integer)
returns text language sql immutable strict parallel safe return repeat(' ', count);
create or replace function workfront.unicode(value text)
returns integer language sql immutable strict parallel safe return ascii(value);
-- Levenshtein's distance, row by row; no more than `most` where that is given.
create or replace function workfront.editdistance(a text, b text, most integer default null)
returns integer language plpgsql immutable parallel safe as $$
declare
  before integer[];
  now integer[];
begin
  if a is null or b is null then return null; end if;
  before := array(select generate_series(0, char_length(b)));
  for row in 1..char_length(a) loop
    now := array[row];
    for place in 1..char_length(b) loop
      now := now || least(before[place + 1] + 1, now[place] + 1,
        before[place] + (substr(a, row, 1) <> substr(b, place, 1))::integer);
    end loop;
    before := now;
  end loop;
  return least(before[char_length(b) + 1], coalesce(most, before[char_length(b) + 1]));
end $$;

-- Numbers
create or replace function workfront.uniform(low bigint, high bigint, chance anyelement)
returns bigint language sql volatile
as $$ select low + floor(random() * (high - low + 1))::bigint $$;
create or replace aggregate workfront.bitor_agg(bigint) (sfunc = int8or, stype = bigint);
create or replace aggregate workfront.bitand_agg(bigint) (sfunc = int8and, stype = bigint);
