import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersAmong } from './json-members.ts';

const name = fc.oneof(
  fc.constantFrom('a', 'ab', 'ä', 'quote "', 'back \\', 'a,"b":1', '', '{', 'line\n'),
  fc.string(),
);

describe('members of a JSON object', () => {
  it('are those that are named, whatever stands beside them', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.jsonValue()),
        fc.array(name),
        fc.constantFrom('', ', '),
        (object, names, spaced) => {
          const json = spaced === '' ? JSON.stringify(object) : asPostgresWrites(object);
          const bytes = Buffer.from(`x${json}y`);
          const text = membersAmong(bytes, 1, bytes.length - 1, names);
          const wanted = Object.entries(object).filter(([one]) => names.includes(one));
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(wanted))));
        },
      ),
    );
  });

  it('are found where an escape is written otherwise', () => {
    const bytes = Buffer.from(String.raw`{"\u0061": [1, "}"], "b": 2}`);
    expect(membersAmong(bytes, 0, bytes.length, ['a'])).toBe(String.raw`{"\u0061": [1, "}"]}`);
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
