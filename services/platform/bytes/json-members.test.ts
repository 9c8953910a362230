import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersAmong } from './json-members.ts';

const name: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'ab', 'ä', 'a,', ':', '', '[', 'b c') },
  { weight: 1, arbitrary: fc.constantFrom('quote "', 'back \\', 'a,"b":1', '{', 'line\n') },
);

/** Most without what keeps members from being found. */
const plain = fc.oneof(
  fc.constantFrom<unknown>('a', 'b, c', '}', 'x:y', '[', 'ä', 1, -2.5, true, null),
  fc.array(fc.constantFrom<unknown>('a', ',', ']', 2, null, ['b'])),
);
const value = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: fc.jsonValue() });

describe('members of a JSON object', () => {
  it('are those that are named, whatever stands beside them', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, value),
        fc.array(name),
        fc.constantFrom('', ', '),
        (object, names, spaced) => {
          const json = spaced === '' ? JSON.stringify(object) : asPostgresWrites(object);
          const bytes = Buffer.from(`x${json}y`);
          const text = membersAmong(bytes, 1, bytes.length - 1, names);
          const isNested = json.includes('\\') || json.indexOf('{', 1) !== -1;
          expect(text === null).toBe(isNested);
          if (text === null) return;
          const wanted = Object.entries(object).filter(([one]) => names.includes(one));
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(wanted))));
        },
      ),
    );
  });

  it('are not looked for behind it', () => {
    const bytes = Buffer.from('{"a":["}",[1]],"b":2},"c":3,"\\":{}');
    expect(membersAmong(bytes, 0, 21, ['c', 'a'])).toBe('{"a":["}",[1]]}');
  });
});

/** With a space behind each comma and colon. */
function asPostgresWrites(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asPostgresWrites).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${asPostgresWrites(member)}`,
  );
  return `{${members.join(', ')}}`;
}
