-- Reading the past, and waiting for one's own change. Safe to run again.

create or replace function workfront.as_of_instant() returns timestamptz
language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('workfront.as_of', true), '')::timestamptz, now())
$$;
comment on function workfront.as_of_instant() is
  'The instant of the views *_as_of: the setting workfront.as_of of the session, or now.';

-- Not in SQL, since which view it reads is known at run time; over the views, so that nobody reads
-- by it what his role may not.
create or replace function workfront.as_of(objcode text, instant timestamptz)
returns table (
  objid text, begin_effective_timestamp timestamptz, end_effective_timestamp timestamptz,
  deleted text, fields jsonb)
language plpgsql stable as $$
declare
  of_type record;
  columns text;
begin
  select * into of_type from workfront.object_views as known where known.objcode = as_of.objcode;
  if not found then
    raise exception 'there is no view of objects of type %', objcode
      using hint = 'select objcode from workfront.object_views';
  end if;
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
  from pg_attribute
  where attrelid = of_type.event_view::regclass and attnum > 0 and not attisdropped
    and has_column_privilege(attrelid, attnum, 'select');
  return query execute format(
    'select %1$I, begin_effective_timestamp, end_effective_timestamp, deleted::text,
       to_jsonb(held.*) - array[''begin_effective_timestamp'', ''end_effective_timestamp'']
     from (select %2$s from %3$s) as held
     where begin_effective_timestamp <= $1 and $1 < end_effective_timestamp',
    of_type.key_column, columns, of_type.event_view)
  using instant;
end
$$;
comment on function workfront.as_of(text, timestamptz) is
  'Every object of a type as it was at an instant: as_of(''TASK'', timestamptz ''2026-03-01'').';

-- With the owner's rights: positions are no analyst's table. New snapshots come with each of its
-- statements, which only read committed has.
create or replace function workfront.wait_for(
  topic text, partition integer, "offset" bigint, patience interval default interval '30 seconds')
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  deadline timestamptz := clock_timestamp() + patience;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'wait_for sees nothing new in a % transaction',
      current_setting('transaction_isolation')
      using hint = 'call it before the transaction, or in one that is read committed';
  end if;
  -- Says that whoever waits here need see nothing of a store that readers are switched to.
  perform pg_advisory_xact_lock_shared(hashtext('workfront wait_for'));
  loop
    -- Undone each time, since only that gives back the lock on the view: held, it would keep
    -- readers from being switched to another store for as long as somebody waits.
    begin
      if exists (
        select from live.positions as at
        where at.topic = wait_for.topic and at.partition = wait_for.partition
          and at.next > wait_for."offset")
      then
        raise sqlstate 'WFYES';
      end if;
      raise sqlstate 'WFNOT';
    exception
      when sqlstate 'WFYES' then
        return true;
      when sqlstate 'WFNOT' then
        null;
    end;
    if clock_timestamp() > deadline then
      return false;
    end if;
    perform pg_sleep(0.02);
  end loop;
end
$$;
comment on function workfront.wait_for(text, integer, bigint, interval) is
  'Returns true when the record of the log is in the tables that readers see, false when patience ends.';
