/**
 * The writes of a batch, as few statements. What is surely new goes by COPY straight into its
 * table; the rest by COPY into a session's temp table and one merge.
 */
import type { Client } from '../../../platform/postgres.ts';
import { CopyRows } from '../../copy-rows.ts';
import {
  CHANGES_COLUMNS,
  CURRENT_COLUMNS,
  VERSIONS_COLUMNS,
  encodeChange,
  encodeCurrent,
  encodeVersion,
} from './encode-rows.ts';
import { FieldsJson } from './fields-json.ts';
import type { ObjectWrites } from './object-writes.ts';

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
create temp table if not exists batch_current (like current) on commit delete rows;
`;

/** Rows on their way, already in the form that goes over the wire: bytes outside the heap. */
export class TableBatch {
  readonly #newChanges = new CopyRows();
  readonly #mergedChanges = new CopyRows();
  readonly #newVersions = new CopyRows();
  readonly #changedVersions = new CopyRows();
  readonly #removedVersions = new CopyRows();
  readonly #newCurrent = new CopyRows();
  readonly #changedCurrent = new CopyRows();
  readonly #json = new FieldsJson();

  /** Once for each object. @returns how many bytes of JSON its tail has; 0 where there is none */
  add(write: ObjectWrites): number {
    const json = this.#json;
    let at = 0;
    for (const row of write.newChanges) {
      encodeChange(this.#newChanges, row, json);
      // A webhook or a read brings a whole state: claim and version are one, encoded once.
      while (write.newVersions[at]?.fields === row.claim.fields) at = this.#addVersion(write, at);
    }
    while (at < write.newVersions.length) at = this.#addVersion(write, at);
    this.#addTail(write);
    const tailBytes = write.tail === null ? 0 : json.length;
    for (const row of write.mergedChanges) encodeChange(this.#mergedChanges, row, json);
    for (const one of write.changedVersions) encodeVersion(this.#changedVersions, write, one, json);
    for (const one of write.removedVersions) encodeVersion(this.#removedVersions, write, one, json);
    return tailBytes;
  }

  #addVersion(write: ObjectWrites, at: number): number {
    const version = write.newVersions[at];
    if (version !== undefined) encodeVersion(this.#newVersions, write, version, this.#json);
    return at + 1;
  }

  #addTail(write: ObjectWrites): void {
    if (write.tail === null) return;
    const to = write.isNewObject ? this.#newCurrent : this.#changedCurrent;
    encodeCurrent(to, write, write.tail, this.#json);
  }

  async write(client: Client): Promise<void> {
    await copy(client, `changes (${CHANGES_COLUMNS})`, this.#newChanges);
    await copy(client, `versions (${VERSIONS_COLUMNS})`, this.#newVersions);
    await copy(client, `current (${CURRENT_COLUMNS})`, this.#newCurrent);
    if (await copy(client, `batch_changes (${CHANGES_COLUMNS})`, this.#mergedChanges)) {
      await client.query(MERGE_CHANGES);
    }
    if (await copy(client, `batch_gone (${VERSIONS_COLUMNS})`, this.#removedVersions)) {
      await client.query(DELETE_VERSIONS);
    }
    if (await copy(client, `batch_versions (${VERSIONS_COLUMNS})`, this.#changedVersions)) {
      await client.query(MERGE_VERSIONS);
    }
    if (await copy(client, `batch_current (${CURRENT_COLUMNS})`, this.#changedCurrent)) {
      await client.query(MERGE_CURRENT);
    }
  }
}

async function copy(client: Client, target: string, rows: CopyRows): Promise<boolean> {
  if (rows.rows === 0) return false;
  await client.copyIn(`copy ${target} from stdin (format binary)`, rows.chunks());
  return true;
}

/** Between two `write`s of one transaction. */
export const EMPTY_BATCH_SQL = `
delete from batch_changes;
delete from batch_versions;
delete from batch_gone;
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

const MERGE_CURRENT = `
insert into current (${CURRENT_COLUMNS})
select ${CURRENT_COLUMNS} from batch_current
on conflict (objid, objcode) do update set
  entrydate = excluded.entrydate, observedat = excluded.observedat,
  lastuntil = excluded.lastuntil, lastclock = excluded.lastclock,
  lastjournal = excluded.lastjournal, deleted = excluded.deleted, fields = excluded.fields`;
