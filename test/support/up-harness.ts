/** An `up` of the built program on the servers of this run: a folder and database of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readStackFile } from '../../services/admin/stack-file.ts';
import type { StackFile } from '../../services/admin/stack-file.ts';
import { readIdentity } from '../../services/local-stack/kept-process.ts';
import { identify } from '../../services/local-stack/process-identity.ts';
import type { ProcessIdentity } from '../../services/local-stack/process-identity.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { runAdmin } from './command-line.ts';
import type { CommandOutcome } from './command-line.ts';
import { eventually } from './eventually.ts';
import { freshDatabase } from './fresh-database.ts';
import { freshPrefix, sharedStack } from './shared-stack.ts';

export interface UpHarness {
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string>>;
  run(...args: readonly string[]): Promise<CommandOutcome>;
  /** `up --detach`; fails with what it said when it does not come up. */
  up(): Promise<CommandOutcome>;
  stack(): StackFile;
  /** The supervisor first, then its processes. */
  processes(): ProcessIdentity[];
  /** Over the API of Workfront. */
  createProject(name: string): Promise<void>;
  /** Resolves with its row of `projects_current` when it is in the tables. */
  projectNamed(name: string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

export async function openUpHarness(): Promise<UpHarness> {
  const folder = mkdtempSync(join(tmpdir(), 'up-test-'));
  const dataDir = join(folder, 'data');
  const database = await freshDatabase();
  const env = {
    WORKFRONT_CDC_DATA_DIR: dataDir,
    WORKFRONT_CDC_PORTS: 'any',
    KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: sharedStack().registryUrl,
    DATABASE_URL: database.url,
    TOPIC_PREFIX: freshPrefix(),
    SANDBOX_RATE: '5', // what a busy machine keeps up with
  };
  const run = (...args: readonly string[]): Promise<CommandOutcome> => runAdmin(env, args);
  const stack = (): StackFile => {
    const found = readStackFile(dataDir);
    if (found === null) throw new Error('there is no stack.json');
    return found;
  };
  return {
    dataDir,
    env,
    run,
    stack,
    up: async () => {
      const outcome = await run('up', '--detach');
      if (outcome.code !== 0) throw new Error(`up ended with ${outcome.code}: ${outcome.stderr}`);
      return outcome;
    },
    processes: () => {
      const pids = stack().processes.map(({ pid }) => identify(pid));
      return [readIdentity(join(dataDir, 'lock')), ...pids].filter((one) => one !== null);
    },
    createProject: async (name) => {
      const query = new URLSearchParams({ apiKey: 'sandbox', name });
      const url = `${stack().sandboxUrl}/attask/api/v21.0/proj?${query.toString()}`;
      const response = await fetch(url, { method: 'POST' });
      if (!response.ok) throw new Error(await response.text());
    },
    projectNamed: async (name) => {
      const sql = `select projectid, status from workfront.projects_current where name = '${name}'`;
      // Waited for on a connection: the command line is a process for each question.
      const pool = openPool({ url: database.url, max: 1, applicationName: 'up-test' });
      const isThere = async (): Promise<boolean> => (await pool.query(sql)).rows.length > 0;
      const what = `${name} is in the tables`;
      await eventually(isThere, { what, deadlineMs: 60_000 }).finally(() => pool.close());
      const { stdout } = await run('sql', '--json', '-c', sql);
      return JSON.parse(stdout) as Record<string, unknown>;
    },
    close: async () => {
      await run('down');
      rmSync(folder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
