/**
 * Gaps from the side of those who read them again: each poller takes its own part
 * (recorded-gaps.ts).
 */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { Millis } from '../../core/units.ts';
import { forgetEndedHolds, notingEnded } from './ended-holds.ts';
import { GAP_COLUMNS, gapOf } from './recorded-gaps.ts';
import type { RecordedGap, GapReader, GapRow } from './recorded-gaps.ts';

export interface GapChoice {
  readonly reader: GapReader;
  /** Null: of every type. */
  readonly objCodes: readonly string[] | null;
  /** Saves show late in a search: a gap is left alone until it has been known for this long. */
  readonly knownForMs: Millis;
}

const NEXT = `
  select ${GAP_COLUMNS} from control.gaps
  where state = 'wanted' and $1 = any(readers) and ($2::text[] is null or objcode = any($2))
    and changed_at <= clock_timestamp() - $3 * interval '1 millisecond'
  order by changed_at, id limit $4
`;

/** Those that wait longest for this reader. Under its lease nobody else reads them. */
export async function gapsToRead(
  database: Queryable,
  { reader, objCodes, knownForMs }: GapChoice,
  limit: number,
): Promise<RecordedGap[]> {
  const { rows } = await database.query<GapRow>(NEXT, [reader, objCodes, knownForMs, limit]);
  return rows.map(gapOf);
}

// The journal's part of a gap holds the history of its type back.
const IS_READ = `
  with part as (
    update control.gaps
    set readers = array_remove(readers, $2), changed_at = clock_timestamp(),
      state = case when array_remove(readers, $2) = '{}' then 'filled' else state end
    where id = any($1) and state = 'wanted'
    returning objcode, began
  )
  ${notingEnded(
    `select objcode, 'history', began, clock_timestamp() from part where $2 = 'journal-poller'`,
  )}
`;

/** Everything that this reader can find in the windows is in the log (Law 2). */
export async function gapsAreRead(
  database: Queryable,
  ids: readonly bigint[],
  reader: GapReader,
): Promise<void> {
  if (ids.length === 0) return;
  await database.query(IS_READ, [ids.map(String), reader]);
  await forgetEndedHolds(database);
}

const POSTPONE = 'update control.gaps set changed_at = clock_timestamp() where id = $1';

/** It could not be read now: the others go first. */
export async function postponeGap(database: Queryable, id: bigint): Promise<void> {
  await database.query(POSTPONE, [id]);
}
