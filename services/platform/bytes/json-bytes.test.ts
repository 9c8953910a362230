import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonBytes, nameJson } from './json-bytes.ts';

const text = fc.string({ unit: 'grapheme' }).map((one) => one.toWellFormed());
const long = fc.string({ minLength: 80, maxLength: 12_000 });

describe('JSON in bytes', () => {
  it('says of any strings, numbers and truths what JSON.stringify says', () => {
    const json = new JsonBytes();
    const value = fc.oneof(text, long, fc.double({ noNaN: true, noDefaultInfinity: true }));
    const other = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.oneof(value, other))), (members) => {
        json.clear();
        for (const [name, member] of members) {
          json.name(nameJson(name));
          json.value(member);
        }
        json.close();
        const said = members.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`);
        expect(textIn(json)).toBe(`{${said.join(',')}}`);
      }),
    );
  });

  it('copies text that stands for itself, and leaves all other text alone', () => {
    fc.assert(
      fc.property(fc.oneof(text, long), (one) => {
        const json = new JsonBytes();
        const bytes = Buffer.from(one);
        const isPlain = /^[ !#-[\]-~]*$/.test(one);
        expect(json.plainString(bytes, 0, bytes.length)).toBe(isPlain);
        expect(textIn(json)).toBe(isPlain ? JSON.stringify(one) : '');
      }),
    );
  });
});

function textIn({ bytes, length }: JsonBytes): string {
  return bytes.toString('utf8', 0, length);
}
