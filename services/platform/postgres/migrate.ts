/**
 * Applies `000001_name.sql` files, forward only, each in its own transaction, safe when several
 * processes start at once. A file that begins with `--! breaking` stops older code from starting.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { hasReaction, PipelineError } from '../../core/errors.ts';
import { inTransaction } from './postgres.ts';
import type { Client, Pool } from './postgres.ts';
import { requireFit } from './require-fit.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly breaking: boolean;
}

/** Returns the names that were applied now. MIGRATION_FAILED says which file, and why. */
export async function migrate(
  pool: Pool,
  directory: string,
  clock: Clock = systemClock,
): Promise<string[]> {
  const wanted = await readMigrations(directory);
  return pool.withClient(async (client) => {
    await requireFit(client);
    await takeTurn(client, clock);
    try {
      await client.query(BOOKKEEPING);
      return await applyMissing(client, wanted);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    }
  });
}

/** The files of a folder, in order; refuses gaps and repeats in their numbers. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const [at, file] of files.entries()) {
    const number = Number(/^(\d{6})_[a-z0-9_]+\.sql$/.exec(file)?.[1]);
    if (number !== at + 1) {
      throw new PipelineError(
        'MIGRATION_MISMATCH',
        `${file} should be number ${at + 1}, as 00000n_name.sql: rename it.`,
        { file },
      );
    }
    const sql = await readFile(join(directory, file), 'utf8');
    migrations.push({ number, name: file, sql, breaking: sql.startsWith('--! breaking') });
  }
  return migrations;
}

/** Any number that nothing else locks: the bytes of "wfcdc". */
const LOCK = 0x77_66_63_64_63;

const TURN_DEADLINE_MS = 120_000;

/**
 * One at a time. The lock belongs to the session: it ends with the connection if we die (Law 8).
 */
async function takeTurn(client: Client, clock: Clock): Promise<void> {
  const endMs = clock.monotonicMs() + TURN_DEADLINE_MS;
  while (clock.monotonicMs() < endMs) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1) as taken',
      [LOCK],
    );
    if (rows[0]?.taken === true) return;
    await clock.sleep(100);
  }
  const message = 'Another process has been migrating for long; look at it, then start again.';
  throw new PipelineError('MIGRATION_BUSY', message);
}

const BOOKKEEPING = `
  create schema if not exists control;
  create table if not exists control.migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    breaking boolean not null,
    applied_at timestamptz not null default now()
  );
`;

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly breaking: boolean;
}

async function applyMissing(client: Client, wanted: readonly Migration[]): Promise<string[]> {
  const { rows } = await client.query<Applied>(
    'select number, name, sha256, breaking from control.migrations order by number',
  );
  for (const applied of rows) refuseMismatch(applied, wanted);
  const done = new Set(rows.map(({ number }) => number));
  const names: string[] = [];
  for (const migration of wanted) {
    if (done.has(migration.number)) continue;
    await apply(client, migration);
    names.push(migration.name);
  }
  return names;
}

function refuseMismatch(applied: Applied, wanted: readonly Migration[]): void {
  const ours = wanted.find(({ number }) => number === applied.number);
  if (!ours) {
    // The database is newer than this code: fine, unless it says otherwise.
    if (!applied.breaking) return;
    throw new PipelineError(
      'MIGRATION_MISMATCH',
      `The database has ${applied.name}, with which this older code cannot live: deploy newer code.`,
      { file: applied.name },
    );
  }
  if (sha256(ours.sql) === applied.sha256) return;
  throw new PipelineError(
    'MIGRATION_MISMATCH',
    `${ours.name} was changed after it was applied: restore it, and put the change into a new file.`,
    { file: ours.name },
  );
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const { number, name, sql, breaking } = migration;
  try {
    await inTransaction(client, async () => {
      await client.query(sql);
      await client.query(
        'insert into control.migrations (number, name, sha256, breaking) values ($1, $2, $3, $4)',
        [number, name, sha256(sql), breaking],
      );
    });
  } catch (error) {
    if (hasReaction(error, 'retry')) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new PipelineError('MIGRATION_FAILED', `${name}: ${message}`, { file: name }, error);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
