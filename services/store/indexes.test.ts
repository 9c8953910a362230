import { expect, test } from 'vitest';
import { assetPath } from '../platform/process/assets.ts';
import { readIndexFile } from './indexes.ts';

test("the package's own list names tables and columns that there are, each once", async () => {
  const indexes = await readIndexFile(assetPath('infra', 'postgres', 'indexes.json'));
  const names = indexes.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(indexes).toContainEqual({
    name: 'by_note_now_objid_',
    table: 'note_now',
    columns: ['objid_'],
  });
});
