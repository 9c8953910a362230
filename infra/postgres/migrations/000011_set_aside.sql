-- What pollers read and could make no event of: no promise reaches beyond it.

create table control.set_aside (
  source text not null,
  objcode text not null,
  subject text not null,
  digest bytea not null,
  reason text not null,
  since timestamptz,
  swept_since timestamptz,
  state text not null check (state in ('waiting', 'asked', 'dismissed')),
  set_aside_at timestamptz not null default clock_timestamp(),
  met_at timestamptz not null default clock_timestamp(),
  primary key (source, subject, objcode)
);

comment on table control.set_aside is
  'Inputs of pollers that are in the dead letters, until the same is read as an event or is no more.';
comment on column control.set_aside.source is 'The process that read it.';
comment on column control.set_aside.objcode is
  'The type whose promises it holds back; * is every type of the journal.';
comment on column control.set_aside.subject is
  'The object or journal row, or where it names none its digest.';
comment on column control.set_aside.digest is
  'SHA-256 of the input, by which its letter is known: it is not set aside twice.';
comment on column control.set_aside.since is
  'What is promised of changes holds up to then; null: nothing is promised.';
comment on column control.set_aside.swept_since is 'The same of deletes and silent changes.';
comment on column control.set_aside.state is
  'waiting. asked: it is to be read again. dismissed: a person gave it up, and it holds nothing back.';
comment on column control.set_aside.met_at is 'When the poller met it last.';
