import reference from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isJsonObject, SourceNumber, stringifyJson } from './json.ts';

// Its types describe another module system than its code.
const canonicalize = reference as unknown as (value: unknown) => string | undefined;

describe('canonicalJson', () => {
  it('is RFC 8785 as its reference implementation has it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value as never)).toBe(canonicalize(value));
      }),
    );
  });

  it('sorts the names of large objects, whichever came before', () => {
    const name = fc.string({ maxLength: 4 });
    const large = fc.dictionary(name, fc.constant(null), { minKeys: 40, maxKeys: 60 });
    fc.assert(
      fc.property(fc.array(large, { minLength: 1, maxLength: 3 }), (objects) => {
        for (const object of [...objects, ...objects]) {
          expect(canonicalJson(object)).toBe(canonicalize(object));
        }
      }),
    );
  });

  it('keeps a numeral that a double cannot hold', () => {
    const value = { b: new SourceNumber('12345678901234567890'), a: [1.5] };
    expect(canonicalJson(value)).toBe('{"a":[1.5],"b":12345678901234567890}');
    expect(stringifyJson(value)).toBe('{"b":12345678901234567890,"a":[1.5]}');
  });
});

describe('isJsonObject', () => {
  it('takes objects only', () => {
    expect([{}, [], null, 'x', 1, new SourceNumber('1')].map((one) => isJsonObject(one))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
