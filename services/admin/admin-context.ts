/** What every command is handed. */
import { resolve } from 'node:path';

import { assetPath } from '../platform/process/assets.ts';
import { readConfig } from '../platform/process/config.ts';
import type { Env } from '../platform/process/config.ts';
import { adminSettings } from './settings.ts';
import type { AdminSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface AdminContext {
  readonly settings: AdminSettings;
  /** As `process.env` gave it; for child processes. */
  readonly env: Env;
  readonly dataDir: string;
  readonly terminal: Terminal;
  /** Aborts at Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

export function openContext(env: Env, signal: AbortSignal, terminal: Terminal): AdminContext {
  const settings = readConfig(adminSettings, env);
  const chosen = settings.WORKFRONT_CDC_DATA_DIR;
  const dataDir = chosen === undefined ? assetPath('.local') : resolve(chosen);
  return { settings, env, dataDir, terminal, signal };
}
