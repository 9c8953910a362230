/**
 * `control.set_aside`: what pollers read and could make no event of (docs/architecture.md, "How
 * complete"). It lies whole in the dead letters, but what is promised of its type would be untrue:
 * `workfront.freshness` stays before it until the same is read as an event, is no longer there, or
 * a person dismisses it.
 */
import { createHash } from 'node:crypto';
import type { Micros } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { forgetEndedHolds, notingEnded } from './ended-holds.ts';
import type { ParkCode } from '../log/translation.ts';

/** What an input is of, as far as it can be told. */
export interface InputSubject {
  /** The type whose promises rest on it. */
  readonly objCode: string;
  /** The object, or the journal row; null: it is known by its content. */
  readonly id: string | null;
  /** When its change was made; null where it does not say. */
  readonly clock: Micros | null;
}

/** Of a journal row that does not say which type it is about. */
export const EVERY_TYPE = '*';

export interface SetAside {
  readonly objCode: string;
  readonly subject: string;
  readonly digest: Buffer;
  readonly reason: ParkCode;
  readonly clock: Micros | null;
  /** Another customer's: nothing of ours is missing without it. */
  readonly holdsBack: boolean;
}

export interface KnownSetAside {
  readonly objcode: string;
  readonly subject: string;
  readonly digest: Buffer;
  readonly state: 'waiting' | 'asked' | 'dismissed';
}

export function inputDigest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

const KNOWN = `
  select objcode, subject, digest, state from control.set_aside
  where source = $1 and subject = any($2)
`;

export async function knownSetAside(
  database: Queryable,
  source: string,
  subjects: readonly string[],
): Promise<readonly KnownSetAside[]> {
  if (subjects.length === 0) return [];
  return (await database.query<KnownSetAside>(KNOWN, [source, subjects])).rows;
}

const INSTANT = (micros: string): string =>
  `'epoch'::timestamptz + ${micros} * interval '1 microsecond'`;

// least() passes over null: where the change says no time, what was promised before holds.
const SET_ASIDE = `
  insert into control.set_aside as known
    (source, objcode, subject, digest, reason, since, swept_since, state)
  select $1, input.objcode, input.subject, input.digest, input.reason,
    coalesce(${INSTANT('(input.clock - 1)')}, mark.up_to),
    least(${INSTANT('(input.clock - 1)')}, mark.up_to),
    case when input.holds_back then 'waiting' else 'dismissed' end
  from unnest($2::text[], $3::text[], $4::bytea[], $5::text[], $6::bigint[], $7::boolean[])
    as input (objcode, subject, digest, reason, clock, holds_back)
  left join control.watermarks as mark
    on mark.objcode = case when $8 = 'history' then 'JRNLE' else input.objcode end
    and mark.kind = $8
  order by input.subject, input.objcode
  on conflict (source, subject, objcode) do update
  set digest = excluded.digest, reason = excluded.reason, met_at = clock_timestamp(),
    state = case
      when known.state = 'dismissed' and known.digest = excluded.digest then known.state
      else excluded.state
    end
`;

/** After their letters are durable (Law 3). One that is known is met again. */
export async function setAside(
  database: Queryable,
  source: string,
  inputs: readonly SetAside[],
): Promise<void> {
  const distinct = [
    ...new Map(inputs.map((one) => [`${one.objCode} ${one.subject}`, one])).values(),
  ];
  if (distinct.length === 0) return;
  await database.query(SET_ASIDE, [
    source,
    distinct.map(({ objCode }) => objCode),
    distinct.map(({ subject }) => subject),
    distinct.map(({ digest }) => digest),
    distinct.map(({ reason }) => reason),
    distinct.map(({ clock }) => clock),
    distinct.map(({ holdsBack }) => holdsBack),
    source === 'journal-poller' ? 'history' : 'swept',
  ]);
}

const ENDING = `
  returning known.source, known.objcode, known.since, known.swept_since, known.state
`;

const HELD = `clock_timestamp() from settled where state <> 'dismissed' and`;

const NOTING_SETTLED = notingEnded(`
  select objcode, 'history', since, ${HELD} source = 'journal-poller'
  union all
  select objcode, 'current', since, ${HELD} source <> 'journal-poller'
  union all
  select objcode, 'swept', swept_since, ${HELD} source <> 'journal-poller'
`);

const SETTLE = `
  with settled as (
    delete from control.set_aside as known
    using unnest($2::text[], $3::text[]) as read (objcode, subject)
    where known.source = $1 and known.objcode = read.objcode and known.subject = read.subject
    ${ENDING}
  )
  ${NOTING_SETTLED}
`;

/** The same is in the log as an event now. */
export async function settleSetAside(
  database: Queryable,
  source: string,
  read: readonly Pick<KnownSetAside, 'objcode' | 'subject'>[],
): Promise<void> {
  if (read.length === 0) return;
  const columns = [read.map(({ objcode }) => objcode), read.map(({ subject }) => subject)];
  await database.query(SETTLE, [source, ...columns]);
  await forgetEndedHolds(database);
}

const UNMET = `
  with settled as (
    delete from control.set_aside as known
    where known.source = $1 and known.objcode = $2 and known.met_at < $3::timestamptz
    ${ENDING}
  )
  ${NOTING_SETTLED}
`;

/** A listing of the whole type, begun then (databaseNow), has not met them: they are no more. */
export async function forgetUnmet(
  database: Queryable,
  source: string,
  objCode: string,
  begun: string,
): Promise<void> {
  await database.query(UNMET, [source, objCode, begun]);
  await forgetEndedHolds(database); // once a listing, whatever else ended
}

const MARK = 'update control.set_aside set state = $3 where source = $1 and digest = $2';

/**
 * What a person wants of a letter: `asked`: read it again, and set it aside anew if need be;
 * `dismissed`: nobody will. False where none waits that has these bytes.
 */
export async function markSetAside(
  database: Queryable,
  source: string,
  bytes: Buffer,
  state: 'asked' | 'dismissed',
): Promise<boolean> {
  const { rowCount } = await database.query(MARK, [source, inputDigest(bytes), state]);
  return (rowCount ?? 0) > 0;
}
