/**
 * `control.told_deletes`: DELETEs that may be older than what a sweep has promised since. The log
 * does not have what a sweep saw unchanged, so a DELETE that is told late is believed in the
 * tables, though the object came back before the sweep: `swept_up_to` stays before it until a
 * reader of the type has dealt with it.
 */
import { SAME_SAVE_MICROS } from '../../core/fold/same-save.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { notingEnded } from './ended-holds.ts';

export interface ToldDelete {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  readonly asOf: Micros;
}

/** Not of one that is gone in the log already, nor where the log says that it was there later. */
const HOLD = `
  insert into control.told_deletes (objcode, objid, asof)
  select distinct told.objcode, told.objid, told.asof
  from unnest($1::text[], $2::text[], $3::bigint[]) as told (objcode, objid, asof)
  join control.known_objects as known using (objcode, objid)
  where not known.gone and coalesce(known.read_until, 0) <= told.asof + ${SAME_SAVE_MICROS}
  order by told.objcode, told.objid, told.asof
  on conflict do nothing
`;

/** Not of one that was seen to be gone later. One that is unknown may be on its way to the log. */
const HOLD_OF_PLANNING = `
  insert into control.told_deletes (objcode, objid, asof)
  select distinct told.objcode, told.objid, told.asof
  from unnest($1::text[], $2::text[], $3::bigint[]) as told (objcode, objid, asof)
  left join control.planning_objects as known using (objcode, objid)
  where known.gone is not true or known.seen_at < told.asof
  order by told.objcode, told.objid, told.asof
  on conflict do nothing
`;

/** Before they are in the log, or before what a sweep promises behind them. */
export function holdDeletes(database: Queryable, deletes: readonly ToldDelete[]): Promise<void> {
  return hold(HOLD, database, deletes);
}

/** Of the objects of Planning. */
export function holdPlanningDeletes(
  database: Queryable,
  deletes: readonly ToldDelete[],
): Promise<void> {
  return hold(HOLD_OF_PLANNING, database, deletes);
}

async function hold(
  statement: string,
  database: Queryable,
  deletes: readonly ToldDelete[],
): Promise<void> {
  if (deletes.length === 0) return;
  await database.query(statement, [
    deletes.map(({ objCode }) => objCode),
    deletes.map(({ objID }) => objID),
    deletes.map(({ asOf }) => asOf),
  ]);
}

const OF_TYPES = `
  select objcode, objid, asof from control.told_deletes where objcode = any ($1)
`;

/** Of which no sweep knows yet whether they still hold. */
export async function heldDeletes(
  database: Queryable,
  objCodes: readonly ObjCode[],
): Promise<readonly ToldDelete[]> {
  const { rows } = await database.query<{ objcode: ObjCode; objid: ObjID; asof: bigint }>(
    OF_TYPES,
    [objCodes],
  );
  return rows.map(({ objcode, objid, asof }) => ({
    objCode: objcode,
    objID: objid,
    asOf: asMicros(Number(asof)),
  }));
}

const HELD = `
  select told.objid, told.asof, known.gone, known.read_until as "readUntil"
  from control.told_deletes as told
  left join control.known_objects as known using (objcode, objid)
  where told.objcode = $1
`;

// As far as `workfront.told_deletes` let the watermarks count.
const RELEASE = `
  with settled as (
    delete from control.told_deletes
    where (objcode, objid, asof) in (select * from unnest($1::text[], $2::text[], $3::bigint[]))
    returning objcode,
      'epoch'::timestamptz + (asof - ${SAME_SAVE_MICROS + 1}) * interval '1 microsecond' as up_to
  )
  ${notingEnded(`select objcode, 'swept', up_to, clock_timestamp() from settled`)}
`;

interface HeldRow {
  readonly objid: ObjID;
  readonly asof: bigint;
  readonly gone: boolean | null;
  readonly readUntil: bigint | null;
}

/** After a sweep has dealt with them, and before what it promises. */
export async function releaseDeletes(
  database: Queryable,
  settled: readonly ToldDelete[],
): Promise<void> {
  if (settled.length === 0) return;
  await database.query(RELEASE, [
    settled.map(({ objCode }) => objCode),
    settled.map(({ objID }) => objID),
    settled.map(({ asOf }) => asOf),
  ]);
}

/**
 * After a listing of the whole type: those that it does not show are gone indeed; of others the log
 * must say that they were there later.
 */
export async function releaseListed(
  database: Queryable,
  objCode: ObjCode,
  shown: ReadonlySet<ObjID>,
): Promise<void> {
  const { rows } = await database.query<HeldRow>(HELD, [objCode]);
  const deletes = rows.map(({ objid, asof, gone, readUntil }) => ({
    objCode,
    objID: objid,
    asOf: asMicros(Number(asof)),
    gone,
    readUntil: Number(readUntil ?? 0n),
  }));
  const settled = deletes.filter(({ objID, asOf, gone, readUntil }) => {
    const isSeenLater = readUntil > asOf + SAME_SAVE_MICROS;
    return isSeenLater || (gone !== false && !shown.has(objID));
  });
  await releaseDeletes(database, settled);
}
