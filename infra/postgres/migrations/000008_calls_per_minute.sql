-- Planning counts calls by the minute (200 of a tenant), whoever makes them.

alter table control.call_budgets add column per_minute_max integer check (per_minute_max > 0);

comment on column control.call_budgets.per_minute_max is
  'Calls that may begin within any minute; null: as many as there are places.';

create table control.call_starts (
  budget text not null references control.call_budgets (name),
  began_at timestamptz not null default clock_timestamp()
);

create index call_starts_began on control.call_starts (budget, began_at);

comment on table control.call_starts is
  'Of budgets with a limit by the minute: when each call of the last minute began.';
