/**
 * `control.gaps`: windows in which changes of a type, or of one object, may have been missed.
 * Whoever finds one records it; the pollers that can read the window do, and the last of them says
 * that it is filled (gap-readings.ts). Instants are the tenant's.
 */
import { asMicros } from '../../core/units.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { objectType } from '../../workfront/catalogue/catalogue.ts';

/** Processes that read a window of the past again. */
export type GapReader = 'object-poller' | 'journal-poller' | 'planning-poller';

export interface RecordedGap {
  readonly id: bigint;
  readonly objCode: ObjCode;
  /** Null: of the whole type. */
  readonly objID: ObjID | null;
  readonly subject: string;
  readonly reason: string;
  readonly began: Micros;
  readonly ended: Micros;
}

export interface OpenedGap {
  readonly objCode: ObjCode;
  /** What is blind, for example `TASK UPDATE`. */
  readonly subject: string;
  readonly reason: string;
  readonly began: Micros;
}

const INSTANT = (parameter: string): string =>
  `'epoch'::timestamptz + ${parameter}::bigint * interval '1 microsecond'`;

export const GAP_COLUMNS = `
  id, objcode as "objCode", objid as "objID", subject, reason,
  (extract(epoch from began) * 1000000)::bigint as began,
  (extract(epoch from ended) * 1000000)::bigint as ended
`;

export type GapRow = Omit<RecordedGap, 'began' | 'ended'> & {
  readonly began: bigint;
  readonly ended: bigint;
};

export function gapOf({ began, ended, ...row }: GapRow): RecordedGap {
  return { ...row, began: asMicros(Number(began)), ended: asMicros(Number(ended)) };
}

const OPEN = `
  insert into control.gaps (objcode, subject, reason, began, readers)
  values ($1, $2, $3, ${INSTANT('$4')}, $5)
  on conflict (subject, reason) where state = 'open' do nothing
  returning id
`;

/** True where it was not open already. */
export async function openGap(
  database: Queryable,
  { objCode, subject, reason, began }: OpenedGap,
): Promise<boolean> {
  const { rows } = await database.query(OPEN, [
    objCode,
    subject,
    reason,
    began,
    readersOf(objCode),
  ]);
  return rows.length > 0;
}

const END = `
  update control.gaps
  set ended = greatest(began, ${INSTANT('$2')}), changed_at = clock_timestamp(),
    state = case when readers = '{}' then 'lost' else 'wanted' end
  where subject = $1 and state = 'open' and not (reason = any($3))
  returning ${GAP_COLUMNS}
`;

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

const WANT_WINDOW = `
  insert into control.gaps (objcode, subject, reason, began, ended, state, readers)
  values ($1, $2, $3, ${INSTANT('$4')}, ${INSTANT('$5')}, 'wanted', array[$6])
`;

/** A window that one of them is to read again. */
export async function wantWindow(
  database: Queryable,
  { objCode, subject, reason, began, ended }: OpenedGap & { readonly ended: Micros },
  reader: GapReader,
): Promise<void> {
  await database.query(WANT_WINDOW, [objCode, subject, reason, began, ended, reader]);
}

export interface MissedChange {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /** Which of its fields moved unseen; none where nobody can say. */
  readonly fields: readonly string[];
  readonly reason: string;
  /** The last instant at which it was surely known, and the first at which it is known again. */
  readonly began: Micros;
  readonly ended: Micros;
}

const MISSED = `
  insert into control.gaps (objcode, objid, fields, subject, reason, began, ended, state, readers)
  select $1, $2, $3, $1 || ' ' || $2, $4, ${INSTANT('$5')}, ${INSTANT('$6')},
    case when $7::text[] = '{}' then 'lost' else 'wanted' end, $7
  where not exists (
    select from control.gaps
    where objcode = $1 and objid = $2 and reason = $4
      and began = ${INSTANT('$5')} and ended = ${INSTANT('$6')}
  )
  returning id
`;

/** A change of one object that nobody told of. False where that is known already. */
export async function recordMissed(database: Queryable, missed: MissedChange): Promise<boolean> {
  const { objCode, objID, fields, reason, began, ended } = missed;
  const { rows } = await database.query(MISSED, [
    objCode,
    objID,
    fields,
    reason,
    began,
    Math.max(began, ended),
    readersOf(objCode),
  ]);
  return rows.length > 0;
}

/** Of the type's objects; none where no API shows them, so that what was missed is lost. */
export function readersOf(objCode: ObjCode): readonly GapReader[] {
  const type = objectType(objCode);
  if (type?.planning === true) return ['planning-poller'];
  return type?.inRest === true ? ['object-poller', 'journal-poller'] : [];
}
