-- What the Planning poller published last of each object: a full listing is compared with it.

create table control.planning_objects (
  objcode text not null,
  objid text not null,
  parentid text not null,
  hash text not null,
  clock bigint,
  seen_at bigint not null,
  gone boolean not null,
  history_from bigint,
  primary key (objcode, objid)
);

create index planning_objects_parent on control.planning_objects (objcode, parentid);

comment on table control.planning_objects is
  'One row for each object of Planning that was published. Losing it costs repeats.';
comment on column control.planning_objects.parentid is
  'The workspace of a record type, the record type of a field or record; empty for a workspace.';
comment on column control.planning_objects.hash is 'Of what the object was said to be.';
comment on column control.planning_objects.clock is 'updatedAt, in microseconds since 1970.';
comment on column control.planning_objects.seen_at is
  'The latest instant at which it was surely there, or seen to be gone, in microseconds since 1970.';
create index planning_objects_history on control.planning_objects (seen_at)
  where history_from is not null;

comment on column control.planning_objects.history_from is
  'Of a record whose history is still to be read: entries after this instant, in microseconds.';
comment on column control.planning_objects.gone is
  'Kept so that a search that lags behind does not bring it back to life.';
