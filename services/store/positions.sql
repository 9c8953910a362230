-- How far the log is in the tables of this store: the engine's own table, beside whatever tables the
-- projection has. Runs with search_path at the store's schema.
create table if not exists positions (
  next bigint not null,
  partition integer not null,
  topic text collate "C" not null,
  lastdigest bytea,
  newest timestamptz,
  primary key (topic, partition)
) with (fillfactor = 50);

comment on table positions is 'How far the log is in these tables: written in the transaction of the rows themselves.';
comment on column positions.next is 'Offset of the first record that is not in these tables.';
comment on column positions.partition is 'Kafka partition.';
comment on column positions.topic is 'Kafka topic.';
comment on column positions.lastdigest is 'First 16 bytes of SHA-256 of the value at next - 1: the log must still hold it there.';
comment on column positions.newest is 'Latest change clock among the events of this partition that are in these tables.';

create table if not exists parked (
  "offset" bigint not null,
  until bigint,
  partition integer not null,
  topic text collate "C" not null,
  objid text,
  reason text not null,
  parkedat timestamptz not null default clock_timestamp(),
  primary key (topic, partition, "offset")
);

comment on table parked is 'Records of the log that are not in these tables: set aside whole in the dead letters, until they are handed in again or given up.';
comment on column parked."offset" is 'Where the record stands in its partition.';
comment on column parked.until is 'Handed in again, before this offset: as soon as the position is there it is a hole no more. 0: given up. Null: it waits.';
comment on column parked.partition is 'Kafka partition.';
comment on column parked.topic is 'Kafka topic.';
comment on column parked.objid is 'Its key: the object that it is about.';
comment on column parked.reason is 'Code of the error.';
comment on column parked.parkedat is 'When it was set aside.';
