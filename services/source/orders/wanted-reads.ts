/**
 * `control.wanted_reads`: objects that somebody wants read from the tenant again, and published
 * whether or not they differ from the last time: what the tables hold of them is in doubt. Anybody
 * may ask; the poller of the type answers.
 */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { EVERY_OBJECT } from './listing-signal.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';

export interface WantedRead {
  readonly objID: ObjID;
  /** As Postgres writes it: one that is wanted anew meanwhile stays wanted. */
  readonly wantedAt: string;
}

const WANT = `
  insert into control.wanted_reads (objcode, objid, reason)
  select $1, objid, $3 from unnest($2::text[]) as wanted (objid) order by objid
  on conflict (objcode, objid) do update
  set reason = excluded.reason, wanted_at = excluded.wanted_at
`;

/** @param reason in a word, for people */
export async function wantReads(
  database: Queryable,
  objCode: ObjCode,
  objIDs: Iterable<string>,
  reason: string,
): Promise<void> {
  const ids = [...new Set(objIDs)];
  if (ids.length > 0) await database.query(WANT, [objCode, ids, reason]);
}

/** The whole type is to be listed. */
export function wantListing(database: Queryable, objCode: ObjCode, reason: string): Promise<void> {
  return wantReads(database, objCode, [EVERY_OBJECT], reason);
}

const WANTED = `
  select objcode, objid, wanted_at::text as wanted_at from control.wanted_reads
  where objcode = any($1) order by wanted_at, objid limit $2
`;

/** Those that wait longest, by type. */
export async function wantedReads(
  database: Queryable,
  objCodes: readonly string[],
  limit: number,
): Promise<Map<string, WantedRead[]>> {
  const { rows } = await database.query<{ objcode: string; objid: string; wanted_at: string }>(
    WANTED,
    [objCodes, limit],
  );
  const byType = new Map<string, WantedRead[]>();
  for (const { objcode, objid, wanted_at } of rows) {
    const wanted = byType.get(objcode) ?? [];
    byType.set(objcode, wanted);
    wanted.push({ objID: objid, wantedAt: wanted_at });
  }
  return byType;
}

const DONE = `
  delete from control.wanted_reads as wanted
  using unnest($2::text[], $3::timestamptz[]) as done (objid, wanted_at)
  where objcode = $1 and wanted.objid = done.objid and wanted.wanted_at = done.wanted_at
`;

/** They are in the log again (Law 2). */
export async function readsAreDone(
  database: Queryable,
  objCode: ObjCode,
  done: readonly WantedRead[],
): Promise<void> {
  if (done.length === 0) return;
  const columns = [done.map(({ objID }) => objID), done.map(({ wantedAt }) => wantedAt)];
  await database.query(DONE, [objCode, ...columns]);
}
