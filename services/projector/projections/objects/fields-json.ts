/**
 * A state as JSON for jsonb, and back. Written straight into bytes: the same through strings costs
 * three times as much, and leaves a few kilobytes of garbage for each event. Pure.
 */
import type { FieldValue, Fields } from '../../../core/field-value.ts';
import { isJson } from '../../../core/field-value.ts';
import { isJsonObject } from '../../../core/json.ts';
import { RecordShapes } from '../../../core/record-shapes.ts';
import { canonicalValue } from './canonical-value.ts';
import type { ParseJson } from './field-rules.ts';

/** Holds the JSON of one state at a time. */
export class FieldsJson {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #length = 0;
  #fields: Fields | null = null;

  /** Its first `length` bytes are the state; valid until the next `hold`. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  get length(): number {
    return this.#length;
  }

  /** Costs nothing when it is the state that is held already. */
  hold(fields: Fields): this {
    if (fields === this.#fields) return this;
    this.#fields = fields;
    this.#length = 0;
    let isFirst = true;
    for (const name in fields) {
      const value = fields[name];
      if (value === undefined) continue;
      this.#byte(isFirst ? OPEN : COMMA);
      isFirst = false;
      this.#string(name);
      this.#byte(COLON);
      this.#value(value);
    }
    if (isFirst) this.#byte(OPEN);
    this.#byte(CLOSE);
    return this;
  }

  #value(value: FieldValue): void {
    if (typeof value === 'string') this.#string(value);
    else this.#utf8(isJson(value) ? value.json : String(value));
  }

  #string(text: string): void {
    if (text.length > LOOP_LENGTH_MAX) {
      this.#utf8(JSON.stringify(text));
      return;
    }
    this.#reserve(text.length + 2);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = QUOTE;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) {
        this.#utf8(JSON.stringify(text));
        return;
      }
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.#length = at;
  }

  #byte(code: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = code;
  }

  #utf8(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}

/** The state that `FieldsJson` wrote, from what jsonb made of it. */
export function fieldsFromText(text: string, parseJson: ParseJson): Fields {
  const parsed = parseJson(text);
  if (!isJsonObject(parsed)) return {};
  const names = Object.keys(parsed);
  return SHAPES.make(
    names,
    names.map((name) => canonicalValue(parsed[name] ?? null)),
  );
}

const SHAPES = new RecordShapes<FieldValue>();
const OPEN = 0x7b;
const CLOSE = 0x7d;
const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Beyond it the native way is faster. */
const LOOP_LENGTH_MAX = 100;
const FIRST_BYTES = 4 * 1024;
