-- How far the log is in the tables of this store: the engine's own table, beside whatever tables the
-- projection has. Runs with search_path at the store's schema.
create table if not exists positions (
  next bigint not null,
  partition integer not null,
  topic text collate "C" not null,
  lastdigest bytea,
  primary key (topic, partition)
) with (fillfactor = 50);

comment on table positions is 'How far the log is in these tables: written in the transaction of the rows themselves.';
comment on column positions.next is 'Offset of the first record that is not in these tables.';
comment on column positions.partition is 'Kafka partition.';
comment on column positions.topic is 'Kafka topic.';
comment on column positions.lastdigest is 'First 16 bytes of SHA-256 of the value at next - 1: the log must still hold it there.';
