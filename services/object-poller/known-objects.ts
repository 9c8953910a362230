/**
 * `control.known_objects`: which objects the log has, and the last state published from a read. A
 * read that speaks for no later instant than what was told before, by another path or by a read of
 * another state, does not settle it: the fold may believe the other. It is not remembered then, so
 * that one that is later is published although it says the same (an object restored at once, a
 * value that moved there and back, one that moved within the lag of the search).
 */
import { SAME_SAVE_MICROS } from '../core/fold/same-save.ts';
import type { Micros, ObjCode, ObjID } from '../core/units.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';

export interface KnownObject {
  readonly objid: string;
  readonly hash: Buffer | null;
  readonly clock: bigint | null;
  readonly asof: bigint;
  /** Deleted in the log. */
  readonly gone: boolean;
}

export interface PublishedRead {
  readonly objID: ObjID;
  readonly hash: Buffer;
  readonly clock: Micros | null;
  readonly asOf: Micros;
}

export async function knownOf(
  database: Queryable,
  objCode: ObjCode,
  ids: readonly string[],
): Promise<Map<string, KnownObject>> {
  const { rows } = await database.query<KnownObject>(KNOWN, [objCode, ids]);
  return new Map(rows.map((row) => [row.objid, row]));
}

/** After they are durable in the log (Law 2). */
export async function remember(
  database: Queryable,
  objCode: ObjCode,
  reads: readonly PublishedRead[],
): Promise<void> {
  if (reads.length === 0) return;
  await database.query(REMEMBER, [
    objCode,
    reads.map(({ objID }) => objID),
    reads.map(({ hash }) => hash),
    reads.map(({ clock }) => clock),
    reads.map(({ asOf }) => asOf),
  ]);
}

/** Another path told of these: they are there, and what was read of them before may be old. */
export async function doubt(
  database: Queryable,
  objCode: ObjCode,
  seen: ReadonlyMap<string, Micros>,
): Promise<void> {
  await database.query(DOUBT, [objCode, [...seen.keys()], [...seen.values()]]);
}

/** A DELETE of theirs, of that instant, is in the log: nothing for what was surely there later. */
export async function forget(
  database: Queryable,
  objCode: ObjCode,
  gone: ReadonlyMap<string, Micros>,
): Promise<void> {
  await database.query(FORGET, [objCode, [...gone.keys()], [...gone.values()]]);
}

export async function countKnown(database: Queryable, objCode: ObjCode): Promise<number> {
  const { rows } = await database.query<{ count: bigint }>(COUNT, [objCode]);
  return Number(rows[0]?.count ?? 0n);
}

/** In order of their IDs, in pages, those seen last before `before`. */
export async function* knownBefore(
  database: Queryable,
  objCode: ObjCode,
  before: Micros,
): AsyncGenerator<readonly KnownObject[], void, void> {
  for (let after = ''; ;) {
    const { rows } = await database.query<KnownObject>(BEFORE, [objCode, before, after]);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.objid;
  }
}

const KNOWN = `
  select objid, hash, clock, asof, gone from control.known_objects
  where objcode = $1 and objid = any($2)
`;

/** A DELETE has no change clock: near it a read proves nothing (architecture, "The fold"). */
const SPREAD = `case when known.gone then ${SAME_SAVE_MICROS} else 0 end`;

const REMEMBER = `
  insert into control.known_objects as known (objcode, objid, hash, clock, asof)
  select $1, read.*
  from unnest($2::text[], $3::bytea[], $4::bigint[], $5::bigint[])
    as read (objid, hash, clock, asof)
  order by read.objid -- in one order, so that two writers do not lock each other out
  on conflict (objcode, objid) do update
  set clock = excluded.clock, asof = greatest(known.asof, excluded.asof),
    hash = case
      when excluded.asof > known.asof + ${SPREAD} or excluded.hash = known.hash then excluded.hash
    end,
    gone = known.gone and excluded.asof <= known.asof + ${SPREAD}
`;

const DOUBT = `
  insert into control.known_objects as known (objcode, objid, hash, clock, asof)
  select $1, seen.objid, null, null, seen.asof
  from unnest($2::text[], $3::bigint[]) as seen (objid, asof)
  order by seen.objid
  on conflict (objcode, objid) do update
  set hash = null, asof = excluded.asof, gone = false where known.asof < excluded.asof
`;

const FORGET = `
  insert into control.known_objects as known (objcode, objid, hash, clock, asof, gone)
  select $1, told.objid, null, null, told.asof, true
  from unnest($2::text[], $3::bigint[]) as told (objid, asof)
  order by told.objid
  on conflict (objcode, objid) do update
  set hash = null, gone = true, asof = greatest(known.asof, excluded.asof)
  where known.asof <= excluded.asof + ${SAME_SAVE_MICROS}
`;

const COUNT = `
  select count(*) as count from control.known_objects where objcode = $1 and not gone
`;

const BEFORE = `
  select objid, hash, clock, asof, gone from control.known_objects
  where objcode = $1 and asof < $2 and objid > $3 and not gone order by objid limit 5000
`;
