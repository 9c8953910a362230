-- What was missed or may have been, so that it is read again; and when each subscription was well.

create table control.gaps (
  id bigint generated always as identity primary key,
  objcode text not null,
  subject text not null,
  reason text not null,
  began timestamptz not null,
  ended timestamptz,
  state text not null default 'open'
    check (state in ('open', 'wanted', 'filling', 'filled')),
  changed_at timestamptz not null default clock_timestamp(),
  check ((state = 'open') = (ended is null)),
  check (ended is null or ended >= began)
);

create unique index gaps_open on control.gaps (subject, reason) where state = 'open';

comment on table control.gaps is
  'Windows in which changes of a type may not have reached the log. Never deleted: filled.';
comment on column control.gaps.subject is
  'What was blind, for example a subscription: TASK UPDATE.';
comment on column control.gaps.reason is
  'missing, unlike, disabled or frozen of a subscription; whatever else finds gaps adds its own.';
comment on column control.gaps.began is
  'The last instant, by the tenant''s clock, at which all was known to be well.';
comment on column control.gaps.ended is
  'The first instant at which all was known to be well again; null while it lasts.';
comment on column control.gaps.state is
  'open: lasts. wanted: over, to be read again. filling: somebody reads it. filled: in the log.';

create table control.subscription_watch (
  subject text primary key,
  well_at timestamptz not null
);

comment on table control.subscription_watch is
  'The last instant, by the tenant''s clock, at which each event subscription was seen to be well.';
