import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../core/random.ts';
import { seedOfRun } from '../../../../test/support/random.ts';
import { encodeFields } from '../../../../test/support/encode-fields.ts';
import { readState } from '../../../../test/support/read-states.ts';
import { simulateObject } from '../../../../test/support/simulated-object.ts';
import { toClaim } from '../../../core/fold/claim.ts';
import { fold } from '../../../core/fold/fold.ts';
import type { Tail, Version } from '../../../core/fold/fold.ts';
import { stateOf } from '../../../core/fold/state.ts';
import type { State } from '../../../core/fold/state.ts';
import type { ChangeEvent } from '../../../core/change-event.generated.ts';
import { parseJson } from '../../../platform/json.ts';
import { mergeChangeRows } from '../../../store/claims/change-row.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { groupByObject } from '../../../store/claims/group-by-object.ts';
import { createNormaliser } from '../../../store/states/normalise.ts';
import { extendObject, refoldObject, rememberTail } from './fold-object.ts';
import type { Folding, ObjectMemory } from './fold-object.ts';
import { storedState } from '../../../store/states/text-state.ts';

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

const normalise = createNormaliser(parseJson);

function textOf({ objCode, fields }: ChangeEvent): State {
  return normalise(objCode, encodeFields(fields)).state;
}

/** As jsonb gives it back: other spaces, and the names by their length. */
function readBack(tail: Tail): Tail {
  const fields = Object.entries(tail.state.fields()).sort(([a], [b]) => a.length - b.length);
  const text = JSON.stringify(Object.fromEntries(fields), null, 1);
  return { ...tail, state: storedState(text) };
}

const seed = seedOfRun();
const OBJECTS = 120;

describe(`Law 5 in the tables, on ${OBJECTS} simulated objects (SEED=${seed})`, () => {
  it('any order, repetition and batching of events gives the rows of the whole fold', () => {
    let extended = 0;
    for (let index = 0; index < OBJECTS; index += 1) {
      const random = seededRandom(seed + index);
      const { events } = simulateObject(random, random.int(1, 30));
      const asText = random.chance(0.7);
      const rows: ChangeRow[] = events.map((event, offset) => ({
        objID: event.objID,
        objCode: event.objCode,
        actorID: null,
        topic: 't',
        partition: 0,
        offset: BigInt(offset),
        claim: toClaim(event, asText ? textOf(event) : stateOf(event.fields)),
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
        const memory =
          isForgotten && tables.tail ? rememberTail(readBack(tables.tail)) : tables.memory;
        const quick = random.chance(0.9) ? extendObject(batch, memory) : null;
        if (quick !== null) extended += 1;
        tables.apply(quick ?? refoldObject(batch, [...tables.changes.values()]));
      }
      const whole = fold(rows.map(({ claim }) => claim));
      expect(tables.sorted().map(readState), `versions of object ${index}`).toEqual(
        whole.versions.map(readState),
      );
      expect(tables.tail && readState(tables.tail), `tail of object ${index}`).toEqual(
        whole.tail && readState(whole.tail),
      );
      expect(tables.changes.size).toBe(rows.length);
      expect(rows.map(({ claim }) => tables.changes.get(claim.eventID))).toEqual(rows);
      expect(
        rows.every(({ claim }) => tables.changes.get(claim.eventID)?.claim.state === claim.state),
      ).toBe(true);
    }
    expect(extended).toBeGreaterThan(OBJECTS / 2);
  });
});
