import { describe, expect, it } from 'vitest';
import { SourceNumber } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { parseJson } from '../../platform/json.ts';
import {
  canonicalNumeral,
  canonicalSet,
  canonicalValue,
  plainDecimal,
  storableText,
} from './canonical-value.ts';

describe('canonical values', () => {
  it('a numeral has one spelling, the one that jsonb gives back', () => {
    expect(canonicalNumeral('1.50e1')).toBe(15);
    expect(canonicalNumeral('-0')).toBe(0);
    expect(canonicalNumeral('0.10')).toBe(0.1);
    expect(canonicalNumeral('12345678901234567890')).toEqual({ json: '12345678901234567890' });
    expect(canonicalNumeral('1234567890123456789.50')).toEqual({ json: '1234567890123456789.5' });
    expect(canonicalNumeral('1e21')).toBe(1e21);
  });

  it('a numeral of more than a thousand digits stays as it was sent', () => {
    expect(canonicalNumeral('1e100000')).toEqual({ json: '1e100000' });
    expect(canonicalNumeral('001e100000')).toEqual({ json: '1e100000' });
    expect(canonicalValue({ deep: new SourceNumber('1e99999') })).toEqual({
      json: '{"deep":1e99999}',
    });
  });

  it('a decimal is written plainly whatever its exponent', () => {
    const spellings = { '1e3': '1000', '12.5e-3': '0.0125', '-3.00': '-3', '000': '0', '5e0': '5' };
    for (const [text, plain] of Object.entries(spellings)) expect(plainDecimal(text)).toBe(plain);
    expect(plainDecimal('1,5')).toBeNull();
  });

  it('what identifies bears the replacement character for what Postgres cannot store', () => {
    expect(storableText('a\0b')).toBe('a\uFFFDb');
    expect(storableText('half \uD800 pair')).toBe('half \uFFFD pair');
    expect(storableText('whole 😀 pair')).toBe('whole 😀 pair');
  });

  it('a value keeps what Postgres cannot store', () => {
    expect(canonicalValue('a\0b')).toBe('a\0b');
    expect(canonicalValue(parseJson('{"a\\u0000":["\\ud800"]}'))).toEqual({
      json: '{"a\\u0000":["\\ud800"]}',
    });
  });

  it('an object has one order of names, and a set one order of members', () => {
    expect(canonicalValue({ b: 1, a: { d: null, c: true } })).toEqual({
      json: '{"a":{"c":true,"d":null},"b":1}',
    });
    expect(canonicalSet(['b', 'a', 10, null])).toEqual(canonicalSet([10, null, 'a', 'b']));
  });

  it('taking a canonical value again changes nothing', () => {
    const values: JsonValue[] = [
      { z: [1.5, '12', new SourceNumber('1e30')], a: { y: 'x\0' } },
      [new SourceNumber('123456789012345678901234567890.00')],
    ];
    for (const value of values) {
      const once = canonicalValue(value);
      if (typeof once !== 'object' || once === null) throw new Error('not JSON');
      expect(canonicalValue(parseJson(once.json))).toEqual(once);
    }
  });

  it('nesting beyond the limit is refused', () => {
    let value: JsonValue = 1;
    for (let depth = 0; depth < 1000; depth += 1) value = [value];
    expect(() => canonicalValue(value)).toThrow('nested deeper');
  });
});
