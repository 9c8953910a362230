-- What the views of custom forms stand on. Safe to run again.
create schema if not exists forms;

-- A value stands under the name that its parameter had when it was written, so a renamed parameter
-- is looked up by all names it ever had. Where another parameter bears or bore a name, it counts
-- from or until that one's time.
create or replace view forms.parameter_keys as
with named as (
  select objid, 'DE:' || name as key, min(began) as since, max(began) as latest
  from (
    select objid, name, began from live.parameter_past
    union all
    select objid, name, began from live.parameter_now
  ) as versions
  where name is not null
  group by objid, name
), bounded as (
  select objid, key, latest,
    case when exists (select from named as other
      where other.key = named.key and other.objid <> named.objid and other.since < named.since)
    then since else '-infinity' end as valid_from,
    coalesce((select min(other.since) from named as other
      where other.key = named.key and other.objid <> named.objid and other.since > named.since),
      'infinity') as valid_until
  from named
), ranked as (
  select *, row_number() over (partition by objid order by latest desc, key) as rank,
    valid_from = '-infinity' and valid_until = 'infinity' as is_sole
  from bounded
)
select objid as parameterid,
  max(key) filter (where rank = 1 and is_sole) as newest,
  jsonb_agg(jsonb_build_array(key, valid_from, valid_until) order by rank)
    filter (where rank > 1 or not is_sole) as others
from ranked group by objid;
comment on view forms.parameter_keys is
  'Under which keys of parametervalues the values of each parameter stand.';
comment on column forms.parameter_keys.parameterid is 'ID of the parameter.';
comment on column forms.parameter_keys.newest is 'Its key now; null where another bore that name.';
comment on column forms.parameter_keys.others is
  'Its other keys, the newest first, each with the time from and until which it is this one''s.';

create or replace function forms.value_at(custom jsonb, began timestamptz, keys jsonb)
returns jsonb language sql stable parallel safe as $$
  select custom -> (key ->> 0)
  from jsonb_array_elements(keys) with ordinality as keys (key, rank)
  where custom ? (key ->> 0)
    and began >= (key ->> 1)::timestamptz and began < (key ->> 2)::timestamptz
  order by rank limit 1
$$;
comment on function forms.value_at is 'The value of a parameter that has more than one key.';
