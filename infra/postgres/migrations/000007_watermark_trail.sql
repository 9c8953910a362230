-- Watermarks of before, so that tables that lag behind the log still know up to when they are
-- complete.

create table control.watermark_trail (
  objcode text not null,
  kind text not null,
  up_to timestamptz not null,
  ends jsonb not null,
  moved_at timestamptz not null,
  primary key (objcode, kind, up_to)
);

comment on table control.watermark_trail is
  'What control.watermarks was, the sparser the longer ago: tables show the latest that they passed.';
comment on column control.watermark_trail.ends is
  'Topic to partition to the offset behind all that the promise rests on.';

insert into control.watermark_trail (objcode, kind, up_to, ends, moved_at)
select objcode, kind, up_to, ends, moved_at from control.watermarks;
