import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { seededRandom } from '../../services/core/random.ts';
import { runAdmin } from '../support/command-line.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { countedStatements, killEnv } from '../support/kill-at-statement.ts';
import type { KillPoint } from '../support/kill-at-statement.ts';
import { closeStore, openRun, openStore, simulateTasks } from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { sharedStack } from '../support/shared-stack.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
/** KILL_POINTS=1200 goes through more of them; each costs two rebuilds. */
const points = Number(process.env['KILL_POINTS'] ?? 6);

// Every statement of a rebuild is a place where it can be killed; some of all are tried.
describe(`a rebuild that is killed (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let statements: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rebuild-kills-'));
    store = await openStore();
    run = await openRun(store);
    await run.publish(simulateTasks(random, 80, 12));
    await run.start({ STORE_SCHEMA: '' });
    await run.caughtUp();
    const { code } = await rebuild({ statement: Infinity, when: 'after' }, '--stay');
    expect(code).toBe(0);
    statements = countedStatements(join(folder, 'count'));
  });
  afterAll(async () => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  const rebuild = (at: KillPoint | null, ...args: readonly string[]): Promise<CommandOutcome> =>
    runAdmin(
      {
        ...run.env,
        ...(at === null ? {} : killEnv(at, join(folder, 'count'))),
        STORE_SCHEMA: '',
        KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
        SCHEMA_REGISTRY_URL: sharedStack().registryUrl,
        WORKFRONT_CDC_DATA_DIR: folder,
      },
      ['rebuild', ...args],
    );

  it(
    'ends in the same tables, wherever that was',
    async () => {
      expect(statements).toBeGreaterThan(100);
      for (let time = 0; time < points; time += 1) {
        // One of each stretch, so that no phase is left out.
        const least = 1 + Math.floor((time * statements) / points);
        const most = Math.max(least, Math.floor(((time + 1) * statements) / points) - 1);
        const statement = random.int(least, most);
        const at = { statement, when: random.int(0, 1) === 0 ? 'before' : 'after' } as const;
        const what = `killed ${at.when} statement ${statement} of ${statements}`;
        const killed = await rebuild(at, '--stay', '--restart');
        expect(killed.code, what).not.toBe(0);
        const { code, stdout, stderr } = await rebuild(null, '--stay');
        expect(stdout, `${what}: ${stderr}`).toMatch(/by [\d,]+ hashes: the same/);
        expect(code, what).toBe(0);
      }
    },
    120_000 * points,
  );
});
