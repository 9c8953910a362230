import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import type { Fields } from '../../core/field-value.ts';
import { SAME_SAVE_MICROS } from '../../core/fold/same-save.ts';
import { differencesOf } from '../../core/state-before.ts';
import { asEventID, asMicros, minus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { MissedChanges } from './missed-changes.ts';

const SETTLE_MS = 60_000;
const second = (at: number): Micros => asMicros(at * 1_000_000);
/** When what an event of then shows was surely so. */
const spreadBefore = (at: number): Micros => minus(second(at), SAME_SAVE_MICROS);

function webhook(at: number, fields: Fields, before: Fields | null, version = 2): ChangeEvent {
  return {
    eventID: asEventID(at.toString(16).padStart(32, '0')),
    objCode: 'TASK',
    objID: 't1',
    entryDate: asMicros(second(at) - 100_000),
    asOf: second(at),
    operation: before === null ? 'CREATE' : 'UPDATE',
    fields,
    clears: ['DE:'],
    ...differencesOf(fields, before),
    actorID: null,
    path: 'WEBHOOK',
    observedAt: second(at),
    origin: {
      subscriptionID: null,
      apiVersion: version,
      journalEntryID: null,
      customerID: null,
      deletedAfter: null,
      deletedBefore: null,
      raw: null,
    },
  };
}

function open(webhooksMax = 100) {
  const clock = new ManualClock(0);
  const missed = new MissedChanges({ clock, settleMs: SETTLE_MS, webhooksMax });
  const settle = async () => {
    await clock.advance(SETTLE_MS + 1);
    return missed.takeMissed();
  };
  return { missed, settle };
}

/** With its change clock, and that of the save before it. */
function saved(at: number, before: number | null): ChangeEvent {
  const fields = { lastUpdateDate: new Date(at * 1000).toISOString() };
  const found = before === null ? null : { lastUpdateDate: new Date(before * 1000).toISOString() };
  return { ...webhook(at, fields, found), entryDate: second(at) };
}

function untold(began: number, ended: number) {
  const window = { began: second(began), ended: second(ended) };
  return { objCode: 'TASK', objID: 't1', fields: [], reason: 'untold', ...window };
}

const NEW = { status: 'NEW', name: 'a' };
const INP = { status: 'INP', name: 'a' };
const CPL = { status: 'CPL', name: 'a' };
const chain = [
  webhook(1, NEW, null),
  webhook(2, INP, NEW),
  webhook(3, CPL, INP),
  webhook(4, { ...CPL, 'DE:Region': 'EU' }, CPL),
];
const contradiction = { objCode: 'TASK', objID: 't1', reason: 'contradiction' };

describe('changes that nobody told of', () => {
  it('are none where each webhook goes on from the one before, in any order and twice', async () => {
    const { missed, settle } = open();
    for (const at of [2, 0, 3, 1, 1, 2]) {
      const event = chain[at];
      if (event !== undefined) missed.tell(event);
    }
    expect(await settle()).toEqual([]);
    missed.tell(webhook(5, { ...INP, 'DE:Region': 'EU' }, { ...CPL, 'DE:Region': 'EU' }));
    expect(await settle()).toEqual([]);
  });

  it('lie between two webhooks that do not fit, with the fields that moved, once', async () => {
    const { missed, settle } = open();
    missed.tell(webhook(1, NEW, null));
    missed.tell(webhook(4, { ...CPL, 'DE:Region': 'EU' }, { ...CPL, 'DE:Region': 'US' }));
    const window = { began: spreadBefore(1), ended: second(4) };
    expect(await settle()).toEqual([
      { ...contradiction, fields: ['DE:Region', 'status'], ...window },
    ]);
    expect(await settle()).toEqual([]);
  });

  it('were only late where the missing webhook comes before it counts', async () => {
    const { missed, settle } = open();
    missed.tell(webhook(1, NEW, null));
    missed.tell(webhook(3, CPL, INP));
    missed.tell(webhook(2, INP, NEW));
    expect(await settle()).toEqual([]);
  });

  it('are not inferred from version 1, whose nulls may be false, nor over a delete', async () => {
    const { missed, settle } = open();
    missed.tell(webhook(1, NEW, null));
    missed.tell(webhook(2, CPL, INP, 1));
    missed.tell(webhook(3, NEW, null));
    missed.tell({ ...webhook(4, NEW, NEW), operation: 'DELETE' });
    missed.tell(webhook(5, CPL, INP));
    expect(await settle()).toEqual([]);
  });

  it('lie before a delete whose state is not the one that was left', async () => {
    const { missed, settle } = open();
    missed.tell(webhook(1, NEW, null));
    missed.tell({ ...webhook(4, CPL, CPL), operation: 'DELETE' });
    const window = { began: spreadBefore(1), ended: second(4) };
    expect(await settle()).toEqual([{ ...contradiction, fields: ['status'], ...window }]);
  });

  it('are told by a read that is newer than every webhook', async () => {
    const { missed, settle } = open();
    missed.tell(webhook(1, NEW, null));
    missed.show('TASK', 't1', second(1), second(5));
    missed.show('TASK', 't2', second(1), second(6));
    missed.tell({ ...webhook(6, NEW, null), objID: 't2', entryDate: second(6) });
    expect(await settle()).toEqual([untold(1, 5)]);
  });

  it('are not told by the webhook of a later save, which shows the clock of the one before', async () => {
    const { missed, settle } = open();
    missed.tell(saved(1, null));
    missed.show('TASK', 't1', second(1), second(3));
    missed.tell(saved(5, 4));
    expect(await settle()).toEqual([untold(1, 3), untold(3, 4)]);
    missed.tell(saved(7, 5));
    expect(await settle()).toEqual([]);
  });

  it('are not told by a recalculation that shows the clock of the save before it', async () => {
    const { missed, settle } = open();
    missed.tell(saved(1, null));
    const { fields } = saved(4, null);
    const recalculated = webhook(5, { ...fields, margin: 2 }, { ...fields, margin: 1 });
    missed.tell({ ...recalculated, entryDate: second(4) });
    expect(await settle()).toEqual([untold(1, 4)]);
    const told = open();
    told.missed.tell(saved(1, null));
    told.missed.tell({ ...recalculated, entryDate: second(4) });
    told.missed.tell(saved(4, 1));
    expect(await told.settle()).toEqual([]);
  });

  it('are none of saves that are settled, and lie behind them', async () => {
    const { missed, settle } = open();
    const judged = second(2);
    missed.tell(saved(5, 2), { judged, left: null });
    expect(await settle()).toEqual([]);
    missed.tell({ ...saved(7, null), path: 'SEARCH' }, { judged: second(7), left: null });
    expect(await settle()).toEqual([]);
    const next = open();
    next.missed.tell(saved(5, 4), { judged, left: null });
    expect(await next.settle()).toEqual([untold(2, 4)]);
    expect(next.missed.takeLeft()).toMatchObject([{ objID: 't1', judged: second(5) }]);
    next.missed.show('TASK', 't1', second(5), second(8));
    expect(await next.settle()).toEqual([untold(5, 8)]);
    expect(next.missed.takeLeft()).toEqual([{ objCode: 'TASK', objID: 't1', judged: second(8) }]);
  });

  it('are looked for in types of which an event came: each is said once, and of when', () => {
    const { missed } = open();
    missed.show('PROJ', 'p1', second(1), second(5));
    missed.tell(webhook(2, NEW, null));
    missed.tell(webhook(3, INP, NEW));
    expect([...missed.takeTold()]).toEqual([['TASK', second(2)]]);
    missed.tell(webhook(4, CPL, INP));
    expect([...missed.takeTold()]).toEqual([]);
  });

  it('are told by the state that a DELETE ended, though nothing reads the object any more', async () => {
    const { missed, settle } = open();
    missed.tell(saved(1, null));
    missed.tell({ ...saved(4, 4), operation: 'DELETE', asOf: second(5), entryDate: second(5) });
    expect(await settle()).toEqual([untold(1, 4)]);
  });

  it('are found by another process in the reads of the log, where one was killed', async () => {
    const { missed, settle } = open();
    missed.tell(saved(1, null));
    missed.tell({ ...saved(5, null), path: 'SEARCH', operation: 'SNAPSHOT' });
    const longAgo = { ...saved(6, null), asOf: second(1_000) };
    missed.tell({ ...longAgo, objID: 't2', path: 'SEARCH', operation: 'SNAPSHOT' });
    expect(await settle()).toEqual([untold(1, 5)]);
  });

  it('are forgotten of the objects told of longest ago, where there are too many', async () => {
    const { missed, settle } = open(2);
    missed.tell(webhook(1, NEW, null));
    for (const objID of ['t2', 't3']) missed.tell({ ...webhook(2, NEW, null), objID });
    missed.tell(webhook(4, CPL, INP));
    expect(await settle()).toEqual([]);
  });

  it('are found by the next process, from what the last one kept', async () => {
    const first = open();
    first.missed.tell(webhook(1, NEW, null));
    await first.settle();
    const [kept] = first.missed.takeLeft();
    const left = kept?.left ?? null;
    const next = open();
    next.missed.tell(webhook(3, CPL, INP), { judged: null, left });
    next.missed.tell(webhook(4, CPL, CPL), { judged: null, left });
    const window = { began: spreadBefore(1), ended: second(3), fields: [] };
    expect(await next.settle()).toEqual([{ ...contradiction, ...window }]);
    const third = open();
    third.missed.tell(webhook(3, CPL, NEW), { judged: null, left });
    expect(await third.settle()).toEqual([]);
  });

  it('are not looked for across what the last process kept in the middle of what is told again', async () => {
    const first = open();
    for (const event of chain.slice(0, 2)) first.missed.tell(event);
    await first.settle();
    const left = first.missed.takeLeft()[0]?.left ?? null;
    const next = open();
    for (const event of [chain[0], chain[2]])
      if (event) next.missed.tell(event, { judged: null, left });
    expect(await next.settle()).toEqual([]);
    expect(next.missed.takeLeft()).toMatchObject([{ objID: 't1', left: { asOf: second(3) } }]);
  });

  it('leave nothing to the next process where version 1 told last, or a DELETE', async () => {
    const { missed, settle } = open();
    missed.tell(webhook(1, NEW, null));
    missed.tell(webhook(2, INP, NEW, 1));
    await settle();
    expect(missed.takeLeft()).toMatchObject([{ objCode: 'TASK', objID: 't1', left: null }]);
    missed.tell(webhook(3, NEW, null));
    missed.tell({ ...webhook(4, NEW, null), operation: 'DELETE' });
    await settle();
    expect(missed.takeLeft()).toMatchObject([{ objCode: 'TASK', objID: 't1', left: null }]);
  });

  it('are none where the next process is told of other fields', async () => {
    const first = open();
    first.missed.tell(webhook(1, NEW, null));
    await first.settle();
    const left = first.missed.takeLeft()[0]?.left ?? null;
    const next = open();
    next.missed.tell(webhook(2, { ...INP, extra: 1 }, { ...NEW, extra: 1 }), {
      judged: null,
      left,
    });
    expect(await next.settle()).toEqual([]);
  });
});
