import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecordShapes } from './record-shapes.ts';

const names = fc.uniqueArray(
  fc.string({ unit: 'grapheme' }).filter((name) => name !== '__proto__'),
  { maxLength: 200 },
);

it('makes the object that assignment would make, whatever was made before', () => {
  const shapes = new RecordShapes<number>();
  fc.assert(
    fc.property(names, (keys) => {
      const values = keys.map((_, index) => index);
      const record = shapes.make(keys, values);
      const plain: Record<string, number> = {};
      for (const [index, key] of keys.entries()) plain[key] = index;
      expect(record).toEqual(plain);
      expect(Object.keys(record)).toEqual(Object.keys(plain));
    }),
  );
});

it('gives each record values of its own', () => {
  const shapes = new RecordShapes<number>();
  const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`);
  const first = shapes.make(
    keys,
    keys.map(() => 1),
  );
  const second = shapes.make(
    keys,
    keys.map(() => 2),
  );
  expect(new Set(Object.values(first))).toEqual(new Set([1]));
  expect(new Set(Object.values(second))).toEqual(new Set([2]));
});
