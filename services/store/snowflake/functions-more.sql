-- Functions of Snowflake that are met less often. Safe to run again.

-- Numbers
create or replace function workfront.bitand(a bigint, b bigint)
returns bigint language sql immutable parallel safe return a & b;
create or replace function workfront.bitor(a bigint, b bigint)
returns bigint language sql immutable parallel safe return a | b;
create or replace function workfront.bitxor(a bigint, b bigint)
returns bigint language sql immutable parallel safe return a # b;

-- Dates and instants
create or replace function workfront.months_between(a timestamptz, b timestamptz)
returns numeric language sql stable parallel safe
return workfront.datediff('month', b, a)
  + case when workfront.to_date(a) = workfront.last_day(a)
      and workfront.to_date(b) = workfront.last_day(b) then 0
    else (extract(day from a at time zone 'UTC') - extract(day from b at time zone 'UTC')) / 31 end;
create or replace function workfront.previous_day(value timestamptz, weekday text)
returns date language sql stable parallel safe
return workfront.next_day(value - interval '8 days', weekday);
create or replace function workfront.dayofweekiso(value timestamptz)
returns integer language sql stable parallel safe
return extract(isodow from value at time zone 'UTC')::integer;
create or replace function workfront.weekiso(value timestamptz)
returns integer language sql stable parallel safe
return extract(week from value at time zone 'UTC')::integer;
create or replace function workfront.yearofweek(value timestamptz)
returns integer language sql stable parallel safe
return extract(isoyear from value at time zone 'UTC')::integer;
create or replace function workfront.yearofweekiso(value timestamptz)
returns integer language sql stable parallel safe
return extract(isoyear from value at time zone 'UTC')::integer;
create or replace function workfront.date_from_parts(year integer, month integer, day integer)
returns date language sql immutable parallel safe
return (make_date(year, 1, 1) + make_interval(months => month - 1, days => day - 1))::date;
create or replace function workfront.timestamp_from_parts(year integer, month integer, day integer,
  hour integer, minute integer, second numeric)
returns timestamptz language sql immutable parallel safe
return (workfront.date_from_parts(year, month, day)::timestamp
  + make_interval(hours => hour, mins => minute, secs => second::double precision))
  at time zone 'UTC';
-- Weeks begin on Mondays, months and years with 1970.
create or replace function workfront.slice_start(value timestamptz, length integer, unit text)
returns timestamptz language sql stable parallel safe
return case workfront.date_unit(unit)
  when 'week' then date_bin(workfront.span(unit, length), value, timestamptz '1969-12-29 00:00Z')
  when 'month' then workfront.dateadd('month', floor(
    workfront.datediff('month', timestamptz '1970-01-01 00:00Z', value)::numeric / length) * length,
    timestamptz '1970-01-01 00:00Z')
  when 'quarter' then workfront.dateadd('quarter', floor(
    workfront.datediff('quarter', timestamptz '1970-01-01 00:00Z', value)::numeric / length)
    * length, timestamptz '1970-01-01 00:00Z')
  when 'year' then workfront.dateadd('year', floor(
    workfront.datediff('year', timestamptz '1970-01-01 00:00Z', value)::numeric / length) * length,
    timestamptz '1970-01-01 00:00Z')
  else date_bin(workfront.span(unit, length), value, timestamptz '1970-01-01 00:00Z') end;
create or replace function workfront.time_slice(value timestamptz, length integer, unit text,
  side text default 'START')
returns timestamptz language sql stable parallel safe
return case upper(side)
  when 'END' then workfront.dateadd(unit, length, workfront.slice_start(value, length, unit))
  else workfront.slice_start(value, length, unit) end;
create or replace function workfront.to_time(value text)
returns time language sql immutable parallel safe return value::time;
create or replace function workfront.to_time(value timestamptz)
returns time language sql stable parallel safe return (value at time zone 'UTC')::time;

-- Texts
create or replace function workfront."insert"(base text, place integer, length integer, part text)
returns text language sql immutable parallel safe
return overlay(base placing part from place for length);
create or replace function workfront.strtok_to_array(value text, separators text default ' ')
returns jsonb language sql immutable parallel safe
return to_jsonb(array_remove(regexp_split_to_array(value, '[' || regexp_replace(
  separators, '([\]\[\\^-])', '\\\1', 'g') || ']'), ''));
create or replace function workfront.regexp_substr_all(value text, pattern text)
returns jsonb language sql immutable parallel safe
return (select coalesce(jsonb_agg(one[1]), '[]')
  from regexp_matches(value, '(' || pattern || ')', 'g') as one);
create or replace function workfront.hash(value anyelement)
returns bigint language sql stable parallel safe as $$ select hashtextextended(value::text, 0) $$;
create or replace function workfront.sha2(value text, bits integer default 256)
returns text language sql immutable parallel safe
return encode(case bits when 224 then sha224(convert_to(value, 'UTF8'))
  when 384 then sha384(convert_to(value, 'UTF8')) when 512 then sha512(convert_to(value, 'UTF8'))
  else sha256(convert_to(value, 'UTF8')) end, 'hex');
create or replace function workfront.hex_encode(value text)
returns text language sql immutable parallel safe
return upper(encode(convert_to(value, 'UTF8'), 'hex'));
create or replace function workfront.base64_encode(value text)
returns text language sql immutable parallel safe
return replace(encode(convert_to(value, 'UTF8'), 'base64'), E'\n', '');
create or replace function workfront.base64_decode_string(value text)
returns text language sql immutable parallel safe
return convert_from(decode(value, 'base64'), 'UTF8');

-- VARIANT is jsonb; members without a value are left out, as there
create or replace function workfront.without_nulls(value jsonb)
returns jsonb language sql immutable parallel safe
return (select coalesce(jsonb_object_agg(name, one), '{}')
  from jsonb_each(value) as members (name, one) where one <> 'null');
