/** What every command is handed. */
import { assetPath } from '../platform/process/assets.ts';
import type { Env } from '../platform/process/config.ts';
import { checkSettings } from './check-settings.ts';
import { localFolders } from './local-folders.ts';
import type { AdminSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface AdminContext {
  readonly settings: AdminSettings;
  /** As `process.env` gave it; for child processes. */
  readonly env: Env;
  readonly dataDir: string;
  /** See `LocalFolders`. */
  readonly allDir: string | null;
  readonly terminal: Terminal;
  /** Aborts at Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

export interface ContextOptions {
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
  /** Whether what the processes would be told is judged too. */
  readonly pipeline: boolean;
}

export function openContext(
  env: Env,
  { signal, terminal, pipeline }: ContextOptions,
): AdminContext {
  const { settings, doubts } = checkSettings(env, { pipeline });
  for (const doubt of doubts) terminal.note(doubt);
  const folders = localFolders(settings, assetPath('.local'));
  return { settings, env, ...folders, terminal, signal };
}
