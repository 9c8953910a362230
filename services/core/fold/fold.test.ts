import { describe, expect, it } from 'vitest';
import type { Fields } from '../field-value.ts';
import { asEventID, asMicros, justAfter } from '../units.ts';
import type { Micros } from '../units.ts';
import { append } from './append.ts';
import type { Claim } from './claim.ts';
import { fold } from './fold.ts';
import { inOrder, isAliveAfter } from './order-sightings.ts';
import type { Version } from './version.ts';
import { stateOf } from './state.ts';

const SECOND = 1_000_000;
const t = (seconds: number): Micros => asMicros((1_700_000_000 + seconds) * SECOND);

describe('fold', () => {
  it('makes one version of the journal row, the webhook and the read of one save', () => {
    const claims = [
      webhook({ entryDate: t(0), asOf: t(0.018), fields: { name: 'a' } }),
      journal({ entryDate: t(0.3), fields: { percentComplete: 5 } }),
      read({ entryDate: t(0), asOf: t(60), fields: { name: 'a', percentComplete: 5 } }),
    ];
    expect(rows(fold(claims).versions)).toEqual([
      { at: 0, fields: { name: 'a', percentComplete: 5, lastUpdateDate: 'set' } },
    ]);
  });

  it('dates a recalculation to the first instant at which it was seen', () => {
    const claims = [
      read({ entryDate: t(0), asOf: t(10), fields: { percentComplete: 5 } }),
      read({ entryDate: t(0), asOf: t(100), fields: { percentComplete: 7 } }),
    ];
    expect(rows(fold(claims).versions).map(({ at }) => at)).toEqual([0, 100]);
  });

  it('does not let a stale read that came later undo a save', () => {
    const claims = [
      webhook({ entryDate: t(50), asOf: t(50.1), fields: { name: 'new' } }),
      read({ entryDate: t(0), asOf: t(90), fields: { name: 'old' } }),
    ];
    expect(fold(claims).tail?.state.fields()['name']).toBe('new');
  });

  it('does not let a late update resurrect a deleted object', () => {
    const claims = [
      webhook({ entryDate: t(0), asOf: t(0.1), fields: { name: 'a' } }),
      remove({ asOf: t(10) }),
      webhook({ entryDate: t(9), asOf: t(10.2), fields: { name: 'b' } }),
    ];
    const { versions, tail } = fold(claims);
    expect(tail?.deleted).toBe(true);
    expect(rows(versions).map(({ at, fields }) => [at, fields['name']])).toEqual([
      [0, 'a'],
      [9, 'b'],
      [10, 'b'],
    ]);
  });

  it('opens a next life for a restored object, and forgets what only the old life knew', () => {
    const claims = [
      read({ entryDate: t(0), asOf: t(5), fields: { name: 'a', condition: 1 } }),
      remove({ asOf: t(10) }),
      webhook({ operation: 'CREATE', entryDate: t(0), asOf: t(20), fields: { name: 'a' } }),
    ];
    expect(rows(fold(claims).versions).at(-1)).toEqual({
      at: 20,
      fields: { name: 'a', lastUpdateDate: 'set' },
    });
  });

  it('counts a delete that two paths report once, at its earliest', () => {
    const claims = [
      webhook({ entryDate: t(0), asOf: t(0.1), fields: { name: 'a' } }),
      remove({ asOf: t(10.2) }),
      remove({ asOf: t(10), path: 'JOURNAL' }),
    ];
    const { versions } = fold(claims);
    expect(versions.map(({ deleted }) => deleted)).toEqual([false, true]);
    expect(versions[1]?.entryDate).toBe(t(10));
  });

  it('empties a custom field that a container read whole does not list', () => {
    const claims = [
      webhook({ entryDate: t(0), asOf: t(0.1), fields: { 'DE:Region': 'EU' }, clears: ['DE:'] }),
      webhook({ entryDate: t(5), asOf: t(5.1), fields: {}, clears: ['DE:'] }),
      webhook({ entryDate: t(9), asOf: t(9.1), fields: { name: 'b' }, clears: [] }),
    ];
    const values = fold(claims).versions.map(({ state }) => state.fields()['DE:Region']);
    expect(values).toEqual(['EU', null, null]);
  });

  it('believes v2 of an event over v1, and makes no second version of it', () => {
    const span = { entryDate: t(0), asOf: t(0.1) };
    const claims = [
      webhook({ ...span, apiVersion: 2, fields: { groupID: 'g' } }),
      webhook({ ...span, apiVersion: 1, fields: { groupID: null } }),
    ];
    expect(rows(fold(claims).versions)).toEqual([
      { at: 0, fields: { groupID: 'g', lastUpdateDate: 'set' } },
    ]);
  });

  it('keeps the order of journal rows that are taken for one save', () => {
    const claims = [
      journal({ entryDate: t(0.31), fields: { percentComplete: 70 } }),
      journal({ entryDate: t(0.3), fields: { percentComplete: 50 } }),
      webhook({ entryDate: t(0.2), asOf: t(0.4), fields: {} }),
    ];
    for (const order of [claims, claims.toReversed()]) {
      expect(fold(order).tail?.state.fields()['percentComplete']).toBe(70);
    }
  });

  it('makes nothing of a journal row that is only a signal', () => {
    expect(fold([journal({ entryDate: t(0), fields: {} })])).toEqual({ versions: [], tail: null });
  });

  it('knows of an object that only its journal CREATE tells of', () => {
    const { versions } = fold([journal({ operation: 'CREATE', entryDate: t(3), fields: {} })]);
    expect(rows(versions)).toEqual([{ at: 3, fields: {} }]);
  });
});

describe('whether something shows an object alive after a DELETE', () => {
  const sighting = (asOf: Micros) => {
    const [link] = inOrder([read({ entryDate: t(0), asOf, fields: { name: 'a' } })]);
    if (link === undefined) throw new Error('no sighting');
    return link.item;
  };

  it('a read of the very instant of the DELETE does not, a later one does', () => {
    expect(isAliveAfter(t(10), sighting(t(10)))).toBe(false);
    expect(isAliveAfter(t(10), sighting(justAfter(t(10))))).toBe(true);
  });
});

describe('append', () => {
  const first = webhook({ entryDate: t(0), asOf: t(0.1), fields: { name: 'a' } });
  const { tail } = fold([first]);

  it('refuses a repeat', () => {
    expect(append(tail, first)).toBeNull();
  });

  it('refuses a journal row that may belong to the last save', () => {
    expect(append(tail, journal({ entryDate: t(0.4), fields: { name: 'a' } }))).toBeNull();
  });

  it('settles of what was in doubt no more than the claim tells, or has read whole', () => {
    const doubtful = tail && { ...tail, ambiguous: ['name', 'status', 'DE:Region'] };
    const later = { entryDate: t(9), asOf: t(9.1), fields: { name: 'b' } };
    expect(append(doubtful, webhook(later))?.tail?.ambiguous).toEqual(['status', 'DE:Region']);
    const whole = append(doubtful, webhook({ ...later, clears: ['DE:'] }));
    expect(whole?.tail?.ambiguous).toEqual(['status']);
  });

  it('makes no version where a key that is empty already is not in its container', () => {
    const known = fold([
      webhook({ entryDate: t(0), asOf: t(0.1), fields: { name: 'a', 'DE:Region': null } }),
    ]);
    const again = webhook({
      entryDate: t(9),
      asOf: t(9.1),
      fields: { name: 'a' },
      clears: ['DE:'],
    });
    expect(append(known.tail, again)?.version).toBeNull();
  });

  it('refuses whatever follows a delete', () => {
    const deleted = append(tail, remove({ asOf: t(5) }));
    expect(deleted?.version?.deleted).toBe(true);
    const later = webhook({ entryDate: t(9), asOf: t(9.1), fields: {} });
    expect(append(deleted?.tail ?? null, later)).toBeNull();
  });
});

type Given = Partial<Omit<Claim, 'state'>> & { readonly fields?: Fields };
let serial = 0;

function claim({ fields = {}, ...given }: Given): Claim {
  serial += 1;
  const eventID = asEventID(serial.toString(16).padStart(32, '0'));
  return {
    eventID,
    operation: 'UPDATE',
    path: 'WEBHOOK',
    apiVersion: 2,
    entryDate: t(0),
    asOf: t(0),
    clocked: false,
    state: stateOf(fields),
    clears: [],
    before: null,
    observedAt: t(1000),
    ...given,
  };
}

function webhook(given: Given): Claim {
  return claim({ clocked: true, ...given, fields: { lastUpdateDate: 'set', ...given.fields } });
}

function read(given: Given): Claim {
  return webhook({ path: 'SEARCH', operation: 'SNAPSHOT', apiVersion: 0, ...given });
}

function journal(given: Given): Claim {
  return claim({ path: 'JOURNAL', apiVersion: 0, asOf: given.entryDate ?? t(0), ...given });
}

function remove(given: Given): Claim {
  return claim({ operation: 'DELETE', entryDate: given.asOf ?? t(0), ...given });
}

function rows(versions: readonly Version[]) {
  return versions.map(({ entryDate, state }) => ({
    at: (entryDate - t(0)) / SECOND,
    fields: state.fields(),
  }));
}
