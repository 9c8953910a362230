import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { seededRandom } from '../../services/core/random.ts';
import { deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { holdCommitsOf, holdWritesTo } from '../support/held-database.ts';
import { openPollerHarness } from '../support/poller-harness.ts';
import type { PollerHarness } from '../support/poller-harness.ts';
import {
  closeStore,
  dumpTables,
  endWell,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { openLog, readTopic } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { freshPrefix } from '../support/shared-stack.ts';

const seed = seedOfRun();

describe('a poller that is killed after it published and before its cursor moves', () => {
  const prefix = freshPrefix();
  let log: TestLog;
  let harness: PollerHarness;

  beforeAll(async () => {
    log = await openLog(prefix);
    harness = await openPollerHarness(log, prefix);
  });
  afterAll(async () => {
    await harness?.close();
    await log?.close();
  });

  test('publishes the page again, as the same events, and loses none', async () => {
    const rows = harness.addRows(23);
    const held = await holdWritesTo(harness.databaseUrl, 'control.cursors');
    const killed = await harness.start();
    await held.reached();
    const published = await harness.events();
    killed.signal('SIGKILL');
    await killed.exited;
    await held.release();
    expect(published.length).toBeGreaterThan(0);
    expect(await harness.cursorID()).toBeNull();

    await harness.start();
    await harness.cursorIsAtEnd();
    const events = await harness.expectAllPublished();
    expect(events.length).toBe(rows.length + published.length);
  });
});

describe(`a projector that is killed (SEED=${seed})`, () => {
  const random = seededRandom(seed);
  let store: ProjectorStore;
  let run: ProjectorRun;

  beforeEach(async () => {
    store = await openStore();
    run = await openRun(store);
  });
  afterEach(async () => {
    await run.close();
    await closeStore(store);
  });

  test('after parking and before the commit parks again, and has every row once', async () => {
    const events = simulateTasks(random, 20, 8);
    const poison = { topic: run.topic, key: 'key', value: Buffer.from('not avro'), headers: {} };
    // The rows of its positions are there, so that the next commit is of the record.
    await endWell(await run.start());
    const held = await holdCommitsOf(store.database.url, `${store.schema}.positions`);
    await run.publishRecords([poison]);
    const killed = await run.start();
    await held.reached();
    expect(await lettersOf(run)).toEqual(['not avro']);
    await run.publish(events);
    killed.signal('SIGKILL');
    await killed.exited;
    await held.release();
    expect(await countOf(store, 'positions where next > 0')).toBe(0);

    const projector = await run.start();
    await run.caughtUp();
    await endWell(projector);
    // Twice: never not at all (Law 3).
    expect(await lettersOf(run)).toEqual(['not avro', 'not avro']);
    expect(await dumpTables(store)).toBe(await tablesWithoutKills(events));
  });

  test.each(['changes', 'task_past', 'task_now'])(
    'between two parts of one transaction, before %s, leaves none of it and then has all',
    async (table) => {
      const events = simulateTasks(random, 40, 10);
      const held = await holdWritesTo(store.database.url, `${store.schema}.${table}`);
      await run.publish(events);
      const killed = await run.start();
      await held.reached();
      killed.signal('SIGKILL');
      await killed.exited;
      await held.release();
      for (const one of ['changes', 'task_past', 'task_now', 'positions where next > 0']) {
        expect(await countOf(store, one), one).toBe(0);
      }

      const projector = await run.start();
      await run.caughtUp();
      await endWell(projector);
      expect(await dumpTables(store)).toBe(await tablesWithoutKills(events));
    },
  );
});

async function countOf({ pool, schema }: ProjectorStore, what: string): Promise<number> {
  const sql = `select count(*)::int as count from ${schema}.${what}`;
  const { rows } = await pool.query<{ count: number }>(sql);
  return rows[0]?.count ?? NaN;
}

async function lettersOf({ kafka, prefix }: ProjectorRun): Promise<string[]> {
  const letters = await readTopic(kafka, deadLetterTopic(prefix));
  return letters.map(({ value }) => value?.toString() ?? '');
}

/** What a projector makes of the same events in peace. */
async function tablesWithoutKills(events: ReturnType<typeof simulateTasks>): Promise<string> {
  const store = await openStore();
  const run = await openRun(store);
  try {
    await run.publish(events);
    const projector = await run.start();
    await run.caughtUp();
    await endWell(projector);
    return await dumpTables(store);
  } finally {
    await run.close();
    await closeStore(store);
  }
}
