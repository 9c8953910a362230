-- What Planning's views stand on. Safe to run again.
create schema if not exists planning;
comment on schema planning is 'Workfront Planning for analysts, named and keyed like Data Connect.';

create or replace function planning.displayed_one(value jsonb, options jsonb) returns jsonb
language sql immutable parallel safe as $$
  select case
    when jsonb_typeof(value) = 'object' then
      coalesce(nullif(value -> 'value', 'null'), nullif(value -> 'name', 'null'), value)
    when jsonb_typeof(options) = 'array' then
      coalesce(nullif(jsonb_path_query_first(
        options, '$[*] ? (@.name == $name).displayName', jsonb_build_object('name', value)
      ), 'null'), value)
    else value
  end
$$;
comment on function planning.displayed_one is 'The same of one value.';

create or replace function planning.displayed(value jsonb, options jsonb) returns jsonb
language sql immutable parallel safe as $$
  select case
    when jsonb_typeof(value) = 'array' then
      (select coalesce(jsonb_agg(planning.displayed_one(item, options) order by place), '[]')
       from jsonb_array_elements(value) with ordinality as items (item, place))
    else planning.displayed_one(value, options)
  end
$$;
comment on function planning.displayed is
  'What people see of a value: labels of options, titles of connected records; lists stay lists.';
