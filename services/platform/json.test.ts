import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceNumber, stringifyJson } from '../core/json.ts';
import { JSON_DEPTH_MAX, parseJson } from './json.ts';

test('numbers that a double holds are numbers, however they are written', () => {
  expect(parseJson('[1, -0.5, 1.50e1, 1e3, 0.1, 9007199254740991, 100000000000000000000]')).toEqual(
    [1, -0.5, 15, 1000, 0.1, 9007199254740991, 100000000000000000000],
  );
});

test.each([
  '12345678901234567890.5',
  '9007199254740993',
  '-0.12345678901234567890',
  '1e999',
  '1e-999',
])('%s would be rounded, so it keeps its own text', (text) => {
  expect(parseJson(text)).toEqual(new SourceNumber(text));
  expect(stringifyJson(parseJson(`{"a":[${text}]}`))).toBe(`{"a":[${text}]}`);
});

test('text parsed twice is the same value', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const once = parseJson(text);
      expect(parseJson(stringifyJson(once))).toEqual(once);
    }),
  );
});

test('without risky numerals the answer is that of JSON.parse', () => {
  const text = '{"a":"x 12345678901234567890","b":[true,null,{"c":"1e5"}],"__proto__":1}';
  expect(JSON.stringify(parseJson(text))).toBe(text);
});

test('of a repeated name the last wins, on both ways', () => {
  expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 });
  expect(parseJson('{"a":1,"a":2,"n":9007199254740993}')).toMatchObject({ a: 2 });
});

test('a name that objects inherit stays an own member', () => {
  const value = parseJson('{"__proto__":9007199254740993,"constructor":1}');
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
});

test.each(['', '{', '{"a":01e400}', '[1,]', '{"a":9007199254740993,}', "{'a':1}", 'NaN'])(
  '%j is refused',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

test('nesting has a limit, and brackets inside strings do not count', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(() => parseJson(nested(JSON_DEPTH_MAX))).not.toThrow();
  expect(() => parseJson(nested(JSON_DEPTH_MAX + 1))).toThrow(SyntaxError);
  expect(() => parseJson(nested(1_000_000))).toThrow(SyntaxError);
  expect(parseJson(JSON.stringify(`"\\${'['.repeat(1000)}`))).toBe(`"\\${'['.repeat(1000)}`);
});
