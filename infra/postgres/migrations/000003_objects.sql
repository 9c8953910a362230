-- What the object poller remembers of the tenant's objects, and up to when it is complete.

create table control.known_objects (
  objcode text not null,
  objid text not null,
  hash bytea,
  clock bigint,
  asof bigint not null,
  primary key (objcode, objid)
);

comment on table control.known_objects is
  'Objects that are in the log and not deleted there. Losing a row costs a repeat, never an object.';
comment on column control.known_objects.hash is
  'Of the last state that was published from a read; null where another path told something newer.';
comment on column control.known_objects.clock is
  'Its change clock then, in microseconds since 1970; null where the type has none.';
comment on column control.known_objects.asof is
  'The latest instant, in microseconds since 1970, at which it is known to have been there.';

create table control.watermarks (
  objcode text not null,
  kind text not null check (kind in ('current', 'swept', 'history')),
  up_to timestamptz not null,
  ends jsonb not null,
  moved_at timestamptz not null,
  primary key (objcode, kind)
);

comment on table control.watermarks is
  'Up to which moment each type is complete in the log; in the tables once positions passed `ends`.';
comment on column control.watermarks.kind is
  'current: changes that move the clock. swept: deletes and silent changes. history: the journal.';
comment on column control.watermarks.ends is
  'Topic to partition to the offset behind all that the promise rests on.';
