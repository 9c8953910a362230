/**
 * The sandbox's memory on disk: JSON lines, appended as things happen, read once at the start.
 * What happens at once is one group, and counts only with its last line: what kill -9 tore apart,
 * be it one save or the first writing of a whole world, is cut off as if it had not happened.
 */
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { PipelineError } from '../../core/errors.ts';
import { stringifyJson } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import { parseJson } from '../../platform/json.ts';

const CHUNK_BYTES = 1024 * 1024;
const GROUP_LENGTH_MAX = 4 * CHUNK_BYTES;
const NEWLINE = 0x0a;
/** The first bytes of every file of ours, and of the line that ends a group. */
const BEGINNING = '{"what":"start","format":2,';
const END = '{"what":"end"';

export class DataFile {
  readonly #path: string;
  #descriptor: number | null;
  #group = '';
  /** Something was appended since the last group ended. */
  #isOpen = false;
  #closing: () => JsonObject | null = () => null;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'a+', 0o600);
  }

  /** Every record of whole groups, in order; cuts off what follows the last one. */
  *read(): IterableIterator<JsonObject> {
    const descriptor = this.#descriptor;
    if (descriptor === null) return;
    const whole = this.#wholeBytes(descriptor);
    ftruncateSync(descriptor, whole);
    for (const { line } of lines(descriptor)) {
      yield recordIn(line.toString('utf8'), this.#path);
    }
  }

  /** What the line at the end of a group says; null when there is nothing new to say. */
  set closing(say: () => JsonObject | null) {
    this.#closing = say;
  }

  /** The first line of a new file. */
  begin(facts: JsonObject): void {
    this.append({ what: 'start', format: 2, ...facts });
  }

  /** Joins the group, which ends with `end`, or else with the turn of the event loop. */
  append(record: JsonObject): void {
    this.#group += `${stringifyJson(record)}\n`;
    if (this.#group.length > GROUP_LENGTH_MAX) this.#write();
    if (this.#isOpen) return;
    this.#isOpen = true;
    queueMicrotask(() => this.end());
  }

  /** Ends the group: all of it is remembered from now on. */
  end(): void {
    if (this.#descriptor === null) return;
    const said = this.#closing();
    if (!this.#isOpen && said === null) return;
    this.#group += `${stringifyJson({ what: 'end', ...said })}\n`;
    this.#isOpen = false;
    this.#write();
  }

  close(): void {
    this.end();
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #write(): void {
    const bytes = Buffer.from(this.#group);
    this.#group = '';
    let written = 0;
    while (this.#descriptor !== null && written < bytes.length) {
      written += writeSync(this.#descriptor, bytes, written);
    }
  }

  /** Up to the end of the last whole group. Refuses what is no file of ours. */
  #wholeBytes(descriptor: number): number {
    const head = Buffer.alloc(BEGINNING.length);
    const begun = head.toString('utf8', 0, readSync(descriptor, head, 0, head.length, 0));
    if (!BEGINNING.startsWith(begun)) {
      const fix = 'choose another SANDBOX_DATA, or delete it to begin anew';
      throw new PipelineError('DATA_FILE_FOREIGN', `${this.#path} was written by another: ${fix}`);
    }
    let whole = 0;
    for (const { line, endsAt } of lines(descriptor)) {
      if (line.toString('latin1', 0, END.length) === END) whole = endsAt;
    }
    return whole;
  }
}

/**
 * Where a numeral stands that a double may not hold. It does hold sixteen digits that do not begin
 * with 9, as instants are: the careful way would take a second for every ten thousand rows.
 */
const RISKY_NUMERAL = /(?:^|[\s:,[])-?(?:[\d.]{17}|9\d{15}|[\d.]+[eE])/;

function recordIn(line: string, path: string): JsonObject {
  const value: unknown = RISKY_NUMERAL.test(line) ? parseJson(line) : JSON.parse(line);
  if (isRecord(value)) return value;
  throw new SyntaxError(`${path}: not a record`);
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whole lines, without their newline, and where each ends in the file. */
function* lines(descriptor: number): IterableIterator<{ line: Buffer; endsAt: number }> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  let position = 0;
  for (;;) {
    const count = readSync(descriptor, chunk, 0, CHUNK_BYTES, position);
    if (count === 0) return;
    position += count;
    rest = Buffer.concat([rest, chunk.subarray(0, count)]);
    let from = 0;
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE, from)) {
      yield { line: rest.subarray(from, end), endsAt: position - rest.length + end + 1 };
      from = end + 1;
    }
    rest = Buffer.from(rest.subarray(from));
  }
}
