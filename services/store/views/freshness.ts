/**
 * `workfront.freshness`: up to which moment the tables are complete, by type
 * (docs/architecture.md, "How complete"). Pure.
 */
import { CAPTURED_OBJECT_CODES, objectType } from '../../workfront/catalogue/catalogue.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';
import type { WantedView } from './replace-views.ts';

export const FRESHNESS_VIEW = 'workfront.freshness';

/** After freshness.sql beside this file. */
export function freshnessView(): WantedView {
  const types = CAPTURED_OBJECT_CODES.map((objCode) => {
    const type = objectType(objCode);
    const isJournaled = type?.inRest === true && !type.planning;
    const values = [sqlText(objCode), sqlText(objCode.toLowerCase()), String(isJournaled)];
    return `(${values.join(', ')})`;
  });
  return {
    name: FRESHNESS_VIEW,
    select: FRESHNESS.replace('$types', types.join(',\n    ')),
    comment: COMMENT,
    columns: COLUMNS,
  };
}

// A watermark counts where the tables have passed its ends. A parked record is a hole in the log as
// the tables have it: nothing behind the oldest of a partition counts. What a poller set
// aside never came to the log: it says itself up to when a promise holds, or that none does. What
// was mended in the log lies behind the ends of the watermarks of before: they stay where it held
// them. A DELETE that a webhook told late is in the tables before a sweep has dealt with it
// (control.told_deletes), perhaps before that knows of it: what was swept counts up to before it,
// unless the tables knew already or have the object of later.
const FRESHNESS = `
with type (objcode, segment, is_journaled) as (
  values
    $types
), place as (
  select split_part(reverse(topic), '.', 2) as tnemges, topic, partition, newest, next,
    least(next, (
      select min(parked."offset") from live.parked
      where parked.topic = positions.topic and parked.partition = positions.partition
        and (parked.until is null or parked.until > positions.next)
    )) as whole
  from live.positions
), tables as (
  select topic, jsonb_object_agg(partition, whole) as whole,
    jsonb_object_agg(partition, next) as next
  from place group by topic
), mark as (
  select type.objcode, said.kind, said.up_to, said.moved_at,
    said.prefix || '.' || type.segment || '.changes' as topic,
    said.ends -> (said.prefix || '.' || type.segment || '.changes') as ends
  from type
  join (
    select *, (
      select substring(topic from '^(.*)[.][^.]*[.]changes$')
      from jsonb_object_keys(ends) as topic limit 1
    ) as prefix
    from workfront.watermark_trail()
  ) as said on said.objcode = case when said.kind = 'history' then 'JRNLE' else type.objcode end
  where said.kind <> 'history' or type.is_journaled
), ended as (
  select type.objcode, said.kind, said.up_to, said.ended_at
  from type
  join workfront.ended_holds() as said on said.objcode = type.objcode
    or said.kind = 'history' and type.is_journaled
      and (said.objcode = '*' or type.objcode = 'JRNLE')
), counted as (
  select mark.*
  from mark
  left join tables using (topic)
  where ends is not null and not exists (
    select from jsonb_each_text(mark.ends) as upto (partition, "offset")
    where coalesce((tables.whole ->> upto.partition)::bigint, 0) < upto."offset"::bigint
  )
), passed as (
  select mark.objcode, mark.kind, nullif(max(least(mark.up_to, (
    select min(ended.up_to) from ended
    where ended.objcode = mark.objcode and ended.kind = mark.kind
      and ended.ended_at >= mark.moved_at
  ))), '-infinity') as up_to
  from counted as mark
  group by mark.objcode, mark.kind
), latest as (
  select distinct on (objcode) * from counted where kind = 'swept' order by objcode, up_to desc
), late as (
  select latest.objcode, min(gone.asof) - interval '500001 microseconds' as since
  from latest
  cross join jsonb_each_text(latest.ends) as upto (partition, "offset")
  cross join lateral (
    select * from live.changes
    where topic = latest.topic and partition = upto.partition::integer
      and "offset" >= upto."offset"::bigint and operation = 'DELETE' and path = 'WEBHOOK'
    offset 0 -- asked of the index once for each partition
  ) as gone
  where gone.objcode = latest.objcode
    and gone.asof - interval '500001 microseconds' < latest.up_to
    and not exists (
      select from live.changes as seen
      where seen.objid = gone.objid and seen.objcode = gone.objcode
        and seen.path = 'SEARCH' and seen.operation <> 'DELETE'
        and seen.asof > gone.asof + interval '500 milliseconds'
    )
    and (
      select before.operation from live.changes as before
      where before.objid = gone.objid and before.objcode = gone.objcode
        and (before.topic <> gone.topic or before."offset" < upto."offset"::bigint)
      order by before.asof desc, before."offset" desc limit 1
    ) <> 'DELETE'
  group by latest.objcode
), gap as (
  select objcode, count(*) filter (where state <> 'lost') as open,
    count(*) filter (where state = 'lost') as lost,
    min(began) filter (where state <> 'lost') as oldest,
    min(began) filter (where state <> 'lost' and 'journal-poller' = any(readers)) as unread
  from workfront.unfilled_gaps()
  group by objcode
), aside as (
  select type.objcode, count(*) as count, min(said.set_aside_at) as oldest,
    bool_or(said.since is null) filter (where not said.is_history) as is_current_void,
    bool_or(said.swept_since is null) filter (where not said.is_history) as is_swept_void,
    bool_or(said.since is null) filter (where said.is_history) as is_history_void,
    min(said.since) filter (where not said.is_history) as current_since,
    min(said.swept_since) filter (where not said.is_history) as swept_since,
    min(said.since) filter (where said.is_history) as history_since
  from type
  join workfront.set_aside() as said on said.objcode = type.objcode
    or said.is_history and type.is_journaled and (said.objcode = '*' or type.objcode = 'JRNLE')
  group by type.objcode
), unread as (
  select split_part(reverse(topic), '.', 2) as tnemges, count(*) as count,
    min(parkedat) as oldest
  from live.parked where until is null group by 1
)
select
  type.objcode,
  (select max(newest) from place where place.tnemges = reverse(type.segment)) as newest_change,
  (select sum(greatest(0,
      upto."offset"::bigint - coalesce((tables.next ->> upto.partition)::bigint, 0)))::bigint
    from (
      select topic, ends from mark where mark.objcode = type.objcode order by up_to desc limit 1
    ) as latest
    left join tables using (topic)
    cross join jsonb_each_text(latest.ends) as upto (partition, "offset")
  ) as waiting,
  case when current.up_to is not null and aside.is_current_void is not true
    then least(current.up_to, aside.current_since) end as current_up_to,
  case when swept.up_to is not null and aside.is_swept_void is not true
    then least(swept.up_to, aside.swept_since, told.since, late.since) end as swept_up_to,
  case when history.up_to is not null and aside.is_history_void is not true
    then least(history.up_to, gap.unread, aside.history_since) end as history_up_to,
  coalesce(gap.open, 0) as gaps_open,
  coalesce(gap.lost, 0) as gaps_lost,
  gap.oldest as oldest_gap,
  coalesce(unread.count, 0) + coalesce(aside.count, 0) as parked,
  least(unread.oldest, aside.oldest) as oldest_parked
from type
left join passed as current on current.objcode = type.objcode and current.kind = 'current'
left join passed as swept on swept.objcode = type.objcode and swept.kind = 'swept'
left join passed as history on history.objcode = type.objcode and history.kind = 'history'
left join workfront.told_deletes() as told on told.objcode = type.objcode
left join late on late.objcode = type.objcode
left join gap on gap.objcode = type.objcode
left join aside on aside.objcode = type.objcode
left join unread on unread.tnemges = reverse(type.segment)
`;

const COMMENT =
  'Up to which moment each type is complete in these tables. What is null is not promised. A ' +
  'change of before may still be added when it comes late: then past answers change.';

const COLUMNS = [
  { name: 'objcode', comment: 'Object type.' },
  { name: 'newest_change', comment: 'When the newest change in the tables was made.' },
  {
    name: 'waiting',
    comment: 'Events that were in the log at the last watermark and are not in the tables yet.',
  },
  {
    name: 'current_up_to',
    comment:
      'Every change up to then that moves lastUpdateDate is in the tables, or overwritten by a ' +
      'newer one; of types without it, every state that a listing showed.',
  },
  {
    name: 'swept_up_to',
    comment: 'Deletes, and values that move without lastUpdateDate, are in the tables up to then.',
  },
  {
    name: 'history_up_to',
    comment:
      'Every change of a tracked field up to then, each for itself, is in the tables; held back ' +
      'by the oldest gap that is not read again yet.',
  },
  {
    name: 'gaps_open',
    comment:
      'Windows in which something was missed, or may have been, and that are not read again yet.',
  },
  { name: 'gaps_lost', comment: 'Such windows that nothing can read again.' },
  { name: 'oldest_gap', comment: 'When the oldest of those not yet read began.' },
  {
    name: 'parked',
    comment:
      'Events, and what pollers read, set aside in the dead letters; the instants stay before the ' +
      'oldest of them until it is handed in again, read as an event, or dismissed.',
  },
  { name: 'oldest_parked', comment: 'When the oldest of those was set aside.' },
];
