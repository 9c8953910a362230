import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../core/random.ts';
import { seedOfRun } from '../../../../test/support/random.ts';
import { encodeFields } from '../../../platform/avro/loose-fields.ts';
import { claimOfEvent } from '../../../../test/support/claim-of-event.ts';
import { readState } from '../../../../test/support/read-states.ts';
import { simulateObject } from '../../../../test/support/simulated-object.ts';
import { saysSomething } from '../../../core/fold/claim.ts';
import { fold } from '../../../core/fold/fold.ts';
import type { Tail, Version } from '../../../core/fold/version.ts';
import { sameState, stateOf } from '../../../core/fold/state.ts';
import type { State } from '../../../core/fold/state.ts';
import type { ChangeEvent } from '../../../core/change-event.generated.ts';
import { asEventID, offsetAfter, offsetOf } from '../../../core/units.ts';
import { parseJson } from '../../../platform/json.ts';
import { mergeChangeRows } from '../../../store/claims/change-row.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { inForceAt, startOf, stateFrom, valuesIn } from '../../../store/claims/claim-values.ts';
import { groupByObject } from '../../../store/claims/group-by-object.ts';
import { asColumnState } from '../../../store/states/column-state.ts';
import { createNormaliser } from '../../../store/states/normalise.ts';
import type { StoredClaim } from '../../../store/tables/claim-rows.ts';
import { tableOf } from '../../../store/tables/type-tables.ts';
import { extendObject, refoldObject, rememberTail } from './fold-object.ts';
import type { Folding, ObjectMemory } from './fold-object.ts';
import type { ClosedVersion, VersionWrites } from './version-writes.ts';

/** The tables of one object, as strict as Postgres about what is there already. */
class Tables {
  readonly claims = new Map<string, StoredClaim>();
  readonly past = new Map<number, ClosedVersion>();
  now: Tail | null = null;
  memory: ObjectMemory | null = null;

  apply({ writes, memory }: Folding): void {
    this.memory = memory;
    for (const one of writes.newClaims) {
      expect(this.claims.has(one.row.claim.eventID), 'a new claim is new').toBe(false);
      this.claims.set(one.row.claim.eventID, one);
    }
    for (const { row, values } of writes.mergedClaims) {
      const known = this.claims.get(row.claim.eventID);
      const merged = known ? mergeChangeRows(known.row, row) : row;
      this.claims.set(row.claim.eventID, { row: merged, values });
    }
    this.#applyVersions(writes.versions);
  }

  #applyVersions(writes: VersionWrites): void {
    for (const began of writes.dropped) {
      expect(this.past.delete(began), 'a version that is dropped is there').toBe(true);
    }
    if (writes.closesAt !== null) {
      if (this.now === null) throw new Error('an open version that closes is there');
      this.#enter({ version: this.now, ended: writes.closesAt });
    }
    for (const one of writes.closed) this.#enter(one);
    for (const { began, ended } of writes.ended) {
      const known = this.past.get(began);
      if (known === undefined) throw new Error('a version whose end moves is there');
      this.past.set(began, { ...known, ended });
    }
    if (writes.tail === null) return;
    expect(writes.isNewObject).toBe(this.now === null);
    if (writes.hasSameState && this.now !== null) {
      expect(sameState(this.now.state, writes.tail.state)).toBe(true);
    }
    this.now = writes.tail;
  }

  #enter(one: ClosedVersion): void {
    expect(this.past.has(one.version.entryDate), 'a new version is new').toBe(false);
    this.past.set(one.version.entryDate, one);
  }

  versions(): Version[] {
    const closed = [...this.past.values()].map(({ version }) => version);
    const all = this.now === null ? closed : [...closed, this.now];
    return all.sort((a, b) => a.entryDate - b.entryDate);
  }

  /** As they are read back: what a version says is taken from there. */
  rows(): ChangeRow[] {
    const versions = this.versions();
    return [...this.claims.values()].map(({ row, values }) => {
      if (values.of === 'itself') return row;
      const version = inForceAt(versions, startOf(row.claim));
      if (version === null) throw new Error('the version that says it is there');
      return { ...row, claim: { ...row.claim, state: stateFrom(version.state, values.untold) } };
    });
  }
}

function readVersion({ entryDate, deleted, observedAt, state }: Version) {
  return readState({ entryDate, deleted, observedAt, state });
}

const normalise = createNormaliser(parseJson);

function textOf({ objCode, fields }: ChangeEvent): State {
  return normalise(objCode, encodeFields(fields)).state;
}

/** As the store gives it back: its columns in the order of the table. */
function readBack(tail: Tail): Tail {
  return { ...tail, state: asColumnState(tableOf('TASK'), stateOf(tail.state.fields())) };
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
        offset: offsetOf(BigInt(offset)),
        claim: claimOfEvent(event, asText ? textOf(event) : stateOf(event.fields)),
      }));
      const repeats = rows
        .filter(() => random.chance(0.2))
        .map((row) => ({ ...row, offset: offsetAfter(row.offset, 1000n) }));
      const inOrder = random.chance(0.5);
      const stream = inOrder ? [...rows, ...repeats] : random.shuffle([...rows, ...repeats]);
      const tables = new Tables();
      while (stream.length > 0) {
        const [batch] = groupByObject(stream.splice(0, random.int(1, 8)));
        if (batch === undefined) throw new Error('an empty batch');
        const isForgotten = random.chance(0.2) && tables.now !== null;
        const memory =
          isForgotten && tables.now ? rememberTail(readBack(tables.now)) : tables.memory;
        const quick = random.chance(0.9) ? extendObject(batch, memory) : null;
        if (quick !== null) extended += 1;
        tables.apply(quick ?? refoldObject(batch, tables.rows()));
      }
      const whole = fold(rows.map(({ claim }) => claim));
      expect(tables.versions().map(readVersion), `versions of object ${index}`).toEqual(
        whole.versions.map(readVersion),
      );
      expect(tables.now && readState(tables.now), `open version of object ${index}`).toEqual(
        whole.tail && readState(whole.tail),
      );
      const ends = tables.versions().map(({ entryDate }) => tables.past.get(entryDate)?.ended);
      expect(ends).toEqual(whole.versions.map((_, at) => whole.versions[at + 1]?.entryDate));
      // The set of claims decides where their values are, and so does their fold.
      expect(tables.claims.size).toBe(rows.length);
      for (const row of rows) {
        const stored = tables.claims.get(row.claim.eventID);
        const values = saysSomething(row.claim)
          ? valuesIn(inForceAt(whole.versions, startOf(row.claim)), row.claim)
          : { of: 'itself' };
        expect(stored?.values, `claim of object ${index}`).toEqual(values);
      }
      const byID = new Map(tables.rows().map((row) => [row.claim.eventID, row]));
      for (const row of rows) {
        const back = byID.get(row.claim.eventID);
        expect(back && { ...back, claim: readState(back.claim) }).toEqual({
          ...row,
          claim: readState(row.claim),
        });
      }
    }
    expect(extended).toBeGreaterThan(OBJECTS / 2);
  });
});

describe('an object whose claims cannot be folded', () => {
  it('is set aside by itself, with its name', () => {
    const tooDeep = (): never => {
      throw new RangeError('Maximum call stack size exceeded');
    };
    const broken: State = {
      isEmpty: false,
      showsClock: false,
      fields: tooDeep,
      fieldsAmong: tooDeep,
      relationTo: () => 'unread',
    };
    const [event] = simulateObject(seededRandom(1), 1).events;
    if (event === undefined) throw new Error('no event');
    const { objID, objCode } = event;
    const claim = { ...claimOfEvent(event), state: broken };
    const rows = [offsetOf(1n), offsetOf(2n)].map((offset) => ({
      topic: 't',
      partition: 0,
      objID,
      objCode,
      actorID: null,
      offset,
      claim: { ...claim, eventID: asEventID(`${offset}`) },
    }));
    const [batch] = groupByObject(rows);
    if (batch === undefined) throw new Error('no batch');
    let thrown: unknown = null;
    try {
      extendObject(batch, null);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'UNFOLDABLE', context: { objCode, objID } });
  });
});
