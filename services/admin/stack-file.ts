/**
 * `stack.json`: what `up` runs and where, for other programs. There only while it runs; may be
 * stale after a kill -9, so its reader asks whether the process lives.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from '../platform/process/config.ts';
import type { LocalFolders } from './local-folders.ts';

const PROCESS = z.object({ name: z.string(), pid: z.number().int(), opsUrl: z.string() });

const STACK = z.object({
  sandboxUrl: z.string().nullable(),
  ingressUrl: z.string(),
  queryApiUrl: z.string().nullable(),
  consoleUrl: z.string().nullable(),
  kafkaBrokers: z.array(z.string()),
  registryUrl: z.string(),
  databaseUrl: z.string(),
  processes: z.array(PROCESS),
});

export type StackFile = z.infer<typeof STACK>;
export type StackProcess = z.infer<typeof PROCESS>;

/** Null when there is none that can be read. */
export function readStackFile(dataDir: string): StackFile | null {
  try {
    const read = STACK.safeParse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * In one step, so that no reader sees half of it; for the owner only, because it has a password.
 * A copy goes to where other programs look for the stack of this checkout.
 */
export function writeStackFile({ dataDir, allDir }: LocalFolders, stack: StackFile): void {
  for (const folder of allDir === null ? [dataDir] : [dataDir, allDir]) {
    const draft = `${pathIn(folder)}.draft`;
    writeFileSync(draft, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, pathIn(folder));
  }
}

/** The copy only when it is of this stack: another may have been started since. */
export function removeStackFile({ dataDir, allDir }: LocalFolders): void {
  const isOurs = allDir !== null && textIn(allDir) === textIn(dataDir);
  if (isOurs) rmSync(pathIn(allDir), { force: true });
  rmSync(pathIn(dataDir), { force: true });
}

function textIn(folder: string): string | null {
  try {
    return readFileSync(pathIn(folder), 'utf8');
  } catch {
    return null;
  }
}

function pathIn(folder: string): string {
  return join(folder, 'stack.json');
}
