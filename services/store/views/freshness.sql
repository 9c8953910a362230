-- What schema control knows of completeness, for whoever may read the views and not that schema.
-- Where control lives in another database these are empty, and freshness promises nothing: map its
-- tables here with postgres_fdw, as schema control.
create schema if not exists workfront;

create or replace function workfront.watermark_trail()
returns table (objcode text, kind text, up_to timestamptz, ends jsonb, moved_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_regclass('control.watermark_trail') is null then return; end if;
  return query execute
    'select objcode, kind, up_to, ends, moved_at from control.watermark_trail';
end $$;
comment on function workfront.watermark_trail is
  'Up to which moment sources promise that the log is complete, and where that is in the log.';

create or replace function workfront.gaps()
returns table (
  objcode text, objid text, fields text[], reason text, began timestamptz, ended timestamptz,
  state text, readers text[]
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_regclass('control.gaps') is null then return; end if;
  return query execute
    'select objcode, objid, fields, reason, began, ended, state, readers from control.gaps
     union all
     select objcode, objid, ''{}'', ''unseen'', began, ended, ''unseen'', ''{}''
     from control.unseen_moves';
end $$;
comment on function workfront.gaps is
  'Windows in which changes were missed or may have been: a version that is missing lies in one. '
  'State unseen: fields that no event carries moved in it, and a version that begins in it, or within '
  '500 ms of it, may still have their values of before.';

create or replace function workfront.unfilled_gaps()
returns table (objcode text, began timestamptz, state text, readers text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_regclass('control.gaps') is null then return; end if;
  return query execute
    'select objcode, began, state, readers from control.gaps where state <> ''filled''';
end $$;
comment on function workfront.unfilled_gaps is
  'Windows that are not read again yet, or that nothing can read again.';

create or replace function workfront.ended_holds()
returns table (objcode text, kind text, up_to timestamptz, ended_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_regclass('control.ended_holds') is null then return; end if;
  return query execute 'select objcode, kind, up_to, ended_at from control.ended_holds';
end $$;
comment on function workfront.ended_holds is
  'What held promises back and is mended in the log: those that were made before it ended count no '
  'further than it let them.';

create or replace function workfront.told_deletes()
returns table (objcode text, since timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_regclass('control.told_deletes') is null then return; end if;
  -- What told of it came up to 500 ms after it (SAME_SAVE_MICROS), and the object may have been
  -- restored meanwhile.
  return query execute
    'select objcode, ''epoch''::timestamptz + (min(asof) - 500001) * interval ''1 microsecond''
     from control.told_deletes group by objcode';
end $$;
comment on function workfront.told_deletes is
  'By type, up to before the oldest DELETE of which no sweep knows yet whether it still holds, by the '
  'spread of one save''s clocks.';

create or replace function workfront.set_aside()
returns table (
  objcode text, is_history boolean, since timestamptz, swept_since timestamptz,
  set_aside_at timestamptz
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_regclass('control.set_aside') is null then return; end if;
  return query execute
    'select objcode, source = ''journal-poller'', since, swept_since, set_aside_at
     from control.set_aside where state <> ''dismissed''';
end $$;
comment on function workfront.set_aside is
  'What pollers could make no event of: nothing is promised beyond it.';
