/**
 * `control.doubts`: which objects were asked for because the tables hold them in doubt. Promises
 * that one state of an object is asked for once, whoever looks, however often, over restarts.
 */
import type { Millis, ObjCode, ObjID } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';

export interface Doubt {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /** What is in doubt, of which version: equal while nothing has changed. */
  readonly state: string;
}

export interface AskOptions {
  /** What is still in doubt so long after it was asked for is asked for again. */
  readonly againAfterMs: Millis;
  /** Whether these are all that there are: others are settled, and forgotten. */
  readonly areAll: boolean;
}

const ASK = `
  with asked as (
    insert into control.doubts as known (objcode, objid, state)
    select * from unnest($1::text[], $2::text[], $3::text[]) as given (objcode, objid, state)
    order by objcode, objid
    on conflict (objcode, objid) do update
    set state = excluded.state, asked_at = clock_timestamp()
    where known.state <> excluded.state
      or known.asked_at < clock_timestamp() - $4 * interval '1 ms'
    returning objcode, objid
  )
  insert into control.wanted_reads (objcode, objid, reason)
  select objcode, objid, 'ambiguous' from asked order by objcode, objid
  on conflict (objcode, objid) do update
  set reason = excluded.reason, wanted_at = excluded.wanted_at
`;

const FORGET = `
  delete from control.doubts as known
  where not exists (
    select from unnest($1::text[], $2::text[]) as given (objcode, objid)
    where given.objcode = known.objcode and given.objid = known.objid
  )
`;

/** @returns how many were not asked for yet */
export async function askToSettle(
  control: Queryable,
  doubts: readonly Doubt[],
  { againAfterMs, areAll }: AskOptions,
): Promise<number> {
  const codes = doubts.map(({ objCode }) => objCode);
  const ids = doubts.map(({ objID }) => objID);
  const states = doubts.map(({ state }) => state);
  if (areAll) await control.query(FORGET, [codes, ids]);
  if (doubts.length === 0) return 0;
  const { rowCount } = await control.query(ASK, [codes, ids, states, againAfterMs]);
  return rowCount ?? 0;
}
