/**
 * One process, one folder. The lock is the kernel's, on an open file: it ends with the process,
 * also with kill -9, and holds between containers that share a volume, where a pid says nothing.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '../../core/errors.ts';

/** The lock is free again after `release`. */
export interface FolderLock {
  release(): void;
}

/** Makes the folder where it is missing. FOLDER_TAKEN when another process has it. */
export function lockFolder(folder: string): FolderLock {
  const fd = openLockFile(folder);
  // Node cannot lock a file, but a lock belongs to the open file and not to who asked for it:
  // flock(1) locks the one that it inherits from us, ends, and the lock stays with us.
  const { status, error, stderr } = spawnSync('flock', ['--nonblock', '--exclusive', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', fd],
    timeout: LOCK_TIMEOUT_MS,
  });
  if (status === 0) return { release: () => fs.closeSync(fd) };
  fs.closeSync(fd);
  if (status === TAKEN) {
    throw new PipelineError(
      'FOLDER_TAKEN',
      `Another process uses the folder ${folder}: give each process a folder of its own.`,
      { folder },
    );
  }
  const isMissing = error !== undefined && 'code' in error && error.code === 'ENOENT';
  throw new PipelineError(
    isMissing ? 'PROGRAM_MISSING' : 'FOLDER_UNUSABLE',
    `The folder ${folder} cannot be locked: flock (of util-linux) ` +
      (isMissing ? 'is not installed.' : `failed: ${error?.message ?? String(stderr).trim()}`),
    { folder, status },
    error,
  );
}

const TAKEN = 1;
const LOCK_TIMEOUT_MS = 5_000;

function openLockFile(folder: string): number {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return fs.openSync(join(folder, 'lock'), 'a', 0o600);
  } catch (error) {
    throw new PipelineError(
      'FOLDER_UNUSABLE',
      `The folder ${folder} cannot be written: make it, and give it to this process's user.`,
      { folder },
      error,
    );
  }
}
