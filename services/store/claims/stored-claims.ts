/** Reads claims back from the store: that they were seen, or all that an object's said. */
import type { Operation, Path } from '../../core/change-event.generated.ts';
import { PipelineError } from '../../core/errors.ts';
import type { Before } from '../../core/fold/claim.ts';
import type { Version } from '../../core/fold/version.ts';
import { stateOf } from '../../core/fold/state.ts';
import type { State } from '../../core/fold/state.ts';
import { asMicros } from '../../core/units.ts';
import type { EventID, Micros, Offset } from '../../core/units.ts';
import type { Client } from '../../platform/postgres/postgres.ts';
import type { ChangeRow } from './change-row.ts';
import { entriesOfStored, nameOfStored } from '../states/stored-json.ts';
import type { LogPlace } from '../log-place.ts';
import type { ObjectRef } from '../tables/version-rows.ts';
import { objectKey } from './group-by-object.ts';
import { inForceAt, stateFrom } from './claim-values.ts';
import { readVersions, readVersionsAt } from './stored-versions.ts';

/** By `sightingKey`, of those events that are stored. */
export async function readSightings(
  client: Client,
  rows: readonly ChangeRow[],
): Promise<Map<string, ChangeRow>> {
  const ids = rows.map(({ claim }) => claim.eventID);
  const { rows: stored } = await client.query<StoredChange>(SIGHTINGS_SQL, [...keysOf(rows), ids]);
  const elsewhere = stored
    .filter(({ fields }) => fields === null)
    .map((row) => ({ objID: row.objid, objCode: row.objcode, instant: startOfStored(row) }));
  const versions = await readVersionsAt(client, elsewhere);
  return new Map(
    stored.map((row) => {
      const ref = { objID: row.objid, objCode: row.objcode };
      const change = changeIn(row, versions.get(objectKey(ref)) ?? []);
      return [sightingKey(ref, row.eventid), change];
    }),
  );
}

/** An event, and where in the log it stands. */
export interface ToldEvent extends ObjectRef, LogPlace {
  readonly eventID: EventID;
}

/**
 * Those that stand where the stored row of the same event says that it comes from: what stands
 * there was merged into that row, and merging it again changes nothing (Law 5).
 */
export async function storedFrom(
  client: Client,
  told: readonly ToldEvent[],
): Promise<ReadonlySet<ToldEvent>> {
  const { rows } = await client.prepared<{ at: bigint }>('stored places', PLACES_SQL, [
    ...keysOf(told),
    told.map(({ eventID }) => eventID),
    told.map(({ topic }) => topic),
    told.map(({ partition }) => partition),
    told.map(({ offset }) => String(offset)),
  ]);
  const stored = new Set<ToldEvent>();
  for (const { at } of rows) {
    const one = told[Number(at) - 1];
    if (one !== undefined) stored.add(one);
  }
  return stored;
}

/** An event is one object's: as the tables' key says, whatever its eventID is made from. */
export function sightingKey(ref: ObjectRef, eventID: EventID): string {
  return `${objectKey(ref)}\0${eventID}`;
}

/** All claims of each object, by `objectKey`. */
export async function readChanges(
  client: Client,
  refs: readonly ObjectRef[],
): Promise<Map<string, ChangeRow[]>> {
  const { rows } = await client.query<StoredChange>(CHANGES_SQL, keysOf(refs));
  const versions = await readVersions(client, refs);
  const changes = new Map<string, ChangeRow[]>();
  for (const row of rows) {
    const key = objectKey({ objID: row.objid, objCode: row.objcode });
    const change = changeIn(row, versions.get(key) ?? []);
    const known = changes.get(key);
    if (known === undefined) changes.set(key, [change]);
    else known.push(change);
  }
  return changes;
}

/** All claims of the objects above one ID, up to and with another; null: all of them. */
export async function readChangesBetween(
  client: Client,
  above: string,
  upTo: string | null,
): Promise<ChangeRow[]> {
  const { rows } = await client.query<{ objid: string; objcode: string }>(
    `select distinct objid, objcode from changes
     where objid > $1 and (objid <= $2 or $2 is null)`,
    [above, upTo],
  );
  const refs = rows.map(({ objid, objcode }) => ({ objID: objid, objCode: objcode }));
  return [...(await readChanges(client, refs)).values()].flat();
}

/** What is stored of one object and cannot be read back concerns that object alone (Law 3). */
function changeIn(row: StoredChange, versions: readonly Version[]): ChangeRow {
  try {
    return toChangeRow(row, versions);
  } catch (error) {
    const { objcode: objCode, objid: objID } = row;
    const text = `What the store holds of ${objCode} ${objID} cannot be read: rebuild, then redrive.`;
    throw new PipelineError('UNFOLDABLE', text, { objCode, objID }, error);
  }
}

function toChangeRow(row: StoredChange, versions: readonly Version[]): ChangeRow {
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
      entryDate: asMicros(Number(row.entrydate)),
      asOf: asMicros(Number(row.asof)),
      observedAt: asMicros(Number(row.observedat)),
      clocked: row.clocked,
      clears: row.clears ?? [],
      state: stateIn(row, versions),
      before: beforeIn(row),
    },
  };
}

function stateIn(row: StoredChange, versions: readonly Version[]): State {
  if (row.fields !== null) return stateOf(Object.fromEntries(entriesOfStored(row.fields)));
  const version = inForceAt(versions, startOfStored(row));
  // The claim and its version were written together, so only a damaged store can come here.
  if (version === null) {
    throw new Error(`the store lacks the version that claim ${row.eventid} stands in`);
  }
  return stateFrom(version.state, (row.untold ?? []).map(nameOfStored));
}

function startOfStored({ operation, asof, entrydate }: StoredChange): Micros {
  return asMicros(Number(operation === 'DELETE' ? asof : entrydate));
}

function beforeIn({ before, absent, beforewhole }: StoredChange): Before | null {
  if (before === null) return null;
  return {
    state: stateOf(Object.fromEntries(entriesOfStored(before))),
    absent: (absent ?? []).map(nameOfStored),
    isWhole: beforewhole,
  };
}

function keysOf(refs: readonly ObjectRef[]): [string[], string[]] {
  return [refs.map(({ objID }) => objID), refs.map(({ objCode }) => objCode)];
}

// Epoch microseconds: exact in numeric, and in a double up to the year 2255.
const micros = (column: string): string =>
  `(extract(epoch from ${column}) * 1000000)::bigint as ${column}`;

interface StoredChange {
  readonly objid: string;
  readonly objcode: string;
  readonly eventid: EventID;
  readonly operation: Operation;
  readonly path: Path;
  readonly apiversion: number;
  readonly clocked: boolean;
  readonly clears: string[] | null;
  readonly untold: string[] | null;
  readonly fields: string | null;
  readonly before: string | null;
  readonly absent: string[] | null;
  readonly beforewhole: boolean;
  readonly actorid: string | null;
  readonly topic: string;
  readonly partition: number;
  readonly offset: Offset;
  readonly entrydate: bigint;
  readonly asof: bigint;
  readonly observedat: bigint;
}

const COLUMNS = `changes.objid, changes.objcode, encode(changes.eventid, 'hex') as eventid,
  operation, path, apiversion, clocked, clears, untold, fields,
  before, absent, beforewhole, actorid,
  topic, partition, "offset", ${['entrydate', 'asof', 'observedat'].map(micros).join(',\n  ')}`;

const CHANGES_SQL = `
select ${COLUMNS}
from unnest($1::text[], $2::text[]) as wanted (objid, objcode)
join changes using (objid, objcode)`;

const SIGHTINGS_SQL = `
select ${COLUMNS}
from unnest($1::text[], $2::text[], $3::text[]) as wanted (objid, objcode, hex)
join changes on changes.objid = wanted.objid and changes.objcode = wanted.objcode
  and changes.eventid = decode(wanted.hex, 'hex')`;

const PLACES_SQL = `
select wanted.at
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[])
  with ordinality as wanted (objid, objcode, hex, topic, partition, "offset", at)
join changes on changes.objid = wanted.objid and changes.objcode = wanted.objcode
  and changes.eventid = decode(wanted.hex, 'hex') and changes.topic = wanted.topic
  and changes.partition = wanted.partition and changes."offset" = wanted."offset"`;
