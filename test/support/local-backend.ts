/** The local stack in a temporary folder, as a back end for tests. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cacheDir } from '../../services/local-stack/cache-dir.ts';
import { folderOwner } from '../../services/local-stack/data-folder.ts';
import type { DownloadProgress } from '../../services/local-stack/downloads.ts';
import { startStack } from '../../services/local-stack/start-stack.ts';
import type { Backend } from './backend.ts';

const PREFIX = 'workfront-cdc-test-';
let firstOfRun = true;

export async function startLocal(): Promise<Backend> {
  // Once: a folder that this process has made is not locked yet, and looks abandoned.
  if (firstOfRun) removeAbandoned();
  firstOfRun = false;
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const stack = await startStack({
    dataDir,
    cacheDir: cacheDir(process.env),
    env: process.env,
    prefer: 'any',
    progress: PROGRESS,
    onCrash: (name, exitCode) => say(`${name} ended by itself with exit code ${exitCode}`),
  });
  return {
    description: 'local (Kafka, Apicurio Registry and Postgres as child processes)',
    kafkaBrokers: stack.kafkaBrokers,
    registryUrl: stack.registryUrl,
    // Tests make databases and roles of their own.
    databaseUrl: stack.superuserUrl ?? stack.databaseUrl,
    kafkaFolder: join(dataDir, 'kafka'),
    control: async (server, action) => stack.parts[server]?.[action](),
    stop: async () => {
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What runs that were killed left behind; a folder in use has a living owner. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || folderOwner(folder) !== null) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

const PROGRESS: DownloadProgress = {
  begin: (what, totalMB) => say(`downloading ${what}, about ${totalMB} MB, once`),
  update: () => undefined,
  end: (what) => say(`${what} is there`),
};

function say(message: string): void {
  process.stdout.write(`test back end: ${message}\n`);
}
