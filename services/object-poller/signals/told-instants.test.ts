import { expect, it } from 'vitest';
import { NOTHING_BEFORE } from '../../core/state-before.ts';
import { asMicros } from '../../core/units.ts';
import { toldInstantsOf } from './told-instants.ts';

const second = (at: number) => asMicros(at * 1_000_000);

function told(clock: number, at: number, previous: Record<string, string> = { name: 'before' }) {
  const times = { entryDate: second(clock), asOf: second(at) };
  const before = { ...NOTHING_BEFORE, previous, previousKnown: true };
  return toldInstantsOf({ objID: 'one', operation: 'UPDATE', ...times, ...before });
}

const between = (...args: Parameters<typeof told>) => told(...args).map((one) => one.between);

it('a save begins a version at its change clock alone', () => {
  expect(between(100, 100.3)).toEqual([[second(100), second(100)]]);
});

it('a change that moved no clock begins one up to two spreads before it was told', () => {
  expect(between(100, 120)).toEqual([
    [second(100), second(100)],
    [second(119), second(120)],
  ]);
});

it('an update that changes nothing begins none, and is news all the same', () => {
  expect(told(100, 120, {})).toEqual([{ objID: 'one', asOf: second(120), between: null }]);
});
