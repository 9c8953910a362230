/**
 * `control.known_objects`: which objects the log has, and the last state published from a read. A
 * read that speaks for no later instant than what was told before, by another path or by a read of
 * another state, does not settle it: the fold may believe the other. It is not remembered then, so
 * that one that is later is published although it says the same (an object restored at once, a
 * value that moved there and back, one that moved within the lag of the search).
 */
import { SAME_SAVE_MICROS } from '../../core/fold/same-save.ts';
import { asMicros, microsOf } from '../../core/units.ts';
import type { Micros, Millis, ObjCode, ObjID } from '../../core/units.ts';
import type { ObjectLeft, SettledObject } from '../missed/left-state.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { instantOf, recordingMoves, recordWindows } from '../missed/unseen-moves.ts';

export interface KnownObject {
  readonly objid: string;
  readonly hash: Buffer | null;
  readonly clock: bigint | null;
  readonly asof: bigint;
  /** Deleted in the log. */
  readonly gone: boolean;
  readonly leftAsOf: bigint | null;
  readonly leftState: Buffer | null;
  readonly judged: bigint | null;
}

export interface PublishedRead {
  readonly objID: ObjID;
  readonly hash: Buffer;
  readonly clock: Micros | null;
  readonly asOf: Micros;
  /** Of the fields that no event carries. */
  readonly unheard: Buffer;
}

/** Of an event that another path told. */
export interface ToldInstant {
  readonly objID: ObjID;
  readonly asOf: Micros;
  /** Between which instants a version may begin by it; null where it changes nothing. */
  readonly between: readonly [Micros, Micros] | null;
}

export async function knownOf(
  database: Queryable,
  objCode: ObjCode,
  ids: readonly string[],
): Promise<Map<string, KnownObject>> {
  const { rows } = await database.query<KnownObject>(KNOWN, [objCode, ids]);
  return new Map(rows.map((row) => [row.objid, row]));
}

/**
 * After they are durable in the log (Law 2).
 * @param isFirst of a type that is read for the first time: nobody asks who told of it before
 */
export async function remember(
  database: Queryable,
  objCode: ObjCode,
  reads: readonly PublishedRead[],
  isFirst = false,
): Promise<void> {
  if (reads.length === 0) return;
  await recordWindows(database, REMEMBER, [
    objCode,
    reads.map(({ objID }) => objID),
    reads.map(({ hash }) => hash),
    reads.map(({ clock }) => clock),
    reads.map(({ asOf }) => asOf),
    reads.map(({ unheard }) => unheard),
    isFirst,
  ]);
}

/** Another path told of these: they are there, and what was read of them before may be old. */
export async function doubt(
  database: Queryable,
  objCode: ObjCode,
  told: readonly ToldInstant[],
): Promise<void> {
  await recordWindows(database, DOUBT, [
    objCode,
    told.map(({ objID }) => objID),
    told.map(({ asOf }) => asOf),
    told.map(({ between }) => between?.[0] ?? null),
    told.map(({ between }) => between?.[1] ?? null),
  ]);
}

/**
 * A DELETE of theirs, of that instant, is in the log: nothing for what was surely there later.
 * Where a read that did not know of it speaks for later, the object came back before that was
 * asked, and nobody can say when.
 */
export async function forget(
  database: Queryable,
  objCode: ObjCode,
  gone: ReadonlyMap<string, Micros>,
  searchLagMs: Millis,
): Promise<void> {
  const lag = microsOf(searchLagMs);
  await recordWindows(database, FORGET, [objCode, [...gone.keys()], [...gone.values()], lag]);
}

/** For whoever looks for changes that nobody told of. */
export function settledOf(known: KnownObject | null): SettledObject {
  const asOf = instantIn(known?.leftAsOf);
  const digest = known?.leftState ?? null;
  const left = asOf === null || digest === null ? null : { asOf, digest };
  return { judged: instantIn(known?.judged), left };
}

export function instantIn(column: bigint | null | undefined): Micros | null {
  return column === null || column === undefined ? null : asMicros(Number(column));
}

export async function keepLeft(database: Queryable, objects: readonly ObjectLeft[]): Promise<void> {
  await database.query(KEEP_LEFT, [
    objects.map(({ objCode }) => objCode),
    objects.map(({ objID }) => objID),
    objects.map(({ left }) => left?.asOf ?? null),
    objects.map(({ left }) => left?.digest ?? null),
    objects.map(({ left }) => left !== undefined),
    objects.map(({ judged }) => judged),
  ]);
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
  select objid, hash, clock, asof, gone, left_asof as "leftAsOf", left_state as "leftState",
    judged
  from control.known_objects
  where objcode = $1 and objid = any($2)
`;

/** A DELETE has no change clock: near it a read proves nothing (architecture, "The fold"). */
const SPREAD = `case when known.gone then ${SAME_SAVE_MICROS} else 0 end`;

/** Of lately: a delivery that is later than this finds no window any more (Law 7). */
const LATELY_MICROS = 15 * 60 * 1_000_000;
const TOLD_MAX = 64;

/**
 * Between two reads, without the change clock of the second: there its values are known to begin.
 * What the later one claims of the time behind its clock may have moved in between as well.
 */
const MOVED_WINDOWS = `
  int8multirange(int8range(known.read_until, greatest(known.read_until, excluded.asof), '()'))
    - int8multirange(int8range(
        coalesce(excluded.clock, 0) - ${SAME_SAVE_MICROS},
        coalesce(excluded.clock, 0) + ${SAME_SAVE_MICROS}, '[]'
      ))
`;

const REMEMBER = recordingMoves(`
  insert into control.known_objects as known
    (objcode, objid, hash, clock, asof, unheard, read_until, judged)
  select $1, read.*, read.asof, case when $7 then read.clock end
  from unnest($2::text[], $3::bytea[], $4::bigint[], $5::bigint[], $6::bytea[])
    as read (objid, hash, clock, asof, unheard)
  order by read.objid -- in one order, so that two writers do not lock each other out
  on conflict (objcode, objid) do update
  set clock = excluded.clock, asof = greatest(known.asof, excluded.asof),
    hash = case
      when excluded.asof > known.asof + ${SPREAD} or excluded.hash = known.hash then excluded.hash
    end,
    gone = known.gone and excluded.asof <= known.asof + ${SPREAD},
    unheard = case
      when known.read_until > excluded.asof then known.unheard else excluded.unheard
    end,
    read_until = greatest(known.read_until, excluded.asof),
    judged = coalesce(known.judged, excluded.judged),
    moved = case
      when known.unheard <> excluded.unheard and excluded.asof > known.read_until then (
        select range_agg(one) from unnest(coalesce(known.moved, '{}') + (${MOVED_WINDOWS})) as one
        where upper(one) > excluded.asof - ${LATELY_MICROS}
      )
      else known.moved
    end
`);

const DOUBT = recordingMoves(`
  insert into control.known_objects as known (objcode, objid, hash, clock, asof, told)
  select $1, seen.objid, null, null, max(seen.asof),
    array_agg(int8range(seen.first, seen.last, '[]')) filter (where seen.first is not null)
  from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
    as seen (objid, asof, first, last)
  group by seen.objid
  order by seen.objid
  on conflict (objcode, objid) do update
  set hash = case when known.asof >= excluded.asof then known.hash end,
    asof = greatest(known.asof, excluded.asof),
    gone = known.gone and known.asof >= excluded.asof,
    told = (known.told || excluded.told)[
      greatest(1, cardinality(known.told || excluded.told) - ${TOLD_MAX - 1}):
    ]
`);

const FORGET = `
  with told as (
    select * from unnest($2::text[], $3::bigint[]) as told (objid, asof)
  ), kept as (
    insert into control.known_objects as known (objcode, objid, hash, clock, asof, gone)
    select $1, told.objid, null, null, told.asof, true from told
    order by told.objid
    on conflict (objcode, objid) do update
    set hash = case when known.asof > excluded.asof + ${SAME_SAVE_MICROS} then known.hash end,
      gone = known.gone or known.asof <= excluded.asof + ${SAME_SAVE_MICROS},
      unheard = case when known.asof > excluded.asof + ${SAME_SAVE_MICROS} then known.unheard end,
      asof = greatest(known.asof, excluded.asof)
    returning known.objid, known.read_until
  )
  insert into control.unseen_moves (objcode, objid, began, ended)
  select $1, told.objid, ${instantOf('told.asof')}, ${instantOf('(kept.read_until + $4::bigint)')}
  from kept join told using (objid)
  where kept.read_until > told.asof - ${SAME_SAVE_MICROS}
  on conflict do nothing
  returning objid
`;

// In one order, as other writers do, so that none locks another out.
const KEEP_LEFT = `
  with settled as (
    select known.objcode, known.objid, one.asof, one.state, one.told, one.judged
    from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[], $5::boolean[], $6::bigint[])
      as one (objcode, objid, asof, state, told, judged)
    join control.known_objects as known using (objcode, objid)
    order by known.objcode, known.objid
    for update of known
  )
  update control.known_objects as known
  set left_asof = case when settled.told then settled.asof else known.left_asof end,
    left_state = case when settled.told then settled.state else known.left_state end,
    judged = greatest(known.judged, settled.judged)
  from settled
  where known.objcode = settled.objcode and known.objid = settled.objid
`;

const COUNT = `
  select count(*) as count from control.known_objects where objcode = $1 and not gone
`;

const BEFORE = `
  select objid, hash, clock, asof, gone, left_asof as "leftAsOf", left_state as "leftState",
    judged
  from control.known_objects
  where objcode = $1 and asof < $2 and objid > $3 and not gone order by objid limit 5000
`;
