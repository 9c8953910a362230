/** Rows that `copy … to stdout (format binary)` gave, gone through where they stand. Pure. */
import { int32At } from './cells.ts';

/**
 * One row at a time: `next`, then the cells by their place. The bytes are those of the answer, so
 * what is kept must be copied.
 */
export class CopiedRows {
  readonly bytes: Buffer;
  #at: number;
  #froms = new Int32Array(256);
  #lengths = new Int32Array(256);

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    // Signature, flags, and an extension of this length.
    this.#at = HEADER_BYTES + int32At(bytes, HEADER_BYTES - 4);
  }

  next(): boolean {
    const { bytes } = this;
    const count = (((bytes[this.#at] ?? 0) << 8) | (bytes[this.#at + 1] ?? 0)) & 0xffff;
    if (this.#at + 2 > bytes.length || count === TRAILER) return false;
    if (count > this.#froms.length) {
      this.#froms = new Int32Array(count);
      this.#lengths = new Int32Array(count);
    }
    let at = this.#at + 2;
    for (let index = 0; index < count; index += 1) {
      const length = int32At(bytes, at);
      at += 4;
      this.#froms[index] = at;
      this.#lengths[index] = length;
      if (length > 0) at += length;
    }
    this.#at = at;
    return true;
  }

  isNull(cell: number): boolean {
    return (this.#lengths[cell] ?? -1) < 0;
  }

  from(cell: number): number {
    return this.#froms[cell] ?? 0;
  }

  until(cell: number): number {
    return (this.#froms[cell] ?? 0) + Math.max(0, this.#lengths[cell] ?? 0);
  }
}

const HEADER_BYTES = 19;
const TRAILER = 0xffff;
