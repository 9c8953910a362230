/**
 * `control.gaps`: windows in which changes of a type may have been missed. Whoever finds one
 * records it; the object-poller reads the window again and says that it is filled. Instants are the
 * tenant's.
 */
import type { Micros } from '../core/change-event.generated.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';

export interface RecordedGap {
  readonly id: bigint;
  readonly objCode: string;
  readonly subject: string;
  readonly reason: string;
  readonly began: Micros;
  readonly ended: Micros;
}

export interface OpenedGap {
  readonly objCode: string;
  /** What is blind, for example `TASK UPDATE`. */
  readonly subject: string;
  readonly reason: string;
  readonly began: Micros;
}

const INSTANT = (parameter: string): string =>
  `'epoch'::timestamptz + ${parameter}::bigint * interval '1 microsecond'`;

const OPEN = `
  insert into control.gaps (objcode, subject, reason, began)
  values ($1, $2, $3, ${INSTANT('$4')})
  on conflict (subject, reason) where state = 'open' do nothing
  returning id
`;

/** True where it was not open already. */
export async function openGap(
  database: Queryable,
  { objCode, subject, reason, began }: OpenedGap,
): Promise<boolean> {
  const { rows } = await database.query(OPEN, [objCode, subject, reason, began]);
  return rows.length > 0;
}

const END = `
  update control.gaps
  set ended = greatest(began, ${INSTANT('$2')}), state = 'wanted', changed_at = clock_timestamp()
  where subject = $1 and state = 'open' and not (reason = any($3))
  returning id, objcode as "objCode", subject, reason,
    (extract(epoch from began) * 1000000)::bigint as began,
    (extract(epoch from ended) * 1000000)::bigint as ended
`;

interface GapRow {
  readonly id: bigint;
  readonly objCode: string;
  readonly subject: string;
  readonly reason: string;
  readonly began: bigint;
  readonly ended: bigint;
}

/** Ends what is open of a subject, other than for the reasons that still hold: it is wanted now. */
export async function endGaps(
  database: Queryable,
  subject: string,
  ended: Micros,
  lasting: readonly string[] = [],
): Promise<RecordedGap[]> {
  const { rows } = await database.query<GapRow>(END, [subject, ended, lasting]);
  return rows.map(gapOf);
}

const TAKE = `
  update control.gaps set state = 'filling', changed_at = clock_timestamp()
  where id = (
    select id from control.gaps
    where objcode = any($1) and (
      state = 'wanted'
      or state = 'filling' and changed_at < clock_timestamp() - $2 * interval '1 millisecond'
    )
    order by began, id for update skip locked limit 1
  )
  returning id, objcode as "objCode", subject, reason,
    (extract(epoch from began) * 1000000)::bigint as began,
    (extract(epoch from ended) * 1000000)::bigint as ended
`;

/**
 * The oldest gap of these types that is to be read again, or null.
 * @param abandonedAfterMs one that somebody took so long ago is taken again
 */
export async function takeGap(
  database: Queryable,
  objCodes: readonly string[],
  abandonedAfterMs: number,
): Promise<RecordedGap | null> {
  const { rows } = await database.query<GapRow>(TAKE, [objCodes, abandonedAfterMs]);
  return rows[0] === undefined ? null : gapOf(rows[0]);
}

const FILLED = `
  update control.gaps set state = 'filled', changed_at = clock_timestamp()
  where id = $1 and state = 'filling'
`;

/** Everything that changed in its window is in the log (Law 2). */
export async function gapIsFilled(database: Queryable, id: bigint): Promise<void> {
  await database.query(FILLED, [id]);
}

function gapOf({ began, ended, ...row }: GapRow): RecordedGap {
  return { ...row, began: Number(began), ended: Number(ended) };
}
