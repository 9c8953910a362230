/** Which folder under `.local/` a stack has: each tenant its own, and the sandbox another. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { folderOwner } from '../local-stack/data-folder.ts';
import type { AdminSettings } from './settings.ts';

export interface LocalFolders {
  /** Where this stack keeps data, logs and what it remembers. */
  readonly dataDir: string;
  /** Where the folders of all stacks are, and stack.json of the last one; null for a chosen one. */
  readonly allDir: string | null;
}

const SANDBOX = 'sandbox';

export function localFolders(
  settings: Pick<AdminSettings, 'WORKFRONT_CDC_DATA_DIR' | 'WORKFRONT_URL'>,
  allDir: string,
): LocalFolders {
  const { WORKFRONT_CDC_DATA_DIR: chosen, WORKFRONT_URL: tenant } = settings;
  if (chosen !== undefined) return { dataDir: resolve(chosen), allDir: null };
  const name = tenant === undefined ? SANDBOX : new URL(tenant).host.replaceAll(/[^\w.-]/g, '_');
  return { dataDir: join(allDir, name), allDir };
}

/** Said when nothing runs here: which others do, and how to name them. Empty when there is none. */
export function othersRunning({ dataDir, allDir }: LocalFolders): string[] {
  if (allDir === null || !existsSync(allDir)) return [];
  return readdirSync(allDir)
    .map((name) => join(allDir, name))
    .filter((folder) => folder !== dataDir && folderOwner(folder) !== null)
    .map((folder) => `Another runs: WORKFRONT_CDC_DATA_DIR='${folder}' names it.`);
}
