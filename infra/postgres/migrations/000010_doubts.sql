-- What the tables hold in doubt is asked for once, whoever looks and however often.

create table control.doubts (
  objcode text not null,
  objid text not null,
  state text not null,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (objcode, objid)
);

comment on table control.doubts is
  'Objects that the tables hold in doubt and that were asked for in wanted_reads; gone when settled.';
comment on column control.doubts.state is 'What is in doubt, of which version; another is asked anew.';
comment on column control.doubts.asked_at is 'Asked once more where the reading did not settle it.';
