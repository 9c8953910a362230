import { expect, test } from 'vitest';
import { asMicros } from '../../core/units.ts';
import { knownCursor, readGivenCursor } from './known-cursors.ts';
import type { KnownCursor } from './known-cursors.ts';

const NOW = asMicros(Date.UTC(2026, 5, 1) * 1000);

function known(name: string): KnownCursor {
  const cursor = knownCursor(name);
  if (cursor === null) throw new Error(`${name} is not known`);
  return cursor;
}

test('a cursor is given in the form of its own source', () => {
  const journal = known('journal');
  const given = { entryDate: '2026-01-31T00:00:00.000Z', ID: 'a' };
  expect(readGivenCursor(journal, given, NOW)).toEqual({
    clock: Date.UTC(2026, 0, 31) * 1000,
    ID: 'a',
  });
  const tasks = known('objects.TASK');
  expect(readGivenCursor(tasks, { lastUpdateDate: '2026-01-31T00:00:00Z' }, NOW).ID).toBe('');
  for (const value of [
    null,
    7,
    'x',
    [],
    {},
    { a: 1 },
    { entryDate: 'soon' },
    { entryDate: 5 },
    { lastUpdateDate: '2026-01-31T00:00:00.000Z' },
    { ...given, ID: 7 },
    { ...given, a: 1 },
  ])
    expect(() => readGivenCursor(journal, value, NOW), JSON.stringify(value)).toThrow(
      /The cursor journal is a time and an ID, as {"entryDate"/,
    );
  expect(() => readGivenCursor(tasks, given, NOW)).toThrow(/"lastUpdateDate"/);
});

test('a cursor is not given later than the clock of the server says', () => {
  const later = { entryDate: '2026-06-01T00:00:00.001Z', ID: '' };
  expect(() => readGivenCursor(known('journal'), later, NOW)).toThrow(
    /2026-06-01T00:00:00.001Z lies in the future: by Workfront's clock it is 2026-06-01T00:00:00/,
  );
});

test('what no poller calls a cursor has no form', () => {
  for (const name of ['', 'planning', 'objects.', 'journal2']) expect(knownCursor(name)).toBeNull();
});
