import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldValue } from './field-value.ts';
import { differencesOf, stateBefore } from './state-before.ts';

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom(null, '', 'a', 'b', 0, -0, 1.5, true, false),
  fc.constantFrom('[]', '["a"]', '[ "a" ]', '1e400').map((json) => ({ json })),
);
const name = fc.constantFrom('a', 'b', 'constructor', 'toString', 'DE:x', '');
const fields = fc.dictionary(name, value, { noNullPrototype: true });

it('the state before can be rebuilt from what differs, as it was sent', () => {
  fc.assert(
    fc.property(fields, fc.option(fields), (now, before) => {
      const told = differencesOf(now, before);
      expect(stateBefore({ fields: now, ...told })).toEqual(before);
    }),
    { numRuns: 2_000 },
  );
});

it('tells only what differs, and which fields were not there', () => {
  const before = { name: 'a', status: 'NEW', gone: 1 };
  const now = { name: 'a', status: 'INP', came: 2 };
  expect(differencesOf(now, before)).toEqual({
    previous: { status: 'NEW', gone: 1 },
    previousAbsent: ['came'],
    previousKnown: true,
  });
});

it('a state before without a field says nothing of what was', () => {
  expect(differencesOf({ name: 'a' }, {})).toEqual({
    previous: {},
    previousAbsent: [],
    previousKnown: false,
  });
});
