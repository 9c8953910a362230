import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten, PARAMETER_VALUES, PLANNING_DATA, unflatten } from './field-value.ts';
import type { JsonObject, JsonValue } from './json.ts';

const parse = (text: string): JsonValue => JSON.parse(text) as JsonValue;

describe('flatten', () => {
  it('makes keys of custom fields, and says that they were read whole', () => {
    const flat = flatten({ ID: 'a', parameterValues: { 'DE:Region': ['EU'] } }, [PARAMETER_VALUES]);
    expect(flat).toEqual({ fields: { ID: 'a', 'DE:Region': { json: '["EU"]' } }, clears: ['DE:'] });
  });

  it('keeps a container that is not an object as a field', () => {
    const flat = flatten({ parameterValues: null }, [PARAMETER_VALUES]);
    expect(flat).toEqual({ fields: { parameterValues: null }, clears: [] });
  });

  it('refuses what it could not give back', () => {
    expect(flatten({ 'DE:a': 1, parameterValues: {} }, [PARAMETER_VALUES])).toBeNull();
    expect(flatten({ '\u0001__proto__': 1 }, [PARAMETER_VALUES])).toBeNull();
  });

  it.each([
    '{"ID":"a","__proto__":{"x":1}}',
    '{"parameterValues":{"__proto__":"y","DE:__proto__":null}}',
    '{"a":{"__proto__":[{"__proto__":2}]},"constructor":1}',
  ])('carries a name that would change what an object is: %s', (text) => {
    const flat = flatten(parse(text) as JsonObject, [PARAMETER_VALUES]);
    if (flat === null) throw new Error('not carried');
    expect(Object.keys(flat.fields)).not.toContain('__proto__');
    expect(Object.getPrototypeOf(flat.fields)).toBe(Object.prototype);
    expect(JSON.stringify(unflatten(flat, [PARAMETER_VALUES], parse))).toBe(text);
  });

  it.each([PARAMETER_VALUES, PLANNING_DATA])(
    'is undone by unflatten ($container)',
    (flattening) => {
      const state = fc.dictionary(fc.string(), fc.jsonValue());
      const key = fc.oneof(
        fc.string(),
        fc.string().map((name) => `DE:${name}`),
      );
      fc.assert(
        fc.property(
          state,
          fc.dictionary(key, fc.jsonValue()),
          fc.boolean(),
          (plain, members, has) => {
            const whole = JSON.parse(
              JSON.stringify(has ? { ...plain, [flattening.container]: members } : plain),
            ) as JsonObject;
            const flat = flatten(whole, [flattening]);
            if (flat !== null) expect(unflatten(flat, [flattening], parse)).toEqual(whole);
          },
        ),
      );
    },
  );
});
