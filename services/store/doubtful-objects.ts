/** Objects of which the fold left something open, and of which nothing was told since. */
import type { Millis, ObjCode, ObjID } from '../core/units.ts';
import { sqlText } from '../platform/postgres/quoting.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { TYPE_TABLES } from './tables/type-tables.ts';

export interface DoubtfulObject {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /** The open version and what is open of it. */
  readonly state: string;
}

/**
 * From the store that readers see, by the partial index of each table.
 *
 * @param objCodes types that are asked about
 * @param quietMs the latest instant known of them is at least so long ago
 */
export async function readDoubtful(
  database: Queryable,
  objCodes: ReadonlySet<string>,
  { quietMs, limit }: { readonly quietMs: Millis; readonly limit: number },
): Promise<DoubtfulObject[]> {
  const parts = TYPE_TABLES.flatMap(({ objCode, now }) =>
    objCode === null || !objCodes.has(objCode) ? [] : [partSql(objCode, now)],
  );
  if (parts.length === 0) return [];
  const { rows } = await database.query<{ objcode: string; objid: string; state: string }>(
    `select * from (${parts.join('\nunion all\n')}) as doubtful limit $2`,
    [quietMs, limit],
  );
  return rows.map(({ objcode, objid, state }) => ({ objCode: objcode, objID: objid, state }));
}

const partSql = (objCode: ObjCode, now: string): string => `
select ${sqlText(objCode)}::text as objcode, objid,
  extract(epoch from began)::text || ' ' || array_to_string(ambiguous, ' ') as state
from live.${now}
where ambiguous is not null and lastuntil < clock_timestamp() - $1 * interval '1 ms'`;
