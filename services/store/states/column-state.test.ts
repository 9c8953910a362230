import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFields } from '../../platform/avro/loose-fields.ts';
import { sameState, stateOf } from '../../core/fold/state.ts';
import type { State } from '../../core/fold/state.ts';
import type { FieldValue, Fields } from '../../core/field-value.ts';
import { parseJson } from '../../platform/json.ts';
import { MISFIT, canonicalField, ruleOf } from './field-rules.ts';
import { createNormaliser } from './normalise.ts';
import { tableOf } from '../tables/type-tables.ts';
import { asColumnState } from './column-state.ts';

const normalise = createNormaliser(parseJson);

/** Of every type that the catalogue knows, and of none. */
// prettier-ignore
const NAMES = [
  'name', 'percentComplete', 'isHome', 'lastUpdateDate', 'updatedAt', 'actualCost',
  'accessorIDs', 'status', 'progressStatus', 'DE:x', 'DE:Schlüssel', 'plannedStartDate',
] as const;

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom('', '0', 'null', '12.50', 'quote "', 'ä€😀', '2020-05-18', 'nul\0', '1e400'),
  fc.constantFrom('2020-05-18T17:00:00:000-0600', '2026-01-15T10:30:00.123456Z'),
  fc.string(),
  fc.boolean(),
  fc.double(),
  fc.integer(),
  fc.constant(null),
  fc.constantFrom('["b","a"]', '{"b":1,"a":[2]}', '12345678901234567890.10', '5').map((json) => ({
    json,
  })),
);
const fields: fc.Arbitrary<Fields> = fc
  .uniqueArray(fc.constantFrom(...NAMES))
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, value]))));

function stateFrom(one: Fields): State {
  return normalise('TASK', encodeFields(one)).state;
}

/** Value by value, as the rules say. */
function byRule(one: Fields): Fields {
  const known = Object.entries(one).flatMap(([name, member]): [string, FieldValue][] => {
    const rule = ruleOf('TASK', name, parseJson);
    if (rule === null) return [];
    if (member === null) return [[name, null]];
    const normal = rule.convert(member);
    return [[name, normal === MISFIT ? canonicalField(member, parseJson) : normal]];
  });
  return Object.fromEntries(known);
}

describe('a state as cells', () => {
  it('holds what the rules make of each value', () => {
    fc.assert(
      fc.property(fields, (one) => {
        const state = stateFrom(one);
        const expected = byRule(one);
        expect(state.fields()).toEqual(expected);
        expect(state.showsClock).toBe(stateOf(expected).showsClock);
        expect(state.isEmpty).toBe(stateOf(expected).isEmpty);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of some names tells what all of it tells of them', () => {
    fc.assert(
      fc.property(fields, fc.uniqueArray(fc.constantFrom(...NAMES)), (one, names) => {
        const state = stateFrom(one);
        const all = Object.entries(state.fields());
        const some = all.filter(([name]) => names.some((wanted) => wanted === name));
        expect(state.fieldsAmong(names)).toEqual(Object.fromEntries(some));
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells from another just what their fields tell', () => {
    fc.assert(
      fc.property(fields, fields, fc.boolean(), (one, other, isAlike) => {
        const a = stateFrom(one);
        const b = stateFrom(isAlike ? { ...one, ...pick(other, one) } : other);
        const isSame = sameState(stateOf(a.fields()), stateOf(b.fields()));
        expect(sameState(a, b)).toBe(isSame);
        if (a.relationTo(b) === 'moved') {
          expect(Object.keys(a.fields()).sort()).toEqual(Object.keys(b.fields()).sort());
          expect(isSame).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('told from the one before of its kind, is not read', () => {
    const first = stateFrom({ name: 'a', percentComplete: 1 });
    expect(stateFrom({ name: 'b', percentComplete: 1 }).relationTo(first)).toBe('moved');
    expect(stateFrom({ name: 'a', percentComplete: 1 }).relationTo(first)).toBe('same');
    expect(stateFrom({ percentComplete: 1, name: 'a' }).relationTo(first)).toBe('unread');
    expect(stateOf({ name: 'a' }).relationTo(first)).toBe('unread');
  });

  it('is not taken for another with other names, however many names there have been', () => {
    const one = stateFrom({ 'DE:a': 1, 'DE:b': 2 });
    const many = Array.from({ length: 21_000 }, (_, index) => [`DE:${index}`, index] as const);
    const wide = Object.fromEntries(many);
    expect(Object.keys(stateFrom(wide).fields())).toHaveLength(21_000);
    const other = stateFrom({ 'DE:c': 1, 'DE:d': 3 });
    expect(other.relationTo(one)).toBe('unread');
    expect(stateFrom({ 'DE:c': 1, 'DE:d': 4 }).relationTo(other)).toBe('moved');
  });

  it('of more names than are numbered is read like any other', () => {
    const many = Array.from({ length: 70_000 }, (_, index) => [`DE:${index}`, index] as const);
    const wide = Object.fromEntries(many);
    expect(stateFrom(wide).fields()).toEqual(wide);
    expect(stateFrom({ ...wide, 'DE:0': 'x' }).relationTo(stateFrom(wide))).toBe('unread');
  });

  it('is the same from its cells as from its fields', () => {
    fc.assert(
      fc.property(fields, (one) => {
        const state = stateFrom(one);
        const made = asColumnState(tableOf('TASK'), stateOf(state.fields()));
        expect(made.fields()).toEqual(state.fields());
        expect(sameState(state, made)).toBe(true);
        expect(made.showsClock).toBe(state.showsClock);
        expect(made.isEmpty).toBe(state.isEmpty);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses nothing that is not of its column, nor of what jsonb cannot hold', () => {
    // prettier-ignore
    const odd: FieldValue[] = [
      'a\0b', 'now', 'infinity', '2024-02-30', '2024-05-01', '12,5', '', '\u0001json:"x"',
      '2024-05-01T10:00:00.000Z', '0000-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z',
      1e300, 5e-324, -0.5, 2 ** 53, 12345.6789, true, false, null,
      ...[
        '12345678901234567890.12345', '1e400000', '"\\ud800"', '[null]', '{"a":[1]}',
        '["a\\u0000"]', '{"$json":"x"}', '{"__proto__":{"a":1},"constructor":2}', '[1e400000]',
      ].map((json) => ({ json })),
    ];
    // prettier-ignore
    const names = [
      'name', 'percentComplete', 'isHome', 'plannedStartDate', 'accessorIDs', 'unheardOf',
      'constructor', 'toString', 'DE:__proto__', 'DE:\u0001x', 'DE:\u0001DE:y', 'DE:', 'a\0b',
      '\u0001json:z', '$json', 'objid', 'data.x', '',
    ];
    for (const objCode of ['TASK', 'HOUR', 'RECORD', 'NOWHERE']) {
      for (const value of odd) {
        const all = Object.fromEntries([...names, 'entryDate'].map((name) => [name, value]));
        const { state } = normalise(objCode, encodeFields(all));
        const made = asColumnState(tableOf(objCode), stateOf(state.fields()));
        expect(made.fields()).toEqual(state.fields());
        expect(Object.keys(state.fields()).sort()).toEqual(Object.keys(all).sort());
        if (value === '' || typeof value === 'string') continue;
        expect(state.fields()['unheardOf']).toEqual(canonicalField(value as FieldValue, parseJson));
      }
    }
  });
});

function pick(from: Fields, like: Fields): Fields {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name in like));
}
