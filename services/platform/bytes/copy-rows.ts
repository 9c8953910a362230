/**
 * Rows in Postgres' binary COPY format: the server neither parses timestamps nor unescapes JSON,
 * and they are cheaper here (README.md says by how much). Pure; knows no table: the caller writes
 * columns in the table's order.
 */
import type { Micros } from '../../core/units.ts';

/**
 * Chunks that are used again: fresh ones for each batch would make the collector run far more
 * often than the heap asks for.
 */
export class ChunkPool {
  readonly #free: Buffer[] = [];

  take(bytes: number): Buffer {
    if (bytes > CHUNK_BYTES) return Buffer.allocUnsafeSlow(bytes);
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
  }

  /** @param chunks that nobody reads or writes any more */
  give(chunks: readonly Buffer[]): void {
    for (const chunk of chunks) {
      if (chunk.length === CHUNK_BYTES && this.#free.length < FREE_MAX) this.#free.push(chunk);
    }
  }
}

/** One table's rows: `begin`, then one call for each column; `chunks` at the end. */
export class CopyRows {
  readonly #pool: ChunkPool;
  readonly #chunks: Buffer[] = [];
  /** All that `#chunks` are parts of, and `#chunk`. */
  readonly #taken: Buffer[] = [];
  #chunk: Buffer = NO_CHUNK;
  #at = 0;
  #rows = 0;

  constructor(pool: ChunkPool) {
    this.#pool = pool;
  }

  get rows(): number {
    return this.#rows;
  }

  begin(columns: number): void {
    this.#rows += 1;
    this.#reserve(2);
    this.#chunk[this.#at++] = columns >>> 8;
    this.#chunk[this.#at++] = columns;
  }

  null(): void {
    this.#reserve(4);
    this.#int32(-1);
  }

  nulls(count: number): void {
    this.#reserve(4 * count);
    const end = this.#at + 4 * count;
    for (let at = this.#at; at < end; at += 1) this.#chunk[at] = 0xff;
    this.#at = end;
  }

  /** A whole cell, or some, as they stand in `source`. */
  cells(source: Buffer, from: number, until: number): void {
    const length = until - from;
    this.#reserve(length);
    if (length > LOOP_LENGTH_MAX) {
      source.copy(this.#chunk, this.#at, from, until);
    } else {
      const chunk = this.#chunk;
      let at = this.#at;
      for (let index = from; index < until; index += 1) chunk[at++] = source[index] ?? 0;
    }
    this.#at += length;
  }

  text(value: string | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#reserve(4 + value.length * 3);
    const start = this.#at;
    this.#at += 4;
    this.#utf8(value);
    this.#chunk.writeInt32BE(this.#at - start - 4, start);
  }

  /** @param json that Postgres accepts */
  jsonb(json: string): void {
    const length = Buffer.byteLength(json);
    this.#reserve(5 + length);
    this.#int32(length + 1);
    this.#chunk[this.#at++] = JSONB_VERSION;
    // Copied, not encoded, where each character is a byte.
    this.#at += this.#chunk.write(json, this.#at, length === json.length ? 'latin1' : 'utf8');
  }

  bytea(value: Uint8Array): void {
    this.#reserve(4 + value.length);
    this.#int32(value.length);
    this.#chunk.set(value, this.#at);
    this.#at += value.length;
  }

  /** `value`: hex digits. */
  hex(value: string): void {
    this.#reserve(4 + value.length / 2);
    this.#int32(value.length / 2);
    this.#at += this.#chunk.write(value, this.#at, 'hex');
  }

  boolean(value: boolean): void {
    this.#reserve(5);
    this.#int32(1);
    this.#chunk[this.#at++] = value ? 1 : 0;
  }

  smallint(value: number): void {
    this.#reserve(6);
    this.#int32(2);
    this.#at = this.#chunk.writeInt16BE(value, this.#at);
  }

  integer(value: number): void {
    this.#reserve(8);
    this.#int32(4);
    this.#int32(value);
  }

  bigint(value: bigint): void {
    this.#reserve(12);
    this.#int32(8);
    this.#at = this.#chunk.writeBigInt64BE(value, this.#at);
  }

  /** `micros` since 1970, UTC. */
  timestamptz(micros: Micros | null): void {
    if (micros === null) {
      this.null();
      return;
    }
    this.#reserve(12);
    this.#int32(8);
    const since2000 = micros - EPOCH_2000_MICROS;
    const high = Math.floor(since2000 / TWO_32);
    this.#int32(high);
    this.#int32(since2000 - high * TWO_32);
  }

  textArray(values: readonly string[] | null): void {
    if (values === null) {
      this.null();
      return;
    }
    const bytes = values.map((value) => Buffer.from(value));
    this.#reserve(24 + bytes.reduce((sum, { length }) => sum + 4 + length, 0));
    const start = this.#at;
    this.#at += 4;
    for (const word of values.length === 0 ? [0, 0, TEXT_OID] : [1, 0, TEXT_OID, bytes.length, 1]) {
      this.#int32(word);
    }
    for (const value of bytes) {
      this.#int32(value.length);
      this.#chunk.set(value, this.#at);
      this.#at += value.length;
    }
    this.#chunk.writeInt32BE(this.#at - start - 4, start);
  }

  /** The whole stream, header and trailer included. The last call on this object. */
  chunks(): readonly Buffer[] {
    this.#reserve(2);
    this.#chunk.writeInt16BE(-1, this.#at);
    this.#chunks.push(this.#chunk.subarray(0, this.#at + 2));
    return [HEADER, ...this.#chunks];
  }

  /** Once the server has taken the chunks, or never will. */
  release(): void {
    this.#pool.give(this.#taken.splice(0));
    this.#chunks.length = 0;
    this.#chunk = NO_CHUNK;
    this.#at = 0;
  }

  /** Short plain text byte by byte: a call into native code costs more than its work. */
  #utf8(value: string): void {
    const chunk = this.#chunk;
    let at = this.#at;
    if (value.length <= LOOP_LENGTH_MAX) {
      let index = 0;
      for (; index < value.length; index += 1) {
        const code = value.charCodeAt(index);
        if (code > 0x7f) break;
        chunk[at++] = code;
      }
      if (index === value.length) {
        this.#at = at;
        return;
      }
    }
    this.#at += chunk.write(value, this.#at);
  }

  #int32(value: number): void {
    const chunk = this.#chunk;
    chunk[this.#at++] = value >>> 24;
    chunk[this.#at++] = value >>> 16;
    chunk[this.#at++] = value >>> 8;
    chunk[this.#at++] = value;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#chunk.length) return;
    if (this.#at > 0) this.#chunks.push(this.#chunk.subarray(0, this.#at));
    this.#chunk = this.#pool.take(bytes);
    this.#taken.push(this.#chunk);
    this.#at = 0;
  }
}

// Signature, no flags, no extension (Postgres documentation, COPY, binary format).
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const JSONB_VERSION = 1;
const LOOP_LENGTH_MAX = 64;
const TEXT_OID = 25;
const EPOCH_2000_MICROS = 946_684_800_000_000;
const TWO_32 = 2 ** 32;
const NO_CHUNK = Buffer.alloc(0);
const CHUNK_BYTES = 64 * 1024;
/** 8 MiB: about what the largest batch takes (Law 7). */
const FREE_MAX = 128;
