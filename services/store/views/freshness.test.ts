import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SAME_SAVE_MICROS } from '../../core/fold/same-save.ts';
import { assetPath } from '../../platform/process/assets.ts';

test('a DELETE that was told holds back what may be before it by the spread of one save', () => {
  const sql = readFileSync(assetPath('services', 'store', 'views', 'freshness.sql'), 'utf8');
  expect(sql).toContain(`(min(asof) - ${SAME_SAVE_MICROS + 1})`);
});
