import { expect, test } from 'vitest';

import { localFolders } from './local-folders.ts';

const ALL = '/checkout/.local';

test('the sandbox and each tenant have a folder of their own', () => {
  const folders = [
    {},
    { WORKFRONT_URL: 'https://acme.my.workfront.com' },
    { WORKFRONT_URL: 'https://acme.preview.workfront.com' },
    { WORKFRONT_URL: 'http://127.0.0.1:4000' },
  ].map((settings) =>
    localFolders({ WORKFRONT_CDC_DATA_DIR: undefined, WORKFRONT_URL: undefined, ...settings }, ALL),
  );
  expect(folders.map(({ dataDir }) => dataDir)).toEqual([
    '/checkout/.local/sandbox',
    '/checkout/.local/acme.my.workfront.com',
    '/checkout/.local/acme.preview.workfront.com',
    '/checkout/.local/127.0.0.1_4000',
  ]);
});

test('a folder that was chosen is used as it is, whoever the tenant', () => {
  const settings = { WORKFRONT_CDC_DATA_DIR: '/data', WORKFRONT_URL: 'https://acme.example' };
  expect(localFolders(settings, ALL)).toEqual({ dataDir: '/data', allDir: null });
});
