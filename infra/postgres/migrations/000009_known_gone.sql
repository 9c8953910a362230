-- Objects that are deleted stay known: one that is back from the bin under its old clock is no row
-- that the search showed late.

alter table control.known_objects add column gone boolean not null default false;

comment on column control.known_objects.gone is
  'Deleted in the log. It is asked for no more, and may come back under its old clock.';
