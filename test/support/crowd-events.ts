/** Events of one object by milliseconds, and what is folded of any order of them. */
import { expect } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { fold } from '../../services/core/fold/fold.ts';
import type { Folded } from '../../services/core/fold/version.ts';
import { differencesOf, NOTHING_BEFORE } from '../../services/core/state-before.ts';
import { asEventID, asMicros } from '../../services/core/units.ts';
import { claimOfEvent } from './claim-of-event.ts';

export const MS = 1000;
export const START = asMicros(1_700_000_000_000 * MS);

let serial = 0;

export function event(
  operation: ChangeEvent['operation'],
  clock: number,
  asOf: number,
  fields: ChangeEvent['fields'],
  previous: ChangeEvent['previous'] = null,
  path: ChangeEvent['path'] = 'WEBHOOK',
): ChangeEvent {
  serial += 1;
  const origin = { subscriptionID: null, journalEntryID: null, customerID: null, raw: null };
  return {
    objCode: 'TASK',
    objID: 'one',
    operation,
    fields,
    path,
    actorID: null,
    ...(path === 'JOURNAL' ? { ...NOTHING_BEFORE, previous } : differencesOf(fields, previous)),
    // No order of them is that of the saves.
    eventID: asEventID(((serial * 7919) % 1_000_003).toString().padStart(32, '0')),
    entryDate: asMicros(START + clock * MS),
    asOf: asMicros(START + asOf * MS),
    clears: [],
    observedAt: START,
    origin: {
      ...origin,
      apiVersion: path === 'WEBHOOK' ? 2 : 0,
      deletedAfter: null,
      deletedBefore: null,
    },
  };
}

export function update(
  clock: number,
  asOf: number,
  fields: ChangeEvent['fields'],
  previous: ChangeEvent['fields'],
): ChangeEvent {
  return event('UPDATE', clock, asOf, { ...fields, lastUpdateDate: clockAt(clock) }, previous);
}

export function read(clock: number, asOf: number, fields: ChangeEvent['fields']): ChangeEvent {
  const state = { ...fields, lastUpdateDate: clockAt(clock) };
  return event('SNAPSHOT', clock, asOf, state, null, 'SEARCH');
}

export function row(clock: number, field: string, before: string | number, after: string | number) {
  return event('UPDATE', clock, clock, { [field]: after }, { [field]: before }, 'JOURNAL');
}

export function removal(path: ChangeEvent['path'], clock: number): ChangeEvent {
  return event('DELETE', clock, clock, {}, null, path);
}

export function clockAt(clock: number): string {
  return new Date((START + clock * MS) / MS).toISOString();
}

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    ordersOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

/** Of every order; fails where two orders differ. */
export function folded(events: readonly ChangeEvent[]): Folded {
  const [first, ...others] = ordersOf(events).map((order) =>
    fold(order.map((one) => claimOfEvent(one))),
  );
  if (first === undefined) throw new Error('no events');
  for (const other of others) expect(other).toEqual(first);
  return first;
}

/** From when on the field had which value, in ms; versions before it is known are left out. */
export function values(events: readonly ChangeEvent[], field: string): [number, unknown][] {
  return folded(events)
    .versions.filter(({ state }) => Object.hasOwn(state.fields(), field))
    .map(({ entryDate, state }) => [(entryDate - START) / MS, state.fields()[field]]);
}

export function lives(events: readonly ChangeEvent[]): [number, boolean][] {
  return folded(events).versions.map(({ entryDate, deleted }) => [
    (entryDate - START) / MS,
    deleted,
  ]);
}
