-- How many calls to Workfront may be under way at once, shared by all pollers of the tenant.

create table control.call_budgets (
  name text primary key,
  calls_max integer not null check (calls_max > 0),
  calls_now integer not null check (calls_now between 1 and calls_max),
  closed_until timestamptz not null,
  changed_at timestamptz not null
);

comment on table control.call_budgets is
  'One row for each API of the tenant: how many calls may be under way at once.';
comment on column control.call_budgets.calls_max is
  'WORKFRONT_CALLS_MAX of the process that asked last.';
comment on column control.call_budgets.calls_now is
  'Half as many after each 429, one more for each 30 s without one.';
comment on column control.call_budgets.closed_until is
  'After a 429 nothing is asked before this instant, by the clock of this database.';

create table control.call_places (
  budget text not null references control.call_budgets (name),
  place integer not null,
  turn bigint not null,
  holder text not null,
  held_until timestamptz not null,
  primary key (budget, place)
);

comment on table control.call_places is
  'One row for each call that may be under way. Place 0 is for what is live.';
comment on column control.call_places.turn is
  'Grows with each holder, so that one that came back late cannot free another''s place.';
comment on column control.call_places.held_until is
  'A holder that died gives its place back by this instant.';
