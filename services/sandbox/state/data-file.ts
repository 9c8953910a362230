/**
 * The sandbox's memory on disk: JSON lines, appended as things happen, read once at the start. What
 * was written survives kill -9; a last line torn by it is cut off.
 */
import { closeSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { parseJson } from '../../platform/json.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';

const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

export class DataFile {
  readonly #path: string;
  readonly #descriptor: number;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'a+', 0o600);
  }

  /** Every whole record, in order; truncates what follows the last one. */
  *read(): IterableIterator<JsonObject> {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    let position = 0;
    let whole = 0;
    for (;;) {
      const count = readSync(this.#descriptor, chunk, 0, CHUNK_BYTES, position);
      if (count === 0) break;
      position += count;
      rest = Buffer.concat([rest, chunk.subarray(0, count)]);
      let from = 0;
      for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE, from)) {
        const record = parseJson(rest.toString('utf8', from, end));
        if (!isJsonObject(record)) throw new SyntaxError(`${this.#path}: not a record`);
        yield record;
        whole += end + 1 - from;
        from = end + 1;
      }
      rest = Buffer.from(rest.subarray(from));
    }
    if (whole < position) truncateSync(this.#path, whole);
  }

  append(record: JsonObject): void {
    writeSync(this.#descriptor, `${JSON.stringify(record)}\n`);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
