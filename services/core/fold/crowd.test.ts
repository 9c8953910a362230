import { describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../change-event.generated.ts';
import { claimOfEvent } from '../../../test/support/claim-of-event.ts';
import {
  clockAt,
  event,
  folded,
  lives,
  MS,
  read,
  removal,
  row,
  START,
  update,
  values,
} from '../../../test/support/crowd-events.ts';
import { asEventID, asMicros } from '../units.ts';
import { append } from './append.ts';
import { fold } from './fold.ts';
import { stateOf } from './state.ts';
import type { Tail } from './version.ts';

/** Each case is folded in every order of its events. */
describe('saves less than half a second apart', () => {
  it('journal row of a missed webhook: it is a save of its own, not one of the nearest', () => {
    const events = [update(0, 18, { name: 'A' }, { name: 'Z' }), row(318, 'name', 'A', 'B')];
    expect(values(events, 'name')).toEqual([
      [0, 'A'],
      [318, 'B'],
    ]);
  });

  it('journal rows in the other order than their saves: old and new values chain them', () => {
    const events = [
      update(0, 18, { name: 'A' }, { name: 'Z' }),
      update(300, 318, { name: 'B' }, { name: 'A' }),
      row(330, 'progress', 10, 20),
      row(414, 'progress', 0, 10),
    ];
    expect(values(events, 'progress')).toEqual([
      [0, 10],
      [300, 20],
    ]);
  });

  it('a row between two saves of one clock, its webhook missed: the later save is the last', () => {
    const events = [
      event('CREATE', 0, 96, { status: 'C', lastUpdateDate: clockAt(0) }),
      update(0, 307, { status: 'B' }, { status: 'A' }),
      row(199, 'status', 'C', 'A'),
      row(258, 'status', 'A', 'B'),
    ];
    expect(values(events, 'status')).toEqual([[0, 'B']]);
    expect(folded(events).tail).toMatchObject({ ambiguous: [] });
  });

  it('CREATE and UPDATE of one clock and one eventTime: the UPDATE is believed', () => {
    const events = [
      event('CREATE', 0, 18, { name: 'A', lastUpdateDate: clockAt(0) }),
      update(0, 18, { name: 'B' }, { name: 'A', lastUpdateDate: clockAt(0) }),
    ];
    expect(values(events, 'name')).toEqual([[0, 'B']]);
  });

  it('two UPDATEs of one clock and one eventTime: each says what it found', () => {
    const events = [
      update(0, 18, { name: 'B' }, { name: 'A', lastUpdateDate: clockAt(0) }),
      update(0, 18, { name: 'C' }, { name: 'B', lastUpdateDate: clockAt(0) }),
    ];
    expect(values(events, 'name')).toEqual([[0, 'C']]);
  });

  it('two UPDATEs of one eventTime and no clock: each says what it found, and makes a version', () => {
    const events = [
      event('UPDATE', 18, 18, { noteText: 'B' }, { noteText: 'A' }),
      event('UPDATE', 18, 18, { noteText: 'C' }, { noteText: 'B' }),
    ];
    expect(values(events, 'noteText').map(([, value]) => value)).toEqual(['B', 'C']);
  });

  it('two reads of one clock, both cut before the next clock: the later read is believed', () => {
    const events = [
      read(0, 30, { condition: 1 }),
      read(0, 40, { condition: 2 }),
      update(20, 21, { name: 'A' }, { name: 'Z', lastUpdateDate: clockAt(0) }),
    ];
    expect(values(events, 'condition').at(-1)?.[1]).toBe(2);
  });
});

describe('a DELETE whose clock disagrees with those of the saves', () => {
  it('eventTime before the last change clock: the object is deleted, and the save is a version', () => {
    const events = [update(100, 90, { name: 'A' }, { name: 'Z' }), removal('WEBHOOK', 95)];
    expect(lives(events)).toEqual([
      [100, false],
      [100.001, true],
    ]);
  });

  it('journal row of the DELETE before the eventTime of the CREATE: the object is deleted', () => {
    const events = [
      event('CREATE', 0, 30, { name: 'A', lastUpdateDate: clockAt(0) }),
      removal('JOURNAL', 20),
    ];
    expect(lives(events).at(-1)).toEqual([20, true]);
  });

  it('eventTime before the last save, the row of the DELETE far behind: its clock counts once', () => {
    const [first, second] = [
      { name: 'A', lastUpdateDate: clockAt(0) },
      { name: 'B', lastUpdateDate: clockAt(105) },
    ];
    const events = [
      event('CREATE', 0, 126, first),
      update(105, 402, second, first),
      removal('WEBHOOK', 76),
      removal('JOURNAL', 305),
    ];
    expect(lives(events)).toEqual([
      [0, false],
      [105, false],
      [105.001, true],
    ]);
  });

  it('a row between the DELETEs of two lives: it is of the one with which more follows', () => {
    const [first, second, third] = [0, 254, 669].map((clock) => ({
      name: clock === 669 ? 'B' : 'A',
      lastUpdateDate: clockAt(clock),
    }));
    const events = [
      event('CREATE', 0, -21, first ?? {}),
      event('DELETE', 139, 139, first ?? {}),
      removal('JOURNAL', 468),
      event('CREATE', 254, 648, second ?? {}),
      update(669, 772, third ?? {}, second ?? {}),
      // Nearer to the row, but of a state that was not there yet.
      removal('WEBHOOK', 712),
    ];
    expect(lives(events)).toEqual([
      [0, false],
      [139, true],
      [254, false],
      [669, false],
      [712, true],
    ]);
  });

  it('restored within the spread, its clock kept: the object is alive', () => {
    const events = [
      read(-60_000, -30_000, { name: 'A' }),
      removal('WEBHOOK', 400),
      event('CREATE', -60_000, 68, { name: 'A', lastUpdateDate: clockAt(-60_000) }),
    ];
    const { tail } = fold(events.map((one) => claimOfEvent(one)));
    expect(tail?.deleted).toBe(false);
  });
});

describe('a save or a restore of which nothing came, near a DELETE', () => {
  it('a DELETE that shows a later clock than the CREATE: it is of a later save, and the last', () => {
    const state = { name: 'B', lastUpdateDate: clockAt(202) };
    const events = [
      event('CREATE', 0, 404, { name: 'A', lastUpdateDate: clockAt(0) }),
      event('DELETE', 805, 805, state),
    ];
    expect(lives(events).at(-1)?.[1]).toBe(true);
  });

  it('two DELETEs and a restore that kept the clock which the second shows: it is alive', () => {
    const restored = { name: 'A', lastUpdateDate: clockAt(393) };
    const events = [
      read(-60_000, -30_000, { name: 'A' }),
      event('DELETE', 130, 130, { name: 'A', lastUpdateDate: clockAt(-60_000) }),
      event('DELETE', 1_039, 1_039, restored),
      event('CREATE', 393, 1_190, restored),
    ];
    expect(lives(events).at(-1)?.[1]).toBe(false);
  });
});

describe('names that plain objects inherit', () => {
  it('constructor: a field of that name is a field like others, in any order', () => {
    const events = [
      event('UPDATE', 0, 18, { name: 'A', lastUpdateDate: clockAt(0) }),
      event('UPDATE', 5000, 5018, { constructor: 'Bob', lastUpdateDate: clockAt(5000) }),
      event('UPDATE', 9000, 9018, { name: 'B', lastUpdateDate: clockAt(9000) }),
    ];
    expect(values(events, 'constructor')).toEqual([
      [5000, 'Bob'],
      [9000, 'Bob'],
    ]);
  });
});

describe('names that plain objects inherit, in any order and by append', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', (name) => {
    const told = (clock: number, fields: ChangeEvent['fields']) =>
      event('UPDATE', clock, clock + 18, { ...fields, lastUpdateDate: clockAt(clock) });
    const own = Object.fromEntries([[name, 'Bob']]);
    const events = [told(0, { note: 'A' }), told(5000, own), told(9000, { note: 'B' })];
    expect(values(events, name)).toEqual([
      [5000, 'Bob'],
      [9000, 'Bob'],
    ]);
    const appended = events.reduce<Tail | null>(
      (tail, one) => append(tail, claimOfEvent(one))?.tail ?? null,
      null,
    );
    expect(Object.entries(appended?.state.fields() ?? {})).toContainEqual([name, 'Bob']);
  });
});

describe('the same event with other content', () => {
  it('a row read again after its source learnt more: the richer stands, whichever came first', () => {
    const signal = {
      ...row(0, 'condition', 1, 2),
      fields: {},
      previous: null,
      eventID: asEventID('r'),
    };
    const rich = { ...row(0, 'condition', 1, 2), eventID: asEventID('r') };
    expect(values([signal, rich], 'condition')).toEqual([[0, 2]]);
  });
});

describe('a change clock that cannot be read', () => {
  it('year 9999: the time that the event bears instead cuts no other state', () => {
    const events = [
      read(0, 60_000, { condition: 1 }),
      event('UPDATE', 30_000, 30_000, { lastUpdateDate: '9999-12-31T00:00:00.000Z' }),
      read(0, 90_000, { condition: 2 }),
    ];
    expect(values(events, 'condition').at(-1)).toEqual([90_000, 2]);
  });
});

describe('an object with very many claims', () => {
  it('more than a call takes arguments: all of them are folded, in one crowd', () => {
    const template = claimOfEvent(row(0, 'progress', 0, 1));
    const claims = Array.from({ length: MANY }, (_, index) => {
      const at = asMicros(START + index * 600 * MS);
      const state = stateOf({ progress: index });
      return {
        ...template,
        eventID: asEventID(`${index}`),
        entryDate: at,
        asOf: at,
        state,
        before: null,
      };
    });
    expect(fold(claims).versions).toHaveLength(MANY);
  });
});

const MANY = 131_072;
