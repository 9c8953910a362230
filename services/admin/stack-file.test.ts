import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { readStackFile, removeStackFile, writeStackFile } from './stack-file.ts';
import type { StackFile } from './stack-file.ts';

let allDir = '';

beforeEach(() => {
  allDir = mkdtempSync(join(tmpdir(), 'stack-file-'));
  for (const name of ['sandbox', 'acme']) mkdirSync(join(allDir, name));
});

afterEach(() => rmSync(allDir, { recursive: true, force: true }));

function stackOf(name: string): StackFile {
  return {
    sandboxUrl: null,
    ingressUrl: `http://${name}`,
    queryApiUrl: null,
    consoleUrl: null,
    kafkaBrokers: ['127.0.0.1:9092'],
    registryUrl: 'http://registry',
    databaseUrl: 'postgres://user:hunter2@db/x',
    processes: [{ name: 'projector', pid: 1, opsUrl: 'http://127.0.0.1:1' }],
  };
}

const foldersOf = (name: string) => ({ dataDir: join(allDir, name), allDir });

test('it reads as it was written, and only its owner can', () => {
  writeStackFile(foldersOf('sandbox'), stackOf('sandbox'));
  for (const folder of [join(allDir, 'sandbox'), allDir]) {
    expect(readStackFile(folder)).toEqual(stackOf('sandbox'));
    expect(statSync(join(folder, 'stack.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
  }
});

test('one that stops takes away the common copy only when it is its own', () => {
  writeStackFile(foldersOf('sandbox'), stackOf('sandbox'));
  writeStackFile(foldersOf('acme'), stackOf('acme'));
  removeStackFile(foldersOf('sandbox'));
  expect(readStackFile(join(allDir, 'sandbox'))).toBeNull();
  expect(readStackFile(allDir)).toEqual(stackOf('acme'));
  removeStackFile(foldersOf('acme'));
  expect(readStackFile(allDir)).toBeNull();
});

test.each([
  ['torn', '{"sandboxUrl":'],
  ['of another form', '{}'],
])('one that is %s counts as none', (_, text) => {
  writeFileSync(join(allDir, 'stack.json'), text);
  expect(readStackFile(allDir)).toBeNull();
});
