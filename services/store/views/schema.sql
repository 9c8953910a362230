-- What every view stands on: total casts and a calendar. Safe to run again.
create schema if not exists workfront;

-- The casts are plain SQL so that the planner puts them in line; what does not fit reads null.
-- Every number is numeric: as bigint 90 / 60 would be 1, and a double cannot be rounded to cents.
create or replace function workfront.as_number(value jsonb) returns numeric
language sql immutable parallel safe
return case when jsonb_typeof(value) = 'number' then value::numeric end;
comment on function workfront.as_number is 'A JSON number; null for anything else.';

create or replace function workfront.as_boolean(value jsonb) returns boolean
language sql immutable parallel safe
return case when jsonb_typeof(value) = 'boolean' then value::boolean end;
comment on function workfront.as_boolean is 'A JSON boolean; null for anything else.';

-- The patterns keep out what Postgres would read besides: 'now', 'infinity', day before month.
create or replace function workfront.as_date(value text) returns date
language sql stable parallel safe
return case
  when value ~ '^\d{4}-\d\d-\d\d(T[0-9:.]+Z)?$' and pg_input_is_valid(left(value, 10), 'date')
    then left(value, 10)::date
end;
comment on function workfront.as_date is
  'An ISO date, or the UTC date of an instant in UTC; null for anything else.';

create or replace function workfront.as_instant(value text) returns timestamptz
language sql stable parallel safe
return case
  when value ~ '^\d{4}-\d\d-\d\dT[0-9:.]+(Z|[+-]\d\d:?\d\d)$'
    and pg_input_is_valid(value, 'timestamptz') then value::timestamptz
  when value ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(value, 'date')
    then value::date::timestamp at time zone 'UTC'
end;
comment on function workfront.as_instant is
  'An ISO instant with its zone, or the UTC midnight of an ISO date; null for anything else.';

-- An index on dates lets one object, or one day, be found without going through all of both.
create table if not exists workfront.calendar (calendardate date primary key);
comment on table workfront.calendar is 'Every date of 1990 to 2099; daily histories join it.';
comment on column workfront.calendar.calendardate is 'A date.';
insert into workfront.calendar
select day::date from generate_series(timestamp '1990-01-01', '2099-12-31', '1 day') as day
on conflict do nothing;
