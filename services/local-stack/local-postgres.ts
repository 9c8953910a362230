/** Postgres 18 from npm, on loopback, with its durability as in production. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { PipelineError } from '../core/errors.ts';
import { z } from '../platform/process/config.ts';
import type { Env } from '../platform/process/config.ts';
import { createWhole, notWhole } from './data-folder.ts';
import { keepProcess } from './kept-process.ts';
import { createPart } from './part.ts';
import type { Part, PartOptions } from './part.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { findUnprivileged } from './unprivileged.ts';
import type { Unprivileged } from './unprivileged.ts';
import { commandLine, endProcess, identify } from './process-identity.ts';
import { runCommand } from './run-command.ts';

export interface LocalPostgresOptions extends Pick<PartOptions, 'logFile' | 'onCrash' | 'signal'> {
  readonly folder: string;
  readonly pidFile: string;
  readonly port: number;
  readonly env: Env;
}

export interface LocalPostgres extends DatabaseUrls {
  readonly part: Part;
}

/** One database, as each of its roles opens it. */
export interface DatabaseUrls {
  /** The pipeline's own: it owns the database, and nothing beside it. */
  readonly databaseUrl: string;
  /** May do what it is granted: read the views. */
  readonly analystUrl: string;
  /** Made the other two; for what a person or a test must be allowed. */
  readonly superuserUrl: string;
}

const DATABASE = 'workfront';
const OWNER = 'workfront';
const SUPERUSER = 'postgres';
/** A person's; may read what both roles of readers may. */
const ANALYST = 'analyst';
/** STORE_READER_ROLE and STORE_GUARDED_READER_ROLE of the projector. */
export const READER_ROLE = 'workfront_reader';
export const GUARDED_READER_ROLE = 'workfront_guarded_reader';
const PASSWORDS_FILE = 'workfront-cdc-passwords.json';
const STOP_GRACE_MS = 30_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A socket file would need a short path; nothing uses it.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** Makes the data folder when there is none; does not start the server. */
export async function prepareLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const binaries = postgresBinaries();
  const { folder, port, env } = options;
  await endForgottenPostmaster(folder);
  if (!existsSync(folder)) await createWhole(folder, (draft) => initialise(draft, env));
  checkWhole(folder);
  const unprivileged = await findUnprivileged(binaries.postgres, folder, env);
  const passwords = readPasswords(folder);
  const settings = Object.entries(SETTINGS).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const part = createPart({
    ...options,
    name: 'postgres',
    launch: () =>
      keepProcess({
        ...unprivileged.run(binaries.postgres, ['-D', folder, '-p', String(port), ...settings]),
        name: 'postgres',
        env: postgresEnv(env),
        logFile: options.logFile,
        pidFile: options.pidFile,
        stopSignal: 'SIGINT',
        graceMs: STOP_GRACE_MS,
      }),
    ready: async (pid) => postmasterIsReady(folder, pid),
    readyDeadlineMs: 120_000,
  });
  const urlOf = (role: Role): string =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${DATABASE}`;
  return {
    part,
    databaseUrl: urlOf(OWNER),
    analystUrl: urlOf(ANALYST),
    superuserUrl: urlOf(SUPERUSER),
  };
}

async function initialise(draft: string, env: Env): Promise<void> {
  const binaries = postgresBinaries();
  const passwords = newPasswords();
  const passwordFile = `${draft}.password`;
  const unprivileged = await findUnprivileged(binaries.postgres, draft, env);
  writeFileSync(passwordFile, `${passwords[SUPERUSER]}\n`, { mode: 0o600 });
  unprivileged.own(passwordFile);
  const initdb = unprivileged.run(binaries.initdb, [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--lc-messages=C',
  ]);
  try {
    await mustRun(initdb, env);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  await createDatabase(draft, passwords, unprivileged, env);
  const kept = join(draft, PASSWORDS_FILE);
  writeFileSync(kept, `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
  unprivileged.own(kept);
}

type Role = typeof OWNER | typeof ANALYST | typeof SUPERUSER;
type Passwords = z.infer<typeof PASSWORDS>;

const PASSWORD = z.string().regex(/^[0-9a-f]{32}$/);
const PASSWORDS = z.object({ [OWNER]: PASSWORD, [ANALYST]: PASSWORD, [SUPERUSER]: PASSWORD });

function newPasswords(): Passwords {
  const password = (): string => randomBytes(16).toString('hex');
  return { [OWNER]: password(), [ANALYST]: password(), [SUPERUSER]: password() };
}

function readPasswords(folder: string): Passwords {
  try {
    return PASSWORDS.parse(JSON.parse(readFileSync(join(folder, PASSWORDS_FILE), 'utf8')));
  } catch {
    throw notWhole(folder, 'was not made by this version of the program');
  }
}

// In single-user mode: no server to start and stop, and no client to do it with.
function createDatabase(
  folder: string,
  passwords: Passwords,
  unprivileged: Unprivileged,
  env: Env,
): Promise<void> {
  const args = ['--single', '-D', folder, '-c', 'exit_on_error=on', 'postgres'];
  const command = unprivileged.run(postgresBinaries().postgres, args);
  const lines = [
    `create role ${OWNER} login password '${passwords[OWNER]}'`,
    `create role ${ANALYST} login password '${passwords[ANALYST]}'`,
    `create role ${READER_ROLE} nologin`,
    `create role ${GUARDED_READER_ROLE} nologin`,
    `grant ${READER_ROLE}, ${GUARDED_READER_ROLE} to ${ANALYST}`,
    `alter role ${ANALYST} set default_transaction_read_only = on`,
    `create database ${DATABASE} owner ${OWNER}`,
    `revoke temporary on database ${DATABASE} from public`,
  ];
  return mustRun(command, env, lines.map((line) => `${line};\n`).join(''));
}

async function mustRun(
  { command, args, user }: ReturnType<Unprivileged['run']>,
  env: Env,
  input?: string,
): Promise<void> {
  const options = { env: postgresEnv(env), ...(user ? { user } : {}) };
  const result = await runCommand(command, args, { ...options, ...(input ? { input } : {}) });
  if (result.code === 0) return;
  throw new PipelineError(
    'START_FAILED',
    `The local Postgres could not make its data folder (${command} ended with ${result.code}). ` +
      `It said:\n${result.output.trim().split('\n').slice(-8).join('\n')}`,
  );
}

function checkWhole(folder: string): void {
  const version = join(folder, 'PG_VERSION');
  if (!existsSync(version) || !existsSync(join(folder, 'global', 'pg_control'))) {
    throw notWhole(folder, 'is not a whole Postgres data folder');
  }
  const found = readFileSync(version, 'utf8').trim();
  if (found !== '18')
    throw notWhole(folder, `was made by Postgres ${found}, and this is Postgres 18`);
}

// pg_ctl waits for the same thing: line 1 of postmaster.pid is the pid, line 8 the state.
function postmasterIsReady(folder: string, pid: number): boolean {
  const lines = readPostmaster(folder);
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

// A postmaster that no pid file of ours names, because that file is gone: it holds the folder, so
// end it. Where the pid now belongs to some other program, Postgres would refuse to start for
// nothing.
async function endForgottenPostmaster(folder: string): Promise<void> {
  const pid = Number(readPostmaster(folder)[0]);
  const identity = Number.isInteger(pid) && pid > 0 ? identify(pid) : null;
  if (identity === null) return;
  if (commandLine(pid).includes(folder)) await endProcess(identity, 'SIGINT', STOP_GRACE_MS);
  else rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function readPostmaster(folder: string): readonly string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function postgresEnv(env: Env): Env {
  // PG* variables are meant for clients of some other server.
  const own = Object.entries(env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), TZ: 'UTC', LC_ALL: 'C' };
}
