/** What one transaction does to the tables of the objects projection. */
import type { Micros } from '../../../core/units.ts';
import type { Client } from '../../../platform/postgres/postgres.ts';
import type { ChunkPool } from '../../../platform/bytes/copy-rows.ts';
import type { BatchOutcome } from '../projection.ts';
import { absorbs } from '../../../store/claims/change-row.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { groupByObject } from '../../../store/claims/group-by-object.ts';
import { extendObject, refoldObject } from './fold-object.ts';
import type { ObjectChanges } from '../../../store/claims/group-by-object.ts';
import type { Folding, ObjectMemory } from './fold-object.ts';
import { readChanges, readSightings, sightingKey } from '../../../store/claims/stored-claims.ts';
import { TableBatch } from './write-tables.ts';
import type { SessionTables } from './write-tables.ts';

export class PendingWrites {
  readonly #pool: ChunkPool;
  readonly #session: SessionTables;
  readonly #tables: TableBatch;
  readonly #learnt = new Map<string, ObjectMemory>();
  /** Objects that have their rows in `#tables`. */
  readonly #extended = new Set<string>();
  /** Objects of which only the fold of all claims can tell, with what this batch says of them. */
  readonly #late = new Map<string, ChangeRow[]>();
  #events = 0;
  #appended = 0;
  #refolded = 0;
  readonly #newest = new Map<string, Micros>();

  constructor(pool: ChunkPool, session: SessionTables) {
    this.#pool = pool;
    this.#session = session;
    this.#tables = new TableBatch(pool, session);
  }

  /** Objects after this batch, by key. */
  get learnt(): ReadonlyMap<string, ObjectMemory> {
    return this.#learnt;
  }

  /** Every row that comes, repeats within the batch included. */
  count(rows: readonly ChangeRow[]): void {
    this.#events += rows.length;
    for (const { topic, claim } of rows) {
      if (claim.entryDate > (this.#newest.get(topic) ?? 0))
        this.#newest.set(topic, claim.entryDate);
    }
  }

  /** @param memory null where the object has no row in `current` */
  add(object: ObjectChanges, memory: ObjectMemory | null): void {
    const late = this.#late.get(object.key);
    if (late !== undefined) {
      for (const row of object.rows) late.push(row);
      return;
    }
    // One that comes in parts (its records bore different keys) is not where the table has it.
    const extended = this.#extended.has(object.key) ? null : extendObject(object, memory);
    if (extended === null) {
      this.#late.set(object.key, [...object.rows]);
      return;
    }
    this.#extended.add(object.key);
    this.#take(extended, this.#tables);
  }

  /** Trusts nothing that is known of the object. */
  addCarefully(object: ObjectChanges): void {
    if (!this.#late.has(object.key)) this.#late.set(object.key, []);
    this.add(object, null);
  }

  async write(client: Client): Promise<BatchOutcome> {
    await this.#tables.write(client);
    const late = groupByObject([...this.#late.values()].flat());
    let written = this.#tables;
    for (let from = 0; from < late.length; from += REFOLD_OBJECTS_MAX) {
      const some = await withoutRepeats(client, late.slice(from, from + REFOLD_OBJECTS_MAX));
      if (some.length === 0) continue;
      await written.empty(client);
      written = await this.#refold(client, some);
    }
    return {
      appended: this.#appended,
      refolded: this.#refolded,
      repeated: this.#events - this.#appended - this.#refolded,
      newest: this.#newest,
    };
  }

  /** From all claims of the objects; what this batch wrote before is among them. */
  async #refold(client: Client, objects: readonly ObjectChanges[]): Promise<TableBatch> {
    const stored = await readChanges(client, objects);
    const tables = new TableBatch(this.#pool, this.#session);
    for (const object of objects) {
      this.#take(refoldObject(object, stored.get(object.key) ?? []), tables);
    }
    await tables.write(client);
    return tables;
  }

  #take({ writes, memory, told, isLate }: Folding, tables: TableBatch): void {
    if (isLate) this.#refolded += told;
    else this.#appended += told;
    tables.add(writes);
    if (memory !== null) this.#learnt.set(writes.key, memory);
  }
}

/** What is stored as it comes needs no fold: most of what looks late was read or sent twice. */
async function withoutRepeats(
  client: Client,
  objects: readonly ObjectChanges[],
): Promise<ObjectChanges[]> {
  const stored = await readSightings(
    client,
    objects.flatMap(({ rows }) => rows),
  );
  const isNews = (row: ChangeRow): boolean => {
    const known = stored.get(sightingKey(row, row.claim.eventID));
    return known === undefined || !absorbs(known, row);
  };
  return objects
    .map((object) => ({ ...object, rows: object.rows.filter(isNews) }))
    .filter(({ rows }) => rows.length > 0);
}

/** So many objects at once that their claims fit into memory with room to spare (Law 7). */
const REFOLD_OBJECTS_MAX = 500;
