import { expect, test } from 'vitest';
import { lastLines } from './reporter.ts';

test('the last line counts, and leaves skips out when there are none', () => {
  expect(lastLines({ passed: 12, failed: 0, skips: [] }, 0)).toBe('12 passed, 0 failed\n');
});

test('each skip is named with its reason before the last line', () => {
  const text = lastLines({ passed: 1, failed: 2, skips: ['a.test.ts > b: no Docker'] }, 1);
  expect(text).toBe('skipped: a.test.ts > b: no Docker\n1 passed, 2 failed, 1 skipped\n');
});

test('a run that ends badly without a failed test does not say `0 failed`', () => {
  expect(lastLines({ passed: 3, failed: 0, skips: [] }, 1)).toBe('3 passed, 1 failed\n');
});
