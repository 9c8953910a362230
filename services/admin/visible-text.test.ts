import { expect, test } from 'vitest';

import { visibleText } from './visible-text.ts';

test.each([
  ['a colour', '\u001b[31mred', '\\u001b[31mred'],
  ['a title', 'a\u001b]0;owned\u0007b', 'a\\u001b]0;owned\\u0007b'],
  ['a control of C1', 'a\u009b2Jb', 'a\\u009b2Jb'],
  ['a carriage return that hides what was before', 'rm -rf\rls', 'rm -rf\\rls'],
  ['an override of direction', 'a\u202egpj.exe', 'a\\u202egpj.exe'],
  ['letters of any script', 'Zürich 東京 🚀', 'Zürich 東京 🚀'],
])('%s is shown as what it is', (_, given, shown) => {
  expect(visibleText(given, 'page')).toBe(shown);
  expect(visibleText(given, 'line')).toBe(shown);
});

test('a page keeps its line ends and tabs, a cell of a table shows them', () => {
  expect(visibleText('a\n\tb', 'page')).toBe('a\n\tb');
  expect(visibleText('a\n\tb', 'line')).toBe('a\\n\\tb');
});
