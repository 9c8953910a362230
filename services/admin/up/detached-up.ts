/** `up --detach`: the same `up` in a process of its own, left alone once everything runs. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';

import { refuseSecond } from '../../local-stack/data-folder.ts';
import { logTail } from '../../local-stack/kept-process.ts';
import { makeDataFolder, openPrivate, privateFolder } from '../../local-stack/private-files.ts';
import { PipelineError } from '../../core/errors.ts';
import type { AdminContext } from '../admin-context.ts';

/** What the process left behind tells the one that started it. */
export const READY_MESSAGE = 'ready';

/** Resolves when everything runs. `main` is the command line's own file. */
export async function detachedUp(context: AdminContext, main: string): Promise<void> {
  const { dataDir, terminal, signal } = context;
  refuseSecond(dataDir);
  const logFile = join(dataDir, 'logs', 'up.log');
  makeDataFolder(dataDir);
  privateFolder(join(dataDir, 'logs'));
  // With this it would follow npm, which ends as soon as we do.
  const env = { ...context.env, npm_execpath: undefined };
  const log = openPrivate(logFile, 'w');
  const child = spawn(process.execPath, [main, 'up', '--background'], {
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const abort = (): boolean => child.kill('SIGTERM');
  signal.addEventListener('abort', abort, { once: true });
  terminal.note(`Starting everything in the background; what it says is in ${logFile}.`);
  const outcome = await readyOrEnded(child);
  signal.removeEventListener('abort', abort);
  if (outcome !== READY_MESSAGE) {
    if (signal.aborted) return;
    const fault = outcome === 2 ? 'CONFIG_INVALID' : 'START_FAILED';
    throw new PipelineError(fault, `It did not start. It said:\n${logTail(logFile, 20)}`);
  }
  child.disconnect();
  child.unref();
  terminal.print(logTail(logFile, 200));
  terminal.print('It runs on: npx workfront-cdc status shows it, npx workfront-cdc down stops it.');
}

function readyOrEnded(child: ChildProcess): Promise<typeof READY_MESSAGE | number> {
  return new Promise((resolve) => {
    child.once('message', (message) => {
      if (message === READY_MESSAGE) resolve(READY_MESSAGE);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
