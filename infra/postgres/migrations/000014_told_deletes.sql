-- A DELETE that comes to the log behind a sweep which saw the object again: what the sweep promised
-- would be untrue until it is read once more.

create table control.told_deletes (
  objcode text not null,
  objid text not null,
  asof bigint not null,
  primary key (objcode, objid)
);

comment on table control.told_deletes is
  'DELETEs of which no sweep knows yet whether they still hold: swept_up_to stays before them.';
comment on column control.told_deletes.asof is 'Its instant, in microseconds since 1970.';
