import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemClock } from '../../services/core/clock.ts';
import { seededRandom } from '../../services/core/random.ts';
import { offsetOf } from '../../services/core/units.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { changesTopic } from '../../services/source/log/topic-name.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { killEnv } from '../support/kill-at-statement.ts';
import { eventually } from '../support/eventually.ts';
import { closeStore, openRun, openStore, simulateTasks } from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { commandOn } from '../support/command-on-run.ts';

const seed = seedOfRun();

describe(`a rebuild of a part (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let between: string;
  const tasks = simulateTasks(seededRandom(seed), 60, 12);
  const half = tasks.slice(0, Math.floor(tasks.length / 2));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rebuild-parts-'));
    store = await openStore();
    run = await openRun(store);
    const projects = changesTopic(run.prefix, 'PROJ');
    const topic = { topic: projects, partitions: 2, replicationFactor: 1, configs: {} };
    await run.kafka.admin().createTopics([topic]);
    const asProjects = half.map((event) => ({ ...event, objCode: 'PROJ' }));
    await run.publishRecords(asProjects.map((event) => toRecord(event, run.codec, projects)));
    await run.publish(half);
    await systemClock.sleep(50);
    between = new Date(systemClock.nowMicros() / 1000).toISOString();
    await systemClock.sleep(50);
    await run.publish(tasks.slice(half.length));
    await run.start({ STORE_SCHEMA: '' });
    await run.caughtUp();
    const wanted = new Set(half.map(({ objID }) => objID)).size;
    const haveProjects = async (): Promise<boolean> =>
      (await count('store_1.project_now')) === wanted;
    await eventually(haveProjects, { what: 'the projects are there' });
  });
  afterAll(async () => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  const rebuild = (...args: readonly string[]): Promise<CommandOutcome> =>
    commandOn(run, folder, ['rebuild', ...args]);
  const count = async (from: string): Promise<number> => {
    const { rows } = await store.pool.query<{ count: bigint }>(`select count(*) from ${from}`);
    return Number(rows[0]?.count);
  };

  it('until an instant holds what the log held then, and readers stay', async () => {
    const { code, stdout, stderr } = await rebuild('--until', between);
    expect(stderr).not.toContain('because');
    expect(stdout).toContain('store_2 holds the log up to');
    expect(code).toBe(0);
    const ids = new Set(half.map(({ objID, eventID }) => `${objID} ${eventID}`));
    expect(await count(`store_2.changes where objcode = 'TASK'`)).toBe(ids.size);
    expect(await count('live.stores')).toBe(1);
    expect(await count(`live.stores where store = 'store_1'`)).toBe(1);
  });

  it('of some types copies the others, and comes out the same', async () => {
    // Rows that only the log can mend, and rows that a copy takes as they are.
    await store.pool.query(`update store_1.project_now set deleted = not deleted`);
    const { code, stdout, stderr } = await rebuild('--types', 'task', '--restart');
    expect(stderr).not.toContain('because');
    expect(stdout).toMatch(/by [\d,]+ hashes: the same/);
    expect(stdout).toContain('Readers are on store_2');
    expect(code).toBe(0);
  });

  it('refuses a type that has no topic', async () => {
    const { code, stderr } = await rebuild('--types', 'nonsense');
    expect(stderr).toContain('nonsense is no type with a topic of its own');
    expect(code).not.toBe(0);
  });

  it('from what the tables keep, where the log is cut, comes out the same after a kill', async () => {
    const { rows } = await store.pool.query<{ partition: number; next: bigint }>(
      'select partition, next from store_2.positions where topic = $1 and next > 0',
      [run.topic],
    );
    const cut = rows.map(({ partition, next }) => ({ partition, before: offsetOf(next / 2n) }));
    await run.kafka.admin().deleteRecords(run.topic, cut);
    await store.pool.query(`update store_2.project_now set deleted = not deleted`);
    const refused = await rebuild();
    expect(refused.stderr).toContain('rebuild --from-changes');
    expect(refused.code).not.toBe(0);

    const statement = seededRandom(seed).int(20, 120);
    const at = killEnv({ statement, when: 'after' }, join(folder, 'count'));
    const killed = await commandOn(run, folder, ['rebuild', '--from-changes'], at);
    expect(killed.code, `killed after statement ${statement}`).not.toBe(0);
    const { code, stdout, stderr } = await rebuild('--from-changes');
    expect(stderr).not.toContain('because');
    expect(stdout).toMatch(/by [\d,]+ hashes: the same/);
    expect(stdout).toContain('Readers are on store_3');
    expect(code).toBe(0);
    const events = await count('store_2.changes');
    expect(await count('store_3.changes')).toBe(events);
  });
});
