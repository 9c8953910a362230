/** What one transaction does to the tables of the objects projection. */
import type { Micros } from '../../../core/change-event.generated.ts';
import type { Tail } from '../../../core/fold/fold.ts';
import type { Client } from '../../../platform/postgres.ts';
import type { Outcome } from '../projection.ts';
import type { ChangeRow } from './change-row.ts';
import type { ObjectRef } from './encode-rows.ts';
import { fieldsToText } from './fields-text.ts';
import { extendObject, groupByObject, refoldObject } from './object-writes.ts';
import type { ObjectBatch, ObjectWrites } from './object-writes.ts';
import { readChanges } from './stored-objects.ts';
import { EMPTY_BATCH_SQL, TableBatch } from './write-tables.ts';

/** The tail of an object after this batch. */
export interface Learnt {
  readonly ref: ObjectRef;
  readonly tail: Tail;
  /** `fieldsToText` of its fields. */
  readonly text: string;
  readonly isNewObject: boolean;
}

export class ObjectsBatch {
  readonly #tables = new TableBatch();
  readonly #learnt = new Map<string, Learnt>();
  /** Objects of which only the fold of all claims can tell, with what this batch says of them. */
  readonly #late = new Map<string, ChangeRow[]>();
  #events = 0;
  #appended = 0;
  #refolded = 0;
  #newestChange: Micros = 0;

  /** By key. */
  get learnt(): ReadonlyMap<string, Learnt> {
    return this.#learnt;
  }

  /** Every row that comes, repeats within the batch included. */
  count(rows: readonly ChangeRow[]): void {
    this.#events += rows.length;
    for (const { claim } of rows) {
      if (claim.entryDate > this.#newestChange) this.#newestChange = claim.entryDate;
    }
  }

  /** Whether the object's tail must be known before it can be added. */
  needsTail({ key }: ObjectBatch): boolean {
    return !this.#learnt.has(key) && !this.#late.has(key);
  }

  /** @param stored the tail in the table; null where there is none */
  add(object: ObjectBatch, stored: Tail | null): void {
    const late = this.#late.get(object.key);
    if (late !== undefined) {
      late.push(...object.rows);
      return;
    }
    const extended = extendObject(object, this.#learnt.get(object.key)?.tail ?? stored);
    if (extended === null) {
      this.#late.set(object.key, [...object.rows]);
      return;
    }
    this.#appended += object.rows.length;
    this.#learn(extended, this.#tables.addHistory(extended));
  }

  /** Trusts nothing that is known of the object. */
  addCarefully(object: ObjectBatch): void {
    if (!this.#late.has(object.key)) this.#late.set(object.key, []);
    this.add(object, null);
  }

  async write(client: Client): Promise<Outcome> {
    for (const { ref, tail, text, isNewObject } of this.#learnt.values()) {
      this.#tables.addCurrent(ref, tail, text, isNewObject);
    }
    await this.#tables.write(client);
    const late = groupByObject([...this.#late.values()].flat());
    for (let from = 0; from < late.length; from += REFOLD_OBJECTS_MAX) {
      await client.query(EMPTY_BATCH_SQL);
      await this.#refold(client, late.slice(from, from + REFOLD_OBJECTS_MAX));
    }
    return {
      appended: this.#appended,
      refolded: this.#refolded,
      repeated: this.#events - this.#appended - this.#refolded,
      newestChange: this.#newestChange,
    };
  }

  /** From all claims of the objects; what this batch wrote before is among them. */
  async #refold(client: Client, objects: readonly ObjectBatch[]): Promise<void> {
    const stored = await readChanges(client, objects);
    const tables = new TableBatch();
    for (const object of objects) {
      const write = refoldObject(object, stored.get(object.key) ?? []);
      this.#refolded += write.newChanges.length;
      tables.addHistory(write);
      if (write.tail === null) continue;
      const text = fieldsToText(write.tail.fields);
      tables.addCurrent(object, write.tail, text, write.isNewObject);
      this.#learn(write, text);
    }
    await tables.write(client);
  }

  #learn({ key, objID, objCode, tail, isNewObject }: ObjectWrites, text: string | null): void {
    if (tail === null) return;
    const before = this.#learnt.get(key);
    this.#learnt.set(key, {
      ref: { objID, objCode },
      tail,
      text: text ?? fieldsToText(tail.fields),
      isNewObject: before?.isNewObject ?? isNewObject,
    });
  }
}

/** So many objects at once that their claims fit into memory with room to spare (Law 7). */
const REFOLD_OBJECTS_MAX = 500;
