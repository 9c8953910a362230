/** Rows of the typed tables: open versions in `_now`, closed ones in `_past`. Pure. */
import { storedName } from '../states/stored-json.ts';
import type { Tail, Version } from '../../core/fold/version.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import { int32At } from '../../platform/bytes/cells.ts';
import type { CopyRows } from '../../platform/bytes/copy-rows.ts';
import { asColumnState } from '../states/column-state.ts';
import { namesOf } from './row-columns.ts';
import type { RowColumn } from './row-columns.ts';
import type { FieldColumn, TypeTable } from './type-tables.ts';

export interface ObjectRef {
  readonly objID: ObjID;
  readonly objCode: ObjCode;
}

export interface VersionRow extends ObjectRef {
  readonly version: Version;
}
export interface ClosedRow extends VersionRow {
  readonly ended: Micros;
}
export interface OpenRow extends ObjectRef {
  readonly version: Tail;
}
/** An open version on its way to where another is. */
export interface ReplacingRow extends OpenRow {
  /** When the version that is there ends: it moves to the past as it stands. Null: it does not. */
  readonly closes: Micros | null;
  /** False: that of the row which is there stays. */
  readonly hasState: boolean;
}

const BEGAN: RowColumn<VersionRow> = {
  name: 'began',
  type: 'timestamptz not null',
  comment: 'The instant from which this version holds.',
  write: (to, { version }) => to.timestamptz(version.entryDate),
};
const SHARED: readonly RowColumn<VersionRow>[] = [
  BEGAN,
  {
    name: 'observedat',
    type: 'timestamptz not null',
    comment: 'When we first saw what made this version.',
    write: (to, { version }) => to.timestamptz(version.observedAt),
  },
  {
    name: 'deleted',
    type: 'boolean not null',
    comment: 'True for a version that begins with the deletion of the object.',
    write: (to, { version }) => to.boolean(version.deleted),
  },
  {
    name: 'objid',
    type: 'text collate "C" not null',
    comment: 'Workfront ID.',
    write: (to, { objID }) => to.text(objID),
  },
];
const OBJCODE: RowColumn<ObjectRef> = {
  name: 'objcode',
  type: 'text collate "C" not null',
  comment: 'Workfront type.',
  write: (to, { objCode }) => to.text(objCode),
};
const ENDED: RowColumn<ClosedRow> = {
  name: 'ended',
  type: 'timestamptz not null',
  comment: 'The instant before which this version held: the next one begins there.',
  write: (to, { ended }) => to.timestamptz(ended),
};
const SUMMARY: readonly RowColumn<OpenRow>[] = [
  {
    name: 'lastuntil',
    type: 'timestamptz not null',
    comment: 'Fold: the latest instant that any claim bears.',
    write: (to, { version }) => to.timestamptz(version.lastUntil),
  },
  {
    name: 'ambiguous',
    type: 'text[]',
    comment:
      'Fold: fields whose value the evidence leaves open until the object is read again; ID: ' +
      'whether it exists. Null: none.',
    write: (to, { version: { ambiguous } }) =>
      to.textArray(ambiguous.length === 0 ? null : ambiguous.map(storedName)),
  },
];
const REPLACING: readonly RowColumn<ReplacingRow>[] = [
  {
    name: 'closes',
    type: 'timestamptz',
    comment: '',
    write: (to, { closes }) => to.timestamptz(closes),
  },
  {
    name: 'hasstate',
    type: 'boolean not null',
    comment: '',
    write: (to, { hasState }) => to.boolean(hasState),
  },
];

/** What is written beside the state; and the state's own columns. */
export interface VersionColumns<Row> {
  readonly own: readonly RowColumn<Row>[];
  readonly state: readonly StateColumn[];
  /** For COPY and `insert`, `own` first. */
  readonly names: string;
}

export type StateColumn = Omit<RowColumn<never>, 'write'>;

export function openColumns(table: TypeTable): VersionColumns<OpenRow> {
  return columnsWith(table, [...sharedOf(table), ...SUMMARY]);
}

export function closedColumns(table: TypeTable): VersionColumns<ClosedRow> {
  return columnsWith(table, [...sharedOf(table), ENDED]);
}

/** Of the session's temp table. */
export function replacingColumns(table: TypeTable): VersionColumns<ReplacingRow> {
  return columnsWith(table, [...sharedOf(table), ...SUMMARY, ...REPLACING]);
}

/** Of `_now` and the temp table: what the summary of the fold and the version itself are. */
export function summaryNames(): readonly string[] {
  return [...SHARED.filter(({ name }) => name !== 'objid'), ...SUMMARY].map(({ name }) => name);
}

export function stateColumns(table: TypeTable): readonly StateColumn[] {
  return [...table.columns.map(fieldColumn), ...STATE_ENDS];
}

export function keyColumns(table: TypeTable): readonly string[] {
  return table.objCode === null ? ['objid', 'objcode'] : ['objid'];
}

/** Writes a whole row. */
export function writeVersion<Row extends VersionRow>(
  to: CopyRows,
  table: TypeTable,
  { own, state }: VersionColumns<Row>,
  row: Row,
): void {
  to.begin(own.length + state.length);
  for (const column of own) column.write(to, row);
  writeState(to, table, row.version);
}

/** The same without its state. */
export function writeStateless<Row extends VersionRow>(
  to: CopyRows,
  { own, state }: VersionColumns<Row>,
  row: Row,
): void {
  to.begin(own.length + state.length);
  for (const column of own) column.write(to, row);
  to.nulls(state.length);
}

function sharedOf(table: TypeTable): readonly RowColumn<VersionRow>[] {
  return table.objCode === null ? [...SHARED, OBJCODE] : SHARED;
}

function columnsWith<Row>(table: TypeTable, own: readonly RowColumn<Row>[]): VersionColumns<Row> {
  const state = stateColumns(table);
  return { own, state, names: namesOf([...own, ...state]) };
}

function fieldColumn({ name, type, field }: FieldColumn): StateColumn {
  const isCompared = type === 'text';
  return {
    name: `"${name}"`,
    type: isCompared ? 'text collate "C"' : type,
    comment: `${field}; null also where it is not known or not of this type: see known, other.`,
  };
}

const STATE_ENDS: readonly StateColumn[] = [
  {
    name: 'known',
    type: 'bytea not null',
    comment:
      'A bit for each typed column, in their order by type and name, whose field was ever ' +
      'observed: null is empty where its bit is set.',
  },
  {
    name: 'custom',
    type: 'jsonb',
    comment: 'Custom fields, or the values of a record: the filled ones. Null: none.',
  },
  {
    name: 'other',
    type: 'jsonb',
    comment:
      'What no column holds whole: fields of no known type, values not of their type, empty custom ' +
      'fields. {"$json": text} is JSON that jsonb cannot hold. Null: nothing.',
  },
];

function writeState(to: CopyRows, table: TypeTable, version: Version): void {
  const { shape, cells } = asColumnState(table, version.state);
  const count = shape.columns.length;
  if (OFFSETS.length < count + 3) OFFSETS = new Int32Array(count + 3);
  let at = 0;
  for (let place = 0; place < count + 2; place += 1) {
    OFFSETS[place] = at;
    at += 4 + Math.max(0, int32At(cells, at));
  }
  OFFSETS[count + 2] = at;
  let written = 0;
  for (const place of shape.sorted) {
    const index = shape.columns[place]?.index ?? 0;
    if (index > written) to.nulls(index - written);
    to.cells(cells, OFFSETS[place] ?? 0, OFFSETS[place + 1] ?? 0);
    written = index + 1;
  }
  if (table.columns.length > written) to.nulls(table.columns.length - written);
  to.bytea(shape.known);
  to.cells(cells, OFFSETS[count] ?? 0, at);
}

/** Where the cells of the state in hand begin; used again. */
let OFFSETS = new Int32Array(256);
