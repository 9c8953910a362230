/**
 * `control.ended_holds`: what held a promise back (a gap, a DELETE that was told late, an input
 * that was set aside) and is mended in the log. The tables have the mend later, and watermarks of
 * before rest on a log without it: `workfront.freshness` lets them count no further than the hold
 * did. The next watermark lies behind the mend, and is free.
 */
import type { Queryable } from '../../platform/postgres/postgres.ts';

/**
 * A statement that notes what ended, for the end of the one that ends it: no reader of the database
 * sees neither.
 * @param ended SQL of rows (objcode, kind, up_to, ended_at); null as up_to: nothing was promised
 */
export function notingEnded(ended: string): string {
  return `
  insert into control.ended_holds as known (objcode, kind, minute, up_to, ended_at)
  select objcode, kind, date_trunc('minute', max(ended_at)), min(coalesce(up_to, '-infinity')),
    max(ended_at)
  from (${ended}) as one (objcode, kind, up_to, ended_at)
  group by objcode, kind
  order by objcode, kind
  on conflict (objcode, kind, minute) do update
  set up_to = least(known.up_to, excluded.up_to),
    ended_at = greatest(known.ended_at, excluded.ended_at)
`;
}

/** Tables that lag by more have promises of before the hold, and then of behind it. */
const REMEMBERED = '6 hours';

const FORGET = `
  with past as (
    delete from control.ended_holds where ended_at < clock_timestamp() - interval '${REMEMBERED}'
    returning objcode, kind, up_to, ended_at
  )
  delete from control.watermark_trail as mark using past
  where mark.kind = past.kind and mark.moved_at <= past.ended_at and mark.up_to > past.up_to
    and mark.objcode = case when past.kind = 'history' then 'JRNLE' else past.objcode end
`;

/** With the watermarks of long ago that they let count no further: those are gone too. */
export async function forgetEndedHolds(database: Queryable): Promise<void> {
  await database.query(FORGET);
}
