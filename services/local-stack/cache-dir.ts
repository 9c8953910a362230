/** Where downloads are kept, for every checkout of one user. */
import { homedir } from 'node:os';
import { join } from 'node:path';

import type { Env } from '../platform/process/config.ts';

export function cacheDir(env: Env): string {
  const chosen = env['WORKFRONT_CDC_CACHE_DIR'];
  if (chosen) return chosen;
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'workfront-cdc');
}
