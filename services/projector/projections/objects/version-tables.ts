/**
 * Writes the versions of one type. A state is sent once: a new object's by COPY into `_now`, a
 * version that is closed within the batch by COPY into `_past`, and one that takes the place of
 * another by COPY into the session's temp table, from where the open version moves to the past
 * within the server before it is overwritten.
 */
import type { Client } from '../../../platform/postgres/postgres.ts';
import { CopyRows } from '../../../platform/bytes/copy-rows.ts';
import type { ChunkPool } from '../../../platform/bytes/copy-rows.ts';
import { namesOf } from '../../../store/tables/row-columns.ts';
import type { TypeTable } from '../../../store/tables/type-tables.ts';
import {
  closedColumns,
  keyColumns,
  openColumns,
  replacingColumns,
  stateColumns,
  summaryNames,
  writeStateless,
  writeVersion,
} from '../../../store/tables/version-rows.ts';
import type {
  ClosedRow,
  ObjectRef,
  OpenRow,
  ReplacingRow,
  VersionColumns,
} from '../../../store/tables/version-rows.ts';
import { copyRows } from './copy-rows-in.ts';
import type { VersionWrites } from './version-writes.ts';

/** What is written of one type, and how; made once. */
export interface VersionStatements {
  readonly table: TypeTable;
  readonly open: VersionColumns<OpenRow>;
  readonly closed: VersionColumns<ClosedRow>;
  readonly replacing: VersionColumns<ReplacingRow>;
  readonly batch: string;
  readonly sessionSql: string;
  readonly moveSql: string;
  readonly replaceSql: string;
  readonly summarySql: string;
  readonly dropSql: string;
  readonly endSql: string;
}

export class VersionTables {
  readonly #statements: VersionStatements;
  readonly #opened: CopyRows;
  readonly #replaced: CopyRows;
  readonly #closed: CopyRows;
  readonly #dropped: Keys = { objIDs: [], objCodes: [], began: [], ended: [] };
  readonly #ended: Keys = { objIDs: [], objCodes: [], began: [], ended: [] };
  /** What `#replaced` holds. */
  #closes = false;
  #hasStates = false;
  #hasSummaries = false;

  constructor(statements: VersionStatements, pool: ChunkPool) {
    this.#statements = statements;
    this.#opened = new CopyRows(pool);
    this.#replaced = new CopyRows(pool);
    this.#closed = new CopyRows(pool);
  }

  /** Once for each object. */
  add(ref: ObjectRef, writes: VersionWrites): void {
    const { table, closed, open } = this.#statements;
    const { tail, isNewObject } = writes;
    for (const began of writes.dropped) addKey(this.#dropped, ref, began, began);
    for (const { began, ended } of writes.ended) addKey(this.#ended, ref, began, ended);
    for (const { version, ended } of writes.closed) {
      writeVersion(this.#closed, table, closed, { ...refOf(ref), version, ended });
    }
    if (tail === null) return;
    if (isNewObject) writeVersion(this.#opened, table, open, { ...refOf(ref), version: tail });
    else this.#replace({ ...refOf(ref), version: tail }, writes);
  }

  #replace(row: OpenRow, { closesAt, hasSameState }: VersionWrites): void {
    const { table, replacing } = this.#statements;
    const whole = { ...row, closes: closesAt, hasState: !hasSameState };
    if (closesAt !== null) this.#closes = true;
    if (hasSameState) {
      this.#hasSummaries = true;
      writeStateless(this.#replaced, replacing, whole);
    } else {
      this.#hasStates = true;
      writeVersion(this.#replaced, table, replacing, whole);
    }
  }

  /** Whether the temp table is needed, which `sessionSql` makes. */
  get replaces(): boolean {
    return this.#replaced.rows > 0;
  }

  async write(client: Client): Promise<void> {
    const { table, open, closed, replacing, batch, ...sql } = this.#statements;
    if (this.#dropped.began.length > 0) await client.query(sql.dropSql, keysOf(this.#dropped));
    await copyRows(client, `${batch} (${replacing.names})`, this.#replaced);
    if (this.#closes) await client.prepared(`move ${table.past}`, sql.moveSql);
    await copyRows(client, `${table.past} (${closed.names})`, this.#closed);
    if (this.#ended.began.length > 0) await client.query(sql.endSql, keysOf(this.#ended));
    await copyRows(client, `${table.now} (${open.names})`, this.#opened);
    if (this.#hasStates) await client.prepared(`replace ${table.now}`, sql.replaceSql);
    if (this.#hasSummaries) await client.prepared(`summary ${table.now}`, sql.summarySql);
  }
}

export function versionStatements(table: TypeTable): VersionStatements {
  const { now, past } = table;
  const batch = `batch_${now}`;
  const keys = keyColumns(table);
  const key = keys.join(', ');
  const moved = ['began', 'observedat', 'deleted', ...keys];
  const state = stateColumns(table).map(({ name }) => name);
  const isSame = keys.map((name) => `now.${name} = batch.${name}`).join(' and ');
  const set = (names: readonly string[]): string =>
    names.map((name) => `${name} = batch.${name}`).join(', ');
  const given = `unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
  as given (objid, objcode, began, ended)`;
  const isGiven = [
    ...keys.map((name) => `past.${name} = given.${name}`),
    `past.began = ${instantOf('given.began')}`,
  ].join(' and ');
  const states = stateColumns(table);
  return {
    table,
    batch,
    open: openColumns(table),
    closed: closedColumns(table),
    replacing: replacingColumns(table),
    sessionSql: `create temp table if not exists ${batch}
  (like ${now}, closes timestamptz, hasstate boolean not null) on commit delete rows;
alter table ${batch} alter column known drop not null;`,
    moveSql: `insert into ${past} (${moved.join(', ')}, ended, ${namesOf(states)})
select ${moved.map((name) => `now.${name}`).join(', ')}, batch.closes, ${namesOf(states, 'now.')}
from ${batch} as batch join ${now} as now using (${key})
where batch.closes is not null`,
    replaceSql: `update ${now} as now set ${set([...summaryNames(), ...state])}
from ${batch} as batch where ${isSame} and batch.hasstate`,
    summarySql: `update ${now} as now set ${set(summaryNames())}
from ${batch} as batch where ${isSame} and not batch.hasstate`,
    dropSql: `delete from ${past} as past using ${given} where ${isGiven}`,
    endSql: `update ${past} as past set ended = ${instantOf('given.ended')}
from ${given} where ${isGiven}`,
  };
}

/** Microseconds since 1970, exactly. */
function instantOf(column: string): string {
  return `(timestamptz 'epoch' + ${column} * interval '1 microsecond')`;
}

interface Keys {
  readonly objIDs: string[];
  readonly objCodes: string[];
  readonly began: number[];
  readonly ended: number[];
}

function addKey(to: Keys, { objID, objCode }: ObjectRef, began: number, ended: number): void {
  to.objIDs.push(objID);
  to.objCodes.push(objCode);
  to.began.push(began);
  to.ended.push(ended);
}

function keysOf({ objIDs, objCodes, began, ended }: Keys): readonly unknown[] {
  return [objIDs, objCodes, began, ended];
}

function refOf({ objID, objCode }: ObjectRef): ObjectRef {
  return { objID, objCode };
}
