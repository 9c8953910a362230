-- What is to be read again: the windows of gaps, single objects, and whatever a person orders.

alter table control.gaps
  add column objid text,
  add column fields text[] not null default '{}',
  add column readers text[] not null default '{}',
  drop constraint gaps_state_check;

update control.gaps
set state = case when state = 'filling' then 'wanted' else state end,
    readers = case when state = 'filled' then '{}'
      else array['object-poller', 'journal-poller'] end;

alter table control.gaps
  add constraint gaps_state_check check (state in ('open', 'wanted', 'filled', 'lost'));

comment on column control.gaps.objid is 'Of one object; null: of the whole type.';
comment on column control.gaps.fields is 'Which fields are known to have moved unseen.';
comment on column control.gaps.readers is 'The processes that have still to read the window.';
comment on column control.gaps.state is
  'open: lasts. wanted: over, to be read again. filled: in the log. lost: nothing can read it.';

create index gaps_unread on control.gaps (objcode, began) where state in ('open', 'wanted');

create table control.wanted_reads (
  objcode text not null,
  objid text not null,
  reason text not null,
  wanted_at timestamptz not null default clock_timestamp(),
  primary key (objcode, objid)
);

comment on table control.wanted_reads is
  'Objects to be read from the tenant again, and published whether or not they differ.';
comment on column control.wanted_reads.objid is 'The object; * is the whole type, to be listed.';
comment on column control.wanted_reads.reason is 'Who asked, in a word, for people.';

create table control.backfills (
  id bigint generated always as identity primary key,
  objcode text not null,
  from_at timestamptz,
  to_at timestamptz,
  conditions jsonb not null,
  again boolean not null,
  state text not null default 'wanted'
    check (state in ('wanted', 'running', 'paused', 'cancelled', 'done', 'failed')),
  cursor jsonb,
  expected bigint,
  rows_read bigint not null default 0,
  published bigint not null default 0,
  said text,
  ordered_at timestamptz not null default clock_timestamp(),
  began_at timestamptz,
  changed_at timestamptz not null default clock_timestamp()
);

comment on table control.backfills is
  'Readings that a person ordered with `workfront-cdc backfill`; one is under way at a time.';
comment on column control.backfills.from_at is 'Of the change clock; null: from the beginning.';
comment on column control.backfills.conditions is
  'Pairs of name and value, as Workfront''s search takes them.';
comment on column control.backfills.again is
  'What is in the log already is published once more.';
comment on column control.backfills.cursor is
  'The last row that is durable in Kafka; it goes on from there after a crash.';
comment on column control.backfills.expected is 'As Workfront counted when it began.';
