import { expect, test } from 'vitest';

import { table } from './terminal.ts';

test('numbers stand to the right, words to the left', () => {
  expect(
    table(
      ['name', 'count'],
      [
        ['a', '10'],
        ['long name', '9'],
      ],
    ),
  ).toBe(
    ['name       count', '---------  -----', 'a             10', 'long name      9'].join('\n'),
  );
});

test('a table without rows still has its head', () => {
  expect(table(['id'], [])).toBe('id\n--');
});
