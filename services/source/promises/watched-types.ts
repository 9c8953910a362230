/**
 * `control.watched_types`: from when on each save of a type must be told by an event. What was
 * saved before the type was first read, or subscribed to, is no change that was missed. Instants
 * are the tenant's.
 */
import { asMicros } from '../../core/units.ts';
import type { Micros, ObjCode } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';

const INSTANT = `'epoch'::timestamptz + $2::bigint * interval '1 microsecond'`;

/** The first reading of it begins. One that was begun before goes on, and says nothing new. */
const READ = `
  insert into control.watched_types (objcode, since) values ($1, ${INSTANT})
  on conflict do nothing
`;

/** An event of it came: where nothing has read the type yet, it is watched from there. */
const TOLD = `
  insert into control.watched_types (objcode, since, told) values ($1, ${INSTANT}, true)
  on conflict (objcode) do update set told = true
`;

/** Nobody subscribes to it, and nobody ever did. */
const UNSUBSCRIBED = `
  insert into control.watched_types as watched (objcode, since) values ($1, ${INSTANT})
  on conflict (objcode) do update set since = greatest(watched.since, excluded.since)
`;

/** Somebody does, and events of it are to come, though none may have come yet. */
const SUBSCRIBED = `
  insert into control.watched_types as watched (objcode, since, told) values ($1, ${INSTANT}, true)
  on conflict (objcode) do update set told = true where not watched.told
`;

const FACTS = {
  read: READ,
  told: TOLD,
  unsubscribed: UNSUBSCRIBED,
  subscribed: SUBSCRIBED,
} as const;

export async function noteWatched(
  database: Queryable,
  fact: keyof typeof FACTS,
  objCode: ObjCode,
  at: Micros,
): Promise<void> {
  await database.query(FACTS[fact], [objCode, at]);
}

const WATCHED = `
  select objcode, (extract(epoch from since) * 1000000)::bigint as since
  from control.watched_types where told
`;

/** The types of which events come, and from when on each of their saves must have one. */
export async function watchedSince(database: Queryable): Promise<ReadonlyMap<ObjCode, Micros>> {
  const { rows } = await database.query<{ objcode: ObjCode; since: bigint }>(WATCHED);
  return new Map(rows.map(({ objcode, since }) => [objcode, asMicros(Number(since))]));
}
