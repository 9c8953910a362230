/** The rows that are, by type and ID. What GET by ID answers from; search has its own view. */
import { idOf } from './row.ts';
import type { Row } from './row.ts';

export class Store {
  readonly #types = new Map<string, Map<string, Row>>();

  get(objCode: string, id: string): Row | null {
    return this.#types.get(objCode)?.get(id) ?? null;
  }

  put(objCode: string, row: Row): void {
    let rows = this.#types.get(objCode);
    if (rows === undefined) this.#types.set(objCode, (rows = new Map<string, Row>()));
    rows.set(idOf(row), row);
  }

  remove(objCode: string, id: string): void {
    this.#types.get(objCode)?.delete(id);
  }

  rows(objCode: string): IterableIterator<Row> {
    return (this.#types.get(objCode) ?? NO_ROWS).values();
  }

  count(objCode: string): number {
    return this.#types.get(objCode)?.size ?? 0;
  }

  objCodes(): readonly string[] {
    return [...this.#types.keys()];
  }
}

const NO_ROWS: ReadonlyMap<string, Row> = new Map();
