/** The rows that are, by type and ID. What GET by ID answers from; search has its own view. */
import { idOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';

export class Store {
  readonly #types = new Map<string, Map<string, ObjectRow>>();
  /** What a rehearsal has changed, null where it removed; null outside of one. */
  #draft: Map<string, Map<string, ObjectRow | null>> | null = null;

  /** What it puts and removes is there for itself only, and gone when it ends or throws. */
  rehearse(act: () => void): void {
    this.#draft = new Map<string, Map<string, ObjectRow | null>>();
    try {
      act();
    } finally {
      this.#draft = null;
    }
  }

  get(objCode: ObjCode, id: ObjID): ObjectRow | null {
    const drafted = this.#draft?.get(objCode)?.get(id);
    if (drafted !== undefined) return drafted;
    return this.#types.get(objCode)?.get(id) ?? null;
  }

  put(objCode: string, row: ObjectRow): void {
    if (this.#draft !== null) rowsOf(this.#draft, objCode).set(idOf(row), row);
    else rowsOf(this.#types, objCode).set(idOf(row), row);
  }

  remove(objCode: ObjCode, id: ObjID): void {
    if (this.#draft !== null) rowsOf(this.#draft, objCode).set(id, null);
    else this.#types.get(objCode)?.delete(id);
  }

  rows(objCode: string): IterableIterator<ObjectRow> {
    const rows = this.#types.get(objCode) ?? NO_ROWS;
    const drafted = this.#draft?.get(objCode);
    return drafted === undefined ? rows.values() : merged(rows, drafted);
  }

  count(objCode: string): number {
    if (this.#draft?.has(objCode) === true) return [...this.rows(objCode)].length;
    return this.#types.get(objCode)?.size ?? 0;
  }

  objCodes(): readonly string[] {
    return [...this.#types.keys()];
  }
}

const NO_ROWS: ReadonlyMap<string, ObjectRow> = new Map();

function rowsOf<T>(types: Map<string, Map<string, T>>, objCode: string): Map<string, T> {
  let rows = types.get(objCode);
  if (rows === undefined) types.set(objCode, (rows = new Map<string, T>()));
  return rows;
}

function* merged(
  rows: ReadonlyMap<string, ObjectRow>,
  drafted: ReadonlyMap<string, ObjectRow | null>,
): IterableIterator<ObjectRow> {
  for (const [id, row] of rows) {
    const now = drafted.get(id);
    if (now === undefined) yield row;
    else if (now !== null) yield now;
  }
  for (const [id, row] of drafted) if (row !== null && !rows.has(id)) yield row;
}
