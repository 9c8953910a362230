import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { fileFault } from './system-error.ts';

function systemError(code: string, path?: string): Error {
  const parts = { code, syscall: 'write', ...(path === undefined ? {} : { path }) };
  return Object.assign(new Error(`${code}: whatever`), parts);
}

test.each([
  ['EROFS', '/data/lock', /^\/data\/lock cannot be used \(EROFS\): .*read-only.*DATA_DIR\.$/],
  ['EACCES', '/data', /this user may not/],
  ['ENOSPC', undefined, /^A file cannot be used \(ENOSPC\): the disk is full; make room/],
])('%s is one sentence with what to do', (code, path, message) => {
  const fault = fileFault(systemError(code, path));
  expect(fault).toMatchObject({ code: 'FILE_UNUSABLE' });
  expect(fault?.message).toMatch(message);
  expect(fault?.message).not.toContain('\n');
});

test('a real refusal is known', () => {
  try {
    readFileSync('/dev/null/nowhere');
  } catch (error) {
    expect(fileFault(error)?.message).toContain('/dev/null/nowhere cannot be used (ENOTDIR)');
  }
});

test('what is no file’s fault stays what it is', () => {
  expect(fileFault(systemError('ECONNREFUSED'))).toBeNull();
  expect(fileFault(new TypeError('x'))).toBeNull();
});
