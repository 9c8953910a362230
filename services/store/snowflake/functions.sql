-- Snowflake's functions under their own names, so that translated queries run from any BI tool with
-- `workfront` on its search_path. Safe to run again. All instants are read in UTC, whatever the
-- session's zone. docs/querying.md has an example of each group.

-- Nulls and branches
create or replace function workfront.nvl(value anycompatible, otherwise anycompatible)
returns anycompatible language sql immutable parallel safe
as $$ select coalesce(value, otherwise) $$;
create or replace function workfront.ifnull(value anycompatible, otherwise anycompatible)
returns anycompatible language sql immutable parallel safe
as $$ select coalesce(value, otherwise) $$;
create or replace function workfront.nvl2(value anyelement, present anycompatible,
  absent anycompatible)
returns anycompatible language sql immutable parallel safe
as $$ select case when value is not null then present else absent end $$;
create or replace function workfront.iff(condition boolean, yes anycompatible, no anycompatible)
returns anycompatible language sql immutable parallel safe
as $$ select case when condition then yes else no end $$;
create or replace function workfront.equal_null(a anycompatible, b anycompatible)
returns boolean language sql immutable parallel safe
as $$ select a is not distinct from b $$;
create or replace function workfront.zeroifnull(value numeric)
returns numeric language sql immutable parallel safe return coalesce(value, 0);
create or replace function workfront.nullifzero(value numeric)
returns numeric language sql immutable parallel safe return nullif(value, 0);

-- Numbers. What is tried is cast outside the CASE: in it, a constant would be cast when planned.
create or replace function workfront.div0(a numeric, b numeric)
returns numeric language sql immutable parallel safe
return case when b = 0 then 0 else a / b end;
create or replace function workfront.div0null(a numeric, b numeric)
returns numeric language sql immutable parallel safe
return case when coalesce(b, 0) = 0 then 0 else a / b end;
create or replace function workfront.square(value numeric)
returns numeric language sql immutable parallel safe return value * value;
create or replace function workfront.round(value double precision, places integer)
returns numeric language sql immutable parallel safe
return pg_catalog.round(value::numeric, places);
create or replace function workfront.to_number(value text)
returns numeric language sql immutable parallel safe return trim(value)::numeric;
create or replace function workfront.try_to_number(value text)
returns numeric language sql immutable parallel safe
return (case when pg_input_is_valid(trim(value), 'numeric') then trim(value) end)::numeric;
create or replace function workfront.try_to_number(value text, format text)
returns numeric language sql immutable parallel safe
return pg_catalog.to_number(
  case when value ~ '^\s*[-+$]*\s*\d[\d,.]*\s*$' then value end, format);
create or replace function workfront.to_double(value text)
returns double precision language sql immutable parallel safe return value::double precision;
create or replace function workfront.try_to_double(value text)
returns double precision language sql immutable parallel safe
return (case when pg_input_is_valid(trim(value), 'double precision')
  then trim(value) end)::double precision;
create or replace function workfront.to_boolean(value text)
returns boolean language sql immutable parallel safe return value::boolean;
create or replace function workfront.try_to_boolean(value text)
returns boolean language sql immutable parallel safe
return (case when pg_input_is_valid(value, 'boolean') then value end)::boolean;

-- Dates and instants
create or replace function workfront.to_timestamp(value text)
returns timestamptz language sql stable parallel safe
return case when value ~ '(Z|[+-]\d\d(:?\d\d)?)$' and value ~ '\d:\d\d'
  then value::timestamptz else value::timestamp at time zone 'UTC' end;
create or replace function workfront.to_timestamp(value timestamptz)
returns timestamptz language sql immutable parallel safe return value;
create or replace function workfront.refuse(message text)
returns text language plpgsql immutable parallel safe as $$ begin raise '%', message; end $$;
create or replace function workfront.date_unit(word text)
returns text language sql immutable parallel safe
return case when lower(word) ~ '^(ms|msecs?|milliseconds?)$' then 'millisecond'
  else case rtrim(lower(word), 's')
  when 'y' then 'year' when 'yy' then 'year' when 'yyyy' then 'year' when 'yr' then 'year'
  when 'q' then 'quarter' when 'qtr' then 'quarter'
  when 'mm' then 'month' when 'mon' then 'month'
  when 'w' then 'week' when 'wk' then 'week'
  when 'd' then 'day' when 'dd' then 'day'
  when 'h' then 'hour' when 'hh' then 'hour' when 'hr' then 'hour'
  when 'm' then 'minute' when 'mi' then 'minute' when 'min' then 'minute'
  when '' then 'second' when 'sec' then 'second'
  when 'year' then 'year' when 'quarter' then 'quarter' when 'month' then 'month'
  when 'week' then 'week' when 'day' then 'day' when 'hour' then 'hour'
  when 'minute' then 'minute' when 'second' then 'second'
  else workfront.refuse(format('%s is no unit of time that is known here', word)) end end;
-- Boundaries between two instants, as Snowflake counts: from 23:59 to 00:01 is one day.
create or replace function workfront.datediff(unit text, a timestamptz, b timestamptz)
returns bigint language sql stable parallel safe
return case workfront.date_unit(unit)
  when 'year' then extract(year from b at time zone 'UTC')
    - extract(year from a at time zone 'UTC')
  when 'quarter' then
    (extract(year from b at time zone 'UTC') - extract(year from a at time zone 'UTC')) * 4
    + extract(quarter from b at time zone 'UTC') - extract(quarter from a at time zone 'UTC')
  when 'month' then
    (extract(year from b at time zone 'UTC') - extract(year from a at time zone 'UTC')) * 12
    + extract(month from b at time zone 'UTC') - extract(month from a at time zone 'UTC')
  when 'week' then (date_trunc('week', b at time zone 'UTC')::date
    - date_trunc('week', a at time zone 'UTC')::date) / 7
  when 'day' then (b at time zone 'UTC')::date - (a at time zone 'UTC')::date
  when 'hour' then floor(extract(epoch from b) / 3600) - floor(extract(epoch from a) / 3600)
  when 'minute' then floor(extract(epoch from b) / 60) - floor(extract(epoch from a) / 60)
  when 'second' then floor(extract(epoch from b)) - floor(extract(epoch from a))
  else floor(extract(epoch from b) * 1000) - floor(extract(epoch from a) * 1000) end;
create or replace function workfront.datediff(unit text, a date, b date)
returns bigint language sql stable parallel safe
return workfront.datediff(unit, a::timestamp at time zone 'UTC', b::timestamp at time zone 'UTC');
create or replace function workfront.datediff(unit text, a date, b timestamptz)
returns bigint language sql stable parallel safe
return workfront.datediff(unit, a::timestamp at time zone 'UTC', b);
create or replace function workfront.datediff(unit text, a timestamptz, b date)
returns bigint language sql stable parallel safe
return workfront.datediff(unit, a, b::timestamp at time zone 'UTC');
create or replace function workfront.datediff(unit text, a text, b text)
returns bigint language sql stable parallel safe
return workfront.datediff(unit, workfront.to_timestamp(a), workfront.to_timestamp(b));
create or replace function workfront.timestampdiff(unit text, a timestamptz, b timestamptz)
returns bigint language sql stable parallel safe return workfront.datediff(unit, a, b);

create or replace function workfront.span(unit text, count numeric)
returns interval language sql immutable parallel safe
return case workfront.date_unit(unit)
  when 'year' then make_interval(months => (round(count) * 12)::integer)
  when 'quarter' then make_interval(months => (round(count) * 3)::integer)
  when 'month' then make_interval(months => round(count)::integer)
  when 'week' then make_interval(days => (round(count) * 7)::integer)
  when 'day' then make_interval(days => round(count)::integer)
  when 'hour' then make_interval(secs => round(count)::double precision * 3600)
  when 'minute' then make_interval(secs => round(count)::double precision * 60)
  when 'second' then make_interval(secs => round(count)::double precision)
  else make_interval(secs => round(count)::double precision / 1000) end;
create or replace function workfront.dateadd(unit text, count numeric, value timestamptz)
returns timestamptz language sql stable parallel safe
return (value at time zone 'UTC' + workfront.span(unit, count)) at time zone 'UTC';
create or replace function workfront.dateadd(unit text, count numeric, value date)
returns date language sql stable parallel safe
return (value + workfront.span(unit, count))::date;
create or replace function workfront.dateadd(unit text, count numeric, value text)
returns timestamptz language sql stable parallel safe
return workfront.dateadd(unit, count, workfront.to_timestamp(value));
create or replace function workfront.last_day(value timestamptz, unit text default 'month')
returns date language sql stable parallel safe
return (date_trunc(workfront.date_unit(unit), value at time zone 'UTC')
  + workfront.span(unit, 1) - interval '1 day')::date;
-- From the last day of a month to the last day of another.
create or replace function workfront.add_months(value date, count numeric)
returns date language sql stable parallel safe
return case when value = workfront.last_day(value::timestamp at time zone 'UTC')
  then workfront.last_day(workfront.dateadd('month', count, value)::timestamp at time zone 'UTC')
  else workfront.dateadd('month', count, value) end;
create or replace function workfront.add_months(value timestamptz, count numeric)
returns timestamptz language sql stable parallel safe
return (workfront.add_months((value at time zone 'UTC')::date, count)
  + (value at time zone 'UTC')::time) at time zone 'UTC';
create or replace function workfront.next_day(value timestamptz, weekday text)
returns date language sql stable parallel safe
return (value at time zone 'UTC')::date + 1
  + ((array_position(array['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'],
    left(lower(trim(weekday)), 2)) - 1
    - extract(dow from value at time zone 'UTC')::integer + 13) % 7);

create or replace function workfront.try_to_timestamp(value text)
returns timestamptz language sql stable parallel safe
return workfront.to_timestamp(case when pg_input_is_valid(value, 'timestamptz') then value end);
create or replace function workfront.to_date(value timestamptz)
returns date language sql stable parallel safe return (value at time zone 'UTC')::date;
create or replace function workfront.to_date(value date)
returns date language sql immutable parallel safe return value;
create or replace function workfront.to_date(value text)
returns date language sql stable parallel safe
return (workfront.to_timestamp(value) at time zone 'UTC')::date;
create or replace function workfront.try_to_date(value text)
returns date language sql stable parallel safe
return workfront.to_date(case when pg_input_is_valid(value, 'timestamptz') then value end);
create or replace function workfront.convert_timezone(source text, target text, value timestamp)
returns timestamp language sql stable parallel safe
return value at time zone source at time zone target;
create or replace function workfront.convert_timezone(source text, target text, value timestamptz)
returns timestamp language sql stable parallel safe
return value at time zone 'UTC' at time zone source at time zone target;
create or replace function workfront.convert_timezone(target text, value timestamptz)
returns timestamp language sql stable parallel safe return value at time zone target;

create or replace function workfront.year(value timestamptz)
returns integer language sql stable parallel safe
return extract(year from value at time zone 'UTC')::integer;
create or replace function workfront.quarter(value timestamptz)
returns integer language sql stable parallel safe
return extract(quarter from value at time zone 'UTC')::integer;
create or replace function workfront.month(value timestamptz)
returns integer language sql stable parallel safe
return extract(month from value at time zone 'UTC')::integer;
create or replace function workfront.week(value timestamptz)
returns integer language sql stable parallel safe
return extract(week from value at time zone 'UTC')::integer;
create or replace function workfront.day(value timestamptz)
returns integer language sql stable parallel safe
return extract(day from value at time zone 'UTC')::integer;
create or replace function workfront.dayofweek(value timestamptz)
returns integer language sql stable parallel safe
return extract(dow from value at time zone 'UTC')::integer;
create or replace function workfront.dayofyear(value timestamptz)
returns integer language sql stable parallel safe
return extract(doy from value at time zone 'UTC')::integer;
create or replace function workfront.hour(value timestamptz)
returns integer language sql stable parallel safe
return extract(hour from value at time zone 'UTC')::integer;
create or replace function workfront.minute(value timestamptz)
returns integer language sql stable parallel safe
return extract(minute from value at time zone 'UTC')::integer;
create or replace function workfront.second(value timestamptz)
returns integer language sql stable parallel safe
return floor(extract(second from value at time zone 'UTC'))::integer;
create or replace function workfront.dayname(value timestamptz)
returns text language sql stable parallel safe return to_char(value at time zone 'UTC', 'Dy');
create or replace function workfront.monthname(value timestamptz)
returns text language sql stable parallel safe return to_char(value at time zone 'UTC', 'Mon');

