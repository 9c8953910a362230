/**
 * An event's fields as the store holds them: instants in UTC, numbers as numbers, sets sorted, each
 * in the cell of its column or in the JSON of `custom` and `other` (docs/architecture.md, "Normal
 * form"). One pass from the record to the row. Pure; part of the store's version.
 */
import type { ParseJson } from '../../core/json.ts';
import { VALUE_KIND } from '../../platform/avro/brief-event.ts';
import type { EncodedFields } from '../../platform/avro/brief-event.ts';
import { CellBytes } from '../../platform/bytes/cells.ts';
import { stateOf } from '../../core/fold/state.ts';
import type { State } from '../../core/fold/state.ts';
import type { FieldValue } from '../../core/field-value.ts';
import { asMicros } from '../../core/units.ts';
import { tableOf } from '../tables/type-tables.ts';
import type { FieldColumn } from '../tables/type-tables.ts';
import { ColumnState, shapeOf } from './column-state.ts';
import type { StateShape } from './column-state.ts';
import { KnownFields } from './known-fields.ts';
import type { KnownField } from './known-fields.ts';
import { MISFIT, canonicalField } from './field-rules.ts';
import type { Form, FieldRule } from './field-rules.ts';
import { instantMillis, writeInstantJson } from '../../platform/bytes/instant-bytes.ts';
import { JsonBytes } from '../../platform/bytes/json-bytes.ts';
import { isPlainlyStored, storedValue } from './stored-json.ts';
import { writeValue } from './typed-values.ts';

export interface Normalised {
  readonly state: State;
  /** Values that are not of the type that the catalogue names. */
  readonly misfits: number;
}

export interface Normaliser {
  /** Throws UNSTORABLE or SyntaxError for a value that cannot be brought into form. */
  (objCode: string, fields: EncodedFields): Normalised;
}

export function createNormaliser(parseJson: ParseJson): Normaliser {
  const normaliser = new RowNormaliser(parseJson);
  return (objCode, fields) => normaliser.normalise(objCode, fields);
}

class RowNormaliser {
  readonly #parseJson: ParseJson;
  readonly #known: KnownFields;
  readonly #shapes = new Map<string, StateShape>();
  readonly #cells = new CellBytes();
  readonly #custom = new JsonBytes();
  readonly #other = new JsonBytes();
  #columns: FieldColumn[] = [];
  #misfits = 0;

  constructor(parseJson: ParseJson) {
    this.#parseJson = parseJson;
    this.#known = new KnownFields(parseJson);
  }

  normalise(objCode: string, fields: EncodedFields): Normalised {
    this.#misfits = 0;
    const state = this.#asCells(objCode, fields);
    if (state !== null) return { state, misfits: this.#misfits };
    this.#misfits = 0;
    const byName = this.#byName(objCode, fields);
    return { state: byName, misfits: this.#misfits };
  }

  /** Null where a name comes twice. */
  #asCells(objCode: string, fields: EncodedFields): State | null {
    const known = this.#known;
    known.begin(objCode);
    this.#cells.clear();
    this.#custom.clear();
    this.#other.clear();
    this.#columns = [];
    const clocks: [boolean | null, boolean | null] = [null, null];
    for (fields.rewind(); fields.next();) {
      const field = known.next(fields);
      if (field.rule === null) continue;
      if (field.column === null) this.#addMember(fields, field, field.rule);
      else this.#addCell(fields, field, field.rule, field.column);
      if (field.clock !== null) clocks[field.clock] = this.#showsClock(fields, field.rule);
    }
    if (known.isOdd) return null;
    for (const json of [this.#custom, this.#other]) {
      if (json.length === 0) {
        this.#cells.null();
        continue;
      }
      json.close();
      this.#cells.jsonb(json.bytes, json.length);
    }
    const shape = this.#shapeOf(objCode, known.names);
    return new ColumnState(shape, this.#cells.copy(), clocks[0] ?? clocks[1] ?? false);
  }

  #shapeOf(objCode: string, names: string): StateShape {
    let shape = this.#shapes.get(names);
    const table = tableOf(objCode);
    // An event without fields has no name that would tell its type.
    if (shape !== undefined && shape.table === table) return shape;
    if (this.#shapes.size > SHAPES_MAX) this.#shapes.clear();
    shape = shapeOf(table, this.#columns, true);
    this.#shapes.set(names, shape);
    return shape;
  }

  #addCell(fields: EncodedFields, known: KnownField, rule: FieldRule, column: FieldColumn): void {
    this.#columns.push(column);
    if (copyCell(this.#cells, fields, rule.form)) return;
    const value = this.#valueOf(fields, rule);
    if (writeValue(this.#cells, column.type, value)) return;
    this.#other.name(known.nameJson);
    this.#other.json(storedValue(value));
  }

  #addMember(fields: EncodedFields, { memberJson, nameJson }: KnownField, rule: FieldRule): void {
    if (memberJson !== null && fields.kind !== VALUE_KIND.NULL) {
      const before = this.#custom.length;
      this.#custom.name(memberJson);
      if (copyJson(this.#custom, fields, rule.form)) return;
      const value = this.#valueOf(fields, rule);
      if (value !== null && isPlainlyStored(value)) {
        this.#custom.value(value);
        return;
      }
      this.#custom.cutTo(before);
      this.#other.name(nameJson);
      this.#other.json(storedValue(value));
      return;
    }
    this.#other.name(nameJson);
    if (copyJson(this.#other, fields, rule.form)) return;
    this.#other.json(storedValue(this.#valueOf(fields, rule)));
  }

  /** Of a name that comes twice the last counts. */
  #byName(objCode: string, fields: EncodedFields): State {
    const values = new Map<string, FieldValue>();
    this.#known.begin(objCode);
    for (fields.rewind(); fields.next();) {
      const { name, rule } = this.#known.next(fields);
      if (rule !== null) values.set(name, this.#valueOf(fields, rule));
    }
    return stateOf(Object.fromEntries(values));
  }

  /** Null for null; an empty text or 0 is no clock. */
  #showsClock(fields: EncodedFields, rule: FieldRule): boolean | null {
    if (fields.kind === VALUE_KIND.STRING && fields.valueUntil > fields.valueFrom) return true;
    const misfits = this.#misfits;
    const value = this.#valueOf(fields, rule);
    this.#misfits = misfits;
    return value === null ? null : Boolean(value);
  }

  #valueOf(fields: EncodedFields, rule: FieldRule): FieldValue {
    const value = fields.value();
    if (value === null) return null;
    const normal = rule.convert(value);
    if (normal !== MISFIT) return normal;
    this.#misfits += 1;
    return canonicalField(value, this.#parseJson);
  }
}

/** What a rule would leave as it is, straight from its bytes. False: it is not, or may not be. */
function copyCell(to: CellBytes, fields: EncodedFields, form: Form): boolean {
  const { bytes, kind, valueFrom, valueUntil } = fields;
  if (kind === VALUE_KIND.NULL) {
    to.null();
    return true;
  }
  if (kind === VALUE_KIND.STRING) {
    if (form === 'text') return to.asciiText(bytes, valueFrom, valueUntil);
    if (form !== 'instant') return false;
    const millis = instantMillis(bytes, valueFrom, valueUntil);
    if (Number.isNaN(millis)) return false;
    to.instant(millis, asMicros(0));
    return true;
  }
  if (kind === VALUE_KIND.BOOLEAN && form === 'boolean') {
    to.boolean(bytes[valueFrom] !== 0);
    return true;
  }
  if (kind === VALUE_KIND.DOUBLE && form === 'number') {
    const number = bytes.readDoubleLE(valueFrom);
    if (!Number.isFinite(number)) return false;
    to.number(number);
    return true;
  }
  return false;
}

/** The same for what has no column. */
function copyJson(to: JsonBytes, fields: EncodedFields, form: Form): boolean {
  const { bytes, kind, valueFrom } = fields;
  if (kind === VALUE_KIND.NULL) {
    to.null();
    return true;
  }
  if (kind === VALUE_KIND.STRING) return copyText(to, fields, form);
  if (kind === VALUE_KIND.BOOLEAN && (form === 'boolean' || form === 'untyped')) {
    to.boolean(bytes[valueFrom] !== 0);
    return true;
  }
  if (kind === VALUE_KIND.DOUBLE && (form === 'number' || form === 'untyped')) {
    const number = bytes.readDoubleLE(valueFrom);
    if (!Number.isFinite(number)) return false;
    to.number(number);
    return true;
  }
  return false;
}

function copyText(to: JsonBytes, fields: EncodedFields, form: Form): boolean {
  const { bytes, valueFrom, valueUntil } = fields;
  const isUntyped = form === 'untyped';
  if (form === 'instant' || (isUntyped && mayBeInstant(bytes, valueFrom, valueUntil))) {
    return writeInstantJson(to, bytes, valueFrom, valueUntil);
  }
  return (isUntyped || form === 'text') && to.plainString(bytes, valueFrom, valueUntil);
}

/** As `instantText` looks at text before anything else. */
function mayBeInstant(bytes: Buffer, from: number, until: number): boolean {
  return until - from >= 20 && bytes[from + 10] === LETTER_T;
}

const LETTER_T = 0x54;
/** Law 7: as many ways of naming fields as an event may have, and room. */
const SHAPES_MAX = 5_000;
