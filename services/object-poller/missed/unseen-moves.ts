/**
 * `control.unseen_moves`: fields that no event carries (percentComplete) are known from reads
 * alone. Where two reads differ in them, a save in between may have found either value: its version
 * keeps the one of before, and the window says so. So it does where a DELETE was told after a read
 * that found the object there again.
 */
import type { ObjCode, ObjID } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';

export const instantOf = (micros: string): string =>
  `'epoch'::timestamptz + ${micros} * interval '1 microsecond'`;

/** Windows in which somebody told of a save, whichever came first; each once. */
export const recordingMoves = (keeping: string): string => `
  with kept as (${keeping} returning known.objid, known.told, known.moved)
  insert into control.unseen_moves (objcode, objid, began, ended)
  select $1, kept.objid, ${instantOf('lower(span)')}, ${instantOf('upper(span)')}
  from kept cross join unnest(kept.moved) as span
  where exists (select from unnest(kept.told) as begins where span && begins)
    and not exists (
      select from control.unseen_moves as known
      where known.objcode = $1 and known.objid = kept.objid
        and known.began <= ${instantOf('lower(span)')} and known.ended >= ${instantOf('upper(span)')}
    )
  on conflict do nothing
  returning objid
`;

/** Of one object (Law 7); a version of before these is in the window of all that is older. */
const WINDOWS_MAX = 32;

const UNITE_OLDER = `
  insert into control.unseen_moves as move (objcode, objid, began, ended)
  select $1, objid, min(began), max(ended)
  from (
    select objid, began, ended, row_number() over (partition by objid order by began desc) as place
    from control.unseen_moves where objcode = $1 and objid = any($2)
  ) as ranked
  where place >= ${WINDOWS_MAX}
  group by objid having count(*) > 1
  on conflict (objcode, objid, began) do update set ended = greatest(move.ended, excluded.ended)
  returning objid
`;

// Only what lies in another window, which a second writer can have united at most with more.
const DROP_UNITED = `
  delete from control.unseen_moves as move
  using control.unseen_moves as wider
  where move.objcode = $1 and move.objid = any($2) and wider.objcode = $1
    and wider.objid = move.objid and wider.began < move.began and wider.ended >= move.ended
`;

/** Records windows of objects of one type, and keeps those of each object few. */
export async function recordWindows(
  database: Queryable,
  recording: string,
  values: readonly [objCode: ObjCode, ...more: unknown[]],
): Promise<void> {
  const idsOf = async (sql: string, some: readonly unknown[]): Promise<ObjID[]> =>
    (await database.query<{ objid: ObjID }>(sql, some)).rows.map(({ objid }) => objid);
  const windowed = await idsOf(recording, values);
  if (windowed.length === 0) return;
  const united = await idsOf(UNITE_OLDER, [values[0], windowed]);
  if (united.length > 0) await database.query(DROP_UNITED, [values[0], united]);
}
