-- Since when a lease is held and a gap known: what is normal for a minute is wrong after an hour.

alter table control.leases
  add column taken_at timestamptz not null default clock_timestamp();
alter table control.gaps
  add column found_at timestamptz not null default clock_timestamp();

comment on column control.leases.taken_at is 'When its holder took it, by the clock of this database.';
comment on column control.gaps.found_at is 'When it was recorded, by the clock of this database.';
