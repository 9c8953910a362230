/**
 * The writes of a batch, as few statements. What is surely new goes by COPY straight into its
 * table; the rest by COPY into a session's temp table and one merge.
 */
import type { Tail, Version } from '../../../core/fold/fold.ts';
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
import { fieldsToText } from './fields-text.ts';
import type { ObjectWrites } from './object-writes.ts';

/** Outside a transaction, so that a rollback does not undo it. */
export const SESSION_SQL = `
set synchronous_commit = off;
set temp_buffers = '32MB';
set enable_hashjoin = off;
set enable_mergejoin = off;
create temp table if not exists batch_changes (like changes) on commit delete rows;
create temp table if not exists batch_versions (like versions) on commit delete rows;
create temp table if not exists batch_gone (like versions) on commit delete rows;
create temp table if not exists batch_current (like current) on commit delete rows;
`;

/** @returns about how many bytes each tail weighs, in the order of `writes` */
export async function writeTables(
  client: Client,
  writes: readonly ObjectWrites[],
): Promise<number[]> {
  const batch = encode(writes);
  await copy(client, `changes (${CHANGES_COLUMNS})`, batch.newChanges);
  await copy(client, `versions (${VERSIONS_COLUMNS})`, batch.newVersions);
  await copy(client, `current (${CURRENT_COLUMNS})`, batch.newCurrent);
  if (await copy(client, `batch_changes (${CHANGES_COLUMNS})`, batch.mergedChanges)) {
    await client.query(MERGE_CHANGES);
  }
  if (await copy(client, `batch_gone (${VERSIONS_COLUMNS})`, batch.removedVersions)) {
    await client.query(DELETE_VERSIONS);
  }
  if (await copy(client, `batch_versions (${VERSIONS_COLUMNS})`, batch.changedVersions)) {
    await client.query(MERGE_VERSIONS);
  }
  if (await copy(client, `batch_current (${CURRENT_COLUMNS})`, batch.changedCurrent)) {
    await client.query(MERGE_CURRENT);
  }
  return batch.weights;
}

function encode(writes: readonly ObjectWrites[]) {
  const batch = {
    newChanges: new CopyRows(),
    mergedChanges: new CopyRows(),
    newVersions: new CopyRows(),
    changedVersions: new CopyRows(),
    removedVersions: new CopyRows(),
    newCurrent: new CopyRows(),
    changedCurrent: new CopyRows(),
    weights: new Array<number>(),
  };
  for (const write of writes) {
    for (const row of write.newChanges) encodeChange(batch.newChanges, row);
    for (const row of write.mergedChanges) encodeChange(batch.mergedChanges, row);
    for (const version of write.removedVersions) {
      encodeVersion(batch.removedVersions, write, version, '{}');
    }
    for (const version of write.changedVersions) {
      encodeVersion(batch.changedVersions, write, version, fieldsToText(version.fields));
    }
    const text = encodeNewVersions(batch.newVersions, write);
    if (write.tail === null) {
      batch.weights.push(0);
      continue;
    }
    const tailText = text ?? fieldsToText(write.tail.fields);
    const to = write.isNewObject ? batch.newCurrent : batch.changedCurrent;
    encodeCurrent(to, write, write.tail, tailText);
    batch.weights.push(tailText.length);
  }
  return batch;
}

/** @returns the text of the tail's fields, where the last new version has the same */
function encodeNewVersions(to: CopyRows, write: ObjectWrites): string | null {
  let text: string | null = null;
  for (const version of write.newVersions) {
    text = fieldsToText(version.fields);
    encodeVersion(to, write, version, text);
  }
  return isLast(write.newVersions.at(-1), write.tail) ? text : null;
}

function isLast(version: Version | undefined, tail: Tail | null): boolean {
  return version !== undefined && tail?.fields === version.fields;
}

async function copy(client: Client, target: string, rows: CopyRows): Promise<boolean> {
  if (rows.rows === 0) return false;
  await client.copyIn(`copy ${target} from stdin (format binary)`, rows.chunks());
  return true;
}

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
