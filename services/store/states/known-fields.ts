/**
 * What is to be done with each field of each type, found by the bytes of its name. Events of one
 * type bring their fields in one order, some left out; so the next field is guessed from the one
 * before, and looked up only where that fails. Pure but for memory.
 */
import type { ParseJson } from '../../core/json.ts';
import type { EncodedFields } from '../../platform/avro/brief-event.ts';
import { CHANGE_CLOCKS } from '../../core/fold/state.ts';
import type { FieldColumn, TypeTable } from '../tables/type-tables.ts';
import { tableOf } from '../tables/type-tables.ts';
import { memberOfCustom } from './column-state.ts';
import { ruleOf } from './field-rules.ts';
import type { FieldRule } from './field-rules.ts';
import { nameJson } from '../../platform/bytes/json-bytes.ts';
import { storedName } from './stored-json.ts';

export interface KnownField {
  readonly name: string;
  /** Null: the field is not claimed. */
  readonly rule: FieldRule | null;
  /** Null: it has none. */
  readonly column: FieldColumn | null;
  /** What stands before its value in `custom`; null: it is no member. */
  readonly memberJson: Buffer | null;
  /** The same in `other`. */
  readonly nameJson: Buffer;
  /** Which of `CHANGE_CLOCKS` it is; null: none. */
  readonly clock: 0 | 1 | null;
}

/** Goes along with one event at a time: `begin`, then `next` for each field. */
export class KnownFields {
  readonly #parseJson: ParseJson;
  readonly #types = new Map<string, TypeFields>();
  #count = 0;
  /** Numbers stand for other fields once all were forgotten. */
  #generation = 0;
  #event = 0;
  #type: TypeFields;
  #latest: Field;
  #numbers = new Uint16Array(256);
  #length = 0;
  #isOdd = false;

  constructor(parseJson: ParseJson) {
    this.#parseJson = parseJson;
    this.#type = newType('');
    this.#latest = this.#type.start;
  }

  begin(objCode: string): void {
    // Names come from outside, so what is remembered of them has an end (Law 7).
    if (this.#count > FIELDS_MAX || this.#types.size > TYPES_MAX) this.#forget();
    let type = this.#types.get(objCode);
    if (type === undefined) {
      type = newType(objCode);
      this.#types.set(objCode, type);
    }
    this.#type = type;
    this.#latest = type.start;
    this.#event += 1;
    this.#isOdd = false;
    this.#numbers[0] = this.#generation;
    this.#numbers[1] = this.#generation >>> 16;
    this.#length = 2;
  }

  /** Of the field that `fields` stands at. */
  next(fields: EncodedFields): KnownField {
    const { likely } = this.#latest;
    const field = likely?.isAt(fields) === true ? likely : this.#find(fields.name());
    this.#latest.likely = field;
    this.#latest = field;
    if (field.event === this.#event) this.#isOdd = true;
    field.event = this.#event;
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length++] = field.number;
    return field;
  }

  /** Whether a name of this event came twice. */
  get isOdd(): boolean {
    return this.#isOdd;
  }

  /** Stands for the names of this event and their order: equal where those are, and only there. */
  get names(): string {
    const { buffer } = this.#numbers;
    return Buffer.from(buffer, 0, this.#length * 2).toString('utf16le');
  }

  #find(name: string): Field {
    const { objCode, fields } = this.#type;
    const known = fields.get(name);
    if (known !== undefined) return known;
    // An event may bring more names than all that are remembered otherwise.
    if (this.#count >= NUMBERS_MAX) this.#isOdd = true;
    const field = new Field(
      name,
      this.#count % NUMBERS_MAX,
      ruleOf(objCode, name, this.#parseJson),
      tableOf(objCode),
    );
    this.#count += 1;
    fields.set(name, field);
    return field;
  }

  #grow(): void {
    const numbers = new Uint16Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  #forget(): void {
    this.#types.clear();
    this.#count = 0;
    this.#generation += 1;
  }
}

interface TypeFields {
  readonly objCode: string;
  readonly fields: Map<string, Field>;
  /** Before the first. */
  readonly start: Field;
}

function newType(objCode: string): TypeFields {
  return { objCode, fields: new Map(), start: new Field('', 0, null, tableOf(objCode)) };
}

class Field implements KnownField {
  readonly name: string;
  readonly rule: FieldRule | null;
  readonly column: FieldColumn | null;
  readonly memberJson: Buffer | null;
  readonly nameJson: Buffer;
  readonly clock: 0 | 1 | null;
  readonly number: number;
  /** What came behind it last. */
  likely: Field | null = null;
  /** In which it came last. */
  event = 0;
  readonly #bytes: Buffer;

  constructor(name: string, number: number, rule: FieldRule | null, table: TypeTable) {
    this.name = name;
    this.rule = rule;
    this.column = table.columnOf.get(name) ?? null;
    const member = this.column === null ? memberOfCustom(table, name) : null;
    this.memberJson = member === null ? null : nameJson(storedName(member));
    this.nameJson = nameJson(storedName(name));
    this.clock = clockOfField(name);
    this.number = number;
    this.#bytes = Buffer.from(name);
  }

  isAt({ bytes, nameFrom, nameUntil }: EncodedFields): boolean {
    const mine = this.#bytes;
    const { length } = mine;
    if (nameUntil - nameFrom !== length) return false;
    for (let index = 0; index < length; index += 1) {
      if (mine[index] !== bytes[nameFrom + index]) return false;
    }
    return true;
  }
}

function clockOfField(name: string): 0 | 1 | null {
  if (name === CHANGE_CLOCKS[0]) return 0;
  return name === CHANGE_CLOCKS[1] ? 1 : null;
}

/** At most some tens of megabytes; the fields of all of a tenant's types are some thousands. */
const FIELDS_MAX = 20_000;
const TYPES_MAX = 500;
const NUMBERS_MAX = 0xffff;
