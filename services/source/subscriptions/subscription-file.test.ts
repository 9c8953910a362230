import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SUBSCRIBABLE_OBJECT_CODES } from '../../workfront/catalogue/catalogue.ts';
import { wantedSubscriptions } from './subscription-file.ts';

const PUBLIC = 'https://cdc.example/';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workfront-cdc-subscriptions-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const path = join(folder, 'subscriptions.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('without a file every subscribable type has three events and a URL of its own', () => {
  const wanted = wantedSubscriptions(PUBLIC);
  expect(wanted).toHaveLength(SUBSCRIBABLE_OBJECT_CODES.length * 3);
  expect(new Set(wanted.map(({ url }) => url)).size).toBe(SUBSCRIBABLE_OBJECT_CODES.length);
  expect(wanted).toContainEqual({
    objCode: 'TASK',
    eventType: 'CREATE',
    url: 'https://cdc.example/webhook/TASK',
    version: 'v2',
    base64: false,
    filters: [],
    filterConnector: 'AND',
  });
});

test('a file says which types, events, filters, URL, version and encoding', () => {
  const filter = { fieldName: 'status', fieldValue: 'CUR', comparison: 'eq' };
  const path = file({
    events: ['UPDATE'],
    base64: true,
    types: [
      { objCode: 'PROJ', filters: [filter], filterConnector: 'OR' },
      { objCode: 'TASK', events: ['DELETE'], url: 'https://x.example/t', version: 'v1' },
    ],
  });
  expect(wantedSubscriptions(PUBLIC, path)).toEqual([
    {
      objCode: 'PROJ',
      eventType: 'UPDATE',
      url: 'https://cdc.example/webhook/PROJ',
      version: 'v2',
      base64: true,
      filters: [filter],
      filterConnector: 'OR',
    },
    {
      objCode: 'TASK',
      eventType: 'DELETE',
      url: 'https://x.example/t',
      version: 'v1',
      base64: true,
      filters: [],
      filterConnector: 'AND',
    },
  ]);
});

test('a file that cannot be used is told with everything that is wrong in it', () => {
  const wrong = { types: [{ objCode: 'GROUP' }, { objCode: 'TASK', event: 'UPDATE' }], x: 1 };
  expect(() => wantedSubscriptions(PUBLIC, file(wrong))).toThrow(/subscriptions\.json is not/);
  expect(() => wantedSubscriptions(PUBLIC, file('{'))).toThrow(/cannot be read as JSON/);
  expect(() => wantedSubscriptions(PUBLIC, file({ types: [{ objCode: 'GROUP' }] }))).toThrow(
    /types.*must be one of/s,
  );
});
