/**
 * `rebuild`: the next store from the log, beside the one that readers see; a process of its own
 * does it (`services/projector/rebuild`).
 */
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { PipelineError } from '../../core/errors.ts';
import { assetPath } from '../../platform/process/assets.ts';
import { z } from '../../platform/process/config.ts';
import { canonicalObjCode } from '../../workfront/catalogue/catalogue.ts';
import type { AdminContext } from '../admin-context.ts';
import { brokersOf, registryOf, storeUrlOf } from '../connections.ts';

export interface RebuildGiven {
  readonly switch: boolean;
  readonly stay: boolean;
  readonly restart: boolean;
  readonly back: boolean;
  readonly drop: boolean;
  readonly projection?: string;
  readonly types?: string;
  readonly fromChanges: boolean;
  readonly until?: string;
}

/** The exit code: 1 where the stores differ and readers stay where they are. */
export async function rebuildCommand(context: AdminContext, given: RebuildGiven): Promise<number> {
  const { settings, env, dataDir, terminal, signal } = context;
  const folder = settings.REBUILD_FOLDER ?? join(dataDir, 'rebuild');
  mkdirSync(folder, { recursive: true });
  const { restart, stay, until, fromChanges } = given;
  const types = given.types === undefined ? null : given.types.split(',').map(canonicalType);
  const untilMs = until === undefined ? null : Date.parse(until);
  const projection = given.projection ?? null;
  const from = { projection, types, untilMs, fromChanges };
  const order = { act: actOf(given), restart, stay, ...from, folder };
  const main = assetPath('dist', 'services', 'projector', 'rebuild', 'main.js');
  const child = fork(main, [JSON.stringify(order)], {
    env: {
      ...env,
      KAFKA_BROKERS: brokersOf(context).join(','),
      SCHEMA_REGISTRY_URL: registryOf(context).registryUrl,
      DATABASE_URL: storeUrlOf(context).reveal(),
      // It drains when we are gone, however we end (Law 8).
      PARENT_PID: String(process.pid),
    },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // What it logs says again what it tells; the last lines are for when it ends without a word.
  let logged = '';
  child.stdout?.on('data', (chunk: Buffer) => (logged = (logged + chunk.toString()).slice(-4_000)));
  const failures: string[] = [];
  child.on('message', (message) => {
    const told = said.parse(message);
    if (told.print !== undefined) terminal.print(told.print);
    if (told.note !== undefined) terminal.note(told.note);
    if (told.progress !== undefined && terminal.interactive) terminal.redraw([told.progress]);
    if (told.failed !== undefined) failures.push(told.failed);
  });
  const stop = (): boolean => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (failures.length > 0) throw new PipelineError('REBUILD_FAILED', failures.join('\n'));
  if (code === 0 || (code === 1 && logged.includes('"reason":"done"'))) return code;
  if (signal.aborted) {
    terminal.note('Stopped; the same command goes on from here.');
    return 1;
  }
  throw new PipelineError(
    'REBUILD_FAILED',
    `The rebuild ended with ${code ?? 'a signal'}; the same command goes on from there. Its last ` +
      `words: ${logged}`,
  );
}

const said = z.object({
  print: z.string().optional(),
  note: z.string().optional(),
  progress: z.string().optional(),
  failed: z.string().optional(),
});

function canonicalType(text: string): string {
  return canonicalObjCode(text.trim()) ?? text.trim();
}

function actOf({ switch: toNext, stay, restart, back, drop }: RebuildGiven): string {
  const chosen = [toNext && 'switch', back && 'back', drop && 'drop'].filter(Boolean);
  if (chosen.length > 1 || (chosen.length === 1 && (stay || (restart && !toNext)))) {
    throw new PipelineError('USAGE', 'Say one of --switch, --back, --drop, or none of them.');
  }
  return String(chosen[0] ?? 'build');
}
