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
  select told.objcode, told.objid, min(told.asof)
  from unnest($1::text[], $2::text[], $3::bigint[]) as told (objcode, objid, asof)
  join control.known_objects as known using (objcode, objid)
  where not known.gone and coalesce(known.read_until, 0) <= told.asof + ${SAME_SAVE_MICROS}
  group by told.objcode, told.objid
  order by told.objcode, told.objid
  on conflict (objcode, objid) do update set asof = least(told_deletes.asof, excluded.asof)
`;

/** Before they are in the log. */
export async function holdDeletes(
  database: Queryable,
  deletes: readonly ToldDelete[],
): Promise<void> {
  if (deletes.length === 0) return;
  await database.query(HOLD, [
    deletes.map(({ objCode }) => objCode),
    deletes.map(({ objID }) => objID),
    deletes.map(({ asOf }) => asOf),
  ]);
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
    where objcode = $1 and (objid, asof) in (select * from unnest($2::text[], $3::bigint[]))
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

/**
 * After a listing of the whole type, and before what it promises: those that it does not show are
 * gone indeed; of others the log must say that they were there later.
 */
export async function releaseDeletes(
  database: Queryable,
  objCode: ObjCode,
  shown: ReadonlySet<ObjID>,
): Promise<void> {
  const { rows } = await database.query<HeldRow>(HELD, [objCode]);
  const settled = rows.filter(({ objid, asof, gone, readUntil }) => {
    const isSeenLater = Number(readUntil ?? 0n) > asMicros(Number(asof)) + SAME_SAVE_MICROS;
    return isSeenLater || (gone !== false && !shown.has(objid));
  });
  if (settled.length === 0) return;
  const ids = settled.map(({ objid }) => objid);
  await database.query(RELEASE, [objCode, ids, settled.map(({ asof }) => String(asof))]);
}
