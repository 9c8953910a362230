/** Reads objects back from the store: their tails, or all their claims. */
import type { Operation, Path } from '../../core/change-event.generated.ts';
import type { Tail } from '../../core/fold/fold.ts';
import type { Client } from '../../platform/postgres/postgres.ts';
import type { ChangeRow, Sighting } from './change-row.ts';
import type { ObjectRef } from '../tables/encode-rows.ts';
import { objectKey } from './group-by-object.ts';
import { storedState } from '../states/text-state.ts';

/** By `objectKey`; an object that `current` does not have is absent. */
export async function readTails(
  client: Client,
  refs: readonly ObjectRef[],
): Promise<Map<string, Tail>> {
  const { rows } = await client.query<TailRow>(TAILS_SQL, keysOf(refs));
  const tails = new Map<string, Tail>();
  for (const row of rows) {
    const tail: Tail = {
      entryDate: Number(row.entrydate),
      observedAt: Number(row.observedat),
      lastUntil: Number(row.lastuntil),
      lastClock: row.lastclock === null ? null : Number(row.lastclock),
      lastJournal: row.lastjournal === null ? null : Number(row.lastjournal),
      deleted: row.deleted,
      state: storedState(row.fields),
    };
    tails.set(objectKey({ objID: row.objid, objCode: row.objcode }), tail);
  }
  return tails;
}

/** By `sightingKey`, of those events that are stored. */
export async function readSightings(
  client: Client,
  rows: readonly ChangeRow[],
): Promise<Map<string, Sighting>> {
  const ids = rows.map(({ claim }) => claim.eventID);
  const { rows: stored } = await client.query<StoredSighting>(SIGHTINGS_SQL, [
    ...keysOf(rows),
    ids,
  ]);
  return new Map(
    stored.map(({ objid, objcode, eventid, topic, partition, offset, ...row }) => [
      sightingKey({ objID: objid, objCode: objcode }, eventid),
      {
        ...{ topic, partition, offset },
        actorID: row.actorid,
        observedAt: Number(row.observedat),
        apiVersion: row.apiversion,
      },
    ]),
  );
}

/** An event is one object's: as the tables' key says, whatever its eventID is made from. */
export function sightingKey(ref: ObjectRef, eventID: string): string {
  return `${objectKey(ref)}\0${eventID}`;
}

/** All claims of each object, by `objectKey`. */
export async function readChanges(
  client: Client,
  refs: readonly ObjectRef[],
): Promise<Map<string, ChangeRow[]>> {
  const { rows } = await client.query<StoredChange>(CHANGES_SQL, keysOf(refs));
  const changes = new Map<string, ChangeRow[]>();
  for (const row of rows) {
    const change = toChangeRow(row);
    const key = objectKey(change);
    const known = changes.get(key);
    if (known === undefined) changes.set(key, [change]);
    else known.push(change);
  }
  return changes;
}

function toChangeRow(row: StoredChange): ChangeRow {
  return {
    objID: row.objid,
    objCode: row.objcode,
    actorID: row.actorid,
    topic: row.topic,
    partition: row.partition,
    offset: row.offset,
    claim: {
      eventID: row.eventid,
      operation: row.operation,
      path: row.path,
      apiVersion: row.apiversion,
      entryDate: Number(row.entrydate),
      asOf: Number(row.asof),
      observedAt: Number(row.observedat),
      clocked: row.clocked,
      clears: row.clears,
      state: storedState(row.fields),
    },
  };
}

function keysOf(refs: readonly ObjectRef[]): [string[], string[]] {
  return [refs.map(({ objID }) => objID), refs.map(({ objCode }) => objCode)];
}

interface TailRow {
  readonly objid: string;
  readonly objcode: string;
  readonly deleted: boolean;
  readonly fields: string;
  readonly entrydate: bigint;
  readonly observedat: bigint;
  readonly lastuntil: bigint;
  readonly lastclock: bigint | null;
  readonly lastjournal: bigint | null;
}

// Epoch microseconds: exact in numeric, and in a double up to the year 2255.
const micros = (column: string): string =>
  `(extract(epoch from ${column}) * 1000000)::bigint as ${column}`;

const TAILS_SQL = `
select objid, objcode, deleted, fields,
  ${['entrydate', 'observedat', 'lastuntil', 'lastclock', 'lastjournal'].map(micros).join(',\n  ')}
from unnest($1::text[], $2::text[]) as wanted (objid, objcode)
join current using (objid, objcode)`;

type StoredSighting = Pick<
  StoredChange,
  | 'objid'
  | 'objcode'
  | 'eventid'
  | 'topic'
  | 'partition'
  | 'offset'
  | 'actorid'
  | 'observedat'
  | 'apiversion'
>;

const SIGHTINGS_SQL = `
select changes.objid, changes.objcode, encode(changes.eventid, 'hex') as eventid, topic, partition,
  "offset", actorid, apiversion, ${micros('observedat')}
from unnest($1::text[], $2::text[], $3::text[]) as wanted (objid, objcode, hex)
join changes on changes.objid = wanted.objid and changes.objcode = wanted.objcode
  and changes.eventid = decode(wanted.hex, 'hex')`;

interface StoredChange {
  readonly objid: string;
  readonly objcode: string;
  readonly eventid: string;
  readonly operation: Operation;
  readonly path: Path;
  readonly apiversion: number;
  readonly clocked: boolean;
  readonly clears: string[];
  readonly fields: string;
  readonly actorid: string | null;
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly entrydate: bigint;
  readonly asof: bigint;
  readonly observedat: bigint;
}

const CHANGES_SQL = `
select objid, objcode, encode(eventid, 'hex') as eventid, operation, path, apiversion, clocked,
  clears, fields, actorid, topic, partition, "offset",
  ${['entrydate', 'asof', 'observedat'].map(micros).join(',\n  ')}
from unnest($1::text[], $2::text[]) as wanted (objid, objcode)
join changes using (objid, objcode)`;
