import { describe, expect, it } from 'vitest';
import { claimOfEvent } from '../../../test/support/claim-of-event.ts';
import {
  clockAt,
  event,
  folded,
  read,
  removal,
  row,
  update,
} from '../../../test/support/crowd-events.ts';
import { fold } from './fold.ts';
import { EXISTENCE } from './gather.ts';

/** Each case is folded in every order of its events. */
describe('two truths with one evidence', () => {
  interface End {
    readonly kind: 'CREATE' | 'DELETE';
    readonly at: number;
    /** The change clock that the state shows. */
    readonly clock: number;
    /** How long after it the event and the journal row came. */
    readonly event?: number;
    readonly row?: number;
  }

  /** What is told of it, by when. */
  const told = (ends: readonly End[]) =>
    ends
      .flatMap(({ kind, at: saved, clock, event: eventLag, row: rowLag }) => [
        ...(eventLag === undefined ? [] : [{ kind, clock, asOf: saved + eventLag }]),
        ...(rowLag === undefined ? [] : [{ kind, clock: null, asOf: saved + rowLag }]),
      ])
      .sort((a, b) => a.asOf - b.asOf);

  it('a DELETE in the crowd of a restore, one webhook missed: it is marked', () => {
    const created: End = { kind: 'CREATE', at: 0, clock: 0, event: 89 };
    const restored: End = { kind: 'CREATE', at: 522, clock: 522, event: 406 };
    const alive = told([
      created,
      { kind: 'DELETE', at: 500, clock: 0, event: 206, row: 400 },
      restored,
    ]);
    const gone = told([
      created,
      { kind: 'DELETE', at: 320, clock: 0, event: 386 },
      restored,
      { kind: 'DELETE', at: 615, clock: 522, row: 285 },
    ]);
    expect(gone).toEqual(alive);
    const events = alive.map(({ kind, clock, asOf }) => {
      if (clock === null) return removal('JOURNAL', asOf);
      const state = { name: 'A', lastUpdateDate: clockAt(clock) };
      return event(kind, kind === 'DELETE' ? asOf : clock, asOf, state);
    });
    expect(folded(events).tail?.ambiguous).toContain(EXISTENCE);
  });
});

describe('what the evidence leaves open', () => {
  const cycle = [
    read(-60_000, -30_000, { name: 'A' }),
    update(0, 18, { name: 'B' }, { name: 'A', lastUpdateDate: clockAt(-60_000) }),
    update(100, 118, { name: 'A' }, { name: 'B', lastUpdateDate: clockAt(0) }),
    row(330, 'name', 'A', 'B'),
  ];

  it('is marked: a value that went there and back may have gone there again', () => {
    expect(fold(cycle.map((one) => claimOfEvent(one))).tail?.ambiguous).toEqual(['name']);
  });

  it('is marked: a row before all that is known, or after it with its webhook missed', () => {
    const events = [
      update(385, 557, { status: 'A' }, { status: 'B' }),
      row(461, 'status', 'B', 'A'),
      row(443, 'status', 'A', 'C'),
    ];
    expect(folded(events).tail).toMatchObject({ ambiguous: ['status'] });
  });

  it('is marked: a row that no webhook near it tells of, behind all states', () => {
    const events = [
      update(0, 18, { status: 'A' }, { status: 'B' }),
      update(863, 1160, { status: 'B' }, {}),
      row(1005, 'status', 'B', 'A'),
    ];
    expect(folded(events).tail).toMatchObject({ ambiguous: ['status'] });
  });

  it('is marked: rows between which a save was missed', () => {
    const events = [
      read(-60_000, -30_000, { status: 'B' }),
      update(67, 395, { status: 'A' }, { status: 'C' }),
      row(87, 'status', 'B', 'C'),
      row(268, 'status', 'B', 'C'),
    ];
    expect(folded(events).tail).toMatchObject({ ambiguous: ['status'] });
  });

  it('is not marked: such rows with a second and more between them', () => {
    const events = [
      read(-60_000, -30_000, { status: 'B' }),
      row(87, 'status', 'B', 'C'),
      row(2_000, 'status', 'B', 'D'),
    ];
    expect(folded(events).tail).toMatchObject({ ambiguous: [] });
  });

  it('is settled by the next read', () => {
    const events = [...cycle, read(100, 60_000, { name: 'A' })];
    expect(fold(events.map((one) => claimOfEvent(one))).tail?.ambiguous).toEqual([]);
  });
});
