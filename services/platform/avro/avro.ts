/**
 * Avro by avsc, hardened. avsc trusts its input: a wrong count in a map or array can loop for
 * hours, and a key named `__proto__` vanishes. The types here refuse both, and show `EventID` as
 * hex text.
 */
import avsc from 'avsc';
import { encodedFields } from '../bytes/encoded-fields.ts';

/** Writes values of one schema and reads those of any schema that resolves to it. */
export interface AvroType {
  /** The bytes of `value` behind `prefix`. Throws when the value does not fit the schema. */
  encode(value: unknown, prefix: Buffer): Buffer;
  /**
   * A reader of what was written with `writerSchema`. Throws when that cannot be read as this type.
   */
  readerOf(writerSchema: string): AvroReader;
}

/** Reads one value that begins at `from` and ends with the buffer; throws on anything else. */
export type AvroReader = (bytes: Buffer, from: number) => unknown;

/** @param maps whether its maps are read into objects, or left as `EncodedFields` */
export function avroType(schema: string, maps: 'read' | 'encoded' = 'read'): AvroType {
  const type = parseSchema(schema, maps === 'read' ? hardened : hardenedBrief);
  return {
    encode: (value, prefix) => encode(type, value, prefix),
    readerOf: (writerSchema) => {
      const writer = parseSchema(writerSchema);
      // Types that differ in docs and defaults only are read without a resolver, which is faster.
      if (type.equals(writer)) return (bytes, from) => decode(type, bytes, from);
      const resolver = type.createResolver(writer);
      return (bytes, from) => decode(type, bytes, from, resolver);
    },
  };
}

function parseSchema(schema: string, typeHook: Hook = hardened): avsc.Type {
  return avsc.Type.forSchema(JSON.parse(schema) as avsc.Schema, {
    wrapUnions: 'never',
    omitRecordMethods: true,
    typeHook,
  });
}

function decode(
  type: avsc.Type,
  bytes: Buffer,
  from: number,
  resolver?: ReturnType<avsc.Type['createResolver']>,
): unknown {
  const answer: { value: unknown; offset: number } = type.decode(bytes, from, resolver);
  const { value, offset } = answer;
  if (offset < 0) throw new RangeError('the bytes end too early');
  if (offset < bytes.length) throw new RangeError(`${bytes.length - offset} bytes too many`);
  return value;
}

let scratch = Buffer.allocUnsafe(64 * 1024);
const SCRATCH_BYTES_MAX = 1024 * 1024;

function encode(type: avsc.Type, value: unknown, prefix: Buffer): Buffer {
  const end = type.encode(value, scratch, prefix.length);
  if (end >= 0) return withPrefix(scratch, end, prefix);
  // A negative answer says how many bytes were missing.
  const roomy = Buffer.allocUnsafe(scratch.length - end);
  if (roomy.length <= SCRATCH_BYTES_MAX) scratch = roomy;
  return withPrefix(roomy, type.encode(value, roomy, prefix.length), prefix);
}

function withPrefix(source: Buffer, end: number, prefix: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(end);
  prefix.copy(bytes);
  source.copy(bytes, prefix.length, prefix.length, end);
  return bytes;
}

/**
 * avsc's cursor over a buffer: reading past the end is silent, and noticed by whoever asks for
 * `pos`.
 */
interface Tap {
  readonly buf: Buffer;
  pos: number;
  readLong(): number;
  skipLong(): void;
  readString(): string;
  skipString(): void;
  writeLong(value: number): void;
  writeString(value: string): void;
}

interface Node {
  _read(tap: Tap): unknown;
  _skip(tap: Tap): void;
  _write(tap: Tap, value: unknown): void;
}

type Hook = NonNullable<NonNullable<Parameters<typeof avsc.Type.forSchema>[1]>['typeHook']>;

const hardened: Hook = (schema, options) => {
  if (schema === 'long') return new ExactLong();
  if (typeof schema !== 'object' || Array.isArray(schema) || !('type' in schema)) return undefined;
  const definition = schema as { type: unknown; name?: unknown };
  if (definition.type === 'long') return new ExactLong();
  if (definition.type === 'map') return new SafeMap(schema, options);
  if (definition.type === 'array') return new SafeArray(schema, options);
  if (definition.type === 'fixed' && definition.name === 'EventID') {
    return new HexFixed(schema, options);
  }
  return undefined;
};

const hardenedBrief: Hook = (schema, options) => {
  const isMap = typeof schema === 'object' && 'type' in schema && schema.type === 'map';
  return isMap ? new EncodedMap(schema, options) : hardened(schema, options);
};

/** avsc writes integers below -2^52 wrongly, and does not say so. */
class ExactLong extends avsc.types.LongType {
  _write(tap: Tap, value: unknown): void {
    if (!this._check(value)) throw new TypeError('an integer that is exact in Avro was expected');
    tap.writeLong(Number(value));
  }

  _check(value: unknown): boolean {
    return Number.isInteger(value) && Number(value) >= -(2 ** 52) && Number(value) < 2 ** 53 - 1;
  }
}

function readMap(tap: Tap, values: Pick<Node, '_read'>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  forEachItem(tap, () => {
    const key = tap.readString();
    if (key === '__proto__') throw new RangeError('a map key named __proto__');
    record[key] = values._read(tap);
  });
  return record;
}

class SafeMap extends avsc.types.MapType {
  _read(tap: Tap): unknown {
    const values = this.valuesType as unknown as Node;
    return readMap(tap, values);
  }

  _skip(tap: Tap): void {
    const values = this.valuesType as unknown as Node;
    forEachItem(tap, () => {
      tap.skipString();
      values._skip(tap);
    });
  }

  _write(tap: Tap, map: Readonly<Record<string, unknown>>): void {
    if (typeof map !== 'object' || map === null || Array.isArray(map)) {
      throw new TypeError('a map was expected');
    }
    const values = this.valuesType as unknown as Node;
    const keys = Object.keys(map);
    if (keys.length > 0) tap.writeLong(keys.length);
    for (const key of keys) {
      const value = map[key];
      if (key === '__proto__') throw new TypeError('a map key named __proto__');
      tap.writeString(wellFormed(key));
      values._write(tap, typeof value === 'string' ? wellFormed(value) : value);
    }
    tap.writeLong(0);
  }
}

/** What is not read is not taken apart. */
class EncodedMap extends SafeMap {
  override _read(tap: Tap) {
    const fields = encodedFields(tap.buf, tap.pos);
    tap.pos = fields.until;
    return fields;
  }

  /** A writer's map that differs is read as it says, and written again as ours. */
  _update(resolver: MapResolver, writer: avsc.Type, options: unknown): void {
    (avsc.types.MapType.prototype as unknown as MapResolver)._update.call(
      this,
      resolver,
      writer,
      options,
    );
    if (writer.typeName !== this.typeName) return;
    const isOurs = this.equals(writer);
    resolver._read = (tap) => {
      if (isOurs) return this._read(tap);
      return encodedFields(encode(this, readMap(tap, resolver.valuesType), NO_PREFIX), 0);
    };
  }
}

/** What avsc makes of a map's type to read the maps of another. */
interface MapResolver {
  readonly valuesType: Pick<Node, '_read'>;
  _read(tap: Tap): unknown;
  _update(resolver: MapResolver, writer: avsc.Type, options: unknown): void;
}

const NO_PREFIX = Buffer.alloc(0);

class SafeArray extends avsc.types.ArrayType {
  _read(tap: Tap): unknown[] {
    const items = this.itemsType as unknown as Node;
    const list: unknown[] = [];
    forEachItem(tap, () => list.push(items._read(tap)));
    return list;
  }

  _skip(tap: Tap): void {
    const items = this.itemsType as unknown as Node;
    forEachItem(tap, () => items._skip(tap));
  }
}

class HexFixed extends avsc.types.FixedType {
  _read(tap: Tap): string {
    const from = tap.pos;
    tap.pos += this.size;
    return tap.pos > tap.buf.length ? '' : tap.buf.toString('hex', from, tap.pos);
  }

  _write(tap: Tap, value: unknown): void {
    if (!this._check(value)) throw new TypeError(`${2 * this.size} lower-case hex digits expected`);
    const from = tap.pos;
    tap.pos += this.size;
    if (tap.pos <= tap.buf.length) tap.buf.write(String(value), from, this.size, 'hex');
  }

  _check(value: unknown): boolean {
    return typeof value === 'string' && value.length === 2 * this.size && HEX.test(value);
  }
}

const HEX = /^[0-9a-f]+$/;

/** Goes through the blocks of a map or an array; `visit` reads or skips one item. */
function forEachItem(tap: Tap, visit: () => void): void {
  for (;;) {
    const from = tap.pos;
    let count = tap.readLong();
    if (count === 0) return;
    if (count < 0) {
      count = -count;
      tap.skipLong();
    }
    // Each item takes a byte.
    if (count > tap.buf.length - tap.pos) {
      throw new RangeError('a count larger than the bytes left');
    }
    for (; count > 0; count -= 1) visit();
    // A text of negative length goes back, and would be read for ever.
    if (tap.pos <= from) throw new RangeError('a text of negative length');
  }
}

/** UTF-8 cannot carry half of a surrogate pair: it would come back as another character (Law 9). */
function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('text with half a surrogate pair');
  return text;
}
