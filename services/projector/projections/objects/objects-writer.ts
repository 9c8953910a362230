/** Writes batches of claims within one database session, remembering the objects it wrote last. */
import type { Client } from '../../../platform/postgres/postgres.ts';
import { ChunkPool } from '../../../platform/bytes/copy-rows.ts';
import type { BatchOutcome, Trust, Writer } from '../projection.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { groupByObject } from '../../../store/claims/group-by-object.ts';
import { rememberTail } from './fold-object.ts';
import type { ObjectChanges } from '../../../store/claims/group-by-object.ts';
import type { ObjectMemory } from './fold-object.ts';
import { PendingWrites } from './pending-writes.ts';
import { storedFrom } from '../../../store/claims/stored-claims.ts';
import type { ToldEvent } from '../../../store/claims/stored-claims.ts';
import { readTails } from '../../../store/claims/stored-versions.ts';
import { createObjectCache } from './object-cache.ts';
import { SESSION_SQL, SessionTables } from './write-tables.ts';

export function openObjectsWriter(cacheBytesMax: number): Writer<ChangeRow> {
  return new ObjectsWriter(cacheBytesMax);
}

class ObjectsWriter implements Writer<ChangeRow> {
  readonly #objects;
  readonly #pool = new ChunkPool();
  readonly #session = new SessionTables();
  #batch = new PendingWrites(this.#pool, this.#session);

  constructor(cacheBytesMax: number) {
    this.#objects = createObjectCache(cacheBytesMax);
  }

  async prepare(client: Client): Promise<void> {
    this.#session.forget();
    await client.query(SESSION_SQL);
  }

  async add(client: Client, rows: readonly ChangeRow[], trust: Trust): Promise<void> {
    const batch = this.#batch;
    batch.count(rows);
    const objects = groupByObject(rows);
    if (trust === 'careful') {
      for (const object of objects) batch.addCarefully(object);
      return;
    }
    const memories = await this.#memoriesOf(client, objects);
    for (const object of objects) batch.add(object, memories.get(object.key) ?? null);
  }

  alreadyFrom(client: Client, told: readonly ToldEvent[]): Promise<ReadonlySet<ToldEvent>> {
    return storedFrom(client, told);
  }

  flush(client: Client): Promise<BatchOutcome> {
    return this.#batch.write(client);
  }

  committed(): void {
    for (const [key, memory] of this.#batch.learnt) this.#objects.set(key, memory);
    this.#batch = new PendingWrites(this.#pool, this.#session);
  }

  forget(): void {
    this.#session.forget();
    this.#batch = new PendingWrites(this.#pool, this.#session);
    this.#objects.clear();
  }

  /** Remembered, or read from the table; an object that is not there has none. */
  async #memoriesOf(
    client: Client,
    objects: readonly ObjectChanges[],
  ): Promise<Map<string, ObjectMemory>> {
    const memories = new Map<string, ObjectMemory>();
    const unknown: ObjectChanges[] = [];
    for (const object of objects) {
      const memory = this.#objects.get(object.key);
      if (memory === undefined) unknown.push(object);
      else memories.set(object.key, memory);
    }
    if (unknown.length === 0) return memories;
    for (const [key, tail] of await readTails(client, unknown)) {
      memories.set(key, rememberTail(tail));
    }
    return memories;
  }
}
