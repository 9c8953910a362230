/** Reads the journal from its cursor to its end, once for each `poll`. */
import { createHash } from 'node:crypto';
import type { Micros } from '../core/change-event.generated.ts';
import { canonicalJson, isJsonObject } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import { isAfter, lastOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { SeenRows } from './seen-rows.ts';
import { walk } from './walk.ts';
import type { SearchPage } from './walk.ts';

export interface ReaderParts {
  readonly search: SearchPage;
  readonly pageRows: number;
  /** Resolves when the rows are durable in Kafka. */
  readonly publish: (rows: readonly JsonValue[]) => Promise<void>;
  /** Throws LEASE_LOST when another process has taken over. */
  readonly moveCursor: (cursor: Cursor) => Promise<void>;
  /** How far behind the last row one that was committed late may be dated. */
  readonly overlapMs: number;
  readonly seenRowsMax: number;
}

export class JournalReader {
  readonly #parts: ReaderParts;
  readonly #seen: SeenRows;
  readonly #begin: Micros;
  #cursor: Cursor | null;

  /**
   * @param cursor where a process before this one came to, or null
   * @param begin where to begin when there is no cursor
   */
  constructor(parts: ReaderParts, cursor: Cursor | null, begin: Micros) {
    this.#parts = parts;
    this.#seen = new SeenRows(parts.seenRowsMax);
    this.#cursor = cursor;
    this.#begin = begin;
  }

  get cursor(): Cursor | null {
    return this.#cursor;
  }

  /**
   * Publishes every row that is new, beginning `backMs` before the cursor; no clock of ours is
   * asked. May be called again after any failure: it goes on from where it was.
   */
  async poll(backMs: number): Promise<void> {
    const { search, pageRows } = this.#parts;
    for await (const page of walk(search, this.#since(backMs), pageRows)) await this.#take(page);
  }

  #since(backMs: number): Micros {
    return this.#cursor === null
      ? this.#begin
      : Math.max(0, this.#cursor.entryDate - Math.min(backMs, this.#parts.overlapMs) * 1000);
  }

  async #take(page: readonly JsonValue[]): Promise<void> {
    const fresh = new Map<string, JsonValue>();
    for (const row of page) {
      const key = keyOf(row);
      if (!this.#seen.has(key)) fresh.set(key, row);
    }
    if (fresh.size > 0) await this.#parts.publish([...fresh.values()]);
    const now = this.#cursor?.entryDate ?? this.#begin;
    for (const [key, row] of fresh) this.#seen.add(key, lastOf([row])?.entryDate ?? now);
    const last = lastOf(page);
    if (last === null || (this.#cursor !== null && !isAfter(last, this.#cursor))) return;
    await this.#parts.moveCursor(last); // Law 2: its page is durable
    this.#cursor = last;
    this.#seen.forgetBefore(last.entryDate - this.#parts.overlapMs * 1000);
  }
}

/** A row without an ID is parked, and must not be parked again at every poll. */
function keyOf(row: JsonValue): string {
  const id = isJsonObject(row) ? row['ID'] : null;
  if (typeof id === 'string') return id;
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}
