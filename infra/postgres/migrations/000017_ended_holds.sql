-- What held a promise back is mended in the log before the tables have it: promises that were made
-- before then hold no further than they did.

create table control.ended_holds (
  objcode text not null,
  kind text not null check (kind in ('current', 'swept', 'history')),
  minute timestamptz not null,
  up_to timestamptz not null,
  ended_at timestamptz not null,
  primary key (objcode, kind, minute)
);

comment on table control.ended_holds is
  'What held watermarks back and does no more, of lately: those that were moved before it ended '
  'rest on a log without its mend, and count no further than it let them.';
comment on column control.ended_holds.objcode is 'Of every type of the journal: *.';
comment on column control.ended_holds.minute is 'In which it ended: one row for all of a minute.';
comment on column control.ended_holds.up_to is
  'How far watermarks of before count; -infinity: not at all.';
