-- From when on changes of a type are looked for: a save of before is history, of which nobody
-- promised to tell. And the windows of one object are bounded.

create table control.watched_types (
  objcode text primary key,
  since timestamptz not null,
  told boolean not null default false
);

comment on table control.watched_types is
  'Types whose saves must each be told by an event, and from when on.';
comment on column control.watched_types.since is
  'By the tenant''s clock: when its first reading began, or its first event came; later where its '
  'subscription was still missing then.';
comment on column control.watched_types.told is
  'Events of it have come. Of a type that nobody subscribes to every change would be untold.';

comment on table control.unseen_moves is
  'Windows of an object in which fields that no event carries moved, or in which it was deleted '
  'and came back: a version that begins in one may not be true yet. Nothing can read them again, '
  'and no promise waits for them. At most 32 of one object: the older ones are united.';
