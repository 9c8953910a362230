import { expect, test } from 'vitest';
import type { FieldValue } from '../field-value.ts';
import { asEventID, asMicros } from '../units.ts';
import type { Claim } from './claim.ts';
import { stateOf } from './state.ts';
import { timelineOf } from './timeline.ts';
import type { FieldClaim } from './timeline.ts';

const CLAIM: Claim = {
  eventID: asEventID('e'),
  operation: 'UPDATE',
  path: 'SEARCH',
  apiVersion: 0,
  entryDate: asMicros(0),
  asOf: asMicros(0),
  clocked: false,
  state: stateOf({}),
  clears: [],
  before: null,
  observedAt: asMicros(0),
};

function told(value: FieldValue, from: number, until: number): FieldClaim {
  const span = { from: asMicros(from), until: asMicros(until), place: 0 };
  return { evidence: { claim: CLAIM, fields: {}, ...span }, value, implied: false };
}

function effects(...claims: readonly FieldClaim[]): [number, FieldValue][] {
  return timelineOf(claims, asMicros(0)).map(({ instant, value }) => [instant, value]);
}

test('a value that is corrected at the instant of its effect was never held', () => {
  expect(effects(told('A', 0, 10), told('B', 5, 20), told('C', 20, 30))).toEqual([
    [0, 'A'],
    [20, 'C'],
  ]);
});

test('nor is there an effect where it is corrected to what was before', () => {
  expect(effects(told('A', 0, 10), told('B', 5, 20), told('A', 20, 30))).toEqual([[0, 'A']]);
});

test('a claim that begins where belief ends takes effect at its beginning, one before at its end', () => {
  expect(effects(told('A', 0, 10), told('B', 10, 20))).toEqual([
    [0, 'A'],
    [10, 'B'],
  ]);
  expect(effects(told('A', 0, 10), told('B', 9, 20))).toEqual([
    [0, 'A'],
    [20, 'B'],
  ]);
});
