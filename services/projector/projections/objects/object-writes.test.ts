import { describe, expect, it } from 'vitest';
import { seedOfRun, seededRandom } from '../../../../test/support/random.ts';
import { simulateObject } from '../../../../test/support/simulated-object.ts';
import { toClaim } from '../../../core/fold/claim.ts';
import { fold } from '../../../core/fold/fold.ts';
import type { Tail, Version } from '../../../core/fold/fold.ts';
import { mergeChangeRows } from './change-row.ts';
import type { ChangeRow } from './change-row.ts';
import { groupByObject } from './group-by-object.ts';
import { extendObject, refoldObject, rememberTail } from './object-writes.ts';
import type { Folding, ObjectMemory } from './object-writes.ts';

/** The tables of one object, as strict as Postgres about what is there already. */
class Tables {
  readonly changes = new Map<string, ChangeRow>();
  readonly versions = new Map<number, Version>();
  tail: Tail | null = null;
  memory: ObjectMemory | null = null;

  apply({ writes: write, memory }: Folding): void {
    this.memory = memory;
    for (const row of write.newChanges) {
      expect(this.changes.has(row.claim.eventID), 'a new change is new').toBe(false);
      this.changes.set(row.claim.eventID, row);
    }
    for (const row of write.mergedChanges) {
      const known = this.changes.get(row.claim.eventID);
      this.changes.set(row.claim.eventID, known ? mergeChangeRows(known, row) : row);
    }
    for (const version of write.newVersions) {
      expect(this.versions.has(version.entryDate), 'a new version is new').toBe(false);
      this.versions.set(version.entryDate, version);
    }
    for (const version of [...write.changedVersions, ...write.removedVersions]) {
      expect(this.versions.has(version.entryDate), 'a changed version is there').toBe(true);
    }
    for (const version of write.changedVersions) this.versions.set(version.entryDate, version);
    for (const version of write.removedVersions) this.versions.delete(version.entryDate);
    if (write.tail === null) return;
    expect(write.isNewObject).toBe(this.tail === null);
    this.tail = write.tail;
  }

  sorted(): Version[] {
    return [...this.versions.values()].sort((a, b) => a.entryDate - b.entryDate);
  }
}

const seed = seedOfRun();
const OBJECTS = 120;

describe(`Law 5 in the tables, on ${OBJECTS} simulated objects (SEED=${seed})`, () => {
  it('any order, repetition and batching of events gives the rows of the whole fold', () => {
    let extended = 0;
    for (let index = 0; index < OBJECTS; index += 1) {
      const random = seededRandom(seed + index);
      const { events } = simulateObject(random, random.int(1, 30));
      const rows: ChangeRow[] = events.map((event, offset) => ({
        objID: event.objID,
        objCode: event.objCode,
        actorID: null,
        topic: 't',
        partition: 0,
        offset: BigInt(offset),
        claim: toClaim(event, event.fields),
      }));
      const repeats = rows
        .filter(() => random.chance(0.2))
        .map((row) => ({ ...row, offset: row.offset + 1000n }));
      const inOrder = random.chance(0.5);
      const stream = inOrder ? [...rows, ...repeats] : random.shuffle([...rows, ...repeats]);
      const tables = new Tables();
      while (stream.length > 0) {
        const [batch] = groupByObject(stream.splice(0, random.int(1, 8)));
        if (batch === undefined) throw new Error('an empty batch');
        const isForgotten = random.chance(0.2) && tables.tail !== null;
        const memory = isForgotten && tables.tail ? rememberTail(tables.tail) : tables.memory;
        const quick = random.chance(0.9) ? extendObject(batch, memory) : null;
        if (quick !== null) extended += 1;
        tables.apply(quick ?? refoldObject(batch, [...tables.changes.values()]));
      }
      const whole = fold(rows.map(({ claim }) => claim));
      expect(tables.sorted(), `versions of object ${index}`).toEqual(whole.versions);
      expect(tables.tail, `tail of object ${index}`).toEqual(whole.tail);
      expect(tables.changes.size).toBe(rows.length);
      expect(rows.map(({ claim }) => tables.changes.get(claim.eventID))).toEqual(rows);
    }
    expect(extended).toBeGreaterThan(OBJECTS / 2);
  });
});
