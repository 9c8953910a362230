/**
 * JSON on its way into bytes that are used again. The same through strings costs three times as
 * much, and leaves a few kilobytes of garbage for each event. Pure.
 */

import { isJson } from '../../core/field-value.ts';
import type { FieldValue } from '../../core/field-value.ts';

/** One object at a time: `clear`, then `name` and a value for each member, then `close`. */
export class JsonBytes {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  /** Its first `length` bytes are the JSON; valid until the next `clear`. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  get length(): number {
    return this.#length;
  }

  /** @param nameJson see `nameJson` */
  name(nameJson: Buffer): void {
    const { length } = nameJson;
    this.#reserve(length + 1);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at] = at === 0 ? OPEN : COMMA;
    at += 1;
    for (let index = 0; index < length; index += 1) {
      const code = nameJson[index] ?? 0;
      bytes[at++] = code;
    }
    this.#length = at;
  }

  close(): void {
    if (this.#length === 0) this.#byte(OPEN);
    this.#byte(CLOSE);
  }

  string(text: string): void {
    if (text.length > LOOP_LENGTH_MAX) {
      this.json(JSON.stringify(text));
      return;
    }
    this.#reserve(text.length + 2);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = QUOTE;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7e || PLAIN[code] !== 1) {
        this.json(JSON.stringify(text));
        return;
      }
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.#length = at;
  }

  /** A string that is UTF-8 text in `source`. False, and nothing written, where it is not plain. */
  plainString(source: Buffer, from: number, until: number): boolean {
    this.#reserve(until - from + 2);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = QUOTE;
    for (let index = from; index < until; index += 1) {
      const code = source[index] ?? 0;
      if (PLAIN[code] !== 1) return false;
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.#length = at;
    return true;
  }

  /** A string of `count` plain characters: writes its quotes and returns where the rest goes. */
  reserveString(count: number): number {
    this.#reserve(count + 2);
    const from = this.#length + 1;
    this.#bytes[from - 1] = QUOTE;
    this.#bytes[from + count] = QUOTE;
    this.#length = from + count + 1;
    return from;
  }

  /** Text that is JSON. */
  json(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** A finite number. */
  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 1e9) {
      this.json(String(value));
      return;
    }
    this.#reserve(10);
    let rest = value;
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits += 1;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      const tenth = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.#length += digits;
  }

  value(value: FieldValue): void {
    if (typeof value === 'string') this.string(value);
    else if (typeof value === 'number') this.number(value);
    else this.json(isJson(value) ? value.json : String(value));
  }

  /** Takes back what was written since it was so long. */
  cutTo(length: number): void {
    this.#length = length;
  }

  null(): void {
    this.json('null');
  }

  boolean(value: boolean): void {
    this.json(value ? 'true' : 'false');
  }

  #byte(code: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = code;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}

/** A member's name and colon. */
export function nameJson(name: string): Buffer {
  return Buffer.from(`${JSON.stringify(name)}:`);
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const COMMA = 0x2c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
/** 1 for what stands for itself in JSON: printable ASCII but for the quote and the backslash. */
const PLAIN = new Uint8Array(256).fill(1, 0x20, 0x7f);
PLAIN[QUOTE] = 0;
PLAIN[BACKSLASH] = 0;
/** Beyond it the native way is faster. */
const LOOP_LENGTH_MAX = 100;
const FIRST_BYTES = 4 * 1024;
