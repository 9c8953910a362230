-- Fields that no event carries are known from reads alone. Where they moved between two reads, and
-- saves lie in between, nobody can say what those saves found. Nor when an object came back of
-- which a read said that it is there before anybody told that it had been deleted.

create table control.unseen_moves (
  objcode text not null,
  objid text not null,
  began timestamptz not null,
  ended timestamptz not null,
  primary key (objcode, objid, began)
);

comment on table control.unseen_moves is
  'Windows of an object in which fields that no event carries moved, or in which it was deleted '
  'and came back: a version that begins in one may not be true yet. Nothing can read them again.';
comment on column control.unseen_moves.began is
  'The last instant for which somebody spoke before it: a read, or a DELETE.';
comment on column control.unseen_moves.ended is
  'The first instant from which the read that found other values speaks.';

alter table control.known_objects
  add column unheard bytea,
  add column read_until bigint,
  add column told bigint[],
  add column moved int8multirange,
  add column left_asof bigint,
  add column left_state bytea;

comment on column control.known_objects.unheard is
  'Hash of the fields that no event carries, of the last read; null where none is known.';
comment on column control.known_objects.read_until is
  'The latest instant, in microseconds since 1970, that a published read spoke for.';
comment on column control.known_objects.told is
  'When others told of it, the latest of lately, in microseconds since 1970.';
comment on column control.known_objects.moved is
  'Between which reads of lately the fields of `unheard` moved.';
comment on column control.known_objects.left_asof is
  'Of the last webhook that is settled, in microseconds since 1970; null where it says nothing.';
comment on column control.known_objects.left_state is
  'Hash of what it left: the next webhook must have found the same, or a change was missed.';
