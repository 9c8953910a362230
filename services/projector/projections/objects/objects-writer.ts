/** Writes batches of claims within one database session, remembering the tails it wrote last. */
import type { Tail } from '../../../core/fold/fold.ts';
import type { Client } from '../../../platform/postgres.ts';
import type { Outcome, Writer } from '../projection.ts';
import type { ChangeRow } from './change-row.ts';
import { extendObject, groupByObject, refoldObject } from './object-writes.ts';
import type { ObjectBatch, ObjectWrites } from './object-writes.ts';
import { readChanges, readTails } from './stored-objects.ts';
import { createTailCache } from './tail-cache.ts';
import { SESSION_SQL, writeTables } from './write-tables.ts';

export function openObjectsWriter(cacheBytesMax: number): Writer<ChangeRow> {
  return new ObjectsWriter(cacheBytesMax);
}

interface Learnt {
  readonly key: string;
  readonly tail: Tail;
  readonly bytes: number;
}

class ObjectsWriter implements Writer<ChangeRow> {
  readonly #tails;
  #learnt: Learnt[] = [];

  constructor(cacheBytesMax: number) {
    this.#tails = createTailCache(cacheBytesMax);
  }

  async prepare(client: Client): Promise<void> {
    await client.query(SESSION_SQL);
  }

  async write(client: Client, rows: readonly ChangeRow[], careful: boolean): Promise<Outcome> {
    const objects = groupByObject(rows);
    const extended = careful ? [] : await this.#extend(client, objects);
    const known = new Set(extended.map(({ key }) => key));
    const late = objects.filter((object) => !known.has(object.key));
    const refolded = await refold(client, late);
    const writes = [...extended, ...refolded].sort(compareKeys);
    const weights = await writeTables(client, writes);
    this.#learn(writes, weights);
    return outcomeOf(rows, extended, refolded);
  }

  committed(): void {
    for (const { key, tail, bytes } of this.#learnt) this.#tails.set(key, tail, bytes);
    this.#learnt = [];
  }

  forget(): void {
    this.#learnt = [];
    this.#tails.clear();
  }

  async #extend(client: Client, objects: readonly ObjectBatch[]): Promise<ObjectWrites[]> {
    const remembered = new Map(
      objects.map((object) => [object, this.#tails.get(object.key) ?? null]),
    );
    const unknown = objects.filter((object) => remembered.get(object) === null);
    const stored = unknown.length > 0 ? await readTails(client, unknown) : new Map<string, never>();
    const writes: ObjectWrites[] = [];
    for (const object of objects) {
      const tail = remembered.get(object) ?? stored.get(object.key)?.tail ?? null;
      const extended = extendObject(object, tail);
      if (extended !== null) writes.push(extended);
    }
    return writes;
  }

  #learn(writes: readonly ObjectWrites[], weights: readonly number[]): void {
    this.#learnt = [];
    writes.forEach((write, index) => {
      if (write.tail === null) return;
      const bytes = TAIL_BYTES + (weights[index] ?? 0) * BYTES_PER_CHARACTER;
      this.#learnt.push({ key: write.key, tail: write.tail, bytes });
    });
  }
}

// Measured: a state of 450 characters of JSON holds about 1.5 KB as an object with its strings.
const TAIL_BYTES = 400;
const BYTES_PER_CHARACTER = 3;

/** So many objects at once that their claims fit into memory with room to spare (Law 7). */
const REFOLD_OBJECTS_MAX = 500;

async function refold(client: Client, objects: readonly ObjectBatch[]): Promise<ObjectWrites[]> {
  const writes: ObjectWrites[] = [];
  for (let from = 0; from < objects.length; from += REFOLD_OBJECTS_MAX) {
    const some = objects.slice(from, from + REFOLD_OBJECTS_MAX);
    const stored = await readChanges(client, some);
    for (const object of some) {
      writes.push(refoldObject(object, stored.get(object.key) ?? []));
    }
  }
  return writes;
}

function compareKeys(a: ObjectWrites, b: ObjectWrites): number {
  return a.key < b.key ? -1 : 1;
}

function outcomeOf(
  rows: readonly ChangeRow[],
  extended: readonly ObjectWrites[],
  refolded: readonly ObjectWrites[],
): Outcome {
  const appended = extended.reduce(
    (sum, { newChanges, mergedChanges }) => sum + newChanges.length + mergedChanges.length,
    0,
  );
  const told = refolded.reduce((sum, { newChanges }) => sum + newChanges.length, 0);
  return { appended, refolded: told, repeated: rows.length - appended - told };
}
