/**
 * Reads versions back: open ones with what the fold must know to go on, or all of an object. By
 * COPY in binary, since the cells of a state are what is remembered of it.
 */
import type { Tail, Version } from '../../core/fold/version.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { readCell } from '../../platform/bytes/cells.ts';
import { CopiedRows } from '../../platform/bytes/copy-out.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';
import type { Client } from '../../platform/postgres/postgres.ts';
import { ColumnState, shapeOfKnown } from '../states/column-state.ts';
import { namesOf } from '../tables/row-columns.ts';
import { nameOfStored } from '../states/stored-json.ts';
import { tableOf } from '../tables/type-tables.ts';
import type { TypeTable } from '../tables/type-tables.ts';
import { stateColumns } from '../tables/version-rows.ts';
import type { ObjectRef } from '../tables/version-rows.ts';
import { objectKey } from './group-by-object.ts';

/** By `objectKey`; an object that has no row in `_now` is absent. */
export async function readTails(
  client: Client,
  refs: readonly ObjectRef[],
): Promise<Map<string, Tail>> {
  const tails = new Map<string, Tail>();
  for (const [table, some] of byTable(refs)) {
    const from = { table: table.now, rows: ofObjects(some) };
    for (const { key, row } of await readRows(client, table, from, TAIL, some)) {
      const [began, observedAt, lastUntil] = row.instants;
      tails.set(key, {
        entryDate: began ?? asMicros(0),
        observedAt: observedAt ?? asMicros(0),
        deleted: row.deleted,
        state: row.state,
        lastUntil: lastUntil ?? asMicros(0),
        ambiguous: row.ambiguous,
      });
    }
  }
  return tails;
}

/** All versions of each object by `objectKey`, ascending. */
export async function readVersions(
  client: Client,
  refs: readonly ObjectRef[],
): Promise<Map<string, Version[]>> {
  return versionsFrom(client, refs, ofObjects);
}

/** Those versions of each object that were in force at the instants, by `objectKey`, ascending. */
export async function readVersionsAt(
  client: Client,
  wanted: readonly InstantOfObject[],
): Promise<Map<string, Version[]>> {
  return versionsFrom(client, wanted, atInstants);
}

export interface InstantOfObject extends ObjectRef {
  readonly instant: Micros;
}

async function versionsFrom<Ref extends ObjectRef>(
  client: Client,
  refs: readonly Ref[],
  wanted: (refs: readonly Ref[], isOpen: boolean) => string,
): Promise<Map<string, Version[]>> {
  const versions = new Map<string, Version[]>();
  for (const [table, some] of byTable(refs)) {
    for (const isOpen of [false, true]) {
      const from = { table: isOpen ? table.now : table.past, rows: wanted(some, isOpen) };
      for (const { key, row } of await readRows(client, table, from, VERSION, some)) {
        const [began, observedAt] = row.instants;
        const version = {
          entryDate: began ?? asMicros(0),
          observedAt: observedAt ?? asMicros(0),
          deleted: row.deleted,
          state: row.state,
        };
        const known = versions.get(key);
        if (known === undefined) versions.set(key, [version]);
        else known.push(version);
      }
    }
  }
  for (const some of versions.values()) some.sort((a, b) => a.entryDate - b.entryDate);
  return versions;
}

const VERSION = ['began', 'observedat'] as const;
const TAIL = [...VERSION, 'lastuntil'] as const;

interface StoredRow {
  readonly instants: readonly (Micros | null)[];
  readonly deleted: boolean;
  readonly ambiguous: readonly string[];
  readonly state: ColumnState;
}

/** A table, and which of its rows. */
interface From {
  readonly table: string;
  readonly rows: string;
}

function ofObjects(refs: readonly ObjectRef[]): string {
  const ids = [...new Set(refs.map(({ objID }) => objID))].map(sqlText).join(', ');
  return `where objid = any(array[${ids}])`;
}

/** A version that is in force at two of the instants comes twice. */
function atInstants(refs: readonly InstantOfObject[], isOpen: boolean): string {
  const wanted = refs.map(({ objID, instant }) => `(${sqlText(objID)}, ${instant}::bigint)`);
  return `join (
    select wanted_objid, timestamptz 'epoch' + wanted_at * interval '1 microsecond' as wanted_at
    from (values ${wanted.join(', ')}) as wanted (wanted_objid, wanted_at)
  ) as wanted on objid = wanted_objid and began <= wanted_at ${isOpen ? '' : 'and ended > wanted_at'}`;
}

async function readRows(
  client: Client,
  table: TypeTable,
  from: From,
  instants: readonly string[],
  refs: readonly ObjectRef[],
): Promise<{ key: string; row: StoredRow }[]> {
  const objCode = table.objCode === null ? 'objcode' : `${sqlText(table.objCode)}::text`;
  const ambiguous = from.table === table.now ? 'ambiguous' : 'null::text[]';
  const columns = [...instants, 'objid', objCode, 'deleted', ambiguous, 'known', 'custom', 'other'];
  const typed = stateColumns(table).slice(0, table.columns.length);
  const names = [columns.join(', '), namesOf(typed)].filter(Boolean).join(', ');
  const bytes = await client.copyOut(
    `copy (select ${names} from ${from.table} ${from.rows}) to stdout (format binary)`,
  );
  const wanted = new Set(refs.map(objectKey));
  const rows = new CopiedRows(bytes);
  const found: { key: string; row: StoredRow }[] = [];
  while (rows.next()) {
    const at = instants.length;
    const text = (cell: number): string => readCell.text(bytes, rows.from(cell), rows.until(cell));
    const key = objectKey({ objID: text(at), objCode: text(at + 1) });
    if (!wanted.has(key)) continue;
    const row = {
      instants: instants.map((_, cell) =>
        rows.isNull(cell) ? null : readCell.micros(bytes, rows.from(cell)),
      ),
      deleted: readCell.boolean(bytes, rows.from(at + 2)),
      ambiguous: rows.isNull(at + 3)
        ? []
        : readCell.texts(bytes, rows.from(at + 3)).map(nameOfStored),
      state: stateIn(rows, table, at + 4),
    };
    found.push({ key, row });
  }
  return found;
}

/** `known`, `custom`, `other` and the typed columns stand from cell `at` on. */
function stateIn(rows: CopiedRows, table: TypeTable, at: number): ColumnState {
  const { bytes } = rows;
  const shape = shapeOfKnown(table, bytes.subarray(rows.from(at), rows.until(at)));
  const cells = shape.columns.map(({ index }) => at + 3 + index);
  cells.push(at + 1, at + 2);
  let length = 0;
  for (const cell of cells) length += 4 + rows.until(cell) - rows.from(cell);
  const copy = Buffer.allocUnsafe(length);
  let end = 0;
  // With the length that stands before each.
  for (const cell of cells) end += bytes.copy(copy, end, rows.from(cell) - 4, rows.until(cell));
  return new ColumnState(shape, copy, null);
}

function byTable<Ref extends ObjectRef>(refs: readonly Ref[]): Map<TypeTable, Ref[]> {
  const tables = new Map<TypeTable, Ref[]>();
  for (const ref of refs) {
    const table = tableOf(ref.objCode);
    const known = tables.get(table);
    if (known === undefined) tables.set(table, [ref]);
    else known.push(ref);
  }
  return tables;
}
