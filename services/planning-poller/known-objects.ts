/**
 * What of Planning was published last, in `control.planning_objects`: a hash of each object's
 * claims, with which a listing is compared, and of which records the history is still to be read.
 * Losing it costs repeats, and the deletes that happen until it is whole again. A stale process can
 * do no harm: a row is written only after its event is durable, and never back in time.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import type { Micros, ObjCode, ObjID } from '../core/units.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import type { PlanningKind } from '../workfront/planning/planning-client.ts';

export interface KnownPlanningObject {
  readonly objID: ObjID;
  readonly hash: string;
  /** Its change clock; null where it has none. */
  readonly clock: Micros | null;
  /** The latest instant at which it was surely there, or seen to be gone. */
  readonly seenAt: Micros;
  readonly gone: boolean;
}

export interface ObjectNews extends KnownPlanningObject {
  readonly kind: PlanningKind;
  /** Empty for a workspace. */
  readonly parentID: string;
  /** Entries of its history after this instant are still to be read; null leaves it as it is. */
  readonly historyFrom: Micros | null;
}

export function hashOf(claims: Readonly<Record<string, JsonValue>>): string {
  return createHash('sha256').update(canonicalJson(claims)).digest('base64url');
}

interface StoredObject {
  readonly objid: string;
  readonly hash: string;
  readonly clock: bigint | null;
  readonly seen_at: bigint;
  readonly gone: boolean;
}

/**
 * By ID; those that are gone among them.
 * @param objIDs only these, or null for all
 */
export async function readKnown(
  database: Queryable,
  kind: PlanningKind,
  parentID: string,
  objIDs: readonly string[] | null = null,
): Promise<Map<string, KnownPlanningObject>> {
  const { rows } = await database.query<StoredObject>(READ, [kind, parentID, objIDs]);
  return new Map(
    rows.map(({ objid, hash, clock, seen_at, gone }) => [
      objid,
      {
        objID: objid,
        hash,
        gone,
        clock: clock === null ? null : asMicros(Number(clock)),
        seenAt: asMicros(Number(seen_at)),
      },
    ]),
  );
}

/**
 * The latest change clock of a type's records; null where none has one. One that is dated after it
 * was seen counts from then: what is saved until its date would not be asked for.
 */
export async function lastClockOf(
  database: Queryable,
  recordTypeId: string,
): Promise<Micros | null> {
  const { rows } = await database.query<{ clock: bigint | null }>(LAST_CLOCK, [recordTypeId]);
  const clock = rows[0]?.clock ?? null;
  return clock === null ? null : asMicros(Number(clock));
}

/** Parents under which something is known and which are not among those that are listed. */
export async function readLostParents(
  database: Queryable,
  kind: PlanningKind,
  listed: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await database.query<{ parentid: string }>(LOST_PARENTS, [kind, listed]);
  return rows.map(({ parentid }) => parentid);
}

export async function writeKnown(database: Queryable, news: readonly ObjectNews[]): Promise<void> {
  const all = [...new Map(news.map((one) => [`${one.kind} ${one.objID}`, one])).values()];
  if (all.length === 0) return;
  await database.query(WRITE, [
    all.map(({ kind }) => kind),
    all.map(({ objID }) => objID),
    all.map(({ parentID }) => parentID),
    all.map(({ hash }) => hash),
    all.map(({ clock }) => clock),
    all.map(({ seenAt }) => seenAt),
    all.map(({ gone }) => gone),
    all.map(({ historyFrom }) => historyFrom),
  ]);
}

/** What is listed of them next is published, also as it was. */
export async function doubtKnown(
  database: Queryable,
  objects: readonly { readonly objCode: ObjCode; readonly objID: ObjID }[],
): Promise<void> {
  if (objects.length === 0) return;
  const codes = objects.map(({ objCode }) => objCode);
  await database.query(DOUBT, [codes, objects.map(({ objID }) => objID)]);
}

/** Those of them of which nothing was ever published, or of which it was forgotten. */
export async function unknownOf(
  database: Queryable,
  kind: PlanningKind,
  objIDs: readonly string[],
): Promise<readonly string[]> {
  if (objIDs.length === 0) return [];
  const { rows } = await database.query<{ objid: string }>(UNKNOWN, [kind, objIDs]);
  return rows.map(({ objid }) => objid);
}

export interface HistoryDue {
  readonly objID: ObjID;
  readonly from: Micros;
}

/** Records whose history is still to be read, those that wait longest first. */
export async function readHistoriesDue(
  database: Queryable,
  most: number,
): Promise<readonly HistoryDue[]> {
  const { rows } = await database.query<{ objid: string; history_from: bigint }>(DUE, [most]);
  return rows.map(({ objid, history_from }) => ({
    objID: objid,
    from: asMicros(Number(history_from)),
  }));
}

/** Its history was read from there; what has changed since stays due. */
export async function historyRead(database: Queryable, { objID, from }: HistoryDue): Promise<void> {
  await database.query(HISTORY_READ, [objID, from]);
}

const READ = `
  select objid, hash, clock, seen_at, gone from control.planning_objects
  where objcode = $1 and parentid = $2 and ($3::text[] is null or objid = any ($3))
`;

const LAST_CLOCK = `
  select max(least(clock, seen_at)) as clock from control.planning_objects
  where objcode = 'RECORD' and parentid = $1
`;

const DOUBT = `
  update control.planning_objects set hash = ''
  where (objcode, objid) in (select * from unnest($1::text[], $2::text[])) and not gone
`;

const UNKNOWN = `
  select objid from unnest($2::text[]) as wanted (objid)
  where not exists (
    select from control.planning_objects as known
    where known.objcode = $1 and known.objid = wanted.objid
  )
`;

const LOST_PARENTS = `
  select distinct parentid from control.planning_objects
  where objcode = $1 and not gone and parentid <> all ($2::text[])
`;

const WRITE = `
  insert into control.planning_objects as known
    (objcode, objid, parentid, hash, clock, seen_at, gone, history_from)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[],
    $7::boolean[], $8::bigint[])
  on conflict (objcode, objid) do update
  set parentid = excluded.parentid, hash = excluded.hash, clock = excluded.clock,
      seen_at = excluded.seen_at, gone = excluded.gone,
      history_from = coalesce(known.history_from, excluded.history_from)
  where known.seen_at <= excluded.seen_at
`;

const DUE = `
  select objid, history_from from control.planning_objects
  where objcode = 'RECORD' and history_from is not null
  order by seen_at
  limit $1
`;

const HISTORY_READ = `
  update control.planning_objects set history_from = null
  where objcode = 'RECORD' and objid = $1 and history_from = $2
`;
