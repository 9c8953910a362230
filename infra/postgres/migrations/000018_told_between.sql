-- A change that moves no clock is told up to a spread behind it, and its version may begin a spread
-- before it was told: an instant cannot say when, a range can.

create function pg_temp.as_ranges(instants bigint[]) returns int8range[] language sql immutable
as 'select array_agg(int8range(one, one, ''[]'')) from unnest(instants) as one';

alter table control.known_objects
  alter column told type int8range[] using pg_temp.as_ranges(told);

comment on column control.known_objects.told is
  'When versions may begin by what others told of it, the latest of lately, in microseconds since '
  '1970.';
