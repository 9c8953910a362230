/**
 * The map of an event's fields, gone through where it stands in the record: no value is made that
 * nobody asks for. Promises to refuse what a reader of the whole event refuses.
 */
import { unreachable } from '../../core/unreachable.ts';
import { VALUE_KIND } from '../avro/brief-event.ts';
import type { EncodedFields, ValueKind } from '../avro/brief-event.ts';
import type { FieldValue, Fields } from '../../core/field-value.ts';

/** Throws RangeError where there is no whole map of fields. */
export function encodedFields(bytes: Buffer, from: number): EncodedFields & { until: number } {
  const fields = new AvroFields(bytes, from);
  while (fields.next()) {
    if (fields.isProto()) throw new RangeError('a map key named __proto__');
  }
  return fields;
}

class AvroFields implements EncodedFields {
  readonly bytes: Buffer;
  readonly #from: number;
  #at: number;
  /** Of the block in hand. */
  #left = 0;
  nameFrom = 0;
  nameUntil = 0;
  kind: ValueKind = VALUE_KIND.NULL;
  valueFrom = 0;
  valueUntil = 0;

  constructor(bytes: Buffer, from: number) {
    this.bytes = bytes;
    this.#from = from;
    this.#at = from;
  }

  /** Behind the map, once `next` has said that there is no more. */
  get until(): number {
    return this.#at;
  }

  rewind(): void {
    this.#at = this.#from;
    this.#left = 0;
  }

  next(): boolean {
    if (this.#left === 0 && !this.#nextBlock()) return false;
    this.#left -= 1;
    const nameBytes = this.#length();
    this.nameFrom = this.#at;
    this.#at += nameBytes;
    this.nameUntil = this.#at;
    const kind = this.#long();
    if (!isKind(kind)) throw new RangeError(`a value of no known kind: ${kind}`);
    this.kind = kind;
    const valueBytes = this.#bytesOf(kind);
    this.valueFrom = this.#at;
    this.#at += valueBytes;
    this.valueUntil = this.#at;
    if (this.#at > this.bytes.length) throw new RangeError('the bytes end too early');
    return true;
  }

  name(): string {
    return this.bytes.toString('utf8', this.nameFrom, this.nameUntil);
  }

  value(): FieldValue {
    const { bytes, valueFrom, valueUntil } = this;
    switch (this.kind) {
      case VALUE_KIND.NULL:
        return null;
      case VALUE_KIND.BOOLEAN:
        return bytes[valueFrom] !== 0;
      case VALUE_KIND.DOUBLE:
        return bytes.readDoubleLE(valueFrom);
      case VALUE_KIND.STRING:
        return bytes.toString('utf8', valueFrom, valueUntil);
      case VALUE_KIND.JSON:
        return { json: bytes.toString('utf8', valueFrom, valueUntil) };
      default:
        return unreachable(this.kind);
    }
  }

  read(): Fields {
    const fields: Record<string, FieldValue> = {};
    this.rewind();
    while (this.next()) fields[this.name()] = this.value();
    return fields;
  }

  isProto(): boolean {
    return this.nameUntil - this.nameFrom === PROTO.length && this.name() === PROTO;
  }

  #nextBlock(): boolean {
    const count = this.#long();
    if (count === 0) return false;
    // A negative count is followed by how many bytes the block has.
    if (count < 0) this.#long();
    this.#left = Math.abs(count);
    // Each field takes a byte.
    if (this.#left > this.bytes.length - this.#at) {
      throw new RangeError('a count larger than the bytes left');
    }
    return true;
  }

  #bytesOf(kind: ValueKind): number {
    if (kind === VALUE_KIND.STRING || kind === VALUE_KIND.JSON) return this.#length();
    if (kind === VALUE_KIND.DOUBLE) return 8;
    return kind === VALUE_KIND.BOOLEAN ? 1 : 0;
  }

  #length(): number {
    const length = this.#long();
    if (length < 0) throw new RangeError('a text of negative length');
    return length;
  }

  /** Zigzag, seven bits a byte, the least first. */
  #long(): number {
    const first = this.bytes[this.#at++] ?? 0x80;
    if (first < 0x80) return first & 1 ? -((first + 1) >>> 1) : first >>> 1;
    let sum = first & 0x7f;
    let weight = 0x80;
    let byte: number;
    do {
      byte = this.bytes[this.#at++] ?? NONE;
      if (byte === NONE || weight > WEIGHT_MAX) throw new RangeError('the bytes end too early');
      sum += (byte & 0x7f) * weight;
      weight *= 0x80;
    } while (byte >= 0x80);
    return sum % 2 === 1 ? -(sum + 1) / 2 : sum / 2;
  }
}

function isKind(kind: number): kind is ValueKind {
  return kind >= VALUE_KIND.NULL && kind <= VALUE_KIND.JSON;
}

const PROTO = '__proto__';
const NONE = -1;
/** Nothing that is counted here comes near. */
const WEIGHT_MAX = 2 ** 49;
