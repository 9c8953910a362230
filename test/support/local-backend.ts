/** The local stack in a temporary folder, as a back end for tests. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cacheDir } from '../../services/local-stack/cache-dir.ts';
import { folderOwner, pidsFolder } from '../../services/local-stack/data-folder.ts';
import type { DownloadProgress } from '../../services/local-stack/downloads.ts';
import { readIdentity } from '../../services/local-stack/kept-process.ts';
import { identify, isAlive } from '../../services/local-stack/process-identity.ts';
import { startStack } from '../../services/local-stack/start-stack.ts';
import type { Backend } from './backend.ts';

const PREFIX = 'workfront-cdc-test-';

export async function startLocal(): Promise<Backend> {
  removeAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
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

/** What runs that were killed left behind. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || isInUse(folder, name)) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Whoever made it has its number in the name, since another run that starts at the same time has
 * not locked it yet; and servers may outlive their run for a moment, and still write there.
 */
function isInUse(folder: string, name: string): boolean {
  const maker = Number.parseInt(name.slice(PREFIX.length), 10);
  if (folderOwner(folder) !== null || (maker > 0 && identify(maker) !== null)) return true;
  const pids = pidsFolder(folder);
  const servers = existsSync(pids) ? readdirSync(pids) : [];
  return servers.some((server) => {
    const one = readIdentity(join(pids, server));
    return one !== null && isAlive(one);
  });
}

const PROGRESS: DownloadProgress = {
  begin: (what, totalMB) => say(`downloading ${what}, about ${totalMB} MB, once`),
  update: () => undefined,
  end: (what) => say(`${what} is there`),
};

function say(message: string): void {
  process.stdout.write(`test back end: ${message}\n`);
}
