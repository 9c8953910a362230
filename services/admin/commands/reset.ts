/** `reset`: deletes what the local stack has stored. Servers that were given are never touched. */
import { existsSync, renameSync, rmSync } from 'node:fs';

import { endLeftovers, folderOwner } from '../../local-stack/data-folder.ts';
import { PipelineError } from '../../core/errors.ts';
import type { AdminContext } from '../admin-context.ts';

export async function resetCommand(
  { dataDir, terminal }: AdminContext,
  { yes }: { readonly yes: boolean },
): Promise<void> {
  const owner = folderOwner(dataDir);
  if (owner !== null) {
    throw new PipelineError(
      'ALREADY_RUNNING',
      `A stack runs on ${dataDir} (process ${owner.pid}): stop it with npx workfront-cdc down first.`,
    );
  }
  if (!existsSync(dataDir)) {
    terminal.print(`There is nothing in ${dataDir}.`);
    return;
  }
  const question = `Delete the local log, tables and cursors in ${dataDir}?`;
  if (!yes && !terminal.interactive) {
    const message = `${question} Nobody can be asked here: say reset --yes.`;
    throw new PipelineError('USAGE', message);
  }
  if (!yes && !(await terminal.confirm(question))) return;
  await endLeftovers(dataDir);
  // Gone from its place in one step: a reset that is cut off leaves no half of a stack.
  const doomed = `${dataDir}.deleted-${process.pid}`;
  renameSync(dataDir, doomed);
  rmSync(doomed, { recursive: true, force: true });
  terminal.print(`Deleted ${dataDir}.`);
}
