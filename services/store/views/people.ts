/**
 * `workfront.people`: a user by either of his IDs. Workfront names people by its own ID, Planning
 * and its events by that of Adobe IMS (reference E.1, F.2). Pure.
 */
import type { WantedView } from './replace-views.ts';

export const PEOPLE_VIEW = 'workfront.people';

/** An ID that two users had is the one's who has it now, then of the smaller userid. */
export function peopleView(): WantedView {
  return {
    name: PEOPLE_VIEW,
    comment:
      'Whoever is named as an actor: join personid with any column that names a user, of ' +
      'Workfront or of Planning, and go on with userid to users_current.',
    columns: [
      { name: 'personid', comment: "A user's ID in Workfront, or in Adobe IMS (eauthuserid)." },
      { name: 'userid', comment: 'users_current.userid' },
      { name: 'name', comment: 'As it is now.' },
      { name: 'isims', comment: 'Whether personid is that of Adobe IMS.' },
    ],
    select: SELECT,
  };
}

const SELECT = `
select objid as personid, objid as userid, name, false as isims from live.user_now
union all
select * from (
  select distinct on (had.eauthuserid)
    had.eauthuserid as personid, had.objid as userid, now.name, true as isims
  from (
    select eauthuserid, objid, 1 as rank from live.user_now
    union all select eauthuserid, objid, 2 from live.user_past
  ) as had
  join live.user_now as now using (objid)
  where had.eauthuserid <> '' and had.eauthuserid not in (select objid from live.user_now)
  order by had.eauthuserid, had.rank, had.objid
) as ims
`;
