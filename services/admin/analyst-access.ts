/** How an analyst opens the tables: as a role that reads views, by a password that is not shown. */
import { closeSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openPrivate } from '../local-stack/private-files.ts';
import { withoutPassword } from './printed-url.ts';

/** Where libpq finds the password: psql, and whatever else is given PGPASSFILE. */
const PASS_FILE = 'analyst.pgpass';

export interface AnalystDatabase {
  readonly databaseUrl: string;
  /** Null for a server that was given: its owner knows who may read there. */
  readonly analystUrl: string | null;
}

/** The command that opens the tables; keeps the password in a file of this user's alone. */
export function analystCommand(
  dataDir: string,
  { databaseUrl, analystUrl }: AnalystDatabase,
): string {
  if (analystUrl === null) return `psql ${shellQuoted(withoutPassword(databaseUrl))}`;
  const file = join(dataDir, PASS_FILE);
  writePassFile(file, new URL(analystUrl));
  const url = new URL(analystUrl);
  url.password = '';
  return `PGPASSFILE=${shellQuoted(file)} psql ${shellQuoted(url.href)}`;
}

// In one step: a reader never finds half of it.
function writePassFile(file: string, { hostname, port, pathname, username, password }: URL): void {
  const draft = openPrivate(`${file}.draft`, 'w');
  writeFileSync(draft, `${hostname}:${port}:${pathname.slice(1)}:${username}:${password}\n`);
  closeSync(draft);
  renameSync(`${file}.draft`, file);
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
