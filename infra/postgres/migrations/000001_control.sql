-- What pollers must remember and may never rebuild: who works, and how far they are.

create schema if not exists control;

create table control.leases (
  name text primary key,
  holder text not null,
  epoch bigint not null,
  expires_at timestamptz not null
);

comment on table control.leases is
  'One row for each job that only one process may do at a time.';
comment on column control.leases.holder is
  'Who holds it, in words for people; empty when it was given back.';
comment on column control.leases.epoch is
  'Grows by one with each holder. A write that names an older epoch comes from a stale process.';
comment on column control.leases.expires_at is
  'By the clock of this database. After it anybody may take the lease, with the next epoch.';

create table control.cursors (
  name text primary key,
  lease text not null references control.leases (name),
  epoch bigint not null,
  value jsonb not null,
  moved_at timestamptz not null
);

comment on table control.cursors is
  'How far each poller has read. Everything before a cursor is durable in Kafka.';
comment on column control.cursors.lease is 'The lease that one must hold to move the cursor.';
comment on column control.cursors.epoch is 'The epoch of the lease under which it was moved last.';
comment on column control.cursors.value is 'In the poller''s own words.';
