import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { analystCommand } from './analyst-access.ts';

const OWNER_URL = 'postgres://workfront:hunter2@127.0.0.1:5432/workfront';
const ANALYST_URL = 'postgres://analyst:s3cret@127.0.0.1:5432/workfront';
let folder = '';

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "analyst's folder "))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the command names the role that reads, and a file that holds its password', () => {
  const command = analystCommand(folder, { databaseUrl: OWNER_URL, analystUrl: ANALYST_URL });
  expect(command).toContain("psql 'postgres://analyst@127.0.0.1:5432/workfront'");
  expect(command).toContain(`PGPASSFILE='${folder.replace("'", `'\\''`)}/analyst.pgpass'`);
  expect(command).not.toMatch(/hunter2|s3cret/);
  const file = join(folder, 'analyst.pgpass');
  expect(readFileSync(file, 'utf8')).toBe('127.0.0.1:5432:workfront:analyst:s3cret\n');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('of a server that was given the password is not shown', () => {
  const command = analystCommand(folder, { databaseUrl: OWNER_URL, analystUrl: null });
  expect(command).toBe("psql 'postgres://workfront:***@127.0.0.1:5432/workfront'");
});
