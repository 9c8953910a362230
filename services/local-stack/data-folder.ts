/**
 * One stack, one folder: a lock tells a second start that the first still runs, and a part's data
 * appears under its name only when it is whole.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';

import { PipelineError } from '../core/errors.ts';
import { formatIdentity, identify, isAlive } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { endLeftover, readIdentity } from './kept-process.ts';
import { makeDataFolder } from './private-files.ts';

const LOCK = 'lock';

/** Takes the folder for this process; the answer gives it back. */
export function lockDataFolder(dataDir: string): () => void {
  makeDataFolder(dataDir);
  const self = identify(process.pid);
  if (self === null) throw new Error('cannot tell when this process started');
  const lock = join(dataDir, LOCK);
  const draft = `${lock}.${self.pid}`;
  fs.writeFileSync(draft, formatIdentity(self));
  try {
    // A link is made or not, with its content; no second start can see half of it.
    while (!linked(draft, lock)) {
      const owner = readIdentity(lock);
      if (owner !== null && isAlive(owner)) throw alreadyRuns(owner, dataDir);
      removeStale(lock, self);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return () => {
    if (readIdentity(lock)?.started === self.started) fs.rmSync(lock, { force: true });
  };
}

/** ALREADY_RUNNING when a stack runs on this folder. */
export function refuseSecond(dataDir: string): void {
  const owner = folderOwner(dataDir);
  if (owner !== null) throw alreadyRuns(owner, dataDir);
}

/** Who runs on this folder, if anybody does. */
export function folderOwner(dataDir: string): ProcessIdentity | null {
  const owner = readIdentity(join(dataDir, LOCK));
  return owner !== null && isAlive(owner) ? owner : null;
}

/**
 * Ends every service of an earlier run that is still there: its keeper was killed with it, or is
 * about to end it. Returns their names.
 */
export async function endLeftovers(dataDir: string): Promise<string[]> {
  const folder = pidsFolder(dataDir);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const ended = names.map(async (name) => ((await endLeftover(join(folder, name))) ? name : null));
  return (await Promise.all(ended)).filter((name) => name !== null);
}

/** Where the pid files are. */
export function pidsFolder(dataDir: string): string {
  return join(dataDir, 'pids');
}

/**
 * Makes a part's data beside its place and moves it there in one step: a start that was cut off
 * leaves nothing that looks like data.
 */
export async function createWhole(
  folder: string,
  create: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${folder}.draft`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  await create(draft);
  fs.renameSync(draft, folder);
}

/** The error for a data folder that lacks what every whole one has. */
export function notWhole(folder: string, fact: string): PipelineError {
  return new PipelineError(
    'DATA_FOLDER_DAMAGED',
    `The data folder ${folder} ${fact}. Put it back from a copy, or start afresh with ` +
      'npx workfront-cdc reset (it deletes the local log and tables).',
    { folder },
  );
}

function linked(draft: string, lock: string): boolean {
  try {
    fs.linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

// Moved away before it is deleted: of two starts that see a stale lock only one can move it, and
// what the other moved by mistake (the first one's new lock) is put back.
function removeStale(lock: string, self: ProcessIdentity): void {
  const aside = `${lock}.stale.${self.pid}`;
  try {
    fs.renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = readIdentity(aside);
  if (moved !== null && isAlive(moved)) linked(aside, lock);
  fs.rmSync(aside, { force: true });
}

function alreadyRuns(owner: ProcessIdentity, dataDir: string): PipelineError {
  return new PipelineError(
    'ALREADY_RUNNING',
    `A stack already runs on ${dataDir} (process ${owner.pid}). See it with npx workfront-cdc status, ` +
      'stop it with npx workfront-cdc down.',
    { pid: owner.pid },
  );
}
