/** Reads a stream of rows in order of a clock, from its cursor to its end, once for each `poll`. */
import { asMicros, greatest, microsOf, minus } from '../../core/units.ts';
import type { Micros, Millis } from '../../core/units.ts';
import { isAfter, lastOf, refuseAhead } from './cursor.ts';
import type { Cursor, OrderedRow } from './cursor.ts';
import { walk } from './ordered-walk.ts';
import type { SearchedRows, SearchPage } from './ordered-walk.ts';
import { SeenRows } from './seen-rows.ts';

export interface ReaderParts<Row extends OrderedRow> {
  readonly search: SearchPage<Row>;
  /** In words for people, for example `JRNLE by entryDate`. */
  readonly stream: string;
  /** Of the cursor, and of the clock in it, for who has to set it. */
  readonly name: string;
  readonly clockField: string;
  /** By which a row is known again. */
  readonly keyOf: (row: Row) => string;
  /** Resolves when the rows are durable in Kafka. */
  readonly publish: (rows: readonly Row[]) => Promise<void>;
  /** Throws LEASE_LOST when another process has taken over. */
  readonly moveCursor: (cursor: Cursor) => Promise<void>;
  /** How far behind the last row one that was committed late may be dated. */
  readonly overlapMs: Millis;
  /** How far behind the cursor a row is known again; one of before is published once more. */
  readonly memoryMs: Millis;
  readonly seenRowsMax: number;
}

export class OrderedReader<Row extends OrderedRow> {
  readonly #parts: ReaderParts<Row>;
  readonly #seen: SeenRows;
  readonly #begin: Micros;
  #cursor: Cursor | null;

  /**
   * @param cursor where a process before this one came to, or null
   * @param begin where to begin when there is no cursor
   */
  constructor(parts: ReaderParts<Row>, cursor: Cursor | null, begin: Micros) {
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
   * asked, and the cursor never passes the server's. May be called again after any failure: it
   * goes on from where it was.
   */
  async poll(backMs: Millis): Promise<void> {
    const { search, stream, name, clockField, overlapMs } = this.#parts;
    const timed: SearchPage<Row> = async (window) => {
      const page = await search(window);
      refuseAhead(this.#cursor, { name, clockField, asked: page.askedMicros, overlapMs });
      return page;
    };
    for await (const page of walk(timed, this.#since(backMs), stream)) await this.#take(page);
  }

  #since(backMs: Millis): Micros {
    if (this.#cursor === null) return this.#begin;
    return greatest(asMicros(0), minus(this.#cursor.clock, microsOf(backMs)));
  }

  async #take({ rows, askedMicros }: SearchedRows<Row>): Promise<void> {
    const fresh = new Map<string, Row>();
    for (const row of rows) {
      const key = this.#parts.keyOf(row);
      if (!this.#seen.has(key)) fresh.set(key, row);
    }
    if (fresh.size > 0) await this.#parts.publish([...fresh.values()]);
    const now = this.#cursor?.clock ?? this.#begin;
    for (const [key, row] of fresh) this.#seen.add(key, row.clock ?? now);
    const last = lastOf(rows, askedMicros);
    if (last === null || (this.#cursor !== null && !isAfter(last, this.#cursor))) return;
    await this.#parts.moveCursor(last); // Law 2: its page is durable
    this.#cursor = last;
    this.#seen.forgetBefore(minus(last.clock, microsOf(this.#parts.memoryMs)));
  }
}
