/**
 * The writes of a batch, as few statements. What is surely new goes by COPY straight into its
 * table; the rest by COPY into a session's temp table and one merge. A webhook or a read brings a
 * whole state, which is the change, the version and the current row alike: it is sent and parsed
 * once, as the change, and copied from there within the server.
 */
import type { State } from '../../../core/fold/state.ts';
import type { Client } from '../../../platform/postgres/postgres.ts';
import { CopyRows } from '../../../platform/postgres/copy-rows.ts';
import type { ChunkPool } from '../../../platform/postgres/copy-rows.ts';
import {
  BATCH_CURRENT_COLUMNS,
  CHANGES_COLUMNS,
  CURRENT_COLUMNS,
  STATED_COLUMNS,
  VERSIONS_COLUMNS,
  encodeChange,
  encodeCurrent,
  encodeStated,
  encodeVersion,
} from '../../../store/tables/encode-rows.ts';
import { JsonBytes } from '../../../store/states/json-bytes.ts';
import type { ObjectWrites } from './fold-object.ts';

/**
 * Outside a transaction, so that a rollback does not undo it. Every statement here goes by key from
 * a batch to a table; without statistics (a new store, a temp table) the planner would rather read
 * the whole table for each batch, or for each row.
 */
export const SESSION_SQL = `
set synchronous_commit = off;
set temp_buffers = '32MB';
set enable_seqscan = off;
set enable_hashjoin = off;
set enable_mergejoin = off;
create temp table if not exists batch_changes (like changes) on commit delete rows;
create temp table if not exists batch_versions (like versions) on commit delete rows;
create temp table if not exists batch_gone (like versions) on commit delete rows;
create temp table if not exists batch_stated (like versions, eventid bytea not null)
  on commit delete rows;
alter table batch_stated alter column fields drop not null;
create temp table if not exists batch_current
  (like current, eventid bytea, isnew boolean not null, isversion boolean not null)
  on commit delete rows;
alter table batch_current alter column fields drop not null;
`;

/** Rows on their way, already in the form that goes over the wire: bytes outside the heap. */
export class TableBatch {
  readonly #newChanges: CopyRows;
  readonly #mergedChanges: CopyRows;
  readonly #newVersions: CopyRows;
  readonly #statedVersions: CopyRows;
  readonly #changedVersions: CopyRows;
  readonly #removedVersions: CopyRows;
  readonly #current: CopyRows;
  readonly #json = new JsonBytes();
  /** What `#current` holds. */
  #hasNew = false;
  #hasKnown = false;
  #hasVersions = false;

  constructor(pool: ChunkPool) {
    this.#newChanges = new CopyRows(pool);
    this.#mergedChanges = new CopyRows(pool);
    this.#newVersions = new CopyRows(pool);
    this.#statedVersions = new CopyRows(pool);
    this.#changedVersions = new CopyRows(pool);
    this.#removedVersions = new CopyRows(pool);
    this.#current = new CopyRows(pool);
  }

  /** Once for each object. */
  add(write: ObjectWrites): void {
    const json = this.#json;
    // By the state that each tells.
    const changes = new Map<State, string>();
    for (const row of write.newChanges) {
      encodeChange(this.#newChanges, row, json);
      changes.set(row.claim.state, row.claim.eventID);
    }
    let isVersion = false;
    for (const version of write.newVersions) {
      const stated = changes.get(version.state);
      if (stated === undefined) encodeVersion(this.#newVersions, write, version, json);
      // The last version is what the tail says: that goes once for both.
      else if (version.entryDate === write.tail?.entryDate) isVersion = true;
      else encodeStated(this.#statedVersions, write, version, stated);
    }
    for (const row of write.mergedChanges) encodeChange(this.#mergedChanges, row, json);
    for (const one of write.changedVersions) encodeVersion(this.#changedVersions, write, one, json);
    for (const one of write.removedVersions) encodeVersion(this.#removedVersions, write, one, json);
    this.#addTail(write, changes, isVersion);
  }

  #addTail(
    { objID, objCode, tail, isNewObject }: ObjectWrites,
    changes: ReadonlyMap<State, string>,
    isVersion: boolean,
  ): void {
    if (tail === null) return;
    if (isNewObject) this.#hasNew = true;
    else this.#hasKnown = true;
    if (isVersion) this.#hasVersions = true;
    const eventID = changes.get(tail.state) ?? null;
    const row = { objID, objCode, tail, isNewObject, eventID, isVersion };
    encodeCurrent(this.#current, row, this.#json);
  }

  async write(client: Client): Promise<void> {
    await copy(client, `changes (${CHANGES_COLUMNS})`, this.#newChanges);
    await copy(client, `versions (${VERSIONS_COLUMNS})`, this.#newVersions);
    if (await copy(client, `batch_changes (${CHANGES_COLUMNS})`, this.#mergedChanges)) {
      await client.query(MERGE_CHANGES);
    }
    if (await copy(client, `batch_gone (${VERSIONS_COLUMNS})`, this.#removedVersions)) {
      await client.query(DELETE_VERSIONS);
    }
    if (await copy(client, `batch_versions (${VERSIONS_COLUMNS})`, this.#changedVersions)) {
      await client.query(MERGE_VERSIONS);
    }
    const hasStated = await copy(client, `batch_stated (${STATED_COLUMNS})`, this.#statedVersions);
    const hasCurrent = await copy(
      client,
      `batch_current (${BATCH_CURRENT_COLUMNS})`,
      this.#current,
    );
    if (hasStated) await client.query(INSERT_STATED);
    if (this.#hasVersions) await client.query(INSERT_LAST);
    if (hasCurrent) {
      if (this.#hasNew) await client.query(INSERT_CURRENT);
      if (this.#hasKnown) await client.query(MERGE_CURRENT);
    }
  }
}

async function copy(client: Client, target: string, rows: CopyRows): Promise<boolean> {
  if (rows.rows === 0) return false;
  await client.copyIn(`copy ${target} from stdin (format binary)`, rows.chunks());
  // After a failure the socket may hold them still: then they are left to the collector.
  rows.release();
  return true;
}

/** Between two `write`s of one transaction. */
export const EMPTY_BATCH_SQL = `
delete from batch_changes;
delete from batch_versions;
delete from batch_gone;
delete from batch_stated;
delete from batch_current;
`;

// Everything below comes in the order of the keys, so that two sessions cannot lock crosswise.
const MERGE_CHANGES = `
insert into changes as known (${CHANGES_COLUMNS})
select ${CHANGES_COLUMNS} from batch_changes
on conflict (objid, objcode, eventid) do update set
  observedat = least(known.observedat, excluded.observedat),
  apiversion = greatest(known.apiversion, excluded.apiversion),
  actorid = least(known.actorid, excluded.actorid),
  (topic, partition, "offset") = (
    select place.topic, place.partition, place."offset"
    from (values (known.topic, known.partition, known."offset"),
      (excluded.topic, excluded.partition, excluded."offset")) as place (topic, partition, "offset")
    order by place.topic collate "C", place.partition, place."offset"
    limit 1)
where known.observedat > excluded.observedat
  or known.apiversion < excluded.apiversion
  or known.actorid is null and excluded.actorid is not null
  or known.actorid > excluded.actorid
  or (known.topic, known.partition, known."offset")
    > (excluded.topic, excluded.partition, excluded."offset")`;

const DELETE_VERSIONS = `
delete from versions using batch_gone as gone
where versions.objid = gone.objid and versions.objcode = gone.objcode
  and versions.entrydate = gone.entrydate`;

const MERGE_VERSIONS = `
insert into versions (${VERSIONS_COLUMNS})
select ${VERSIONS_COLUMNS} from batch_versions
on conflict (objid, objcode, entrydate) do update set
  observedat = excluded.observedat, deleted = excluded.deleted, fields = excluded.fields`;

const VERSIONS_FROM = `
insert into versions (${VERSIONS_COLUMNS})
select batch.entrydate, batch.observedat, batch.deleted, batch.objid, batch.objcode, changes.fields
from`;

const INSERT_STATED = `${VERSIONS_FROM} batch_stated as batch
join changes using (objid, objcode, eventid)`;

const INSERT_LAST = `${VERSIONS_FROM} batch_current as batch
join changes using (objid, objcode, eventid)
where batch.isversion`;

const CURRENT_OF_BATCH = `
insert into current (${CURRENT_COLUMNS})
select batch.entrydate, batch.observedat, batch.lastuntil, batch.lastclock, batch.lastjournal,
  batch.deleted, batch.objid, batch.objcode, coalesce(batch.fields, changes.fields)
from batch_current as batch left join changes using (objid, objcode, eventid)`;

const INSERT_CURRENT = `${CURRENT_OF_BATCH}
where batch.isnew`;

const MERGE_CURRENT = `${CURRENT_OF_BATCH}
where not batch.isnew
on conflict (objid, objcode) do update set
  entrydate = excluded.entrydate, observedat = excluded.observedat,
  lastuntil = excluded.lastuntil, lastclock = excluded.lastclock,
  lastjournal = excluded.lastjournal, deleted = excluded.deleted, fields = excluded.fields`;
