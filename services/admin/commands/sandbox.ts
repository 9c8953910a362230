/** `sandbox`: the local Workfront alone, in the foreground. */
import { spawn } from 'node:child_process';

import { assetPath } from '../../platform/process/assets.ts';
import type { AdminContext } from '../admin-context.ts';

/** Ends with the sandbox's exit code. */
export function sandboxCommand(
  { env, signal }: AdminContext,
  { data }: { readonly data: string | undefined },
): Promise<number> {
  const main = assetPath('dist', 'services', 'sandbox', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    // It drains when we are gone, however we end (Law 8).
    env: {
      SANDBOX_TOUR: 'true',
      ...env,
      ...(data === undefined ? {} : { SANDBOX_DATA: data }),
      PARENT_PID: String(process.pid),
    },
    stdio: 'inherit',
  });
  const stop = (): boolean => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
