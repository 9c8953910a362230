-- The store of the objects projection: the whole truth of its version, without migrations. A change
-- here means another schema beside this one, filled by replay. Runs with search_path at the
-- store's schema.
--
-- Keys begin with objid, so that every table can be partitioned or distributed by it. Fixed-width
-- columns come first, which saves padding. Text that is compared is collate "C": bytes, the same
-- order everywhere. toast_tuple_target: a state of a few kilobytes stays uncompressed in its row;
-- compressing each one costs more than writing it.

create table if not exists changes (
  entrydate timestamptz not null,
  asof timestamptz not null,
  observedat timestamptz not null,
  "offset" bigint not null,
  partition integer not null,
  apiversion smallint not null,
  clocked boolean not null,
  objid text collate "C" not null,
  objcode text collate "C" not null,
  eventid bytea not null,
  operation text collate "C" not null,
  path text collate "C" not null,
  topic text collate "C" not null,
  actorid text collate "C",
  clears text[] not null,
  fields jsonb not null,
  primary key (objid, objcode, eventid)
) with (toast_tuple_target = 4080, autovacuum_vacuum_insert_scale_factor = 0.2);

comment on table changes is 'Each accepted change event once, as a compact claim. What Workfront sent, whole, and the state before are in Kafka at topic, partition, offset.';
comment on column changes.entrydate is 'The change clock: when the change was made.';
comment on column changes.asof is 'Latest instant at which the source is known to have held these values.';
comment on column changes.observedat is 'When we first saw it.';
comment on column changes."offset" is 'Of the first record that carries the event: the least (topic, partition, offset).';
comment on column changes.partition is 'See offset.';
comment on column changes.apiversion is 'WEBHOOK: greatest version of the event body that came, 1 or 2. 0 elsewhere.';
comment on column changes.clocked is 'Whether entrydate is a change clock that Workfront stamped on the state itself.';
comment on column changes.objid is 'Workfront ID of the object that the event is about.';
comment on column changes.objcode is 'Workfront type of that object.';
comment on column changes.eventid is 'Identity of the fact: the same fact has the same eventID whoever saw it and however often.';
comment on column changes.operation is 'CREATE, UPDATE, DELETE or SNAPSHOT.';
comment on column changes.path is 'WEBHOOK, JOURNAL, SEARCH or PLANNING.';
comment on column changes.topic is 'See offset.';
comment on column changes.actorid is 'ID of the user who made the change, where known.';
comment on column changes.clears is 'Key prefixes that were read whole: a key under one that is not in fields is empty.';
comment on column changes.fields is 'What the event claims, normalised: instants in UTC, numbers as numbers, sets sorted.';

create table if not exists versions (
  entrydate timestamptz not null,
  observedat timestamptz not null,
  deleted boolean not null,
  objid text collate "C" not null,
  objcode text collate "C" not null,
  fields jsonb not null,
  primary key (objid, objcode, entrydate)
) with (toast_tuple_target = 4080, autovacuum_vacuum_insert_scale_factor = 0.2);

comment on table versions is 'The fold of changes: what each object was from entrydate until its next version.';
comment on column versions.entrydate is 'The instant from which this version held.';
comment on column versions.observedat is 'When we first saw what made this version.';
comment on column versions.deleted is 'True for a version that begins with the object''s deletion.';
comment on column versions.objid is 'Workfront ID.';
comment on column versions.objcode is 'Workfront type.';
comment on column versions.fields is 'All that is known of the object: absent means never observed, null means empty.';

create table if not exists current (
  entrydate timestamptz not null,
  observedat timestamptz not null,
  lastuntil timestamptz not null,
  lastclock timestamptz,
  lastjournal timestamptz,
  deleted boolean not null,
  objid text collate "C" not null,
  objcode text collate "C" not null,
  fields jsonb not null,
  primary key (objid, objcode)
) with (fillfactor = 80, toast_tuple_target = 4080);

comment on table current is 'The last version of each object, and what the fold must know to go on from it.';
comment on column current.entrydate is 'The instant from which this version holds.';
comment on column current.observedat is 'When we first saw what made this version.';
comment on column current.lastuntil is 'Fold: the latest instant that any claim speaks for.';
comment on column current.lastclock is 'Fold: the latest change clock.';
comment on column current.lastjournal is 'Fold: the latest journal row that says something.';
comment on column current.deleted is 'True for an object that is gone.';
comment on column current.objid is 'Workfront ID.';
comment on column current.objcode is 'Workfront type.';
comment on column current.fields is 'All that is known of the object: absent means never observed, null means empty.';
