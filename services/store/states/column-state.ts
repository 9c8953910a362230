/**
 * A state as the cells that are written: one object to the collector, a third of the memory of its
 * fields, and compared in one step with the next state of the same object. Pure.
 */
import { stateOf } from '../../core/fold/state.ts';
import type { Relation, State } from '../../core/fold/state.ts';
import { flatKey, memberName } from '../../core/field-value.ts';
import type { FieldValue, Fields } from '../../core/field-value.ts';
import { CellBytes, int32At, readCell } from '../../platform/bytes/cells.ts';
import { membersAmong } from '../../platform/bytes/json-members.ts';
import type { FieldColumn, TypeTable } from '../tables/type-tables.ts';
import { entriesOfStored, isPlainlyStored, storedName, storedValue } from './stored-json.ts';
import { valueOfCell, writeValue } from './typed-values.ts';

/** Which columns a state has cells of, and in which order. */
export interface StateShape {
  readonly table: TypeTable;
  readonly columns: readonly FieldColumn[];
  /** Places among `columns` in the order of the table. */
  readonly sorted: Uint16Array;
  /** A bit for each column whose field is known, without the zeros at the end. */
  readonly known: Buffer;
  /** Whether states of this shape have the same fields, each spelt alike. */
  readonly isOneSpelling: boolean;
}

export class ColumnState implements State {
  readonly shape: StateShape;
  /** A cell for each of the shape's columns, then `custom`, then `other`. */
  readonly cells: Buffer;
  readonly #showsClock: boolean | null;

  /** @param showsClock null where it must be looked for */
  constructor(shape: StateShape, cells: Buffer, showsClock: boolean | null) {
    this.shape = shape;
    this.cells = cells;
    this.#showsClock = showsClock;
  }

  get showsClock(): boolean {
    return this.#showsClock ?? stateOf(this.fields()).showsClock;
  }

  get isEmpty(): boolean {
    // Two nulls: of `custom` and of `other`.
    return this.shape.columns.length === 0 && this.cells.length === 8;
  }

  fields(): Fields {
    return this.#read(null);
  }

  fieldsAmong(names: readonly string[]): Fields {
    return this.#read(new Set(names));
  }

  /** @param wanted null: all */
  #read(wanted: ReadonlySet<string> | null): Fields {
    const { columns, table } = this.shape;
    const fields: Record<string, FieldValue> = {};
    const { cells } = this;
    let at = 0;
    for (const { field, type } of columns) {
      const length = int32At(cells, at);
      at += 4;
      if (wanted === null || wanted.has(field)) {
        fields[field] = length < 0 ? null : valueOfCell(type, cells, at, at + length);
      }
      if (length > 0) at += length;
    }
    const custom = int32At(cells, at);
    at += 4;
    if (custom >= 0) {
      const all = (): string => readCell.json(cells, at, at + custom);
      const text =
        wanted === null ? all() : (customAmong(wanted, table, cells, at, at + custom) ?? all());
      for (const [member, value] of entriesOfStored(text)) {
        const name = flatKey(table.container, member);
        if (wanted === null || wanted.has(name)) fields[name] = value;
      }
      at += custom;
    }
    const other = int32At(cells, at);
    at += 4;
    if (other < 0) return fields;
    // Also what a column does not show whole.
    for (const [name, value] of entriesOfStored(readCell.json(cells, at, at + other)))
      if (wanted === null || wanted.has(name)) fields[name] = value;
    return fields;
  }

  relationTo(other: State): Relation {
    if (!(other instanceof ColumnState) || other.shape !== this.shape) return 'unread';
    if (this.cells.equals(other.cells)) return 'same';
    return this.shape.isOneSpelling ? 'moved' : 'unread';
  }
}

/**
 * Of `custom`, whose cell's data stand from here until there, the members that are named; null
 * where all of it must be read.
 */
function customAmong(
  names: ReadonlySet<string>,
  table: TypeTable,
  cells: Buffer,
  from: number,
  until: number,
): string | null {
  const members: string[] = [];
  for (const name of names) {
    const member = table.columnOf.has(name) ? null : memberOfCustom(table, name);
    if (member !== null) members.push(storedName(member));
  }
  // Behind the version of jsonb.
  return members.length === 0 ? '{}' : membersAmong(cells, from + 1, until, members);
}

export function shapeOf(
  table: TypeTable,
  columns: readonly FieldColumn[],
  isOneSpelling: boolean,
): StateShape {
  const places = columns.map((_, place) => place);
  places.sort((a, b) => (columns[a]?.index ?? 0) - (columns[b]?.index ?? 0));
  const known = Buffer.alloc(Math.ceil(table.columns.length / 8));
  for (const { index } of columns) known[index >>> 3] = (known[index >>> 3] ?? 0) | bitOf(index);
  let length = known.length;
  while (length > 0 && known[length - 1] === 0) length -= 1;
  return {
    table,
    columns,
    isOneSpelling,
    sorted: Uint16Array.from(places),
    known: known.subarray(0, length),
  };
}

/** The shape of a state whose `known` this is, its columns in the order of the table. */
export function shapeOfKnown(table: TypeTable, known: Buffer): StateShape {
  let shapes = storedShapes.get(table);
  if (shapes === undefined || shapes.size > SHAPES_MAX) {
    shapes = new Map();
    storedShapes.set(table, shapes);
  }
  const key = known.toString('latin1');
  let shape = shapes.get(key);
  if (shape === undefined) {
    const columns = table.columns.filter(
      ({ index }) => ((known[index >>> 3] ?? 0) & bitOf(index)) !== 0,
    );
    shape = shapeOf(table, columns, false);
    shapes.set(key, shape);
  }
  return shape;
}

const storedShapes = new Map<TypeTable, Map<string, StateShape>>();
/** Law 7: of one table, at most a few megabytes. */
const SHAPES_MAX = 2_000;

function bitOf(index: number): number {
  return 1 << (index & 7);
}

/** Any state as the cells of a table; itself where it is that already. */
export function asColumnState(table: TypeTable, state: State): ColumnState {
  if (state instanceof ColumnState && state.shape.table === table) return state;
  const fields = state.fields();
  const known = table.columns.filter(({ field }) => Object.hasOwn(fields, field));
  const others: string[] = [];
  SCRATCH.clear();
  for (const { field, type } of known) {
    const value = fields[field] ?? null;
    if (!writeValue(SCRATCH, type, value)) others.push(stateMember(field, value));
  }
  const customs: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (table.columnOf.has(name)) continue;
    const member = value === null || !isPlainlyStored(value) ? null : memberOfCustom(table, name);
    if (member === null) others.push(stateMember(name, value));
    else customs.push(stateMember(member, value));
  }
  for (const members of [customs, others]) {
    if (members.length === 0) SCRATCH.null();
    else SCRATCH.jsonbText(`{${members.join(',')}}`);
  }
  const shape = shapeOfKnown(table, shapeOf(table, known, false).known);
  return new ColumnState(shape, SCRATCH.copy(), null);
}

const SCRATCH = new CellBytes();

function stateMember(name: string, value: FieldValue): string {
  return `${JSON.stringify(storedName(name))}:${storedValue(value)}`;
}

/**
 * `DE:Region` for `DE:Region`, `F1` for a record's `data.F1`. Null where it is no member of the
 * container, or would not come back from there as it is.
 */
export function memberOfCustom({ container }: TypeTable, field: string): string | null {
  if (!field.startsWith(container.prefix)) return null;
  const member = memberName(container, field);
  return member !== '__proto__' && flatKey(container, member) === field ? member : null;
}
