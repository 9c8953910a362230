-- A save that nobody told of lies behind the last one of which that is known: also where the
-- process that saw the one before was killed.

alter table control.known_objects add column judged bigint;

comment on column control.known_objects.judged is
  'The change clock, in microseconds since 1970, up to which it is settled whether each save was '
  'told of; of the first reading of the type, the clock that it showed.';
