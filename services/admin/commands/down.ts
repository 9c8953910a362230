/** `down`: stops what `up` runs, and what a killed `up` left behind. */
import { endLeftovers, folderOwner } from '../../local-stack/data-folder.ts';
import { isAlive, signalProcess } from '../../local-stack/process-identity.ts';
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import type { AdminContext } from '../admin-context.ts';
import { othersRunning } from '../local-folders.ts';
import { removeStackFile } from '../stack-file.ts';

const DEADLINE_MS = 90_000;
const POLL_MS = 50;

export async function downCommand(context: AdminContext): Promise<void> {
  const { dataDir, terminal, signal } = context;
  const owner = folderOwner(dataDir);
  if (owner !== null) {
    terminal.note(`Stopping process ${owner.pid} and everything that it runs.`);
    signalProcess(owner, 'SIGTERM');
    const deadlineMs = systemClock.monotonicMs() + DEADLINE_MS;
    while (isAlive(owner)) {
      if (systemClock.monotonicMs() > deadlineMs) throw tooLong(owner.pid);
      await systemClock.sleep(POLL_MS, signal);
    }
  }
  const leftovers = await endLeftovers(dataDir);
  removeStackFile(context);
  if (leftovers.length > 0) terminal.note(`Ended what was left over: ${leftovers.join(', ')}.`);
  const nothing = owner === null && leftovers.length === 0;
  terminal.print(nothing ? 'Nothing was running.' : 'Everything has stopped. The data stay.');
  if (nothing) for (const other of othersRunning(context)) terminal.note(other);
}

function tooLong(pid: number): PipelineError {
  return new PipelineError(
    'STOP_FAILED',
    `Process ${pid} has not ended within ${DEADLINE_MS / 1000} s: kill -9 ${pid}, then run down again.`,
    { pid },
  );
}
