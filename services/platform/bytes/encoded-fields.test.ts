import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EncodedFields } from '../avro/brief-event.ts';
import type { Fields } from '../../core/field-value.ts';
import { encodeFields } from '../avro/loose-fields.ts';
import { avroType } from '../avro/avro.ts';
import { encodedFields } from './encoded-fields.ts';

const JSON_RECORD = { type: 'record', name: 'Json', fields: [{ name: 'json', type: 'string' }] };
const KINDS = ['null', 'boolean', 'double', 'string', JSON_RECORD];
const schemaOf = (values: unknown): string => JSON.stringify({ type: 'map', values });
const NOTHING = Buffer.alloc(0);

const fields: fc.Arbitrary<Fields> = fc.dictionary(
  fc.string({ unit: 'grapheme' }).filter((name) => name !== '__proto__' && name.isWellFormed()),
  fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.string({ unit: 'grapheme' }).map((text) => text.toWellFormed()),
    fc.json().map((json) => ({ json })),
  ),
);

/** One by one, as those do who do not want all of them. */
function walk(encoded: EncodedFields): [string, unknown][] {
  const seen: [string, unknown][] = [];
  for (encoded.rewind(); encoded.next();) seen.push([encoded.name(), encoded.value()]);
  return seen;
}

test('fields are read from their bytes, all at once or one by one', () => {
  fc.assert(
    fc.property(fields, (one) => {
      const encoded = encodeFields(one);
      expect(encoded.read()).toEqual(one);
      expect(walk(encoded)).toEqual(Object.entries(one));
    }),
  );
});

test("a writer's values in another order are read all the same", () => {
  const writer = schemaOf([...KINDS].reverse());
  const read = avroType(schemaOf(KINDS), 'encoded').readerOf(writer);
  fc.assert(
    fc.property(fields, (one) => {
      const encoded = read(avroType(writer).encode(one, NOTHING), 0) as EncodedFields;
      expect(encoded.read()).toEqual(one);
    }),
  );
});

test('a map in several blocks, with their sizes, is read', () => {
  const entries = [
    [2, 0x61, 2, 1],
    [2, 0x62, 6, 2, 0x78],
  ];
  const blocks = entries.map((entry) => [1, entry.length * 2, ...entry]);
  const encoded = encodedFields(Buffer.from([...blocks.flat(), 0]), 0);
  expect(encoded.read()).toEqual({ a: true, b: 'x' });
});

test.each([
  ['a text of negative length', [2, 1, 0, 0]],
  ['a count larger than the bytes left', [20, 2, 0x61, 0, 0]],
  ['a value of no known kind', [2, 2, 0x61, 10, 0]],
  ['a text that ends behind the bytes', [2, 2, 0x61, 6, 20, 0x61, 0]],
  ['no end', [2, 2, 0x61, 0]],
  ['a number without an end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['a field named __proto__', [2, 18, ...Buffer.from('__proto__'), 0, 0]],
])('%s is refused', (_, bytes) => {
  expect(() => encodedFields(Buffer.from(bytes), 0)).toThrow(RangeError);
});
